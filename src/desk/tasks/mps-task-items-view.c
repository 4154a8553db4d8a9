/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-task-items-view.h"

#include "mps-task-lines.h"

#include "desk/widgets/mps-feedback.h"
#include "desk/widgets/mps-lookup-copy.h"
#include "desk/widgets/mps-lookup-stack.h"
#include "desk/widgets/mps-report-view.h"

#include <glib/gi18n.h>

struct _MpsTaskItemsView {
  AdwBin parent_instance;

  MpsStore *store;
  gint64 task;
  MpsLazyList *items;

  AdwToggleGroup *which_group;
  GtkSearchEntry *search_entry;
  MpsLookupStack *stack;
  MpsReportView *report_view;
  GtkLabel *count_label;
};

G_DEFINE_FINAL_TYPE (MpsTaskItemsView, mps_task_items_view, ADW_TYPE_BIN)

static gboolean
shows_all (MpsTaskItemsView *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->which_group), "all") == 0;
}

static void
look_up (MpsTaskItemsView *self)
{
  const char *search = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  if (self->items == NULL)
    return;
  mps_lookup_stack_set_narrowed (self->stack, *search != '\0' || !shows_all (self));
  mps_lazy_list_set_lookup (self->items,
                            mps_lookup_new_task_items (self->task, shows_all (self), search));
}

static void
on_found (MpsTaskItemsView *self)
{
  const guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autofree char *count = g_strdup_printf (ngettext ("%'u item", "%'u items", n_items), n_items);

  gtk_label_set_label (self->count_label, count);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "items.copy", n_items > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "items.save", n_items > 0);
}

static void
on_stop_search (MpsTaskItemsView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
activate_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsTaskItemsView *self = MPS_TASK_ITEMS_VIEW (widget);

  mps_lookup_copy (widget, self->store, mps_lazy_list_get_lookup (self->items));
}

static void
activate_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsTaskItemsView *self = MPS_TASK_ITEMS_VIEW (widget);
  /* Translators: the name of a file, without spaces; the number is the ID of a task. */
  g_autofree char *name = g_strdup_printf (_ ("task-%lld.csv"), (long long) self->task);

  mps_lookup_save (widget, self->store, mps_lazy_list_get_lookup (self->items), name);
}

static void
activate_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (MPS_TASK_ITEMS_VIEW (widget)->search_entry));
}

static void
mps_task_items_view_dispose (GObject *object)
{
  MpsTaskItemsView *self = MPS_TASK_ITEMS_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_TASK_ITEMS_VIEW);
  g_clear_object (&self->items);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mps_task_items_view_parent_class)->dispose (object);
}

static void
mps_task_items_view_class_init (MpsTaskItemsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_task_items_view_dispose;
  g_type_ensure (MPS_TYPE_LOOKUP_STACK);
  g_type_ensure (MPS_TYPE_REPORT_VIEW);
  gtk_widget_class_install_action (widget_class, "items.copy", NULL, activate_copy);
  gtk_widget_class_install_action (widget_class, "items.save", NULL, activate_save);
  gtk_widget_class_install_action (widget_class, "items.search", NULL, activate_search);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-task-items-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsTaskItemsView, which_group);
  gtk_widget_class_bind_template_child (widget_class, MpsTaskItemsView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MpsTaskItemsView, stack);
  gtk_widget_class_bind_template_child (widget_class, MpsTaskItemsView, report_view);
  gtk_widget_class_bind_template_child (widget_class, MpsTaskItemsView, count_label);
  gtk_widget_class_bind_template_callback (widget_class, look_up);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
}

static void
mps_task_items_view_init (MpsTaskItemsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_task_items_view_new:
 * @store: where the task is
 * @task: an ended task
 *
 * Returns: (transfer floating): a view that shows it
 */
GtkWidget *
mps_task_items_view_new (MpsStore *store, MpsTask *task)
{
  MpsTaskItemsView *self = g_object_new (MPS_TYPE_TASK_ITEMS_VIEW, NULL);

  mps_task_items_view_show (self, store, task);
  return GTK_WIDGET (self);
}

static const char *
get_subject_title (MpsTask *task)
{
  switch (mps_task_get_kind (task))
    {
    case MPS_TASK_ASSIGN:
    case MPS_TASK_ENROLL:
    case MPS_TASK_UNENROLL:
    case MPS_TASK_IMPORT_ANSWER:
      return _ ("Serial number");
    case MPS_TASK_IMPORT_PRINTERS:
    case MPS_TASK_IMPORT_CONTACTS:
      return _ ("Line");
    case MPS_TASK_LOAD_POLICY:
    case MPS_TASK_AGENT:
      break;
    }
  return _ ("Item");
}

/**
 * mps_task_items_view_show:
 * @self: a task items view
 * @store: where the task is
 * @task: a task, as it stands now; with failed items those are shown first
 *
 * Shows the items of @task. To call it again looks them up again.
 */
void
mps_task_items_view_show (MpsTaskItemsView *self, MpsStore *store, MpsTask *task)
{
  g_autoptr (GListModel) lines = NULL;

  g_return_if_fail (MPS_IS_TASK_ITEMS_VIEW (self));
  g_return_if_fail (MPS_IS_TASK (task));
  if (self->items)
    {
      mps_lazy_list_refresh (self->items);
      return;
    }
  self->store = g_object_ref (store);
  self->task = mps_task_get_id (task);
  self->items = mps_lazy_list_new (store);
  lines = mps_task_lines_new (self->items);
  g_signal_connect_object (self->items, "found", G_CALLBACK (on_found), self, G_CONNECT_SWAPPED);
  mps_lookup_stack_follow (self->stack, self->items);
  mps_report_view_set_titles (self->report_view, NULL, get_subject_title (task), _ ("Outcome"));
  mps_report_view_set_lines (self->report_view, lines);
  if (mps_task_get_state (task) == MPS_TASK_COMPLETED)
    adw_toggle_group_set_active_name (self->which_group, "all");
  look_up (self);
}
