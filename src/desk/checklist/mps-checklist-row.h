/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "mps-checklist.h"

G_BEGIN_DECLS

/**
 * MpsChecklistRow:
 *
 * A step of the checklist with its state and the buttons that lead on.
 */
#define MPS_TYPE_CHECKLIST_ROW (mps_checklist_row_get_type ())
G_DECLARE_FINAL_TYPE (MpsChecklistRow, mps_checklist_row, MPS, CHECKLIST_ROW, AdwPreferencesRow)

GtkWidget *mps_checklist_row_new (MpsChecklist *checklist, MpsChecklistStep step);

G_END_DECLS
