/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-row.h"
#include "mps-search.h"

G_BEGIN_DECLS

/**
 * MpsRowList:
 *
 * A #GListModel of row numbers, filtered and sorted from the fleet's columns.
 * An item is made only for a position that somebody asks for, and is the same
 * one as long as anybody holds it. Of a change only the difference in length
 * is signalled; live items refresh themselves in place.
 *
 * Of a large fleet, to filter and to sort can be done in slices of the main
 * loop, see mps_row_list_set_slices_from(). Until they have come to their end
 * the list holds the rows it had.
 *
 * Properties: fleet (construct only), n-items, search, organization.
 *
 * "rows-changed": after the list holds other rows, another order, or rows with
 * other values, also when its length stayed the same.
 */
#define MPS_TYPE_ROW_LIST (mps_row_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (MpsRowList, mps_row_list, MPS, ROW_LIST, GObject)

struct _MpsRowListClass {
  GObjectClass parent_class;

  /* The class of the items. */
  GType (*get_row_type) (MpsRowList *self);
  /* Makes an item; one of get_row_type() that knows no more than its row, where it is left out. */
  MpsRow *(*create_row) (MpsRowList *self);
  /* How many rows the fleet has, dead ones included. */
  guint (*get_n_rows) (MpsRowList *self);
  /* Which rows may be in the list at all, ascending; all rows, where it is left out. Full. */
  guint32 *(*dup_candidates) (MpsRowList *self, guint *n_rows);
  /*
   * What a search asks of many rows is found out once and kept until the fleet or the filter
   * changes; where it is left out, filter() is given @search itself.
   */
  gpointer (*match_new) (MpsRowList *self, const MpsSearch *search);
  GDestroyNotify match_free;
  /*
   * Keeps those of @rows that are alive and wanted, in their order. @kept has room for all; it may
   * be @rows. Returns how many.
   */
  guint (*filter) (MpsRowList *self, gconstpointer match, const guint32 *rows, guint n_rows,
                   guint32 *kept);
  /*
   * The text that orders a row within @column as strcmp() does; left out, or %NULL, where texts
   * don't.
   */
  const char *(*get_text) (MpsRowList *self, int column, guint32 row);
  /*
   * Writes a number for each of @rows that orders it within @column. Returns
   * whether rows with equal numbers may still differ, as compare_texts() says.
   */
  gboolean (*get_keys) (MpsRowList *self, int column, const guint32 *rows, guint n_rows,
                        guint64 *keys);
  /* (nullable): all rows as they are ordered by @column, where that is known already; full. */
  guint32 *(*steal_order) (MpsRowList *self, int column, gboolean descending);
  int (*compare_texts) (MpsRowList *self, int column, guint32 a, guint32 b);
};

/* The column to sort by for the order in which printers and contacts came. */
#define MPS_ROW_LIST_UNSORTED (-1)

/* With fewer rows than this, to filter and sort takes a small part of a frame. */
#define MPS_ROW_LIST_MANY 50000

const guint32 *mps_row_list_get_rows (MpsRowList *self, guint *n_rows);
MpsRow *mps_row_list_dup_row (MpsRowList *self, guint position);
gboolean mps_row_list_find (MpsRowList *self, guint32 row, guint *position);
MpsFleet *mps_row_list_get_fleet (MpsRowList *self);
void mps_row_list_set_organization (MpsRowList *self, gint64 organization);
gint64 mps_row_list_get_organization (MpsRowList *self);
void mps_row_list_set_search (MpsRowList *self, const char *search);
const char *mps_row_list_get_search (MpsRowList *self);
void mps_row_list_set_sort (MpsRowList *self, int column, gboolean descending);
int mps_row_list_get_sort_column (MpsRowList *self);
void mps_row_list_set_slices_from (MpsRowList *self, guint n_rows);
gboolean mps_row_list_get_busy (MpsRowList *self);
void mps_row_list_finish (MpsRowList *self);

/* For subclasses: what they filter by changed, or rows of the fleet did. */
void mps_row_list_refilter (MpsRowList *self);
void mps_row_list_take_changes (MpsRowList *self, const guint32 *rows, guint n_rows);
void mps_row_list_refresh (MpsRowList *self, gboolean is_ordered);

G_END_DECLS
