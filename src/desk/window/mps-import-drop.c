/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-import-drop.h"

#include "mps-window.h"

#include "desk/contacts-import/mps-import-contacts-dialog.h"
#include "desk/requests/mps-exchange-commands.h"
#include "desk/widgets/mps-feedback.h"

#include "exchange/mps-contacts-file.h"

#include <glib/gi18n.h>

/* A file that was dropped, until it is known what is in it. */
typedef struct {
  GtkWidget *widget;
  MpsSession *session;
  GFile *file;
} Drop;

static void
drop_free (gpointer data)
{
  Drop *self = data;

  g_object_unref (self->widget);
  g_object_unref (self->session);
  g_object_unref (self->file);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Drop, drop_free)

static void
import_contacts (const Drop *self)
{
  if (!mps_session_get_read_only (self->session))
    adw_dialog_present (mps_import_contacts_dialog_new (self->session, self->file), self->widget);
}

static void
import_printers (const Drop *self)
{
  mps_exchange_commands_drop (self->widget, self->session, self->file);
}

static void
on_answered (Drop *self, const char *response)
{
  if (g_str_equal (response, "contacts"))
    import_contacts (self);
  else if (g_str_equal (response, "printers"))
    import_printers (self);
}

static void
destroy_drop (gpointer data, GClosure *closure)
{
  drop_free (data);
}

/* What can't be read without being told how is not guessed either. */
static void
ask (Drop *self)
{
  g_autofree char *base = g_file_get_basename (self->file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *body
      = g_strdup_printf (_ ("It can’t be seen whether “%s” has contacts or printers."), name);
  AdwDialog *question = adw_alert_dialog_new (_ ("What is in the file?"), body);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "cancel", _ ("_Cancel"), "printers",
                                  _ ("_Printers"), "contacts", _ ("C_ontacts"), NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "cancel");
  g_signal_connect_data (question, "response", G_CALLBACK (on_answered), self, destroy_drop,
                         G_CONNECT_SWAPPED);
  adw_dialog_present (question, self->widget);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Drop) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsContactsFile) contacts = mps_contacts_file_load_finish (result, &error);

  if (contacts || g_error_matches (error, MPS_ERROR, MPS_ERROR_TOO_MANY_CONTACTS))
    import_contacts (self);
  else if (g_error_matches (error, MPS_ERROR, MPS_ERROR_WRONG_COLUMNS)
           || g_error_matches (error, MPS_ERROR, MPS_ERROR_NOT_CSV_OR_TXT)
           || g_error_matches (error, MPS_ERROR, MPS_ERROR_TOO_LARGE))
    import_printers (self);
  else
    ask (g_steal_pointer (&self));
}

static gboolean
on_drop (GtkWidget *window, const GValue *value)
{
  MpsSession *session = mps_window_get_session (MPS_WINDOW (window));

  /* A dialog takes the files that are meant for it by itself. */
  if (session == NULL
      || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)))
    return FALSE;
  mps_import_drop_open (window, session, g_value_get_object (value));
  return TRUE;
}

/**
 * mps_import_drop_enable:
 * @window: an #MpsWindow
 *
 * Imports the files that are dropped on @window.
 */
void
mps_import_drop_enable (AdwApplicationWindow *window)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), window, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}

/**
 * mps_import_drop_open:
 * @widget: a widget of the window
 * @session: the session to import into
 * @file: a list of contacts or printers, or an answer to a request
 *
 * Finds out what is in @file, and opens the dialog that imports it.
 */
void
mps_import_drop_open (GtkWidget *widget, MpsSession *session, GFile *file)
{
  Drop *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (MPS_IS_SESSION (session));
  g_return_if_fail (G_IS_FILE (file));
  if (mps_session_get_read_only (session))
    {
      mps_feedback_toast (widget, _ ("Choose an organization to import into."));
      return;
    }
  self = g_new0 (Drop, 1);
  self->widget = g_object_ref (widget);
  self->session = g_object_ref (session);
  self->file = g_object_ref (file);
  mps_contacts_file_load_async (file, NULL, NULL, on_loaded, self);
}

/* Files that wait until there is a session; they belong to the window. */
static GPtrArray *
get_waiting (MpsWindow *window)
{
  static GQuark quark;
  GPtrArray *files;

  if (quark == 0)
    quark = g_quark_from_static_string ("mps-import-drop-waiting");
  files = g_object_get_qdata (G_OBJECT (window), quark);
  if (files == NULL)
    {
      files = g_ptr_array_new_with_free_func (g_object_unref);
      g_object_set_qdata_full (G_OBJECT (window), quark, files, (GDestroyNotify) g_ptr_array_unref);
    }
  return files;
}

/**
 * mps_import_drop_hand_over:
 * @window: a window
 * @file: a file that was opened elsewhere, as in a file manager
 *
 * Finds out what is in @file, and opens the dialog that imports it, at once or
 * as soon as the fleet is loaded.
 */
void
mps_import_drop_hand_over (MpsWindow *window, GFile *file)
{
  g_return_if_fail (MPS_IS_WINDOW (window));
  g_return_if_fail (G_IS_FILE (file));
  g_ptr_array_add (get_waiting (window), g_object_ref (file));
  if (mps_window_get_session (window))
    mps_import_drop_take_over (window);
}

/**
 * mps_import_drop_is_waiting:
 * @window: a window
 *
 * Returns: whether files wait until the fleet is loaded
 */
gboolean
mps_import_drop_is_waiting (MpsWindow *window)
{
  g_return_val_if_fail (MPS_IS_WINDOW (window), FALSE);
  return get_waiting (window)->len > 0;
}

/**
 * mps_import_drop_take_over:
 * @window: a window whose fleet is loaded
 *
 * Opens the dialogs that import the files that waited.
 */
void
mps_import_drop_take_over (MpsWindow *window)
{
  GPtrArray *files;

  g_return_if_fail (MPS_IS_WINDOW (window));
  g_return_if_fail (mps_window_get_session (window) != NULL);
  files = get_waiting (window);
  for (guint i = 0; i < files->len; i++)
    mps_import_drop_open (GTK_WIDGET (window), mps_window_get_session (window), files->pdata[i]);
  g_ptr_array_set_size (files, 0);
}
