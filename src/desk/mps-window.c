/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-window.h"

#include "mps-account-page.h"
#include "mps-agents-page.h"
#include "mps-checklist-page.h"
#include "mps-contacts-page.h"
#include "mps-feedback.h"
#include "mps-history-page.h"
#include "mps-organization-switcher.h"
#include "mps-printers-page.h"
#include "mps-task-notifier.h"
#include "mps-task-page.h"
#include "mps-tasks-page.h"
#include "mps-window-actions.h"

#include <glib/gi18n.h>

struct _MpsWindow {
  AdwApplicationWindow parent_instance;

  char *path;
  MpsStoreOpenMode mode;
  char *page_name;
  GCancellable *cancellable;
  MpsStore *store;
  MpsSession *session;
  MpsTaskNotifier *notifier;
  gint64 wanted_task; /* to be shown as soon as the fleet is loaded; 0 for none */
  GSettings *settings;
  GHashTable *pages; /* owned: static name → AdwNavigationPage, those that were shown already */

  GtkStack *stack;
  AdwStatusPage *failed_page;
  AdwNavigationSplitView *split_view;
  AdwNavigationView *content_view;
  GtkListBox *sidebar_list;
  MpsOrganizationSwitcher *switcher;
  GtkWidget *sample_label;
  GtkLabel *database_label;
};

G_DEFINE_FINAL_TYPE (MpsWindow, mps_window, ADW_TYPE_APPLICATION_WINDOW)

/* The pages of the list at the side, made when they are first shown. */
static const struct {
  const char *name;
  AdwNavigationPage *(*create) (MpsSession *session);
} pages[] = {
  { "checklist", mps_checklist_page_new }, { "printers", mps_printers_page_new },
  { "contacts", mps_contacts_page_new },   { "agents", mps_agents_page_new },
  { "account", mps_account_page_new },     { "tasks", mps_tasks_page_new },
  { "history", mps_history_page_new },
};

static AdwNavigationPage *
make_page (MpsWindow *self, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, name))
      {
        AdwNavigationPage *page = pages[i].create (self->session);

        g_hash_table_insert (self->pages, (gpointer) pages[i].name, g_object_ref_sink (page));
        return page;
      }
  g_return_val_if_reached (NULL);
}

static AdwNavigationPage *
find_page (MpsWindow *self)
{
  AdwNavigationPage *page = g_hash_table_lookup (self->pages, self->page_name);

  return page ? page : make_page (self, self->page_name);
}

static void
select_row (MpsWindow *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sidebar_list, i)); i++)
    if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), self->page_name))
      gtk_list_box_select_row (self->sidebar_list, row);
}

static void
show_fleet (MpsWindow *self, MpsFleet *fleet)
{
  self->session = mps_session_new (self->store, fleet);
  mps_organization_switcher_set_session (self->switcher, self->session);
  g_object_bind_property (self->session, "sample-policy", self->sample_label, "visible",
                          G_BINDING_SYNC_CREATE);
  gtk_label_set_label (self->database_label, mps_session_get_database_name (self->session));
  mps_window_show_page (self, self->page_name);
  gtk_stack_set_visible_child_name (self->stack, "fleet");
  self->notifier = mps_task_notifier_new (GTK_WINDOW (self), self->session);
  if (self->wanted_task != 0)
    mps_window_show_task (self, self->wanted_task);
}

static void
show_failure (MpsWindow *self, const GError *error)
{
  adw_status_page_set_description (self->failed_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
on_fleet_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsFleet) fleet = mps_store_load_fleet_finish (MPS_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (fleet)
    show_fleet (self, fleet);
  else
    show_failure (self, error);
}

static void
on_store_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsStore) store = mps_store_open_finish (result, &error);

  if (store && g_cancellable_is_cancelled (self->cancellable))
    mps_store_close (store);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (store == NULL)
    {
      show_failure (self, error);
      return;
    }
  self->store = g_steal_pointer (&store);
  mps_store_load_fleet_async (self->store, self->cancellable, on_fleet_loaded, g_object_ref (self));
}

static void
on_row_activated (MpsWindow *self, GtkListBoxRow *row)
{
  mps_window_show_page (self, gtk_widget_get_name (GTK_WIDGET (row)));
}

/* Beside the list, a page follows the keyboard, which stays in the list; in its place, it waits
 * for Enter. */
static void
on_row_selected (MpsWindow *self, GtkListBoxRow *row)
{
  if (row == NULL || adw_navigation_split_view_get_collapsed (self->split_view)
      || g_strcmp0 (gtk_widget_get_name (GTK_WIDGET (row)), self->page_name) == 0)
    return;
  mps_window_show_page (self, gtk_widget_get_name (GTK_WIDGET (row)));
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
activate_show_page (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mps_window_show_page (user_data, g_variant_get_string (parameter, NULL));
}

static void
activate_try_again (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MpsWindow *self = user_data;

  mps_window_open (self, self->path, self->mode);
}

static const GActionEntry actions[] = {
  { "show-page", activate_show_page, "s" },
  { "try-again", activate_try_again },
};

/* Lets go of the database: its pages, the session and the store. */
static void
close_database (MpsWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_hash_table_remove_all (self->pages);
  g_clear_object (&self->notifier);
  g_clear_object (&self->session);
  if (self->store)
    mps_store_close (self->store);
  g_clear_object (&self->store);
}

static void
mps_window_dispose (GObject *object)
{
  MpsWindow *self = MPS_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_WINDOW);
  close_database (self);
  g_clear_pointer (&self->pages, g_hash_table_unref);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->page_name, g_free);
  G_OBJECT_CLASS (mps_window_parent_class)->dispose (object);
}

static void
mps_window_class_init (MpsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_window_dispose;
  g_type_ensure (MPS_TYPE_ORGANIZATION_SWITCHER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MpsWindow, failed_page);
  gtk_widget_class_bind_template_child (widget_class, MpsWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, MpsWindow, content_view);
  gtk_widget_class_bind_template_child (widget_class, MpsWindow, sidebar_list);
  gtk_widget_class_bind_template_child (widget_class, MpsWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, MpsWindow, sample_label);
  gtk_widget_class_bind_template_child (widget_class, MpsWindow, database_label);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
}

static void
mps_window_init (MpsWindow *self)
{
  const GSettingsBindFlags flags = G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES;

  self->pages = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->page_name = g_strdup ("printers");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  mps_window_actions_add (self);
  self->settings = g_settings_new (APPLICATION_ID);
  g_settings_bind (self->settings, "window-width", self, "default-width", flags);
  g_settings_bind (self->settings, "window-height", self, "default-height", flags);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", flags);
}

/**
 * mps_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a new window, which belongs to @application
 */
MpsWindow *
mps_window_new (GtkApplication *application)
{
  return g_object_new (MPS_TYPE_WINDOW, "application", application, NULL);
}

/**
 * mps_window_open:
 * @self: a window that shows no fleet
 * @path: the database file
 * @mode: what to do when it is not there
 *
 * Opens the database and shows its fleet, or says why that failed.
 */
void
mps_window_open (MpsWindow *self, const char *path, MpsStoreOpenMode mode)
{
  g_return_if_fail (MPS_IS_WINDOW (self));
  g_return_if_fail (path != NULL);
  g_return_if_fail (self->session == NULL);
  close_database (self);
  g_set_str (&self->path, path);
  self->mode = mode;
  self->cancellable = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "loading");
  mps_store_open_async (path, mode, self->cancellable, on_store_opened, g_object_ref (self));
}

/**
 * mps_window_has_page:
 * @name: what somebody asks for
 *
 * Returns: whether it names one of the pages of the list at the side
 */
gboolean
mps_window_has_page (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, name))
      return TRUE;
  return FALSE;
}

/**
 * mps_window_show_page:
 * @self: a window
 * @name: one of the pages of the list at the side
 *
 * Shows a page, at once or as soon as the fleet is loaded.
 */
void
mps_window_show_page (MpsWindow *self, const char *name)
{
  AdwNavigationPage *page;

  g_return_if_fail (MPS_IS_WINDOW (self));
  g_return_if_fail (mps_window_has_page (name));
  g_set_str (&self->page_name, name);
  if (self->session == NULL)
    return;
  select_row (self);
  page = find_page (self);
  adw_navigation_view_replace (self->content_view, &page, 1);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/**
 * mps_window_push:
 * @self: a window that shows a fleet
 * @page: (transfer floating): a page of details
 *
 * Shows details on top of the page from which they were asked for. It is gone
 * when the user goes back, or to another page of the list at the side.
 */
void
mps_window_push (MpsWindow *self, AdwNavigationPage *page)
{
  g_return_if_fail (MPS_IS_WINDOW (self));
  g_return_if_fail (self->session != NULL);
  adw_navigation_view_push (self->content_view, page);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/**
 * mps_window_show_task:
 * @self: a window
 * @task: the id of a task
 *
 * Shows what became of a task on top of what is shown, at once or as soon as
 * the fleet is loaded.
 */
void
mps_window_show_task (MpsWindow *self, gint64 task)
{
  AdwNavigationPage *page;

  g_return_if_fail (MPS_IS_WINDOW (self));
  self->wanted_task = self->session ? 0 : task;
  if (self->session == NULL)
    return;
  page = adw_navigation_view_get_visible_page (self->content_view);
  if (!MPS_IS_TASK_PAGE (page) || mps_task_page_get_task (MPS_TASK_PAGE (page)) != task)
    mps_window_push (self, mps_task_page_new (self->session, task));
}

/**
 * mps_window_get_visible_page:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the page, or the details on top of it, that is shown
 */
AdwNavigationPage *
mps_window_get_visible_page (MpsWindow *self)
{
  g_return_val_if_fail (MPS_IS_WINDOW (self), NULL);
  return adw_navigation_view_get_visible_page (self->content_view);
}

/**
 * mps_window_get_path:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the database file that is shown or was tried
 */
const char *
mps_window_get_path (MpsWindow *self)
{
  g_return_val_if_fail (MPS_IS_WINDOW (self), NULL);
  return self->path;
}

/**
 * mps_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): what is open, %NULL while nothing is
 */
MpsSession *
mps_window_get_session (MpsWindow *self)
{
  g_return_val_if_fail (MPS_IS_WINDOW (self), NULL);
  return self->session;
}
