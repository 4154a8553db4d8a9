/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-tasks-page.h"

#include "mps-running-view.h"
#include "mps-tasks-table.h"

#include "desk/widgets/mps-lookup-copy.h"
#include "desk/widgets/mps-lookup-stack.h"

#include <glib/gi18n.h>

struct _MpsTasksPage {
  AdwNavigationPage parent_instance;

  MpsSession *session;
  MpsLazyList *tasks;

  AdwWindowTitle *window_title;
  MpsRunningView *running_view;
  GtkSearchEntry *search_entry;
  GtkDropDown *state_dropdown;
  GtkDropDown *kind_dropdown;
  MpsLookupStack *stack;
  MpsTasksTable *table;
  GtkLabel *count_label;
};

G_DEFINE_FINAL_TYPE (MpsTasksPage, mps_tasks_page, ADW_TYPE_NAVIGATION_PAGE)

/* The first entry of a list of choices is all of them. */
static int
get_choice (GtkDropDown *dropdown)
{
  return (int) gtk_drop_down_get_selected (dropdown) - 1;
}

static void
look_up (MpsTasksPage *self)
{
  const char *search = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  const int kind = get_choice (self->kind_dropdown), state = get_choice (self->state_dropdown);

  if (self->tasks == NULL)
    return;
  mps_lookup_stack_set_narrowed (self->stack, *search != '\0' || kind >= 0 || state >= 0);
  mps_lazy_list_set_lookup (
      self->tasks,
      mps_lookup_new_tasks (mps_session_get_organization (self->session), kind, state, search));
}

static void
on_found (MpsTasksPage *self)
{
  const guint n_tasks = g_list_model_get_n_items (G_LIST_MODEL (self->tasks));
  g_autofree char *count = g_strdup_printf (ngettext ("%'u task", "%'u tasks", n_tasks), n_tasks);

  gtk_label_set_label (self->count_label, count);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tasks.save", n_tasks > 0);
}

static void
on_store_changed (MpsTasksPage *self, MpsChanges *changes)
{
  if (changes->tasks)
    mps_lazy_list_refresh (self->tasks);
}

static void
on_organization_changed (MpsTasksPage *self)
{
  adw_window_title_set_subtitle (self->window_title,
                                 mps_session_get_organization_name (self->session));
  look_up (self);
}

static void
on_stop_search (MpsTasksPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
activate_find (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (MPS_TASKS_PAGE (widget)->search_entry));
}

static void
activate_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsTasksPage *self = MPS_TASKS_PAGE (widget);

  mps_lookup_save (widget, mps_session_get_store (self->session),
                   mps_lazy_list_get_lookup (self->tasks),
                   /* Translators: the name of a file, without spaces. */
                   _ ("tasks.csv"));
}

static void
fill_choices (MpsTasksPage *self)
{
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_string_list_append (states, _ ("All states"));
  for (guint i = 0; i < MPS_N_TASK_STATES; i++)
    gtk_string_list_append (states, mps_task_state_get_label ((MpsTaskState) i));
  gtk_string_list_append (kinds, _ ("All kinds"));
  for (guint i = 0; i < MPS_N_TASK_KINDS; i++)
    gtk_string_list_append (kinds, mps_task_kind_get_label ((MpsTaskKind) i));
  gtk_drop_down_set_model (self->state_dropdown, G_LIST_MODEL (states));
  gtk_drop_down_set_model (self->kind_dropdown, G_LIST_MODEL (kinds));
}

static void
mps_tasks_page_dispose (GObject *object)
{
  MpsTasksPage *self = MPS_TASKS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_TASKS_PAGE);
  g_clear_object (&self->tasks);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mps_tasks_page_parent_class)->dispose (object);
}

static void
mps_tasks_page_class_init (MpsTasksPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_tasks_page_dispose;
  g_type_ensure (MPS_TYPE_LOOKUP_STACK);
  g_type_ensure (MPS_TYPE_RUNNING_VIEW);
  g_type_ensure (MPS_TYPE_TASKS_TABLE);
  gtk_widget_class_install_action (widget_class, "tasks.find", NULL, activate_find);
  gtk_widget_class_install_action (widget_class, "tasks.save", NULL, activate_save);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-tasks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsTasksPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, MpsTasksPage, running_view);
  gtk_widget_class_bind_template_child (widget_class, MpsTasksPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MpsTasksPage, state_dropdown);
  gtk_widget_class_bind_template_child (widget_class, MpsTasksPage, kind_dropdown);
  gtk_widget_class_bind_template_child (widget_class, MpsTasksPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MpsTasksPage, table);
  gtk_widget_class_bind_template_child (widget_class, MpsTasksPage, count_label);
  gtk_widget_class_bind_template_callback (widget_class, look_up);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
}

static void
mps_tasks_page_init (MpsTasksPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self));
  fill_choices (self);
}

/**
 * mps_tasks_page_new:
 * @session: what is open
 *
 * Returns: (transfer floating): the page of its tasks
 */
AdwNavigationPage *
mps_tasks_page_new (MpsSession *session)
{
  MpsTasksPage *self;
  MpsStore *store;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  self = g_object_new (MPS_TYPE_TASKS_PAGE, NULL);
  store = mps_session_get_store (session);
  self->session = g_object_ref (session);
  self->tasks = mps_lazy_list_new (store);
  g_signal_connect_object (self->tasks, "found", G_CALLBACK (on_found), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::organization", G_CALLBACK (on_organization_changed),
                           self, G_CONNECT_SWAPPED);
  mps_running_view_follow (self->running_view, session, 0);
  mps_lookup_stack_follow (self->stack, self->tasks);
  mps_tasks_table_show (self->table, self->tasks);
  on_organization_changed (self);
  return ADW_NAVIGATION_PAGE (self);
}
