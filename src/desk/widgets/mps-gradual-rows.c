/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-gradual-rows.h"

/*
 * A view of GTK makes the widgets of about 205 rows when it sees its first ones, however few of
 * them there is room for, and no frame is drawn meanwhile. So it sees as many as a screen shows at
 * first, then some more each frame, and all when it has made what it makes.
 */
#define FIRST_ROWS 24
#define MORE_ROWS 16
#define ENOUGH_ROWS 240

/* A little longer than a frame, so that each is drawn between two steps. */
#define STEP_MS 20

typedef struct {
  GtkSliceListModel *shown; /* unowned: it owns this */
  GListModel *rows;         /* owned */
  guint source;
} Growth;

static void
growth_free (gpointer data)
{
  Growth *self = data;

  g_clear_handle_id (&self->source, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->rows, self);
  g_object_unref (self->rows);
  g_free (self);
}

static gboolean
on_step (gpointer user_data)
{
  Growth *self = user_data;
  const guint size = gtk_slice_list_model_get_size (self->shown);
  const gboolean is_enough = size >= ENOUGH_ROWS || size >= g_list_model_get_n_items (self->rows);

  if (is_enough)
    self->source = 0;
  gtk_slice_list_model_set_size (self->shown, is_enough ? G_MAXUINT : size + MORE_ROWS);
  return is_enough ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

/* A view that has no rows any more has no widgets for the next ones either. */
static void
on_rows_changed (GListModel *rows, guint position, guint removed, guint added, Growth *self)
{
  if (g_list_model_get_n_items (rows) == 0)
    {
      g_clear_handle_id (&self->source, g_source_remove);
      gtk_slice_list_model_set_size (self->shown, FIRST_ROWS);
    }
  else if (self->source == 0 && gtk_slice_list_model_get_size (self->shown) < G_MAXUINT)
    self->source = g_timeout_add (STEP_MS, on_step, self);
}

/**
 * mps_gradual_rows_new:
 * @rows: (transfer none): what a view is to show
 *
 * Returns: (transfer full): the same rows at the same positions, of which the
 *   first are there at once and the others within a quarter of a second
 */
GListModel *
mps_gradual_rows_new (GListModel *rows)
{
  Growth *self;
  GtkSliceListModel *shown;

  g_return_val_if_fail (G_IS_LIST_MODEL (rows), NULL);
  self = g_new0 (Growth, 1);
  shown = gtk_slice_list_model_new (g_object_ref (rows), 0, FIRST_ROWS);
  self->shown = shown;
  self->rows = g_object_ref (rows);
  g_object_set_data_full (G_OBJECT (shown), "mps-growth", self, growth_free);
  g_signal_connect (rows, "items-changed", G_CALLBACK (on_rows_changed), self);
  on_rows_changed (rows, 0, 0, 0, self);
  return G_LIST_MODEL (shown);
}
