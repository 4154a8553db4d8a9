/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-row-work.h"

/*
 * To sort is dearer than to filter. So all rows are sorted, once a large part of them had to be,
 * and kept by the list for the next filter; with fewer rows than this share of all, they are sorted
 * by themselves.
 */
#define LARGE_SHARE 8

/* How many rows a step looks at: a small part of a millisecond. */
#define N_STEP 4096

typedef enum {
  FILTER,     /* rows that are in their order already */
  FILTER_ALL, /* all rows, by their numbers */
  SORT_KEPT,  /* those few that were kept */
  SORT_WHOLE, /* all rows, which are filtered then */
  DONE,
} Stage;

struct _MpsRowWork {
  MpsRowList *list; /* unowned, and so is what belongs to it */
  MpsRowOrder *wanted;
  gpointer match;
  Stage stage;
  guint n_all;
  guint32 *candidates; /* (nullable): instead of all rows */
  const guint32 *rows; /* (nullable): what is filtered; all rows by their numbers for NULL */
  guint n_rows;
  guint position; /* how many of them have been filtered */
  guint32 *kept;
  guint n_kept;
  guint32 *whole;
  MpsRowSort *sorting;
};

static const MpsRowListClass *
get_class (MpsRowWork *self)
{
  return MPS_ROW_LIST_GET_CLASS (self->list);
}

static void
begin_filter (MpsRowWork *self, Stage stage, const guint32 *rows, guint n_rows)
{
  self->stage = stage;
  self->rows = rows;
  self->n_rows = n_rows;
  self->position = 0;
  self->n_kept = 0;
  g_free (self->kept);
  self->kept = g_new (guint32, n_rows);
}

static void
begin_sort (MpsRowWork *self, Stage stage, guint32 *rows, guint n_rows)
{
  self->stage = stage;
  self->sorting = mps_row_order_sort (self->wanted, rows, n_rows);
}

static guint32 *
steal_order (MpsRowWork *self)
{
  const MpsRowListClass *klass = get_class (self);

  return klass->steal_order
             ? klass->steal_order (self->list, self->wanted->column, self->wanted->descending)
             : NULL;
}

static void
begin_whole (MpsRowWork *self)
{
  self->whole = steal_order (self);
  if (self->whole)
    {
      begin_filter (self, FILTER, self->whole, self->n_all);
      return;
    }
  self->whole = g_new (guint32, self->n_all);
  for (guint i = 0; i < self->n_all; i++)
    self->whole[i] = i;
  begin_sort (self, SORT_WHOLE, self->whole, self->n_all);
}

/**
 * mps_row_work_new:
 * @list: (unowned): the list
 * @wanted: (unowned): the order in which the rows are to be
 * @search: (unowned): what is searched for
 *
 * Returns: (transfer full): work on all rows of the fleet, which is still to be done
 */
MpsRowWork *
mps_row_work_new (MpsRowList *list, MpsRowOrder *wanted, const MpsSearch *search)
{
  MpsRowWork *self = g_new0 (MpsRowWork, 1);
  const MpsRowListClass *klass = MPS_ROW_LIST_GET_CLASS (list);

  self->list = list;
  self->wanted = wanted;
  self->match = klass->match_new ? klass->match_new (list, search) : (gpointer) search;
  self->n_all = klass->get_n_rows (list);
  if (klass->dup_candidates)
    {
      guint n_candidates;

      self->candidates = klass->dup_candidates (list, &n_candidates);
      begin_filter (self, FILTER_ALL, self->candidates, n_candidates);
    }
  else
    begin_filter (self, FILTER_ALL, NULL, self->n_all);
  return self;
}

/**
 * mps_row_work_start_from:
 * @self: work that is not begun
 * @rows: (unowned) (array length=n_rows): all that are to be filtered, in the wanted order
 * @n_rows: how many
 *
 * Makes it the shorter work that it is where there are such rows.
 */
void
mps_row_work_start_from (MpsRowWork *self, const guint32 *rows, guint n_rows)
{
  begin_filter (self, FILTER, rows, n_rows);
}

void
mps_row_work_free (MpsRowWork *self)
{
  if (get_class (self)->match_free)
    get_class (self)->match_free (self->match);
  g_clear_pointer (&self->sorting, mps_row_sort_free);
  g_free (self->candidates);
  g_free (self->kept);
  g_free (self->whole);
  g_free (self);
}

static void
filter (MpsRowWork *self)
{
  const guint n = MIN (N_STEP, self->n_rows - self->position);
  guint32 numbers[N_STEP];
  const guint32 *rows = self->rows ? self->rows + self->position : numbers;

  if (self->rows == NULL)
    for (guint i = 0; i < n; i++)
      numbers[i] = self->position + i;
  self->n_kept
      += get_class (self)->filter (self->list, self->match, rows, n, self->kept + self->n_kept);
  self->position += n;
}

/* All rows were filtered that are not sorted yet. */
static void
choose_sort (MpsRowWork *self)
{
  if (self->wanted->column == MPS_ROW_LIST_UNSORTED)
    self->stage = DONE;
  else if (self->candidates || self->n_kept < self->n_all / LARGE_SHARE)
    begin_sort (self, SORT_KEPT, self->kept, self->n_kept);
  else
    begin_whole (self);
}

static void
end_filter (MpsRowWork *self)
{
  if (self->stage == FILTER)
    self->stage = DONE;
  else
    choose_sort (self);
}

static void
end_sort (MpsRowWork *self)
{
  g_clear_pointer (&self->sorting, mps_row_sort_free);
  if (self->stage == SORT_KEPT)
    self->stage = DONE;
  else
    begin_filter (self, FILTER, self->whole, self->n_all);
}

/**
 * mps_row_work_step:
 * @self: work
 *
 * Goes on for a small part of a millisecond.
 *
 * Returns: whether there is more to do
 */
gboolean
mps_row_work_step (MpsRowWork *self)
{
  if (self->stage == FILTER || self->stage == FILTER_ALL)
    {
      filter (self);
      if (self->position == self->n_rows)
        end_filter (self);
    }
  else if (self->stage != DONE && !mps_row_sort_step (self->sorting))
    end_sort (self);
  return self->stage != DONE;
}

/**
 * mps_row_work_steal_whole:
 * @self: work that is done
 * @n_rows: (out): how many
 *
 * Returns: (transfer full) (nullable): all rows of the fleet in the wanted order, if they were
 * sorted
 */
guint32 *
mps_row_work_steal_whole (MpsRowWork *self, guint *n_rows)
{
  *n_rows = self->n_all;
  return g_steal_pointer (&self->whole);
}

/**
 * mps_row_work_steal_kept:
 * @self: work that is done
 * @n_rows: (out): how many
 *
 * Returns: (transfer full): the rows of the list
 */
guint32 *
mps_row_work_steal_kept (MpsRowWork *self, guint *n_rows)
{
  *n_rows = self->n_kept;
  return g_renew (guint32, g_steal_pointer (&self->kept), self->n_kept);
}
