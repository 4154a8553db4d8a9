/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-eligibility-pane.h"

#include "mps-eligibility-cells.h"
#include "mps-eligibility-model.h"
#include "mps-eligibility-scope.h"
#include "desk/printers/mps-printer-commands.h"
#include "desk/printers/mps-printers-copy.h"

#include <glib/gi18n.h>

struct _MpsEligibilityPane {
  AdwBin parent_instance;

  MpsSession *session;
  MpsEligibilityScope scope;
  MpsEligibilityModel *model;
  guint update_source;
  guint top_source;

  GtkWidget *close_button;
  GtkLabel *scope_label;
  GtkWidget *sample_note;
  GtkScrolledWindow *scrolled_window;
  GtkSearchEntry *search_entry;
  GtkListView *list;
};

enum {
  REMEDY,
  FILTER,
  REVEAL,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpsEligibilityPane, mps_eligibility_pane, ADW_TYPE_BIN)

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
show_details (GtkWidget *widget, GtkListItem *item)
{
  MpsEligibilityPane *self
      = MPS_ELIGIBILITY_PANE (gtk_widget_get_ancestor (widget, MPS_TYPE_ELIGIBILITY_PANE));

  mps_printer_commands_show (widget, mps_session_get_fleet (self->session),
                             mps_eligibility_item_get_row (gtk_list_item_get_item (item)));
}

static void
on_details_clicked (GtkListItem *item, GtkWidget *button)
{
  show_details (button, item);
}

static void
on_printer_pressed (GtkListItem *item, int n_press, double x, double y, GtkGesture *gesture)
{
  if (n_press == 2)
    show_details (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), item);
}

/* Where the sidebar lies over the table, it makes way for what it points at. */
static void
make_way (MpsEligibilityPane *self)
{
  if (gtk_widget_get_visible (self->close_button))
    gtk_widget_activate_action (GTK_WIDGET (self), "printers.show-status", NULL);
}

static void
reveal (MpsEligibilityPane *self, guint position)
{
  g_signal_emit (self, signals[REVEAL], 0, position);
  make_way (self);
}

static void
select_printer (MpsEligibilityPane *self, guint32 row)
{
  guint position;

  if (mps_eligibility_scope_select_one (&self->scope, row, &position))
    reveal (self, position);
}

static void
activate_select (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsEligibilityPane *self = MPS_ELIGIBILITY_PANE (widget);
  guint n_rows = 0, first;
  const guint32 *rows
      = mps_eligibility_pane_get_rows (self, g_variant_get_uint32 (parameter), &n_rows);

  if (mps_eligibility_scope_select (&self->scope, rows, n_rows, &first))
    reveal (self, first);
}

static void
activate_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsEligibilityPane *self = MPS_ELIGIBILITY_PANE (widget);
  const MpsPrintersCopy form = g_str_equal (action, "eligibility.copy-csv")
                                   ? MPS_PRINTERS_COPY_CSV
                                   : MPS_PRINTERS_COPY_TEXT;
  guint n_rows = 0;
  const guint32 *rows
      = mps_eligibility_pane_get_rows (self, g_variant_get_uint32 (parameter), &n_rows);

  mps_printers_copy (widget, mps_session_get_fleet (self->session), form, rows, n_rows);
}

static void
activate_filter (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[FILTER], 0, g_variant_get_uint32 (parameter));
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

static void
on_search_changed (MpsEligibilityPane *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  if (self->model == NULL)
    return;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled_window), 0);
  stay_at_top (self);
  mps_eligibility_model_set_search (self->model, text);
}

static void
on_stop_search (MpsEligibilityPane *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
toggle_section (MpsEligibilityPane *self, guint position, MpsStatus status)
{
  guint start, end;

  mps_eligibility_model_toggle (self->model, status);
  /* The line that was activated may have moved to the end of a long list, of which the
   * beginning is wanted. */
  gtk_section_model_get_section (GTK_SECTION_MODEL (self->model), position, &start, &end);
  gtk_list_view_scroll_to (self->list, start, GTK_LIST_SCROLL_FOCUS, NULL);
}

static void
on_activate (MpsEligibilityPane *self, guint position)
{
  g_autoptr (MpsEligibilityItem) item
      = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (mps_eligibility_item_get_kind (item) == MPS_ELIGIBILITY_PRINTER)
    select_printer (self, mps_eligibility_item_get_row (item));
  else if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) == '\0')
    toggle_section (self, position, mps_eligibility_item_get_status (item));
}

static void
update (MpsEligibilityPane *self)
{
  g_autofree guint32 *rows = NULL;
  g_autofree char *text = NULL;
  guint n_rows;

  g_clear_handle_id (&self->update_source, g_source_remove);
  rows = mps_eligibility_scope_dup_rows (&self->scope, &n_rows, &text);
  gtk_label_set_label (self->scope_label, text);
  stay_at_top (self);
  mps_eligibility_model_set_rows (self->model, rows, n_rows);
}

static gboolean
on_update (gpointer user_data)
{
  MpsEligibilityPane *self = user_data;

  self->update_source = 0;
  update (self);
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

/* Who selects others in the table wants to hear of these. */
static void
on_selection_changed (MpsEligibilityPane *self)
{
  mps_eligibility_scope_release (&self->scope);
  queue_update (self);
}

/* The sections have printers of their own, whatever is selected. */
static void
update_hindrances (MpsEligibilityPane *self)
{
  mps_eligibility_model_set_hindrance (
      self->model, MPS_STATUS_NO_CONTACT,
      mps_printer_commands_get_assign_hindrance (self->session, 1));
  mps_eligibility_model_set_hindrance (
      self->model, MPS_STATUS_ELIGIBLE,
      mps_printer_commands_get_enroll_hindrance (self->session, 1));
}

static void
mps_eligibility_pane_dispose (GObject *object)
{
  MpsEligibilityPane *self = MPS_ELIGIBILITY_PANE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_ELIGIBILITY_PANE);
  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_handle_id (&self->top_source, g_source_remove);
  g_clear_object (&self->session);
  mps_eligibility_scope_clear (&self->scope);
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
  signals[REVEAL] = g_signal_new ("reveal", MPS_TYPE_ELIGIBILITY_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  g_type_ensure (MPS_TYPE_ELIGIBILITY_ITEM);
  gtk_widget_class_install_action (widget_class, "eligibility.select", "u", activate_select);
  gtk_widget_class_install_action (widget_class, "eligibility.filter", "u", activate_filter);
  gtk_widget_class_install_action (widget_class, "eligibility.copy-text", "u", activate_copy);
  gtk_widget_class_install_action (widget_class, "eligibility.copy-csv", "u", activate_copy);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-eligibility-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsEligibilityPane, close_button);
  gtk_widget_class_bind_template_child (widget_class, MpsEligibilityPane, scope_label);
  gtk_widget_class_bind_template_child (widget_class, MpsEligibilityPane, sample_note);
  gtk_widget_class_bind_template_child (widget_class, MpsEligibilityPane, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, MpsEligibilityPane, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MpsEligibilityPane, list);
  mps_eligibility_cells_bind (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_remedy_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_details_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_printer_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
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
  g_return_if_fail (self->model == NULL);
  self->session = g_object_ref (session);
  mps_eligibility_scope_init (&self->scope, selection);
  self->model = mps_eligibility_model_new (mps_session_get_fleet (session));
  g_object_bind_property (session, "sample-policy", self->sample_note, "visible",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_object (selection, "changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::read-only", G_CALLBACK (update_hindrances), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::entitled", G_CALLBACK (update_hindrances), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (mps_row_selection_get_list (selection), "rows-changed",
                           G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  update_hindrances (self);
  update (self);
  /* A view that sees its first items come keeps its place at them, below their header. */
  model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
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
