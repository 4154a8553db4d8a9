/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-backup-commands.h"

#include "mps-backup-dialog.h"
#include "mps-restore-dialog.h"
#include "mps-window-databases.h"

#include "desk/widgets/mps-feedback.h"

#include "fleet/mps-error.h"

#include <glib/gi18n.h>
#include <string.h>

static void
on_place_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file && g_file_peek_path (file))
    {
      mps_backup_dialog_save (GTK_WIDGET (self), mps_window_get_path (self), file);
      return;
    }
  if (file)
    error = g_error_new_literal (MPS_ERROR, MPS_ERROR_IO_ERROR,
                                 _ ("The place is not on a disk of this computer. Choose one that "
                                    "is, and copy the backup from there."));
  mps_feedback_error (GTK_WIDGET (self), _ ("Backup not saved"), error);
}

/* The database's own name, and the day. */
static char *
dup_proposal (const char *database)
{
  g_autofree char *name = g_filename_display_basename (database);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");

  if (g_str_has_suffix (name, ".db"))
    name[strlen (name) - strlen (".db")] = '\0';
  return g_strconcat (name, "-", day, ".db", NULL);
}

static void
activate_back_up (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MpsWindow *self = user_data;
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *proposal = NULL;

  if (mps_window_get_session (self) == NULL
      || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)))
    return;
  proposal = dup_proposal (mps_window_get_path (self));
  gtk_file_dialog_set_title (dialog, _ ("Back up database"));
  gtk_file_dialog_set_initial_name (dialog, proposal);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, on_place_chosen, g_object_ref (self));
}

/* All that the window shows is of what there was. */
static void
on_restored (MpsWindow *self, const char *saved)
{
  mps_window_open (self, mps_window_get_path (self), MPS_STORE_OPEN_EXISTING);
  if (saved)
    mps_feedback_toast (
        GTK_WIDGET (self),
        _ ("The backup was restored. What was there before is among the automatic backups."));
  else
    mps_feedback_toast (GTK_WIDGET (self), _ ("The backup was restored."));
}

static void
activate_restore (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MpsWindow *self = user_data;
  AdwDialog *dialog;

  if (mps_window_get_path (self) == NULL || !mps_window_databases_check_idle (self))
    return;
  dialog = mps_restore_dialog_new (mps_window_get_path (self));
  g_signal_connect_object (dialog, "restored", G_CALLBACK (on_restored), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static const GActionEntry actions[] = {
  { "back-up", activate_back_up },
  { "restore", activate_restore },
};

/**
 * mps_backup_commands_add_actions:
 * @window: a window
 *
 * Gives the window the actions of backups.
 */
void
mps_backup_commands_add_actions (MpsWindow *window)
{
  g_return_if_fail (MPS_IS_WINDOW (window));
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
}

/**
 * mps_backup_commands_help_against:
 * @error: why a database could not be opened
 *
 * Returns: whether a backup helps: the file is damaged, or gone
 */
gboolean
mps_backup_commands_help_against (const GError *error)
{
  return g_error_matches (error, MPS_ERROR, MPS_ERROR_DAMAGED_DATABASE)
         || g_error_matches (error, MPS_ERROR, MPS_ERROR_NOT_A_DATABASE)
         || g_error_matches (error, MPS_ERROR, MPS_ERROR_NO_DATABASE);
}
