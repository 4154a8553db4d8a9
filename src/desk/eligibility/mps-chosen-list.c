/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-chosen-list.h"

#include "fleet/mps-printer-list.h"

#include <stdlib.h>

struct _MpsChosenList {
  MpsRowList parent_instance;

  gint64 *printers; /* ids, ascending */
  gsize n_printers;
  MpsStatus status;
};

G_DEFINE_FINAL_TYPE (MpsChosenList, mps_chosen_list, MPS_TYPE_ROW_LIST)

static int
compare_ids (const void *a, const void *b)
{
  gint64 id_a = *(const gint64 *) a;
  gint64 id_b = *(const gint64 *) b;

  return (id_a > id_b) - (id_a < id_b);
}

static gboolean
is_chosen (MpsChosenList *self, MpsFleet *fleet, guint32 row)
{
  gint64 id = mps_fleet_get_id (fleet, row);

  return bsearch (&id, self->printers, self->n_printers, sizeof id, compare_ids) != NULL;
}

static gboolean
is_wanted (MpsChosenList *self, MpsFleet *fleet, guint32 row)
{
  return mps_fleet_is_alive (fleet, row)
         && mps_status_mask_has (mps_fleet_get_mask (fleet, row), self->status);
}

/* The chosen are often few and the fleet large, so all of it is never gone through. */
static guint32 *
mps_chosen_list_dup_candidates (MpsRowList *list, guint *n_rows)
{
  MpsChosenList *self = MPS_CHOSEN_LIST (list);
  guint32 *rows = g_new (guint32, self->n_printers);

  *n_rows = 0;
  for (gsize i = 0; i < self->n_printers; i++)
    {
      guint32 row = mps_fleet_find_printer (mps_row_list_get_fleet (list), self->printers[i]);

      if (row != MPS_NO_ROW)
        rows[(*n_rows)++] = row;
    }
  return rows;
}

static guint
mps_chosen_list_filter (MpsRowList *list, gconstpointer match, const guint32 *rows, guint n_rows,
                        guint32 *kept)
{
  MpsChosenList *self = MPS_CHOSEN_LIST (list);
  MpsFleet *fleet = mps_row_list_get_fleet (list);
  guint n_kept = 0;

  for (guint i = 0; i < n_rows; i++)
    if (is_wanted (self, fleet, rows[i]) && is_chosen (self, fleet, rows[i]))
      kept[n_kept++] = rows[i];
  return n_kept;
}

static void
mps_chosen_list_finalize (GObject *object)
{
  g_free (MPS_CHOSEN_LIST (object)->printers);
  G_OBJECT_CLASS (mps_chosen_list_parent_class)->finalize (object);
}

static void
mps_chosen_list_class_init (MpsChosenListClass *klass)
{
  MpsRowListClass *list_class = MPS_ROW_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mps_chosen_list_finalize;
  mps_printer_list_init_class (list_class);
  list_class->dup_candidates = mps_chosen_list_dup_candidates;
  list_class->filter = mps_chosen_list_filter;
}

static void
mps_chosen_list_init (MpsChosenList *self)
{
}

/**
 * mps_chosen_list_new:
 * @fleet: the fleet
 * @printers: (array length=n_printers): ids of the chosen printers, each once
 * @n_printers: how many
 * @status: the status that they must have
 *
 * Returns: (transfer full): a new list
 */
MpsChosenList *
mps_chosen_list_new (MpsFleet *fleet, const gint64 *printers, gsize n_printers, MpsStatus status)
{
  MpsChosenList *self = g_object_new (MPS_TYPE_CHOSEN_LIST, "fleet", fleet, NULL);
  MpsRowList *list = MPS_ROW_LIST (self);

  self->printers = g_memdup2 (printers, n_printers * sizeof *printers);
  self->n_printers = n_printers;
  self->status = status;
  qsort (self->printers, n_printers, sizeof *printers, compare_ids);
  mps_row_list_set_sort (list, MPS_PRINTER_COLUMN_SERIAL, FALSE);
  g_signal_connect_object (fleet, "printers-changed", G_CALLBACK (mps_row_list_take_changes), list,
                           G_CONNECT_SWAPPED);
  mps_row_list_refilter (list);
  return self;
}
