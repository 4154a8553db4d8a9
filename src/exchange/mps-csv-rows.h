/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-csv-reader.h"

G_BEGIN_DECLS

/**
 * MpsCsvRows:
 *
 * The rows that a reader has completed and not handed out yet, and the cells
 * of the one that has begun.
 */
typedef struct {
  GByteArray *text; /* of all cells, each with a nul after it */
  GArray *cells;    /* of the rows and of the one that has begun */
  GArray *rows;     /* complete */
  guint next_row;   /* the first of rows that was not handed out */
  guint begun_cell; /* the first of cells that belongs to no row yet */
  gboolean begun_is_text;
  const char **handed_texts;
  gsize *handed_lengths;
  guint handed_room;
  MpsCsvRow handed;
} MpsCsvRows;

void mps_csv_rows_init (MpsCsvRows *self);
void mps_csv_rows_clear (MpsCsvRows *self);

void mps_csv_rows_add_cell (MpsCsvRows *self, const char *text, gsize length);
void mps_csv_rows_add_split (MpsCsvRows *self, const char *text, gsize length, char delimiter);
void mps_csv_rows_end_row (MpsCsvRows *self, guint line);
void mps_csv_rows_set_unclosed (MpsCsvRows *self);
void mps_csv_rows_forget (MpsCsvRows *self);
const MpsCsvRow *mps_csv_rows_next (MpsCsvRows *self);
const char *mps_csv_rows_peek (const MpsCsvRows *self, guint distance, guint place);

G_END_DECLS
