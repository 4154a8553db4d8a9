/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-import-cell.h"

#include "mps-import-text.h"

#include "exchange/mps-csv-cell.h"

#include <glib/gi18n.h>

/* In characters: more than its pixels, so that a marked cell is never the widest of its column. */
#define MARK_WIDTH 3

struct _MpsImportCell {
  GtkWidget parent_instance;

  guint column; /* a MpsContactField, or the place of a cell too many */
  guint width;  /* in characters */
  MpsContactsRow *row;
  char *edited_text; /* what was there when editing began; NULL when nothing is edited */

  GtkWidget *box;
  GtkInscription *inscription;
  GtkWidget *mark;  /* NULL until there is something wrong */
  GtkWidget *entry; /* NULL until the cell is edited */
};

enum {
  ENTERED,
  EDIT,
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpsImportCell, mps_import_cell, GTK_TYPE_WIDGET)

static char *
dup_text (MpsImportCell *self)
{
  return mps_csv_cell_dup_text (mps_contacts_row_get_cell (self->row, self->column));
}

/* A column stays as wide as it is when a mark comes or goes. */
static void
make_room_for_mark (MpsImportCell *self, gboolean marked)
{
  const guint width = self->width - (marked ? MARK_WIDTH : 0);

  gtk_inscription_set_min_chars (self->inscription, width);
  gtk_inscription_set_nat_chars (self->inscription, width);
}

static void
show_mark (MpsImportCell *self, const char *reason)
{
  if (self->mark == NULL && reason)
    {
      self->mark = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic",
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_add_css_class (self->mark, "error");
      gtk_box_prepend (GTK_BOX (self->box), self->mark);
    }
  if (self->mark)
    {
      gtk_widget_set_visible (self->mark, reason != NULL);
      make_room_for_mark (self, reason != NULL);
    }
  if (reason)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), reason);
}

/* Why the cell is wrong; nothing is said of one too many, of which the row has a reason. */
static const char *
get_reason (MpsImportCell *self)
{
  const MpsProblem *problem = NULL;

  if (self->column < MPS_N_CONTACT_FIELDS)
    problem = mps_contacts_row_get_problem (self->row, self->column);
  return problem ? problem->reason : NULL;
}

static void
tell_accessible (MpsImportCell *self, const char *shown, const char *reason)
{
  g_autofree char *title = mps_import_text_dup_title (self->column);
  /* Translators: a cell of a table as a screen reader says it: its column, and its text */
  g_autofree char *label
      = g_strdup_printf (C_ ("cell", "%s: %s"), title, *shown ? shown : C_ ("cell", "empty"));
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);

  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason ? reason : "", -1);
  gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                               reason ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
refresh (MpsImportCell *self)
{
  const char *reason = get_reason (self);
  g_autofree char *shown = mps_import_text_dup_shown (self->row, self->column);

  gtk_inscription_set_text (self->inscription, shown);
  show_mark (self, reason);
  tell_accessible (self, shown, reason);
}

static void
close_entry (MpsImportCell *self)
{
  gtk_widget_set_child_visible (self->box, TRUE);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "editing");
  gtk_widget_set_visible (self->entry, FALSE);
}

static void
keep_text (MpsImportCell *self)
{
  g_autofree char *before = g_steal_pointer (&self->edited_text);
  g_autofree char *text = NULL;

  if (before == NULL)
    return;
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  close_entry (self);
  if (!g_str_equal (text, before))
    g_signal_emit (self, signals[EDITED], 0, text);
}

/* The entry keeps its text when the focus leaves it. */
static void
on_entry_activated (MpsImportCell *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  keep_text (self);
}

static void
create_entry (MpsImportCell *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *title = mps_import_text_dup_title (self->column);

  /* By itself, a text has no role, since it is a part of entries that have one. */
  self->entry = g_object_new (GTK_TYPE_TEXT, "visible", FALSE, "accessible-role",
                              GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 1);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_entry_activated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (keep_text), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
}

static void
start_editing (MpsImportCell *self)
{
  g_autofree char *text = NULL;

  if (self->row == NULL || self->edited_text)
    return;
  if (self->entry == NULL)
    create_entry (self);
  text = dup_text (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  /* What is compared with is what the entry took: it has a limit of its own. */
  self->edited_text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_widget_set_child_visible (self->box, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "editing");
  gtk_widget_set_visible (self->entry, TRUE);
  gtk_widget_grab_focus (self->entry);
}

static void
activate_cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsImportCell *self = MPS_IMPORT_CELL (widget);

  if (self->edited_text == NULL)
    return;
  g_clear_pointer (&self->edited_text, g_free);
  gtk_widget_grab_focus (widget);
  close_entry (self);
}

/* Escape closes the dialog only when there is nothing else to give up. */
static gboolean
on_escape_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  const gboolean editing = mps_import_cell_get_editing (MPS_IMPORT_CELL (widget));

  activate_cancel (widget, NULL, NULL);
  return editing;
}

static gboolean
on_copy_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  g_autofree char *text = dup_text (MPS_IMPORT_CELL (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  return TRUE;
}

static void
on_released (MpsImportCell *self, int n_press, double x, double y, GtkGesture *click)
{
  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  start_editing (self);
}

static void
mps_import_cell_state_flags_changed (GtkWidget *widget, GtkStateFlags before)
{
  const GtkStateFlags now = gtk_widget_get_state_flags (widget);

  GTK_WIDGET_CLASS (mps_import_cell_parent_class)->state_flags_changed (widget, before);
  if ((now & GTK_STATE_FLAG_FOCUS_WITHIN) && !(before & GTK_STATE_FLAG_FOCUS_WITHIN))
    g_signal_emit (widget, signals[ENTERED], 0);
}

static void
mps_import_cell_dispose (GObject *object)
{
  MpsImportCell *self = MPS_IMPORT_CELL (object);

  g_clear_pointer (&self->edited_text, g_free);
  mps_import_cell_set_row (self, NULL);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (mps_import_cell_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const guint edit_keys[]
      = { GDK_KEY_F2, GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };

  for (gsize i = 0; i < G_N_ELEMENTS (edit_keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, edit_keys[i], 0, "edit", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, on_copy_key, NULL);
}

static void
mps_import_cell_class_init (MpsImportCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_import_cell_dispose;
  widget_class->state_flags_changed = mps_import_cell_state_flags_changed;
  signals[ENTERED] = g_signal_new ("entered", MPS_TYPE_IMPORT_CELL, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[EDIT] = g_signal_new_class_handler (
      "edit", MPS_TYPE_IMPORT_CELL, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, G_CALLBACK (start_editing),
      NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EDITED] = g_signal_new ("edited", MPS_TYPE_IMPORT_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "cell.cancel", NULL, activate_cancel);
  add_keys (widget_class);
  gtk_widget_class_set_activate_signal (widget_class, signals[EDIT]);
  gtk_widget_class_set_css_name (widget_class, "import-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
mps_import_cell_init (MpsImportCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkWidget *inscription = gtk_inscription_new (NULL);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->inscription = GTK_INSCRIPTION (inscription);
  /* Latin and Japanese letters, of which one font has more room above than the other, stand on one
   * line; rows have room for Japanese, which is higher than what a Latin locale measures. */
  gtk_widget_set_size_request (self->box, -1, 22);
  gtk_widget_set_valign (inscription, GTK_ALIGN_BASELINE_FILL);
  gtk_widget_set_hexpand (inscription, TRUE);
  gtk_inscription_set_text_overflow (self->inscription, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (self->box), inscription);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (click, "released", G_CALLBACK (on_released), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * mps_import_cell_new:
 * @column: which cell of its rows it shows: a #MpsContactField, or the place
 *   of a cell too many
 *
 * Returns: (transfer floating): a cell without a row
 */
GtkWidget *
mps_import_cell_new (guint column)
{
  static const guint widths[MPS_N_CONTACT_FIELDS]
      = { 9, 9, 14, 20, 7, 16, 7, 18, 12, 10, 10, 12, 10 };
  MpsImportCell *self = g_object_new (MPS_TYPE_IMPORT_CELL, NULL);

  self->column = column;
  self->width = column < MPS_N_CONTACT_FIELDS ? widths[column] : 10;
  make_room_for_mark (self, FALSE);
  return GTK_WIDGET (self);
}

/**
 * mps_import_cell_set_row:
 * @self: a cell
 * @row: (nullable): the row whose field it shows and follows
 *
 * What is being edited is kept before the cell goes on to another row.
 */
void
mps_import_cell_set_row (MpsImportCell *self, MpsContactsRow *row)
{
  g_return_if_fail (MPS_IS_IMPORT_CELL (self));
  g_return_if_fail (row == NULL || MPS_IS_CONTACTS_ROW (row));
  if (self->row == row)
    return;
  keep_text (self);
  if (self->row)
    g_signal_handlers_disconnect_by_func (self->row, refresh, self);
  g_set_object (&self->row, row);
  if (row == NULL)
    return;
  g_signal_connect_object (row, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

/**
 * mps_import_cell_get_row:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): the row that it shows
 */
MpsContactsRow *
mps_import_cell_get_row (MpsImportCell *self)
{
  g_return_val_if_fail (MPS_IS_IMPORT_CELL (self), NULL);
  return self->row;
}

/**
 * mps_import_cell_get_column:
 * @self: a cell
 *
 * Returns: which cell of its row it shows, as in mps_import_cell_new()
 */
guint
mps_import_cell_get_column (MpsImportCell *self)
{
  g_return_val_if_fail (MPS_IS_IMPORT_CELL (self), 0);
  return self->column;
}

/**
 * mps_import_cell_get_editing:
 * @self: a cell
 *
 * Returns: whether its text is being edited
 */
gboolean
mps_import_cell_get_editing (MpsImportCell *self)
{
  g_return_val_if_fail (MPS_IS_IMPORT_CELL (self), FALSE);
  return self->edited_text != NULL;
}
