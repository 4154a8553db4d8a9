/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-window-databases.h"

#include "mps-recent-databases.h"

#include "desk/session/mps-activity.h"
#include "desk/widgets/mps-feedback.h"
#include "desk/widgets/mps-open-file.h"

#include "exchange/mps-sample-fleet.h"
#include "fleet/mps-error.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

static void
on_busy_answered (MpsWindow *self, const char *response)
{
  if (g_str_equal (response, "tasks"))
    mps_window_show_page (self, "tasks");
}

static void
say_busy (MpsWindow *self, MpsActivity *activity)
{
  /* Translators: %s is what is being done, such as “Import printers”. */
  g_autofree char *body = g_strdup_printf (
      _ ("“%s” is still running. Wait until it is done, or cancel it on the Tasks page. Then "
         "another database can be opened."),
      mps_task_kind_get_label (mps_activity_get_kind (activity)));
  AdwDialog *alert = adw_alert_dialog_new (_ ("Work is in progress"), body);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"), "tasks",
                                  _ ("_Show tasks"), NULL);
  g_signal_connect_object (alert, "response", G_CALLBACK (on_busy_answered), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (alert, GTK_WIDGET (self));
}

/**
 * mps_window_databases_check_idle:
 * @self: a window
 *
 * Work that runs would be cut off, and what is in a dialog would be lost. Says
 * so when work runs.
 *
 * Returns: whether there is neither
 */
gboolean
mps_window_databases_check_idle (MpsWindow *self)
{
  MpsSession *session = mps_window_get_session (self);
  g_autoptr (MpsActivity) activity = NULL;

  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)))
    return FALSE;
  if (session)
    activity = g_list_model_get_item (G_LIST_MODEL (mps_session_get_activities (session)), 0);
  if (activity)
    say_busy (self, activity);
  return activity == NULL;
}

/* A database is open in one window only, so that what is done in it is seen in one place. */
static GtkWindow *
find_other_window (MpsWindow *self, const char *path)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GList *windows = application ? gtk_application_get_windows (application) : NULL;

  for (; windows; windows = windows->next)
    if (windows->data != (gpointer) self && MPS_IS_WINDOW (windows->data)
        && g_strcmp0 (mps_window_get_path (windows->data), path) == 0)
      return windows->data;
  return NULL;
}

/* Flatpak lends files one by one, and forgets what is written beside them when the program ends:
 * the end of a database's journal, when it ends unexpectedly. */
static gboolean
is_lent (const char *path)
{
  g_autofree char *documents = g_build_filename (g_get_user_runtime_dir (), "doc", "", NULL);

  return g_str_has_prefix (path, documents);
}

static void
say_lent (MpsWindow *self)
{
  g_autofree char *path = mps_store_dup_default_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error
      = g_error_new (MPS_ERROR, MPS_ERROR_UNREADABLE,
                     _ ("Inside Flatpak a database can only be in “%s”, because it keeps other "
                        "files beside it. Copy one that is elsewhere to that folder, and open it "
                        "there."),
                     folder);

  mps_feedback_error (GTK_WIDGET (self), _ ("The database can’t be opened"), error);
}

static void
open_database (MpsWindow *self, const char *path, MpsStoreOpenMode mode)
{
  GtkWindow *other = find_other_window (self, path);

  if (other)
    gtk_window_present (other);
  else if (is_lent (path))
    say_lent (self);
  else if (mps_window_databases_check_idle (self))
    mps_window_open (self, path, mode);
}

static void
say_not_local (MpsWindow *self)
{
  g_autoptr (GError) error
      = g_error_new_literal (MPS_ERROR, MPS_ERROR_UNREADABLE,
                             _ ("The file is not on a disk of this computer. Copy it to one."));

  mps_feedback_error (GTK_WIDGET (self), _ ("The database can’t be opened"), error);
}

static void
on_database_chosen (GtkWidget *widget, GFile *file)
{
  MpsWindow *self = MPS_WINDOW (widget);

  if (g_file_peek_path (file))
    open_database (self, g_file_peek_path (file), MPS_STORE_OPEN_EXISTING);
  else
    say_not_local (self);
}

static void
activate_choose_database (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  if (mps_window_databases_check_idle (user_data))
    mps_open_file (user_data, _ ("Open database"), _ ("MPS Desk databases"),
                   (const char *const[]) { "db", NULL }, on_database_chosen);
}

/* The file dialog asks whether a file may be replaced, but a database never is. */
static void
make_database (MpsWindow *self, const char *chosen)
{
  const gboolean is_named = g_str_has_suffix (chosen, ".db");
  g_autofree char *path = is_named ? g_strdup (chosen) : g_strconcat (chosen, ".db", NULL);
  g_autoptr (GError) error = NULL;

  if (g_access (path, F_OK) != 0)
    {
      open_database (self, path, MPS_STORE_OPEN_CREATE);
      return;
    }
  error = g_error_new (MPS_ERROR, MPS_ERROR_IO_ERROR,
                       _ ("“%s” exists already, and is left as it is. Open it, or choose another "
                          "name."),
                       path);
  mps_feedback_error (GTK_WIDGET (self), _ ("The database was not made"), error);
}

static void
on_name_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL)
    mps_feedback_error (GTK_WIDGET (self), _ ("No file was chosen"), error);
  else if (g_file_peek_path (file) == NULL)
    say_not_local (self);
  else
    make_database (self, g_file_peek_path (file));
}

static void
activate_new_database (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *own_path = mps_store_dup_default_path ();
  g_autoptr (GFile) own_file = g_file_new_for_path (own_path);
  g_autoptr (GFile) own_folder = g_file_get_parent (own_file);

  if (!mps_window_databases_check_idle (user_data))
    return;
  gtk_file_dialog_set_title (dialog, _ ("New database"));
  /* Translators: the name that is proposed for the file of a new database; keep “.db”. */
  gtk_file_dialog_set_initial_name (dialog, _ ("fleet.db"));
  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    gtk_file_dialog_set_initial_folder (dialog, own_folder);
  gtk_file_dialog_save (dialog, user_data, NULL, on_name_chosen, g_object_ref (user_data));
}

static void
activate_open_recent (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  if (g_file_peek_path (file))
    open_database (user_data, g_file_peek_path (file), MPS_STORE_OPEN_EXISTING);
}

static void
activate_try_sample (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autofree char *path = mps_sample_fleet_dup_path ();

  open_database (user_data, path, MPS_STORE_OPEN_EXISTING);
}

static void
activate_leave_sample (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autofree char *own = mps_store_dup_default_path ();
  const char *former = mps_window_get_former_path (user_data);

  if (former && !g_str_equal (former, own))
    open_database (user_data, former, MPS_STORE_OPEN_EXISTING);
  else
    open_database (user_data, own, MPS_STORE_OPEN_CREATE);
}

static void
on_start_over_answered (MpsWindow *self, const char *response)
{
  if (g_str_equal (response, "start-over"))
    mps_window_start_over (self);
}

static void
activate_start_over (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MpsWindow *self = user_data;
  AdwAlertDialog *question;

  if (!mps_window_databases_check_idle (self))
    return;
  question = mps_feedback_question_new (
      _ ("Start the sample fleet over?"),
      _ ("It becomes as it was at first. What you have tried in it is lost; your own databases "
         "stay as they are."),
      "start-over", _ ("_Start over"));
  g_signal_connect_object (question, "response", G_CALLBACK (on_start_over_answered), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (question), GTK_WIDGET (self));
}

static const GActionEntry actions[] = {
  { "new-database", activate_new_database },    { "choose-database", activate_choose_database },
  { "open-recent", activate_open_recent, "s" }, { "try-sample", activate_try_sample },
  { "start-sample-over", activate_start_over }, { "leave-sample", activate_leave_sample },
};

static void
set_enabled (MpsWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/**
 * mps_window_databases_add_actions:
 * @window: a window
 *
 * Gives the window the actions that open another database.
 */
void
mps_window_databases_add_actions (MpsWindow *window)
{
  g_return_if_fail (MPS_IS_WINDOW (window));
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
}

/**
 * mps_window_databases_update:
 * @window: a window that opens a database
 *
 * Lets the sample fleet be tried, or else started over and left.
 */
void
mps_window_databases_update (MpsWindow *window)
{
  gboolean is_sample;

  g_return_if_fail (MPS_IS_WINDOW (window));
  is_sample = mps_sample_fleet_is_path (mps_window_get_path (window));
  set_enabled (window, "try-sample", !is_sample);
  set_enabled (window, "start-sample-over", is_sample);
  set_enabled (window, "leave-sample", is_sample);
}
