/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-row-list-private.h"

/*
 * How a list follows its filter and the fleet.
 *
 * To sort is dearer than to filter. So all rows of the fleet are kept in their order once a large
 * part of them had to be sorted, and while the same column orders them, another filter only passes
 * over them.
 */

/* With fewer rows than this share of all, they are sorted by themselves. */
#define LARGE_SHARE 8

/*
 * Items stand for positions: those that show another row now refresh, and the
 * view hears of the length alone. Emitting (0, n, n) would make a GTK view ask
 * for every item.
 */
static void
announce (MpsRowList *self, const MpsRowChange *change)
{
  MpsRowListPrivate *priv = mps_row_list_get_private (self);
  g_autoptr (GPtrArray) stale
      = mps_row_slots_place (&priv->slots, priv->order.rows, priv->order.n_rows, change);

  for (guint i = 0; i < stale->len; i++)
    mps_row_refresh (stale->pdata[i]);
  mps_row_list_tell (self);
}

static guint
filter (MpsRowList *self, const guint32 *rows, guint n_rows, guint32 *kept)
{
  MpsRowListPrivate *priv = mps_row_list_get_private (self);

  return MPS_ROW_LIST_GET_CLASS (self)->filter (self, priv->search, rows, n_rows, kept);
}

static guint
get_n_all (MpsRowList *self)
{
  return MPS_ROW_LIST_GET_CLASS (self)->get_n_rows (self);
}

static void
sort_whole (MpsRowList *self)
{
  MpsRowListPrivate *priv = mps_row_list_get_private (self);
  const guint n_all = get_n_all (self);
  guint32 *rows = g_new (guint32, n_all);

  for (guint i = 0; i < n_all; i++)
    rows[i] = i;
  mps_row_order_take (&priv->whole, rows, n_all);
  priv->is_whole = TRUE;
}

/* Makes the order anew, and returns whether it is another one. */
static gboolean
reorder (MpsRowList *self)
{
  MpsRowListPrivate *priv = mps_row_list_get_private (self);
  const guint n_all = get_n_all (self);
  g_autofree guint32 *kept = g_new (guint32, n_all);
  guint n_kept = 0;

  if (!priv->is_whole)
    {
      n_kept = filter (self, NULL, n_all, kept);
      if (priv->order.column == MPS_ROW_LIST_UNSORTED || n_kept < n_all / LARGE_SHARE)
        return mps_row_order_take (&priv->order, g_renew (guint32, g_steal_pointer (&kept), n_kept),
                                   n_kept);
      sort_whole (self);
    }
  n_kept = filter (self, priv->whole.rows, n_all, kept);
  return mps_row_order_take_sorted (&priv->order,
                                    g_renew (guint32, g_steal_pointer (&kept), n_kept), n_kept);
}

/* Says so if it is another order, or @change is not nothing. */
static void
rebuild (MpsRowList *self, const MpsRowChange *change)
{
  if (reorder (self) || change->all)
    announce (self, change);
}

/* A longer search can only match what the shorter one did, and in the same order. */
void
mps_row_list_narrow (MpsRowList *self)
{
  const MpsRowChange nothing = {};
  MpsRowListPrivate *priv = mps_row_list_get_private (self);
  guint n_before = priv->order.n_rows;

  priv->order.n_rows = filter (self, priv->order.rows, n_before, priv->order.rows);
  if (priv->order.n_rows != n_before)
    announce (self, &nothing);
}

/* Few rows are put where they belong now; for many it is done when it is needed. */
static void
update_whole (MpsRowList *self, const guint32 *rows, guint n_rows)
{
  MpsRowListPrivate *priv = mps_row_list_get_private (self);

  if (priv->is_whole && n_rows <= MAX (64, priv->whole.n_rows / 1000))
    mps_row_order_move (&priv->whole, rows, n_rows, rows, n_rows);
  else
    priv->is_whole = FALSE;
}

/**
 * mps_row_list_refilter:
 * @self: a list whose subclass filters by something else than before
 */
void
mps_row_list_refilter (MpsRowList *self)
{
  const MpsRowChange nothing = {};

  rebuild (self, &nothing);
}

/**
 * mps_row_list_refresh:
 * @self: a list of which any row may show something else than before
 * @is_ordered: whether the same rows are still in it in the same order
 */
void
mps_row_list_refresh (MpsRowList *self, gboolean is_ordered)
{
  const MpsRowChange everything = { .all = TRUE };

  if (is_ordered)
    {
      announce (self, &everything);
      return;
    }
  mps_row_list_get_private (self)->is_whole = FALSE;
  rebuild (self, &everything);
}

/**
 * mps_row_list_take_changes:
 * @self: a list
 * @rows: (nullable) (array length=n_rows): rows of the fleet that came, changed
 *   or went, ascending; %NULL when it may be any
 * @n_rows: how many
 *
 * Puts few rows where they belong now, and makes the list anew for many.
 */
void
mps_row_list_take_changes (MpsRowList *self, const guint32 *rows, guint n_rows)
{
  MpsRowListPrivate *priv = mps_row_list_get_private (self);
  const MpsRowChange change = { .rows = rows, .n_rows = n_rows };
  g_autofree guint32 *kept = NULL;
  guint n_kept;

  if (rows == NULL || n_rows > MAX (64, priv->order.n_rows / 16))
    {
      mps_row_list_refresh (self, FALSE);
      return;
    }
  update_whole (self, rows, n_rows);
  kept = g_new (guint32, n_rows);
  n_kept = filter (self, rows, n_rows, kept);
  if (mps_row_order_move (&priv->order, rows, n_rows, kept, n_kept))
    announce (self, &change);
}
