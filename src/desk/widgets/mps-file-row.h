/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsFileRow:
 *
 * Shows which file was chosen, with a button to choose another one.
 * Properties: choose-action (string): the action of the button.
 */
#define MPS_TYPE_FILE_ROW (mps_file_row_get_type ())
G_DECLARE_FINAL_TYPE (MpsFileRow, mps_file_row, MPS, FILE_ROW, AdwActionRow)

void mps_file_row_set_file (MpsFileRow *self, GFile *file);
void mps_file_row_set_reading (MpsFileRow *self, gboolean reading);

G_END_DECLS
