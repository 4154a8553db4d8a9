/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-eligibility-pane.h"

#include "mps-eligibility-model.h"
#include "mps-printer-commands.h"

#include <glib/gi18n.h>

struct _MpsEligibilityPane {
  AdwBin parent_instance;

  MpsRowSelection *selection;
  MpsEligibilityModel *model;
  guint update_source;
  guint top_source;

  GtkWidget *close_button;
  GtkLabel *scope;
  GtkWidget *sample_note;
  GtkScrolledWindow *scrolled_window;
  GtkListView *list;
};

enum {
  REMEDY,
  FILTER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpsEligibilityPane, mps_eligibility_pane, ADW_TYPE_BIN)

static gboolean
is_explanation (GtkListItem *item, guint kind)
{
  return kind == MPS_ELIGIBILITY_EXPLANATION;
}

static gboolean
is_printer (GtkListItem *item, guint kind)
{
  return kind == MPS_ELIGIBILITY_PRINTER;
}

static gboolean
has_printers (GtkListItem *item, const char *count_text)
{
  return g_strcmp0 (count_text, "0") != 0;
}

static gboolean
is_toggle (GtkListItem *item, guint kind)
{
  return kind == MPS_ELIGIBILITY_TOGGLE;
}

static gboolean
is_activatable (GtkListItem *item, guint kind, const char *count_text)
{
  return kind == MPS_ELIGIBILITY_PRINTER || has_printers (item, count_text);
}

static gboolean
has_remedy (GtkListItem *item, const char *remedy_label, const char *count_text)
{
  return remedy_label && *remedy_label && has_printers (item, count_text);
}

static gboolean
is_unhindered (GtkListItem *item, const char *hindrance)
{
  return hindrance == NULL;
}

static char *
dup_name (GtkListItem *item, guint kind, const char *explanation, const char *serial,
          const char *model, const char *toggle_label)
{
  switch ((MpsEligibilityKind) kind)
    {
    case MPS_ELIGIBILITY_EXPLANATION:
      return g_strdup (explanation);
    case MPS_ELIGIBILITY_PRINTER:
      return g_strjoin (" ", serial ? serial : "", model, NULL);
    case MPS_ELIGIBILITY_TOGGLE:
      return g_strdup (toggle_label);
    }
  g_assert_not_reached ();
}

static void
emit_for_item (GtkWidget *button, GtkListItem *item, guint signal)
{
  GtkWidget *self = gtk_widget_get_ancestor (button, MPS_TYPE_ELIGIBILITY_PANE);
  const MpsStatus status = mps_eligibility_item_get_status (gtk_list_item_get_item (item));

  g_signal_emit (self, signals[signal], 0, (guint) status);
}

static void
on_remedy_clicked (GtkListItem *item, GtkWidget *button)
{
  emit_for_item (button, item, REMEDY);
}

static void
on_filter_clicked (GtkListItem *item, GtkWidget *button)
{
  emit_for_item (button, item, FILTER);
}

static void
on_activate (MpsEligibilityPane *self, guint position)
{
  g_autoptr (MpsEligibilityItem) item = NULL;
  guint start, end;

  item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  if (mps_eligibility_item_get_kind (item) == MPS_ELIGIBILITY_PRINTER)
    {
      mps_printer_commands_show (
          GTK_WIDGET (self), mps_row_list_get_fleet (mps_row_selection_get_list (self->selection)),
          mps_eligibility_item_get_row (item));
      return;
    }
  mps_eligibility_model_toggle (self->model, mps_eligibility_item_get_status (item));
  /* The line that was activated may have moved to the end of a long list, of which the
   * beginning is wanted. */
  gtk_section_model_get_section (GTK_SECTION_MODEL (self->model), position, &start, &end);
  gtk_list_view_scroll_to (self->list, start, GTK_LIST_SCROLL_FOCUS, NULL);
}

static char *
dup_scope_text (guint n_selected, guint n_shown)
{
  if (n_selected > 0)
    return g_strdup_printf (ngettext ("%'u selected printer", "%'u selected printers", n_selected),
                            n_selected);
  return g_strdup_printf (ngettext ("%'u printer shown", "All %'u printers shown", n_shown),
                          n_shown);
}

static gboolean
on_scroll_to_top (gpointer user_data)
{
  MpsEligibilityPane *self = user_data;

  self->top_source = 0;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled_window), 0);
  return G_SOURCE_REMOVE;
}

/* A list view keeps its place at an item, and so hides the header above the first one when
 * items come; whoever looked at the top wants to go on doing so. */
static void
stay_at_top (MpsEligibilityPane *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);

  if (self->top_source == 0 && gtk_adjustment_get_value (adjustment) < 1)
    self->top_source = g_idle_add (on_scroll_to_top, self);
}

/**
 * mps_eligibility_pane_update:
 * @self: a pane that follows a selection
 *
 * Counts now rather than before the next frame.
 */
void
mps_eligibility_pane_update (MpsEligibilityPane *self)
{
  g_autofree guint32 *selected = NULL;
  g_autofree char *text = NULL;
  const guint32 *rows;
  guint n_selected, n_rows;

  g_return_if_fail (MPS_IS_ELIGIBILITY_PANE (self));
  g_return_if_fail (self->selection != NULL);
  g_clear_handle_id (&self->update_source, g_source_remove);
  n_selected = mps_row_selection_get_n_selected (self->selection);
  rows = mps_row_list_get_rows (mps_row_selection_get_list (self->selection), &n_rows);
  text = dup_scope_text (n_selected, n_rows);
  if (n_selected > 0)
    rows = selected = mps_row_selection_dup_rows (self->selection, &n_rows);
  gtk_label_set_label (self->scope, text);
  stay_at_top (self);
  mps_eligibility_model_set_rows (self->model, rows, n_rows);
}

static gboolean
on_update (gpointer user_data)
{
  MpsEligibilityPane *self = user_data;

  self->update_source = 0;
  mps_eligibility_pane_update (self);
  return G_SOURCE_REMOVE;
}

/* A change of the store and one of the selection often come together, and are counted once;
 * before the next frame is drawn. */
static void
queue_update (MpsEligibilityPane *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, on_update, self, NULL);
}

static void
mps_eligibility_pane_dispose (GObject *object)
{
  MpsEligibilityPane *self = MPS_ELIGIBILITY_PANE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_ELIGIBILITY_PANE);
  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_handle_id (&self->top_source, g_source_remove);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (mps_eligibility_pane_parent_class)->dispose (object);
}

static void
mps_eligibility_pane_class_init (MpsEligibilityPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_eligibility_pane_dispose;
  signals[REMEDY] = g_signal_new ("remedy", MPS_TYPE_ELIGIBILITY_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[FILTER] = g_signal_new ("filter", MPS_TYPE_ELIGIBILITY_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  g_type_ensure (MPS_TYPE_ELIGIBILITY_ITEM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-eligibility-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsEligibilityPane, close_button);
  gtk_widget_class_bind_template_child (widget_class, MpsEligibilityPane, scope);
  gtk_widget_class_bind_template_child (widget_class, MpsEligibilityPane, sample_note);
  gtk_widget_class_bind_template_child (widget_class, MpsEligibilityPane, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, MpsEligibilityPane, list);
  gtk_widget_class_bind_template_callback (widget_class, is_explanation);
  gtk_widget_class_bind_template_callback (widget_class, is_printer);
  gtk_widget_class_bind_template_callback (widget_class, is_toggle);
  gtk_widget_class_bind_template_callback (widget_class, has_printers);
  gtk_widget_class_bind_template_callback (widget_class, is_activatable);
  gtk_widget_class_bind_template_callback (widget_class, has_remedy);
  gtk_widget_class_bind_template_callback (widget_class, is_unhindered);
  gtk_widget_class_bind_template_callback (widget_class, dup_name);
  gtk_widget_class_bind_template_callback (widget_class, on_remedy_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
mps_eligibility_pane_init (MpsEligibilityPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_eligibility_pane_follow:
 * @self: a pane
 * @session: (transfer none): the session
 * @selection: (transfer none): the selection of the list of printers
 *
 * Shows what is selected in @selection from now on; to be called once.
 */
void
mps_eligibility_pane_follow (MpsEligibilityPane *self, MpsSession *session,
                             MpsRowSelection *selection)
{
  g_autoptr (GtkNoSelection) model = NULL;

  g_return_if_fail (MPS_IS_ELIGIBILITY_PANE (self));
  g_return_if_fail (MPS_IS_SESSION (session));
  g_return_if_fail (MPS_IS_ROW_SELECTION (selection));
  g_return_if_fail (self->selection == NULL);
  self->selection = g_object_ref (selection);
  self->model = mps_eligibility_model_new (mps_session_get_fleet (session));
  g_object_bind_property (session, "sample-policy", self->sample_note, "visible",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_object (selection, "changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (mps_row_selection_get_list (selection), "rows-changed",
                           G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  mps_eligibility_pane_update (self);
  /* A view that sees its first items come keeps its place at them, below their header. */
  model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
}

/**
 * mps_eligibility_pane_set_hindrance:
 * @self: a pane that follows a selection
 * @status: a status
 * @hindrance: (nullable): why its remedy can't be begun now, translated
 */
void
mps_eligibility_pane_set_hindrance (MpsEligibilityPane *self, MpsStatus status,
                                    const char *hindrance)
{
  g_return_if_fail (MPS_IS_ELIGIBILITY_PANE (self));
  mps_eligibility_model_set_hindrance (self->model, status, hindrance);
}

/**
 * mps_eligibility_pane_set_closable:
 * @self: a pane
 * @closable: whether it has a button that closes it, as where it hides the others
 */
void
mps_eligibility_pane_set_closable (MpsEligibilityPane *self, gboolean closable)
{
  g_return_if_fail (MPS_IS_ELIGIBILITY_PANE (self));
  gtk_widget_set_visible (self->close_button, closable);
}

/**
 * mps_eligibility_pane_get_rows:
 * @self: a pane that follows a selection
 * @status: a status
 * @n_rows: (out): how many
 *
 * Returns: (transfer none) (nullable) (array length=n_rows): the rows of the
 *   printers shown under @status, until the main loop runs again
 */
const guint32 *
mps_eligibility_pane_get_rows (MpsEligibilityPane *self, MpsStatus status, guint *n_rows)
{
  g_return_val_if_fail (MPS_IS_ELIGIBILITY_PANE (self), NULL);
  g_return_val_if_fail (self->model != NULL, NULL);
  *n_rows = mps_eligibility_model_get_count (self->model, status);
  return mps_eligibility_model_get_rows (self->model, status);
}
