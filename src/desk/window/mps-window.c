/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-window.h"

#include "desk/databases/mps-backup-commands.h"
#include "desk/widgets/mps-feedback.h"
#include "mps-fleet-view.h"
#include "mps-import-drop.h"
#include "mps-main-menu-button.h"
#include "desk/databases/mps-recent-databases.h"
#include "desk/session/mps-session-open.h"
#include "desk/tasks/mps-task-notifier.h"
#include "desk/tasks/mps-task-page.h"
#include "desk/databases/mps-welcome-view.h"
#include "mps-window-actions.h"
#include "desk/databases/mps-window-databases.h"

#include "exchange/mps-sample-fleet.h"

#include <glib/gi18n.h>

struct _MpsWindow {
  AdwApplicationWindow parent_instance;

  char *path;
  char *former_path; /* nullable: what was open before the sample fleet */
  MpsStoreOpenMode mode;
  char *wanted_page;   /* nullable: to be shown as soon as the fleet is loaded */
  gint64 wanted_task;  /* the same for a task; 0 for none */
  MpsSession *session; /* NULL while nothing is open */
  MpsTaskNotifier *notifier;
  GCancellable *cancellable; /* of opening it */
  GSettings *settings;

  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  AdwStatusPage *loading_page;
  GtkWidget *spinner;
  GtkWidget *making_box;
  GtkProgressBar *progress_bar;
  AdwStatusPage *failed_page;
  GtkWidget *restore_button;
  AdwBin *welcome_bin;
  AdwBin *fleet_bin;
};

G_DEFINE_FINAL_TYPE (MpsWindow, mps_window, ADW_TYPE_APPLICATION_WINDOW)

static MpsFleetView *
get_view (MpsWindow *self)
{
  return MPS_FLEET_VIEW (adw_bin_get_child (self->fleet_bin));
}

static void
show_fleet (MpsWindow *self, const char *page)
{
  if (get_view (self) == NULL)
    adw_bin_set_child (self->fleet_bin, mps_fleet_view_new (self->session));
  mps_fleet_view_show_page (get_view (self), page);
  gtk_stack_set_visible_child_name (self->stack, "fleet");
}

static void
show_welcome (MpsWindow *self)
{
  adw_bin_set_child (self->welcome_bin, mps_welcome_view_new (self->session));
  gtk_stack_set_visible_child_name (self->stack, "welcome");
}

static void
show_session (MpsWindow *self)
{
  g_autofree char *page = g_steal_pointer (&self->wanted_page);
  g_autofree char *own = mps_store_dup_default_path ();

  self->notifier = mps_task_notifier_new (GTK_WINDOW (self), self->session);
  if (page == NULL && self->wanted_task == 0 && !mps_import_drop_is_waiting (self)
      && g_str_equal (self->path, own) && mps_welcome_view_is_wanted (self->session))
    show_welcome (self);
  else
    show_fleet (self, page ? page : "printers");
  if (self->wanted_task != 0)
    mps_window_show_task (self, self->wanted_task);
  mps_import_drop_take_over (self);
}

static void
show_failure (MpsWindow *self, const GError *error)
{
  /* A name that leads nowhere is of no use in the menu. */
  if (g_error_matches (error, MPS_ERROR, MPS_ERROR_NO_DATABASE))
    mps_recent_databases_remove (self->path);
  mps_feedback_describe (self->failed_page, error);
  gtk_widget_set_visible (self->restore_button, mps_backup_commands_help_against (error));
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsSession) session = mps_session_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (session == NULL)
    {
      show_failure (self, error);
      return;
    }
  self->session = g_steal_pointer (&session);
  mps_recent_databases_add (self->path);
  show_session (self);
}

/* Lets go of what is open, or is being opened. */
static MpsStore *
release (MpsWindow *self)
{
  MpsStore *store = self->session ? g_object_ref (mps_session_get_store (self->session)) : NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->notifier);
  g_clear_object (&self->session);
  return store;
}

static void
show_loading (MpsWindow *self, MpsProgress *progress)
{
  const gboolean making = mps_sample_fleet_is_path (self->path);

  adw_status_page_set_title (self->loading_page,
                             making ? _ ("Preparing the sample fleet…") : _ ("Loading the fleet…"));
  gtk_widget_set_visible (self->spinner, !making);
  gtk_widget_set_visible (self->making_box, making);
  gtk_progress_bar_set_fraction (self->progress_bar, 0.0);
  g_object_bind_property (progress, "fraction", self->progress_bar, "fraction", G_BINDING_DEFAULT);
  gtk_stack_set_visible_child_name (self->stack, "loading");
}

static void
begin_opening (MpsWindow *self, gboolean start_over)
{
  g_autoptr (MpsProgress) progress = mps_progress_new ();
  g_autoptr (MpsStore) former = NULL;

  show_loading (self, progress);
  adw_bin_set_child (self->fleet_bin, NULL);
  adw_bin_set_child (self->welcome_bin, NULL);
  /* What they offer to take back is of what was open. */
  adw_toast_overlay_dismiss_all (self->toast_overlay);
  former = release (self);
  self->cancellable = g_cancellable_new ();
  mps_window_databases_update (self);
  mps_session_open_async (former, self->path, self->mode, start_over, progress, self->cancellable,
                          on_opened, g_object_ref (self));
}

static void
activate_show_page (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mps_window_show_page (user_data, g_variant_get_string (parameter, NULL));
}

static void
activate_try_again (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  begin_opening (user_data, FALSE);
}

static const GActionEntry actions[] = {
  { "show-page", activate_show_page, "s" },
  { "try-again", activate_try_again },
};

static void
mps_window_dispose (GObject *object)
{
  MpsWindow *self = MPS_WINDOW (object);
  g_autoptr (MpsStore) store = NULL;

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_WINDOW);
  store = release (self);
  if (store)
    mps_store_close (store);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->former_path, g_free);
  g_clear_pointer (&self->wanted_page, g_free);
  G_OBJECT_CLASS (mps_window_parent_class)->dispose (object);
}

static void
mps_window_class_init (MpsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_window_dispose;
  g_type_ensure (MPS_TYPE_MAIN_MENU_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, MpsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MpsWindow, loading_page);
  gtk_widget_class_bind_template_child (widget_class, MpsWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, MpsWindow, making_box);
  gtk_widget_class_bind_template_child (widget_class, MpsWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, MpsWindow, failed_page);
  gtk_widget_class_bind_template_child (widget_class, MpsWindow, restore_button);
  gtk_widget_class_bind_template_child (widget_class, MpsWindow, welcome_bin);
  gtk_widget_class_bind_template_child (widget_class, MpsWindow, fleet_bin);
}

static void
mps_window_init (MpsWindow *self)
{
  const GSettingsBindFlags flags = G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES;

  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  mps_window_actions_add (self);
  mps_window_databases_add_actions (self);
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
 * @self: a window
 * @path: the absolute path of a database
 * @mode: what to do when it is not there; the sample fleet is always made then
 *
 * Opens the database in place of what is open, and shows its fleet, or says
 * why that failed.
 */
void
mps_window_open (MpsWindow *self, const char *path, MpsStoreOpenMode mode)
{
  g_return_if_fail (MPS_IS_WINDOW (self));
  g_return_if_fail (path != NULL);
  if (mps_sample_fleet_is_path (path) && self->path && !mps_sample_fleet_is_path (self->path))
    g_set_str (&self->former_path, self->path);
  g_set_str (&self->path, path);
  self->mode = mode;
  begin_opening (self, FALSE);
}

/**
 * mps_window_start_over:
 * @self: a window of the sample fleet
 *
 * Makes the sample fleet anew, and opens it.
 */
void
mps_window_start_over (MpsWindow *self)
{
  g_return_if_fail (MPS_IS_WINDOW (self));
  g_return_if_fail (mps_sample_fleet_is_path (self->path));
  begin_opening (self, TRUE);
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
  g_return_if_fail (MPS_IS_WINDOW (self));
  g_return_if_fail (mps_fleet_view_has_page (name));
  if (self->session)
    show_fleet (self, name);
  else
    g_set_str (&self->wanted_page, name);
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
  if (get_view (self) == NULL)
    show_fleet (self, "printers");
  mps_fleet_view_push (get_view (self), page);
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
  page = mps_window_get_visible_page (self);
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
  return get_view (self) ? mps_fleet_view_get_visible_page (get_view (self)) : NULL;
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
 * mps_window_get_former_path:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the database file that was shown before the sample fleet
 */
const char *
mps_window_get_former_path (MpsWindow *self)
{
  g_return_val_if_fail (MPS_IS_WINDOW (self), NULL);
  return self->former_path;
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
