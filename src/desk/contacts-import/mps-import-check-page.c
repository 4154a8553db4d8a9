/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-import-check-page.h"

#include "mps-import-checker.h"
#include "mps-import-counts.h"
#include "mps-import-fixes.h"
#include "mps-import-list.h"
#include "mps-import-problems.h"
#include "mps-import-row-page.h"
#include "mps-import-table.h"

#include "desk/widgets/mps-feedback.h"
#include "desk/widgets/mps-page-focus.h"

#include <glib/gi18n.h>

struct _MpsImportCheckPage {
  AdwNavigationPage parent_instance;

  MpsContactsFile *file;
  MpsImportChecker *checker;
  GtkFilterListModel *rows;
  GtkFilter *filter;
  MpsContactsRow *row; /* of the cell that has the focus */
  guint column;
  gboolean again; /* what an earlier import has done is not shown any more */
  gboolean ready;
  gboolean narrow;

  MpsImportCounts *counts;
  GtkToggleButton *problems_button;
  GtkStack *stack;
  MpsImportFixes *fixes;
  GtkButton *leave_out_button;
  MpsImportTable *table;
  MpsImportList *list;
  GtkLabel *message_label;
  GtkButton *import_button;
};

typedef enum {
  PROP_READY = 1,
  PROP_NARROW,
} MpsImportCheckPageProperty;

static GParamSpec *properties[PROP_NARROW + 1];

G_DEFINE_FINAL_TYPE (MpsImportCheckPage, mps_import_check_page, ADW_TYPE_NAVIGATION_PAGE)

/* A row is looked at only when the filter changes: one that was just corrected stays where it
 * is, under the user's eyes. */
static gboolean
is_shown (gpointer item, gpointer user_data)
{
  MpsImportCheckPage *self = user_data;
  const MpsContactsRowStatus status = mps_contacts_row_get_status (item);

  if (self->again && (status == MPS_CONTACTS_ROW_IMPORTED || status == MPS_CONTACTS_ROW_EXISTS))
    return FALSE;
  return status == MPS_CONTACTS_ROW_INVALID
         || !gtk_toggle_button_get_active (self->problems_button);
}

static void
choose_view (MpsImportCheckPage *self)
{
  const char *name = self->narrow ? "list" : "table";

  if (self->rows == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->rows)) == 0)
    name = "empty";
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
on_filter_toggled (MpsImportCheckPage *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  choose_view (self);
}

/* What there is to say of the cell that has the focus, and to do with its row. */
static void
show_place (MpsImportCheckPage *self)
{
  const gboolean excluded
      = self->row && mps_contacts_row_get_status (self->row) == MPS_CONTACTS_ROW_EXCLUDED;
  g_autofree char *message
      = self->row ? mps_import_problems_dup_message (self->row, self->column) : g_strdup ("");

  gtk_label_set_label (self->message_label, message);
  gtk_button_set_label (self->leave_out_button,
                        excluded ? _ ("Take line in again") : _ ("Leave line out"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check.leave-out", self->row != NULL);
}

static void
refresh (MpsImportCheckPage *self)
{
  const guint n_new = mps_contacts_file_count (self->file, MPS_CONTACTS_ROW_NEW);
  const guint n_invalid = mps_contacts_file_count (self->file, MPS_CONTACTS_ROW_INVALID);
  const gboolean ready = n_new > 0 && !mps_import_checker_get_busy (self->checker);
  GtkWidget *widget = GTK_WIDGET (self);
  g_autofree char *label = NULL;

  mps_import_counts_show (self->counts, self->file);
  label = g_strdup_printf (ngettext ("_Import %u contact", "_Import %u contacts", n_new), n_new);
  gtk_button_set_label (self->import_button, label);
  gtk_widget_action_set_enabled (widget, "check.undo", mps_contacts_file_get_can_undo (self->file));
  gtk_widget_action_set_enabled (widget, "check.next-problem", n_invalid > 0);
  gtk_widget_action_set_enabled (widget, "check.previous-problem", n_invalid > 0);
  gtk_widget_action_set_enabled (widget, "check.list-problems", n_invalid > 0);
  show_place (self);
  if (self->ready != ready)
    {
      self->ready = ready;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
    }
}

static void
on_checked (MpsImportCheckPage *self, const GError *error)
{
  refresh (self);
  if (error)
    mps_feedback_error (GTK_WIDGET (self), _ ("Contacts not checked"), error);
}

static void
on_entered (MpsImportCheckPage *self, MpsContactsRow *row, guint column)
{
  g_set_object (&self->row, row);
  self->column = column;
  show_place (self);
}

static void
on_edited (MpsImportCheckPage *self, MpsContactsRow *row, guint column, const char *text)
{
  mps_contacts_file_set_cell (
      self->file, mps_import_problems_find_row (G_LIST_MODEL (self->file), row), column, text);
}

static void
go_to_problem (MpsImportCheckPage *self, gboolean forward)
{
  guint position = mps_import_problems_find_row (G_LIST_MODEL (self->rows), self->row);
  guint column = self->column;

  if (mps_import_problems_find (G_LIST_MODEL (self->rows), forward, &position, &column))
    mps_import_table_focus_cell (self->table, position, column);
}

static void
activate_next_problem (GtkWidget *widget, const char *action, GVariant *parameter)
{
  go_to_problem (MPS_IMPORT_CHECK_PAGE (widget), TRUE);
}

static void
activate_previous_problem (GtkWidget *widget, const char *action, GVariant *parameter)
{
  go_to_problem (MPS_IMPORT_CHECK_PAGE (widget), FALSE);
}

static void
activate_undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mps_contacts_file_undo (MPS_IMPORT_CHECK_PAGE (widget)->file);
  mps_page_focus_keep (widget, GTK_WIDGET (MPS_IMPORT_CHECK_PAGE (widget)->stack));
}

static void
activate_leave_out (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsImportCheckPage *self = MPS_IMPORT_CHECK_PAGE (widget);
  const gboolean excluded = mps_contacts_row_get_status (self->row) == MPS_CONTACTS_ROW_EXCLUDED;

  mps_contacts_file_set_excluded (
      self->file, mps_import_problems_find_row (G_LIST_MODEL (self->file), self->row), !excluded);
}

static void
activate_list_problems (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mps_import_problems_push (widget, MPS_IMPORT_CHECK_PAGE (widget)->file);
}

static void
on_row_activated (MpsImportCheckPage *self, MpsContactsRow *row)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  adw_navigation_view_push (
      ADW_NAVIGATION_VIEW (navigation),
      mps_import_row_page_new (self->file,
                               mps_import_problems_find_row (G_LIST_MODEL (self->file), row)));
}

static void
forget_file (MpsImportCheckPage *self)
{
  mps_import_check_page_stop (self);
  if (self->file)
    g_signal_handlers_disconnect_by_data (self->file, self);
  g_clear_object (&self->checker);
  g_clear_object (&self->rows);
  g_clear_object (&self->row);
  g_clear_object (&self->file);
}

static void
mps_import_check_page_shown (AdwNavigationPage *page)
{
  mps_page_focus_keep (GTK_WIDGET (page), GTK_WIDGET (MPS_IMPORT_CHECK_PAGE (page)->stack));
}

static void
mps_import_check_page_dispose (GObject *object)
{
  MpsImportCheckPage *self = MPS_IMPORT_CHECK_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_IMPORT_CHECK_PAGE);
  forget_file (self);
  g_clear_object (&self->filter);
  G_OBJECT_CLASS (mps_import_check_page_parent_class)->dispose (object);
}

static void
mps_import_check_page_get_property (GObject *object, guint property_id, GValue *value,
                                    GParamSpec *pspec)
{
  MpsImportCheckPage *self = MPS_IMPORT_CHECK_PAGE (object);

  switch ((MpsImportCheckPageProperty) property_id)
    {
    case PROP_READY:
      g_value_set_boolean (value, self->ready);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    }
}

static void
mps_import_check_page_set_property (GObject *object, guint property_id, const GValue *value,
                                    GParamSpec *pspec)
{
  MpsImportCheckPage *self = MPS_IMPORT_CHECK_PAGE (object);

  switch ((MpsImportCheckPageProperty) property_id)
    {
    case PROP_NARROW:
      if (self->narrow == g_value_get_boolean (value))
        return;
      self->narrow = g_value_get_boolean (value);
      choose_view (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_READY:
      g_assert_not_reached ();
    }
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "check.next-problem", NULL, activate_next_problem);
  gtk_widget_class_install_action (widget_class, "check.previous-problem", NULL,
                                   activate_previous_problem);
  gtk_widget_class_install_action (widget_class, "check.undo", NULL, activate_undo);
  gtk_widget_class_install_action (widget_class, "check.leave-out", NULL, activate_leave_out);
  gtk_widget_class_install_action (widget_class, "check.list-problems", NULL,
                                   activate_list_problems);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-import-check-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsImportCheckPage, counts);
  gtk_widget_class_bind_template_child (widget_class, MpsImportCheckPage, problems_button);
  gtk_widget_class_bind_template_child (widget_class, MpsImportCheckPage, fixes);
  gtk_widget_class_bind_template_child (widget_class, MpsImportCheckPage, leave_out_button);
  gtk_widget_class_bind_template_child (widget_class, MpsImportCheckPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MpsImportCheckPage, table);
  gtk_widget_class_bind_template_child (widget_class, MpsImportCheckPage, list);
  gtk_widget_class_bind_template_child (widget_class, MpsImportCheckPage, message_label);
  gtk_widget_class_bind_template_child (widget_class, MpsImportCheckPage, import_button);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
mps_import_check_page_class_init (MpsImportCheckPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = mps_import_check_page_dispose;
  object_class->get_property = mps_import_check_page_get_property;
  object_class->set_property = mps_import_check_page_set_property;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = mps_import_check_page_shown;
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, flags);
  properties[PROP_NARROW]
      = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags | G_PARAM_WRITABLE);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  g_type_ensure (MPS_TYPE_IMPORT_COUNTS);
  g_type_ensure (MPS_TYPE_IMPORT_FIXES);
  g_type_ensure (MPS_TYPE_IMPORT_LIST);
  g_type_ensure (MPS_TYPE_IMPORT_TABLE);
  install_actions (GTK_WIDGET_CLASS (klass));
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
mps_import_check_page_init (MpsImportCheckPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
}

static void
follow_file (MpsImportCheckPage *self, MpsContactsFile *file)
{
  self->file = g_object_ref (file);
  self->rows
      = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (file)), g_object_ref (self->filter));
  g_signal_connect_object (file, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  mps_import_fixes_set_file (self->fixes, file, GTK_WIDGET (self->stack));
  mps_import_table_set_rows (self->table, G_LIST_MODEL (self->rows));
  mps_import_list_set_rows (self->list, G_LIST_MODEL (self->rows));
}

/**
 * mps_import_check_page_show:
 * @self: an import check page
 * @store: where the contacts go
 * @organization: whose they become
 * @file: what is checked and corrected
 * @again: whether it was imported before, so that only those of its rows are
 *   shown that are not in
 */
void
mps_import_check_page_show (MpsImportCheckPage *self, MpsStore *store, gint64 organization,
                            MpsContactsFile *file, gboolean again)
{
  g_return_if_fail (MPS_IS_IMPORT_CHECK_PAGE (self));
  g_return_if_fail (MPS_IS_CONTACTS_FILE (file));
  self->again = again;
  if (self->file != file)
    {
      forget_file (self);
      follow_file (self, file);
    }
  g_clear_object (&self->checker);
  self->checker = mps_import_checker_new (store, organization, file);
  g_signal_connect_object (self->checker, "checked", G_CALLBACK (on_checked), self,
                           G_CONNECT_SWAPPED);
  on_filter_toggled (self);
  refresh (self);
}

/**
 * mps_import_check_page_stop:
 * @self: an import check page
 *
 * Stops checking, since nobody waits for it any more.
 */
void
mps_import_check_page_stop (MpsImportCheckPage *self)
{
  g_return_if_fail (MPS_IS_IMPORT_CHECK_PAGE (self));
  if (self->checker)
    mps_import_checker_stop (self->checker);
}

/**
 * mps_import_check_page_get_ready:
 * @self: an import check page
 *
 * Returns: whether an import would add anything
 */
gboolean
mps_import_check_page_get_ready (MpsImportCheckPage *self)
{
  g_return_val_if_fail (MPS_IS_IMPORT_CHECK_PAGE (self), FALSE);
  return self->ready;
}
