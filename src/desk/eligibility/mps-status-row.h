/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-eligibility-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsStatusRow:
 *
 * A status of one printer, with what it means and what helps; its button
 * activates printer.remedy (u: the status). Property: item (MpsEligibilityItem).
 */
#define MPS_TYPE_STATUS_ROW (mps_status_row_get_type ())
G_DECLARE_FINAL_TYPE (MpsStatusRow, mps_status_row, MPS, STATUS_ROW, AdwPreferencesRow)

GtkWidget *mps_status_row_new (MpsStatus status);
void mps_status_row_set_hindrance (MpsStatusRow *self, const char *hindrance);

G_END_DECLS
