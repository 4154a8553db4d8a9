/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-view-state.h"

/* Dragging the edge of a column makes a new layout for each pixel. */
#define SAVE_DELAY_MS 500

struct _MpsViewState {
  GObject parent_instance;

  MpsPrinterColumns *columns;
  MpsPrinterFilter *filter;
  MpsPrinterViews *views;
  char *database;
  char *chosen; /* the id of a view */
  GSettings *settings;
  guint save_source;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpsViewState, mps_view_state, G_TYPE_OBJECT)

static void
emit_changed (MpsViewState *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
save_layout (MpsViewState *self)
{
  MpsPrinterLayout layout;

  g_clear_handle_id (&self->save_source, g_source_remove);
  mps_printer_columns_get_layout (self->columns, &layout);
  g_settings_set_value (self->settings, "printer-columns",
                        mps_printer_layout_columns_to_variant (&layout));
  g_settings_set_value (self->settings, "printer-sort",
                        mps_printer_layout_sort_to_variant (&layout));
}

static void
on_save (gpointer user_data)
{
  MpsViewState *self = user_data;

  self->save_source = 0;
  save_layout (self);
}

static void
on_columns_changed (MpsViewState *self)
{
  if (self->save_source == 0)
    self->save_source = g_timeout_add_once (SAVE_DELAY_MS, on_save, self);
  emit_changed (self);
}

static void
choose (MpsViewState *self, const char *id)
{
  g_set_str (&self->chosen, id);
  g_settings_set_string (self->settings, "printer-view", id);
}

static void
mps_view_state_dispose (GObject *object)
{
  MpsViewState *self = MPS_VIEW_STATE (object);

  if (self->save_source)
    save_layout (self);
  g_clear_object (&self->columns);
  g_clear_object (&self->filter);
  g_clear_object (&self->views);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mps_view_state_parent_class)->dispose (object);
}

static void
mps_view_state_finalize (GObject *object)
{
  MpsViewState *self = MPS_VIEW_STATE (object);

  g_free (self->database);
  g_free (self->chosen);
  G_OBJECT_CLASS (mps_view_state_parent_class)->finalize (object);
}

static void
mps_view_state_class_init (MpsViewStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mps_view_state_dispose;
  object_class->finalize = mps_view_state_finalize;
  signals[CHANGED] = g_signal_new ("changed", MPS_TYPE_VIEW_STATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
mps_view_state_init (MpsViewState *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
  self->chosen = g_settings_get_string (self->settings, "printer-view");
}

/* The layout is the last one, however it differs from the view; a damaged one is as none. */
static void
restore (MpsViewState *self)
{
  const MpsPrinterView *view = mps_view_state_get_view (self);
  g_autoptr (GVariant) columns = g_settings_get_value (self->settings, "printer-columns");
  g_autoptr (GVariant) sort = g_settings_get_value (self->settings, "printer-sort");
  MpsPrinterLayout layout;

  if (g_variant_n_children (columns) == 0 || !mps_printer_layout_take_columns (&layout, columns)
      || !mps_printer_layout_take_sort (&layout, sort))
    layout = view->layout;
  mps_printer_columns_set_layout (self->columns, &layout);
  mps_printer_filter_set_criteria (self->filter, view->criteria);
}

/**
 * mps_view_state_new:
 * @columns: (transfer none): the columns of the table
 * @filter: (transfer none): the filter of the table, which follows its list already
 * @database: the database file that is open
 *
 * Shows the printers as they were shown last.
 *
 * Returns: (transfer full): in which view they are shown
 */
MpsViewState *
mps_view_state_new (MpsPrinterColumns *columns, MpsPrinterFilter *filter, const char *database)
{
  MpsViewState *self = g_object_new (MPS_TYPE_VIEW_STATE, NULL);

  self->columns = g_object_ref (columns);
  self->filter = g_object_ref (filter);
  self->database = g_strdup (database);
  self->views = mps_printer_views_new (database);
  restore (self);
  g_signal_connect_object (columns, "changed", G_CALLBACK (on_columns_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (filter, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->views, "changed", G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * mps_view_state_get_views:
 * @self: a state
 *
 * Returns: (transfer none): the views there are
 */
MpsPrinterViews *
mps_view_state_get_views (MpsViewState *self)
{
  g_return_val_if_fail (MPS_IS_VIEW_STATE (self), NULL);
  return self->views;
}

/**
 * mps_view_state_get_view:
 * @self: a state
 *
 * Returns: (transfer none): the view that was chosen, until “changed”; one that
 *   is not there any more is the standard one
 */
const MpsPrinterView *
mps_view_state_get_view (MpsViewState *self)
{
  const MpsPrinterView *view;

  g_return_val_if_fail (MPS_IS_VIEW_STATE (self), NULL);
  view = mps_printer_views_find (self->views, self->chosen);
  return view ? view : mps_printer_views_get (self->views, 0);
}

/**
 * mps_view_state_get_modified:
 * @self: a state
 *
 * Returns: whether other columns or printers are shown than the view's
 */
gboolean
mps_view_state_get_modified (MpsViewState *self)
{
  MpsPrinterLayout layout;

  g_return_val_if_fail (MPS_IS_VIEW_STATE (self), FALSE);
  mps_printer_columns_get_layout (self->columns, &layout);
  return !mps_printer_view_shows (mps_view_state_get_view (self), &layout,
                                  mps_printer_filter_get_criteria (self->filter));
}

/**
 * mps_view_state_show:
 * @self: a state
 * @view: the view to show
 */
void
mps_view_state_show (MpsViewState *self, const MpsPrinterView *view)
{
  g_autoptr (MpsPrinterView) shown = mps_printer_view_copy (view);

  g_return_if_fail (MPS_IS_VIEW_STATE (self));
  choose (self, shown->id);
  mps_printer_columns_set_layout (self->columns, &shown->layout);
  mps_printer_filter_set_criteria (self->filter, shown->criteria);
}

/**
 * mps_view_state_keep:
 * @self: a state
 * @view: a view of the user's
 *
 * Saves what is shown as that view.
 */
void
mps_view_state_keep (MpsViewState *self, MpsPrinterView *view)
{
  MpsPrinterLayout layout;

  g_return_if_fail (MPS_IS_VIEW_STATE (self));
  mps_printer_columns_get_layout (self->columns, &layout);
  mps_printer_view_set (view, self->database, &layout,
                        mps_printer_filter_get_criteria (self->filter));
  choose (self, view->id);
  mps_printer_views_save (self->views, view);
}
