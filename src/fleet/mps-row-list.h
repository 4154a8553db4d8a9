/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-fleet.h"

G_BEGIN_DECLS

/**
 * MpsRow:
 *
 * What is at one position of a list: it shows whichever row stands there, and
 * notifies all of its properties when that changes. Whoever wants to keep a
 * printer or contact takes its id.
 */
#define MPS_TYPE_ROW (mps_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (MpsRow, mps_row, MPS, ROW, GObject)

struct _MpsRowClass
{
  GObjectClass parent_class;

  /* Notifies every property that depends on the row. */
  void (*refresh) (MpsRow *self);
};

MpsFleet *mps_row_get_fleet (MpsRow *self);
guint32 mps_row_get_row (MpsRow *self);

/**
 * MpsRowList:
 *
 * A #GListModel of row numbers, filtered and sorted from the fleet's columns.
 * An item is made only for a position that somebody asks for, and is the same
 * one as long as anybody holds it. Of a change only the difference in length
 * is signalled; live items refresh themselves in place.
 *
 * "rows-changed": after the list holds other rows, another order, or rows with
 * other values, also when its length stayed the same.
 */
#define MPS_TYPE_ROW_LIST (mps_row_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (MpsRowList, mps_row_list, MPS, ROW_LIST, GObject)

struct _MpsRowListClass
{
  GObjectClass parent_class;

  /* The class of the items. */
  GType (*get_row_type) (MpsRowList *self);
  guint (*get_n_rows) (MpsRowList *self);
  gboolean (*matches) (MpsRowList *self, guint32 row, const char *folded_search);
  /* Orders @rows by @column, ascending; stable. */
  void (*sort) (MpsRowList *self, guint32 *rows, guint n_rows, int column);
};

const guint32 *mps_row_list_get_rows (MpsRowList *self, guint *n_rows);
gboolean mps_row_list_find (MpsRowList *self, guint32 row, guint *position);
MpsFleet *mps_row_list_get_fleet (MpsRowList *self);
void mps_row_list_set_organization (MpsRowList *self, gint64 organization);
gint64 mps_row_list_get_organization (MpsRowList *self);
void mps_row_list_set_search (MpsRowList *self, const char *search);
const char *mps_row_list_get_search (MpsRowList *self);
void mps_row_list_set_sort (MpsRowList *self, int column, gboolean descending);

G_END_DECLS
