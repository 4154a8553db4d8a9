/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/session/mps-session.h"
#include "desk/widgets/mps-details-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsPrinterPage:
 *
 * All that is known of one printer, and what can be done with it. It follows
 * the printer, and goes back when the printer is gone.
 */
#define MPS_TYPE_PRINTER_PAGE (mps_printer_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsPrinterPage, mps_printer_page, MPS, PRINTER_PAGE, MpsDetailsPage)

AdwNavigationPage *mps_printer_page_new (MpsSession *session, gint64 printer);

G_END_DECLS
