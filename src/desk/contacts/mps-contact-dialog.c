/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contact-dialog.h"

#include "mps-contact-form.h"
#include "desk/widgets/mps-discard-question.h"
#include "desk/widgets/mps-feedback.h"

#include "store/mps-store-contacts.h"

#include <glib/gi18n.h>

struct _MpsContactDialog {
  AdwDialog parent_instance;

  MpsSession *session;
  gint64 organization;
  gint64 source;   /* the contact that is updated or copied, or 0 */
  gint64 id;       /* the contact that is updated, or 0 */
  gint64 revision; /* of what the form was filled in with */
  gboolean busy;

  AdwBanner *banner;
  MpsContactForm *form;
  GtkButton *save_button;
};

G_DEFINE_FINAL_TYPE (MpsContactDialog, mps_contact_dialog, ADW_TYPE_DIALOG)

static void
refresh (MpsContactDialog *self)
{
  const gboolean modified = mps_contact_form_get_modified (self->form);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "contact.save",
                                 !self->busy && mps_contact_form_get_valid (self->form));
  adw_dialog_set_can_close (ADW_DIALOG (self), !self->busy && !modified);
}

static void
set_busy (MpsContactDialog *self, gboolean busy)
{
  self->busy = busy;
  refresh (self);
}

static void
hide_error (MpsContactDialog *self)
{
  adw_banner_set_revealed (self->banner, FALSE);
}

/* What was changed elsewhere can be looked at; the rest is to be corrected in the form. */
static void
show_error (MpsContactDialog *self, const GError *error)
{
  const gboolean changed = g_error_matches (error, MPS_ERROR, MPS_ERROR_CONTACT_CHANGED);

  adw_banner_set_title (self->banner, error->message);
  adw_banner_set_button_label (self->banner, changed ? _ ("_Load current values") : NULL);
  adw_banner_set_revealed (self->banner, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
on_contact_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsContactDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsContactRecord) contact
      = mps_store_get_contact_finish (MPS_STORE (source), result, NULL, &error);

  if (self->session == NULL)
    return;
  set_busy (self, FALSE);
  if (contact)
    {
      self->revision = contact->revision;
      mps_contact_form_set_contact (self->form, contact);
      gtk_widget_grab_focus (GTK_WIDGET (self->form));
    }
  else
    show_error (self, error);
}

static void
load_contact (MpsContactDialog *self)
{
  hide_error (self);
  set_busy (self, TRUE);
  mps_store_get_contact_async (mps_session_get_store (self->session), self->organization,
                               self->source, NULL, on_contact_loaded, g_object_ref (self));
}

static void
on_contact_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsContactDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsContactRecord) contact
      = mps_store_save_contact_finish (MPS_STORE (source), result, &error);

  if (self->session == NULL)
    return;
  set_busy (self, FALSE);
  if (contact == NULL)
    {
      show_error (self, error);
      /* The button that may have had the keyboard was insensitive meanwhile and lost it. */
      gtk_widget_grab_focus (GTK_WIDGET (self->form));
      return;
    }
  mps_feedback_toast (GTK_WIDGET (self),
                      self->id ? _ ("The contact was updated.") : _ ("The contact was created."));
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
activate_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsContactDialog *self = MPS_CONTACT_DIALOG (widget);
  g_autoptr (MpsContactRecord) contact = mps_contact_record_new ();

  if (!mps_contact_form_read (self->form, contact))
    return;
  contact->id = self->id;
  contact->organization = self->organization;
  contact->revision = self->revision;
  hide_error (self);
  set_busy (self, TRUE);
  mps_store_save_contact_async (mps_session_get_store (self->session), contact, NULL,
                                on_contact_saved, g_object_ref (self));
}

static void
mps_contact_dialog_close_attempt (AdwDialog *dialog)
{
  if (!MPS_CONTACT_DIALOG (dialog)->busy)
    mps_discard_question_ask (dialog, _ ("What you changed in this contact was not saved."));
}

static void
mps_contact_dialog_dispose (GObject *object)
{
  MpsContactDialog *self = MPS_CONTACT_DIALOG (object);

  /* Libadwaita 1.7 never frees the child of a dialog that was presented. */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_CONTACT_DIALOG);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mps_contact_dialog_parent_class)->dispose (object);
}

static void
mps_contact_dialog_class_init (MpsContactDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_contact_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = mps_contact_dialog_close_attempt;
  g_type_ensure (MPS_TYPE_CONTACT_FORM);
  gtk_widget_class_install_action (widget_class, "contact.save", NULL, activate_save);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-contact-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsContactDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, MpsContactDialog, form);
  gtk_widget_class_bind_template_child (widget_class, MpsContactDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, load_contact);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
}

static void
mps_contact_dialog_init (MpsContactDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  refresh (self);
}

static MpsContactDialog *
new_dialog (MpsSession *session, gint64 source, gint64 id)
{
  MpsContactDialog *self = g_object_new (MPS_TYPE_CONTACT_DIALOG, NULL);
  const char *title = id ? _ ("Update contact") : _ ("Create contact");

  self->session = g_object_ref (session);
  self->organization = mps_session_get_organization (session);
  self->source = source;
  self->id = id;
  adw_dialog_set_title (ADW_DIALOG (self), title);
  gtk_button_set_label (self->save_button, title);
  if (source != 0)
    load_contact (self);
  return self;
}

/**
 * mps_contact_dialog_new_create:
 * @session: a session that looks at one organization
 *
 * Returns: (transfer floating): a dialog for a new contact, to be presented
 */
AdwDialog *
mps_contact_dialog_new_create (MpsSession *session)
{
  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  g_return_val_if_fail (!mps_session_get_read_only (session), NULL);
  return ADW_DIALOG (new_dialog (session, 0, 0));
}

/**
 * mps_contact_dialog_new_copy:
 * @session: a session that looks at one organization
 * @contact: the id of a contact of that organization
 *
 * Returns: (transfer floating): a dialog for a new contact that is filled in
 *   like @contact, to be presented
 */
AdwDialog *
mps_contact_dialog_new_copy (MpsSession *session, gint64 contact)
{
  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  g_return_val_if_fail (!mps_session_get_read_only (session), NULL);
  return ADW_DIALOG (new_dialog (session, contact, 0));
}

/**
 * mps_contact_dialog_new_update:
 * @session: a session that looks at one organization
 * @contact: the id of a contact of that organization
 *
 * Returns: (transfer floating): a dialog that edits @contact, to be presented
 */
AdwDialog *
mps_contact_dialog_new_update (MpsSession *session, gint64 contact)
{
  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  g_return_val_if_fail (!mps_session_get_read_only (session), NULL);
  return ADW_DIALOG (new_dialog (session, contact, contact));
}
