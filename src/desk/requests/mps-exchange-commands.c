/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-exchange-commands.h"

#include "mps-export-requests-dialog.h"
#include "mps-import-answers-dialog.h"

#include "desk/printers/mps-import-fleet-dialog.h"
#include "desk/widgets/mps-feedback.h"

#include "exchange/mps-exchange-file.h"

#include <glib/gi18n.h>

static gboolean
can_change (GtkWidget *widget, MpsSession *session)
{
  if (!mps_session_get_read_only (session))
    return TRUE;
  mps_feedback_toast (widget,
                      _ ("Choose an organization first: all of them together can only be viewed."));
  return FALSE;
}

typedef struct {
  MpsSession *session;
  GFile *file;
} Dropped;

static void
dropped_free (gpointer data)
{
  Dropped *dropped = data;

  g_object_unref (dropped->session);
  g_object_unref (dropped->file);
  g_free (dropped);
}

static void
look (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_boolean (task, mps_exchange_is_answer (((Dropped *) data)->file));
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GtkWidget *widget = GTK_WIDGET (source);
  Dropped *dropped = g_task_get_task_data (G_TASK (result));

  /* The organization may be another one by now. */
  if (!can_change (widget, dropped->session))
    return;
  if (g_task_propagate_boolean (G_TASK (result), NULL))
    adw_dialog_present (mps_import_answers_dialog_new (dropped->session, dropped->file), widget);
  else
    adw_dialog_present (mps_import_fleet_dialog_new (dropped->session, dropped->file), widget);
}

/**
 * mps_exchange_commands_drop:
 * @widget: the widget on which it was dropped
 * @session: the session
 * @file: an answer, or else a fleet list
 *
 * Opens the dialog that imports @file. An answer and a fleet list can both be
 * JSON, so it is looked into, off the main thread.
 */
void
mps_exchange_commands_drop (GtkWidget *widget, MpsSession *session, GFile *file)
{
  g_autoptr (GTask) task = g_task_new (widget, NULL, on_looked, NULL);
  Dropped *dropped = g_new0 (Dropped, 1);

  dropped->session = g_object_ref (session);
  dropped->file = g_object_ref (file);
  g_task_set_source_tag (task, mps_exchange_commands_drop);
  g_task_set_task_data (task, dropped, dropped_free);
  g_task_run_in_thread (task, look);
}

static void
activate_export (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  MpsSession *session = mps_window_get_session (window);

  if (session && can_change (window, session))
    adw_dialog_present (mps_export_requests_dialog_new (session), window);
}

static void
activate_import (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  MpsSession *session = mps_window_get_session (window);

  if (session && can_change (window, session))
    adw_dialog_present (mps_import_answers_dialog_new (session, NULL), window);
}

/**
 * mps_exchange_commands_add_actions:
 * @window: a window that is being made
 *
 * Adds “win.export-requests” and “win.import-answers”.
 */
void
mps_exchange_commands_add_actions (MpsWindow *window)
{
  static const GActionEntry actions[] = {
    { "export-requests", activate_export },
    { "import-answers", activate_import },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
}
