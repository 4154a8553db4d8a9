/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-save-file.h"

#include "mps-feedback.h"

#include "exchange/mps-csv-writer.h"

#include <glib/gi18n.h>

typedef struct {
  GtkWidget *widget;
  GBytes *contents;
} Wish;

static Wish *
wish_new (GtkWidget *widget, GBytes *contents)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->widget = g_object_ref (widget);
  wish->contents = g_bytes_ref (contents);
  return wish;
}

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->widget);
  g_bytes_unref (wish->contents);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

static void
write_in_thread (GTask *task, gpointer file, gpointer contents, GCancellable *cancellable)
{
  GError *error = NULL;

  if (mps_output_replace (file, contents, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    mps_save_file_say_saved (widget, G_FILE (source));
  else
    mps_feedback_error (widget, _ ("File not saved"), error);
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Wish) wish = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;

  file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (file != NULL)
    mps_save_file_write (wish->widget, file, wish->contents);
  else
    mps_feedback_error (wish->widget, _ ("File not saved"), error);
}

/**
 * mps_save_file:
 * @widget: a widget of the window that asks
 * @title: the title of the file dialog, translated
 * @name: the name that is offered
 * @contents: what to save
 *
 * Asks where to save @contents, saves them there off the main thread, and says
 * in the window how that ended.
 */
void
mps_save_file (GtkWidget *widget, const char *title, const char *name, GBytes *contents)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  g_return_if_fail (GTK_IS_WIDGET (widget));
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_chosen,
                        wish_new (widget, contents));
}

/**
 * mps_save_file_write:
 * @widget: a widget of the window that is told how it ended
 * @file: where to save
 * @contents: what to save
 *
 * The second half of mps_save_file(), when the place is known.
 */
void
mps_save_file_write (GtkWidget *widget, GFile *file, GBytes *contents)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  task = g_task_new (file, NULL, on_written, g_object_ref (widget));
  g_task_set_source_tag (task, mps_save_file_write);
  g_task_set_task_data (task, g_bytes_ref (contents), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * mps_save_file_dup_saved_text:
 * @file: what was saved
 *
 * Returns: (transfer full): the sentence that says so
 */
char *
mps_save_file_dup_saved_text (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);

  return g_strdup_printf (_ ("“%s” was saved."), name);
}

static void
on_shown (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (source), result, &error))
    mps_feedback_error (widget, _ ("Folder not shown"), error);
}

static void
show_in_files (GtkWidget *widget, gpointer file)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (gtk_widget_get_root (widget)),
                                            NULL, on_shown, g_object_ref (widget));
}

/**
 * mps_save_file_say_saved:
 * @widget: a widget of the window that is told
 * @file: what was saved
 *
 * Says so, and offers to show where it is.
 */
void
mps_save_file_say_saved (GtkWidget *widget, GFile *file)
{
  g_autofree char *text = mps_save_file_dup_saved_text (file);

  mps_feedback_toast_with_button (widget, text, FALSE, _ ("_Show in Files"), show_in_files,
                                  g_object_ref (file), g_object_unref);
}
