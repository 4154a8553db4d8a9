/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/mps-store.h"

G_BEGIN_DECLS

/**
 * MpsRequestPrintersPage:
 *
 * The printers of one request, as they were when they were added, and what was
 * answered. Action: request.save.
 */
#define MPS_TYPE_REQUEST_PRINTERS_PAGE (mps_request_printers_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsRequestPrintersPage, mps_request_printers_page, MPS, REQUEST_PRINTERS_PAGE,
                      AdwNavigationPage)

AdwNavigationPage *mps_request_printers_page_new (MpsStore *store, gint64 request);

G_END_DECLS
