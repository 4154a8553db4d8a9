/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/session/mps-session.h"
#include "desk/widgets/mps-row-selection.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsPrintersPage:
 *
 * The printers of an organization: their table with its search, what can be
 * done with the selected ones, and their eligibility beside it.
 */
#define MPS_TYPE_PRINTERS_PAGE (mps_printers_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsPrintersPage, mps_printers_page, MPS, PRINTERS_PAGE, AdwNavigationPage)

AdwNavigationPage *mps_printers_page_new (MpsSession *session);
MpsRowSelection *mps_printers_page_get_selection (MpsPrintersPage *self);
void mps_printers_page_narrow (MpsPrintersPage *self, const char *criterion, gint64 value);

G_END_DECLS
