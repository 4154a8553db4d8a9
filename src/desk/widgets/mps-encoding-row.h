/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsEncodingRow:
 *
 * Chooses the encoding in which a text is read; "notify::selected" tells of another choice.
 */
#define MPS_TYPE_ENCODING_ROW (mps_encoding_row_get_type ())
G_DECLARE_FINAL_TYPE (MpsEncodingRow, mps_encoding_row, MPS, ENCODING_ROW, AdwComboRow)

const char *mps_encoding_row_get_encoding (MpsEncodingRow *self);

G_END_DECLS
