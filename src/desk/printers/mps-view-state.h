/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-printer-columns.h"
#include "mps-printer-filter.h"
#include "mps-printer-views.h"

G_BEGIN_DECLS

/**
 * MpsViewState:
 *
 * In which view the printers are shown, and whether what is shown is what that
 * view was saved with. The settings keep it: what was shown when the window
 * closed is shown again when it opens, the columns, widths and order as they
 * were, and the filter of the view.
 *
 * "changed": after another view is shown, or another layout or filter, or there
 * are other views.
 */
#define MPS_TYPE_VIEW_STATE (mps_view_state_get_type ())
G_DECLARE_FINAL_TYPE (MpsViewState, mps_view_state, MPS, VIEW_STATE, GObject)

MpsViewState *mps_view_state_new (MpsPrinterColumns *columns, MpsPrinterFilter *filter,
                                  const char *database);
MpsPrinterViews *mps_view_state_get_views (MpsViewState *self);
const MpsPrinterView *mps_view_state_get_view (MpsViewState *self);
gboolean mps_view_state_get_modified (MpsViewState *self);
void mps_view_state_show (MpsViewState *self, const MpsPrinterView *view);
void mps_view_state_keep (MpsViewState *self, MpsPrinterView *view);

G_END_DECLS
