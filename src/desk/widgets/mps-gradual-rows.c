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

struct _MpsGradualRows {
  GObject parent_instance;

  GtkSelectionModel *rows;
  guint limit; /* of how many the view may know; G_MAXUINT when it has made what it makes */
  guint source;
};

static guint
count_rows (MpsGradualRows *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

static GType
get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (G_LIST_MODEL (MPS_GRADUAL_ROWS (model)->rows));
}

static guint
get_n_items (GListModel *model)
{
  MpsGradualRows *self = MPS_GRADUAL_ROWS (model);

  return MIN (count_rows (self), self->limit);
}

static gpointer
get_item (GListModel *model, guint position)
{
  MpsGradualRows *self = MPS_GRADUAL_ROWS (model);

  return position < self->limit ? g_list_model_get_item (G_LIST_MODEL (self->rows), position)
                                : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  return gtk_selection_model_is_selected (MPS_GRADUAL_ROWS (model)->rows, position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  return gtk_selection_model_get_selection_in_range (MPS_GRADUAL_ROWS (model)->rows, position,
                                                     n_items);
}

static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  return gtk_selection_model_select_item (MPS_GRADUAL_ROWS (model)->rows, position, unselect_rest);
}

static gboolean
unselect_item (GtkSelectionModel *model, guint position)
{
  return gtk_selection_model_unselect_item (MPS_GRADUAL_ROWS (model)->rows, position);
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  return gtk_selection_model_set_selection (MPS_GRADUAL_ROWS (model)->rows, selected, mask);
}

static gboolean
select_all (GtkSelectionModel *model)
{
  return gtk_selection_model_select_all (MPS_GRADUAL_ROWS (model)->rows);
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  return gtk_selection_model_unselect_all (MPS_GRADUAL_ROWS (model)->rows);
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
  iface->set_selection = set_selection;
  iface->select_all = select_all;
  iface->unselect_all = unselect_all;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MpsGradualRows, mps_gradual_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          selection_model_init))

static void
set_limit (MpsGradualRows *self, guint limit)
{
  const guint n_before = get_n_items (G_LIST_MODEL (self));
  guint n_items;

  self->limit = limit;
  n_items = get_n_items (G_LIST_MODEL (self));
  if (n_items > n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, n_items - n_before);
}

static gboolean
on_step (gpointer user_data)
{
  MpsGradualRows *self = user_data;
  const gboolean is_enough = self->limit >= ENOUGH_ROWS;

  if (!is_enough && self->limit < count_rows (self))
    {
      set_limit (self, self->limit + MORE_ROWS);
      return G_SOURCE_CONTINUE;
    }
  self->source = 0;
  if (is_enough)
    set_limit (self, G_MAXUINT);
  return G_SOURCE_REMOVE;
}

/* After a frame where both are due, which on a slow machine is always. */
static void
begin_steps (MpsGradualRows *self)
{
  if (self->source == 0)
    self->source = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, STEP_MS, on_step, self, NULL);
}

/* As much of a change as the view can know of. */
static void
emit_items_changed (MpsGradualRows *self, guint position, guint removed, guint added)
{
  const guint n_rows = count_rows (self);
  const guint n_before = n_rows - added + removed;

  if (position >= self->limit)
    return;
  if (MAX (n_rows, n_before) > self->limit)
    {
      const guint n_left = self->limit - position;

      if (removed == added)
        removed = added = MIN (added, n_left);
      else
        {
          removed = MIN (n_before - position, n_left);
          added = MIN (n_rows - position, n_left);
        }
    }
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* The view has widgets for as many rows as it knows of, and keeps none for rows that go. A few new
 * ones it knows of at once, wherever they are, so that none of the others seems to go. */
static void
on_items_changed (MpsGradualRows *self, guint position, guint removed, guint added)
{
  const guint n_rows = count_rows (self);

  if (self->source == 0 && n_rows > self->limit)
    {
      if (n_rows - self->limit <= MORE_ROWS)
        self->limit = n_rows;
      begin_steps (self);
    }
  emit_items_changed (self, position, removed, added);
  if (n_rows < ENOUGH_ROWS)
    self->limit = MIN (self->limit, MAX (n_rows, FIRST_ROWS));
}

static void
on_selection_changed (MpsGradualRows *self, guint position, guint n_items)
{
  if (position < self->limit)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position,
                                           MIN (n_items, self->limit - position));
}

static void
mps_gradual_rows_finalize (GObject *object)
{
  MpsGradualRows *self = MPS_GRADUAL_ROWS (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (mps_gradual_rows_parent_class)->finalize (object);
}

static void
mps_gradual_rows_class_init (MpsGradualRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mps_gradual_rows_finalize;
}

static void
mps_gradual_rows_init (MpsGradualRows *self)
{
  self->limit = FIRST_ROWS;
}

/**
 * mps_gradual_rows_new:
 * @rows: (transfer full): what a view is to show
 *
 * Returns: (transfer full): the same rows at the same positions, selected as
 *   they are, of which the first are there at once and the others within a
 *   quarter of a second
 */
MpsGradualRows *
mps_gradual_rows_new (GtkSelectionModel *rows)
{
  MpsGradualRows *self;

  g_return_val_if_fail (GTK_IS_SELECTION_MODEL (rows), NULL);
  self = g_object_new (MPS_TYPE_GRADUAL_ROWS, NULL);
  self->rows = rows;
  g_signal_connect_object (rows, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "selection-changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  if (count_rows (self) > FIRST_ROWS)
    begin_steps (self);
  return self;
}

/**
 * mps_gradual_rows_finish:
 * @self: rows
 *
 * Lets the view know all of them at once, since it is to go to one of them.
 */
void
mps_gradual_rows_finish (MpsGradualRows *self)
{
  g_return_if_fail (MPS_IS_GRADUAL_ROWS (self));
  g_clear_handle_id (&self->source, g_source_remove);
  set_limit (self, G_MAXUINT);
}
