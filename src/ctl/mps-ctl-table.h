/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-ctl-output.h"

G_BEGIN_DECLS

/**
 * MpsCtlTable:
 *
 * A table for people: columns as wide as their text on a terminal, where kanji
 * take two cells. The widths are those of the first thousand rows, so that the
 * rows of a large fleet need not be held.
 */
typedef struct _MpsCtlTable MpsCtlTable;

/* Which columns hold numbers, which stand to the right. */
#define MPS_CTL_NUMBER(column) (1u << (column))

MpsCtlTable *mps_ctl_table_new (MpsCtlOutput *output, guint n_columns, guint numbers);
void mps_ctl_table_cell (MpsCtlTable *self, const char *text);
void mps_ctl_table_number (MpsCtlTable *self, gint64 number);
void mps_ctl_table_row (MpsCtlTable *self, const char *first, ...) G_GNUC_NULL_TERMINATED;
void mps_ctl_table_end (MpsCtlTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsCtlTable, mps_ctl_table_end)

G_END_DECLS
