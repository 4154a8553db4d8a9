/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-output.h"

G_BEGIN_DECLS

typedef enum {
  MPS_CSV_PLAIN = 0,
  MPS_CSV_BOM = 1 << 0,
  /* A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
  MPS_CSV_SAFE = 1 << 1,
} MpsCsvFlags;

/**
 * MpsCsvWriter:
 *
 * Appends rows to a buffer: comma, CR LF, quotes where they are needed.
 */
typedef struct _MpsCsvWriter MpsCsvWriter;

MpsCsvWriter *mps_csv_writer_new (MpsCsvFlags flags);
void mps_csv_writer_free (MpsCsvWriter *self);
void mps_csv_writer_cell (MpsCsvWriter *self, const char *text);
void mps_csv_writer_end_row (MpsCsvWriter *self);
GBytes *mps_csv_writer_steal (MpsCsvWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsCsvWriter, mps_csv_writer_free)

G_END_DECLS
