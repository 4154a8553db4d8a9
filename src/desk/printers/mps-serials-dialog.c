/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-serials-dialog.h"

#include "mps-serials-page.h"

#include "desk/widgets/mps-open-file.h"

#include <glib/gi18n.h>

struct _MpsSerialsDialog {
  AdwDialog parent_instance;

  MpsSession *session;
  gint64 organization;
  GFile *file;
  GArray *selected;          /* (nullable): ids of the printers, once they are chosen */
  GCancellable *cancellable; /* (nullable): of the search that runs */

  AdwNavigationView *navigation;
  GtkTextView *text_view;
  MpsSerialsPage *page;
};

static guint selected_signal;

G_DEFINE_FINAL_TYPE (MpsSerialsDialog, mps_serials_dialog, ADW_TYPE_DIALOG)

static void
refresh (MpsSerialsDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GArray *printers = self->cancellable ? NULL : mps_serials_page_get_printers (self->page);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "serials.find",
                                 gtk_text_buffer_get_char_count (buffer) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "serials.select",
                                 printers && printers->len > 0);
}

static void
cancel (MpsSerialsDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsSerialsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsSerialSearch) search
      = mps_serial_search_finish (MPS_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (search)
    mps_serials_page_show (self->page, self->session, g_steal_pointer (&search));
  else
    mps_serials_page_show_error (self->page, error);
  refresh (self);
}

static void
find_in_file (MpsSerialsDialog *self)
{
  cancel (self);
  self->cancellable = g_cancellable_new ();
  refresh (self);
  mps_serial_search_file_async (mps_session_get_store (self->session), self->organization,
                                self->file, mps_serials_page_get_encoding (self->page),
                                self->cancellable, on_found, g_object_ref (self));
}

static void
take_file (MpsSerialsDialog *self, GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);

  g_set_object (&self->file, file);
  mps_serials_page_begin (self->page, name);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (self->page));
  find_in_file (self);
}

static void
on_encoding_changed (MpsSerialsDialog *self)
{
  if (self->file)
    find_in_file (self);
}

static void
activate_find (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsSerialsDialog *self = MPS_SERIALS_DIALOG (widget);
  g_autofree char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (self->text_view), "text", &text, NULL);
  cancel (self);
  g_clear_object (&self->file);
  self->cancellable = g_cancellable_new ();
  refresh (self);
  mps_serials_page_begin (self->page, NULL);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (self->page));
  mps_serial_search_text_async (mps_session_get_store (self->session), self->organization, text,
                                self->cancellable, on_found, g_object_ref (self));
}

static void
on_file_chosen (GtkWidget *widget, GFile *file)
{
  take_file (MPS_SERIALS_DIALOG (widget), file);
}

static void
activate_load (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mps_open_file (widget, _ ("Load serial numbers"), _ ("Text files (CSV, TXT)"),
                 (const char *const[]) { "csv", "txt", NULL }, on_file_chosen);
}

static gboolean
on_drop (MpsSerialsDialog *self, const GValue *value)
{
  take_file (self, g_value_get_object (value));
  return TRUE;
}

static void
activate_select (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsSerialsDialog *self = MPS_SERIALS_DIALOG (widget);

  self->selected = g_array_ref (mps_serials_page_get_printers (self->page));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
mps_serials_dialog_dispose (GObject *object)
{
  MpsSerialsDialog *self = MPS_SERIALS_DIALOG (object);

  cancel (self);
  /* Libadwaita 1.7 never frees the child of a dialog that was presented. */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_SERIALS_DIALOG);
  g_clear_pointer (&self->selected, g_array_unref);
  g_clear_object (&self->file);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mps_serials_dialog_parent_class)->dispose (object);
}

/* What is still looked for when it is closed is wanted no more. */
static void
mps_serials_dialog_closed (AdwDialog *dialog)
{
  MpsSerialsDialog *self = MPS_SERIALS_DIALOG (dialog);

  cancel (self);
  if (self->selected)
    g_signal_emit (self, selected_signal, 0, self->selected->data, self->selected->len);
}

static void
mps_serials_dialog_class_init (MpsSerialsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_serials_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = mps_serials_dialog_closed;
  selected_signal = g_signal_new ("selected", MPS_TYPE_SERIALS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_UINT);
  g_type_ensure (MPS_TYPE_SERIALS_PAGE);
  gtk_widget_class_install_action (widget_class, "serials.find", NULL, activate_find);
  gtk_widget_class_install_action (widget_class, "serials.load", NULL, activate_load);
  gtk_widget_class_install_action (widget_class, "serials.select", NULL, activate_select);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-serials-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsSerialsDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, MpsSerialsDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, MpsSerialsDialog, page);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
  gtk_widget_class_bind_template_callback (widget_class, on_drop);
  gtk_widget_class_bind_template_callback (widget_class, on_encoding_changed);
}

static void
mps_serials_dialog_init (MpsSerialsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  refresh (self);
}

/**
 * mps_serials_dialog_new:
 * @session: the session whose organization's printers are wanted
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
mps_serials_dialog_new (MpsSession *session)
{
  MpsSerialsDialog *self;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  self = g_object_new (MPS_TYPE_SERIALS_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->organization = mps_session_get_organization (session);
  return ADW_DIALOG (self);
}
