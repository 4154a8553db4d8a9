/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/databases/mps-backup-dialog.h"
#include "desk/databases/mps-restore-dialog.h"
#include "desk/window/mps-window.h"

#include <glib/gstdio.h>

#define ONE "Serial number,Model\nP1,CX730de\n"
#define TWO "Serial number,Model\nP1,CX730de\nP2,CX730de\n"

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static const char *
get_database (DeskFixture *fixture)
{
  return mps_store_get_path (mps_session_get_store (fixture->session));
}

/* Shows something that has toasts, as a window does. */
static void
show_overlay (DeskFixture *fixture)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), gtk_label_new ("Printers"));
  desk_show (fixture, overlay);
}

static char *
save (DeskFixture *fixture, const char *name)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = g_strdup_printf ("“%s” was saved.", name);

  mps_backup_dialog_save (fixture->window, get_database (fixture), file);
  desk_wait_for_text (fixture->window, text);
  g_assert_true (is_there (path));
  return path;
}

static void
test_save (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  AdwDialog *alert;

  show_overlay (fixture);
  desk_fixture_import_printers (fixture, ONE);
  path = save (fixture, "saved.db");
  /* The database itself is not overwritten, and that is said. */
  file = g_file_new_for_path (get_database (fixture));
  mps_backup_dialog_save (fixture->window, get_database (fixture), file);
  desk_wait_for_text (fixture->window, "Backup not saved");
  alert = desk_wait_for_dialog (fixture);
  desk_answer (alert, "close");
}

static void
note_restored (AdwDialog *dialog, const char *saved, gpointer data)
{
  *(char **) data = g_strdup (saved);
}

/* What is chosen from the list is read, shown and put in the place of the database. */
static void
test_restore (DeskFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;
  g_autofree char *saved = NULL;

  show_overlay (fixture);
  desk_fixture_import_printers (fixture, ONE);
  desk_fixture_import_printers (fixture, TWO);
  dialog = mps_restore_dialog_new (get_database (fixture));
  g_signal_connect (dialog, "restored", G_CALLBACK (note_restored), &saved);
  desk_present (fixture, dialog);
  desk_wait_for_text (GTK_WIDGET (dialog), "Before a fleet list was imported");
  gtk_widget_activate (gtk_widget_get_ancestor (
      desk_find_text (GTK_WIDGET (dialog), "Before a fleet list was imported"),
      ADW_TYPE_ACTION_ROW));
  desk_wait_for_text (GTK_WIDGET (dialog), "1 printer is not in the backup.");
  g_assert_false (desk_shows (GTK_WIDGET (dialog), "Restore it all the same"));
  desk_click (GTK_WIDGET (dialog), "restore.apply");
  desk_wait_until (is_there, (gpointer) get_database (fixture));
  while (saved == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (is_there (saved));
  while (mps_fleet_get_n_printers (mps_session_get_fleet (fixture->session)) != 1)
    g_main_context_iteration (NULL, TRUE);
}

/* What can't be entered again is lost only when that was agreed to. */
static void
test_agree (DeskFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;
  GtkWidget *button, *agree;
  g_autofree char *path = NULL;

  show_overlay (fixture);
  path = save (fixture, "saved.db");
  desk_fixture_entitle (fixture);
  dialog = mps_restore_dialog_new (get_database (fixture));
  desk_present (fixture, dialog);
  mps_restore_dialog_read (MPS_RESTORE_DIALOG (dialog), path);
  desk_wait_for_text (GTK_WIDGET (dialog),
                      "1 organization is entitled to MPS Express now, and not in the backup.");
  button = desk_find_button (GTK_WIDGET (dialog), "restore.apply");
  g_assert_false (gtk_widget_is_sensitive (button));
  agree = desk_find_row (GTK_WIDGET (dialog), "Restore it all the same");
  adw_switch_row_set_active (ADW_SWITCH_ROW (agree), TRUE);
  g_assert_true (gtk_widget_is_sensitive (button));
  desk_close (dialog);
}

static void
test_refused (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = desk_fixture_write (fixture, "text.db", "No database");
  AdwDialog *dialog;

  show_overlay (fixture);
  dialog = mps_restore_dialog_new (get_database (fixture));
  desk_present (fixture, dialog);
  desk_wait_for_text (GTK_WIDGET (dialog), "There is none yet.");
  mps_restore_dialog_read (MPS_RESTORE_DIALOG (dialog), g_file_peek_path (file));
  desk_wait_for_text (GTK_WIDGET (dialog), "is not a database of MPS Desk");
  desk_close (dialog);
}

static gboolean
is_open (gpointer window)
{
  return mps_window_get_session (window) != NULL;
}

/* From the page of a database that is damaged to its printers. */
static void
test_damaged (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strdup (get_database (fixture));
  g_autofree char *backup = NULL;
  g_autofree char *bytes = NULL;
  gpointer window = g_object_new (MPS_TYPE_WINDOW, NULL);
  AdwDialog *dialog;
  gsize length;

  show_overlay (fixture);
  desk_fixture_import_printers (fixture, ONE);
  backup = save (fixture, "saved.db");
  mps_store_close (mps_session_get_store (fixture->session));
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  memset (bytes, 0xa5, 4096);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  mps_window_open (window, path, MPS_STORE_OPEN_EXISTING);
  gtk_window_present (window);
  desk_wait_for_button (window, "win.restore");
  desk_click (window, "win.restore");
  dialog = adw_application_window_get_visible_dialog (window);
  mps_restore_dialog_read (MPS_RESTORE_DIALOG (dialog), backup);
  desk_wait_for_text (GTK_WIDGET (dialog), "The database can’t be read");
  desk_click (GTK_WIDGET (dialog), "restore.apply");
  desk_wait_until (is_open, window);
  desk_wait_for_text (window, "The backup was restored.");
  desk_wait_for_text (window, "P1");
  g_object_add_weak_pointer (window, &window);
  gtk_window_destroy (window);
  desk_wait_for_end_of (&window);
}

static void
add_tests (void)
{
  desk_fixture_add ("/backup/save", test_save);
  desk_fixture_add ("/backup/restore", test_restore);
  desk_fixture_add ("/backup/agree", test_agree);
  desk_fixture_add ("/backup/refused", test_refused);
  desk_fixture_add ("/backup/damaged", test_damaged);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
