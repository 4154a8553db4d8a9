/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-request-export.h"

#include "desk/widgets/mps-feedback.h"
#include "desk/widgets/mps-save-file.h"

#include "exchange/mps-exchange-file.h"

#include <glib/gi18n.h>

typedef struct {
  MpsStore *store;
  gint64 organization;
  char *again; /* (nullable) */
  GFile *file; /* (nullable): until it is chosen */
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_object_unref (export->store);
  g_clear_object (&export->file);
  g_free (export->again);
  g_free (export);
}

static void
fail (GTask *task, const GError *error)
{
  mps_feedback_error (g_task_get_source_object (task), _ ("Request file not saved"), error);
  g_task_return_boolean (task, FALSE);
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *export = g_task_get_task_data (task);
  GtkWidget *widget = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  const gssize n_requests = mps_exchange_export_finish (MPS_STORE (source), result, &error);

  if (n_requests < 0)
    {
      fail (task, error);
      return;
    }
  text = n_requests > 0 ? mps_save_file_dup_saved_text (export->file)
                        : g_strdup (_ ("There is no request that was not exported yet."));
  mps_feedback_toast (widget, text);
  g_task_return_boolean (task, TRUE);
}

static void
write_requests (GTask *task)
{
  Export *export = g_task_get_task_data (task);

  mps_exchange_export_async (export->store, export->organization, export->again, export->file, NULL,
                             on_exported, task);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Export *export = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  export->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (export->file)
    {
      write_requests (task);
      return;
    }
  fail (task, error);
  g_object_unref (task);
}

static void
choose_file (GTask *task)
{
  GtkWidget *widget = g_task_get_source_object (task);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Save request file"));
  gtk_file_dialog_set_initial_name (dialog, "mps-express-request.json");
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_file_chosen,
                        task);
}

/**
 * mps_request_export_async:
 * @widget: a widget of the window that asks, and that is told how it ended
 * @store: where the requests are
 * @organization: whose requests
 * @again: (nullable): the id of one of them, exported before or not; %NULL for all that were not
 *   exported yet
 * @file: (nullable): where to; %NULL to ask
 * @callback: (nullable): called when it has ended
 * @user_data: for @callback
 *
 * Saves enrolment requests as a file for Lexmark, and says in the window how
 * that ended.
 */
void
mps_request_export_async (GtkWidget *widget, MpsStore *store, gint64 organization,
                          const char *again, GFile *file, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task;
  Export *export;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  task = g_task_new (widget, NULL, callback, user_data);
  export = g_new0 (Export, 1);
  export->store = g_object_ref (store);
  export->organization = organization;
  export->again = g_strdup (again);
  g_set_object (&export->file, file);
  g_task_set_source_tag (task, mps_request_export_async);
  g_task_set_task_data (task, export, export_free);
  if (file)
    write_requests (task);
  else
    choose_file (task);
}

/**
 * mps_request_export_finish:
 * @widget: the widget
 * @result: what the callback was given
 *
 * Returns: whether all that was to be exported is
 */
gboolean
mps_request_export_finish (GtkWidget *widget, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, widget), FALSE);
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
