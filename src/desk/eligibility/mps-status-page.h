/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "fleet/mps-fleet.h"

G_BEGIN_DECLS

/**
 * MpsStatusPage:
 *
 * A page of a dialog with the serial numbers and models of chosen printers
 * that have a status, and what it means.
 */
#define MPS_TYPE_STATUS_PAGE (mps_status_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsStatusPage, mps_status_page, MPS, STATUS_PAGE, AdwNavigationPage)

AdwNavigationPage *mps_status_page_new (MpsFleet *fleet, const gint64 *printers, gsize n_printers,
                                        MpsStatus status);

G_END_DECLS
