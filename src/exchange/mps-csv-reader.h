/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MpsCsvReader:
 *
 * RFC 4180 by libcsv, fed in pieces, with the line numbers that an editor
 * shows: CR LF, LF and a lone CR each end a line, inside of quotes too.
 */
typedef struct _MpsCsvReader MpsCsvReader;

/**
 * MpsCsvRow:
 * @line: where it begins, from 1
 * @n_cells: how many
 * @cells: UTF-8, nul-terminated
 * @lengths: in bytes; a cell may hold NUL characters
 * @unclosed_quote: the file ended inside of quotes; always the last row
 * @is_text: all cells are known to be valid UTF-8 without NUL characters; if not, any may be
 */
typedef struct {
  guint line;
  guint n_cells;
  const char *const *cells;
  const gsize *lengths;
  gboolean unclosed_quote;
  gboolean is_text;
} MpsCsvRow;

MpsCsvReader *mps_csv_reader_new (char delimiter);
void mps_csv_reader_free (MpsCsvReader *self);
gboolean mps_csv_reader_feed (MpsCsvReader *self, const char *data, gsize length, GError **error);
gboolean mps_csv_reader_end (MpsCsvReader *self, GError **error);
const MpsCsvRow *mps_csv_reader_next (MpsCsvReader *self);
const char *mps_csv_reader_peek (MpsCsvReader *self, guint distance, guint place);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsCsvReader, mps_csv_reader_free)

gboolean mps_csv_row_is_blank (const MpsCsvRow *row);

G_END_DECLS
