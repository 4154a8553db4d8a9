/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-row-list-private.h"

#include "mps-slices.h"

/*
 * How a list follows its filter and the fleet: whenever what it is to hold becomes something else,
 * the work on that is begun anew, and what is shown is exchanged when the work is done.
 */

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

/* Few rows, of a fleet that has just changed. */
static guint
filter (MpsRowList *self, const guint32 *rows, guint n_rows, guint32 *kept)
{
  MpsRowListPrivate *priv = mps_row_list_get_private (self);
  const MpsRowListClass *klass = MPS_ROW_LIST_GET_CLASS (self);
  const gpointer match = klass->match_new ? klass->match_new (self, priv->search) : priv->search;
  const guint n_kept = klass->filter (self, match, rows, n_rows, kept);

  if (klass->match_free)
    klass->match_free (match);
  return n_kept;
}

static guint
get_n_all (MpsRowList *self)
{
  return MPS_ROW_LIST_GET_CLASS (self)->get_n_rows (self);
}

/* Exchanges what is shown, and says so if that is something else or may show something else. */
static void
take_work (MpsRowList *self)
{
  MpsRowListPrivate *priv = mps_row_list_get_private (self);
  const MpsRowChange change = { .all = priv->work_is_new };
  guint n_kept, n_all;
  guint32 *kept = mps_row_work_steal_kept (priv->work, &n_kept);
  guint32 *whole = mps_row_work_steal_whole (priv->work, &n_all);
  gboolean is_other;

  mps_row_list_drop_work (self);
  if (whole)
    {
      mps_row_order_set_column (&priv->whole, priv->wanted.column, priv->wanted.descending);
      mps_row_order_take_sorted (&priv->whole, whole, n_all);
      priv->is_whole = TRUE;
    }
  mps_row_order_set_column (&priv->order, priv->wanted.column, priv->wanted.descending);
  is_other = mps_row_order_take_sorted (&priv->order, kept, n_kept);
  if (is_other || change.all)
    announce (self, &change);
}

static gboolean
on_slice (gpointer user_data)
{
  MpsRowList *self = user_data;
  MpsRowListPrivate *priv = mps_row_list_get_private (self);

  if (mps_row_work_step (priv->work))
    return TRUE;
  priv->work_source = 0;
  take_work (self);
  return FALSE;
}

static gboolean
has_wanted_whole (MpsRowListPrivate *priv)
{
  return priv->is_whole && priv->whole.column == priv->wanted.column
         && priv->whole.descending == priv->wanted.descending;
}

/* Work that is under way is forgotten, but not that rows may show something else after it. */
static void
begin (MpsRowList *self, gboolean is_new, gboolean is_longer_search)
{
  MpsRowListPrivate *priv = mps_row_list_get_private (self);
  const gboolean was_new = priv->work && priv->work_is_new;

  is_longer_search = is_longer_search && priv->work == NULL;
  mps_row_list_drop_work (self);
  priv->work = mps_row_work_new (self, &priv->wanted, priv->search);
  priv->work_is_new = is_new || was_new;
  if (is_longer_search)
    mps_row_work_start_from (priv->work, priv->order.rows, priv->order.n_rows);
  else if (has_wanted_whole (priv))
    mps_row_work_start_from (priv->work, priv->whole.rows, priv->whole.n_rows);
  if (get_n_all (self) >= priv->slices_from)
    priv->work_source = mps_slices_begin (on_slice, self);
  else
    mps_row_list_finish (self);
}

/* A longer search can only match what the shorter one did, and in the same order. */
void
mps_row_list_narrow (MpsRowList *self)
{
  begin (self, FALSE, TRUE);
}

void
mps_row_list_drop_work (MpsRowList *self)
{
  MpsRowListPrivate *priv = mps_row_list_get_private (self);

  g_clear_handle_id (&priv->work_source, g_source_remove);
  g_clear_pointer (&priv->work, mps_row_work_free);
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
  begin (self, FALSE, FALSE);
}

/* After a reload there may be fewer rows, and what is gone must not be shown until the work is
 * done. */
static void
leave_out_gone (MpsRowList *self)
{
  MpsRowListPrivate *priv = mps_row_list_get_private (self);
  const MpsRowChange everything = { .all = TRUE };
  const guint n_all = get_n_all (self);
  guint n_rows = 0;

  for (guint i = 0; i < priv->order.n_rows; i++)
    if (priv->order.rows[i] < n_all)
      priv->order.rows[n_rows++] = priv->order.rows[i];
  priv->order.n_rows = filter (self, priv->order.rows, n_rows, priv->order.rows);
  announce (self, &everything);
}

/**
 * mps_row_list_refresh:
 * @self: a list of which any row may show something else than before
 * @is_ordered: whether the same rows are still in it in the same order
 */
void
mps_row_list_refresh (MpsRowList *self, gboolean is_ordered)
{
  MpsRowListPrivate *priv = mps_row_list_get_private (self);
  const MpsRowChange everything = { .all = TRUE };

  if (is_ordered && priv->work == NULL)
    {
      announce (self, &everything);
      return;
    }
  mps_row_list_drop_work (self);
  priv->is_whole = priv->is_whole && is_ordered;
  if (get_n_all (self) >= priv->slices_from)
    leave_out_gone (self);
  begin (self, TRUE, FALSE);
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
  const gboolean is_busy = priv->work != NULL;
  g_autofree guint32 *kept = NULL;
  guint n_kept;

  if (rows == NULL || n_rows > MAX (64, priv->order.n_rows / 16))
    {
      mps_row_list_refresh (self, FALSE);
      return;
    }
  mps_row_list_drop_work (self);
  update_whole (self, rows, n_rows);
  kept = g_new (guint32, n_rows);
  n_kept = filter (self, rows, n_rows, kept);
  if (mps_row_order_move (&priv->order, rows, n_rows, kept, n_kept))
    announce (self, &change);
  if (is_busy)
    begin (self, FALSE, FALSE);
}

/**
 * mps_row_list_set_slices_from:
 * @self: a list
 * @n_rows: with at least as many rows in the fleet, to filter and to sort is
 *   done in slices of the main loop; at first it is always done at once
 */
void
mps_row_list_set_slices_from (MpsRowList *self, guint n_rows)
{
  g_return_if_fail (MPS_IS_ROW_LIST (self));
  mps_row_list_get_private (self)->slices_from = n_rows;
}

/**
 * mps_row_list_get_busy:
 * @self: a list
 *
 * Returns: whether other rows are about to be shown than those that are shown
 */
gboolean
mps_row_list_get_busy (MpsRowList *self)
{
  g_return_val_if_fail (MPS_IS_ROW_LIST (self), FALSE);
  return mps_row_list_get_private (self)->work != NULL;
}

/**
 * mps_row_list_finish:
 * @self: a list
 *
 * Makes what is shown what is to be shown, at once.
 */
void
mps_row_list_finish (MpsRowList *self)
{
  MpsRowListPrivate *priv;

  g_return_if_fail (MPS_IS_ROW_LIST (self));
  priv = mps_row_list_get_private (self);
  if (priv->work == NULL)
    return;
  while (mps_row_work_step (priv->work))
    ;
  take_work (self);
}
