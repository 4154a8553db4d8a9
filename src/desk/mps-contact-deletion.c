/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contact-deletion.h"

#include "mps-feedback.h"
#include "mps-report-line.h"
#include "mps-report-view.h"

#include "store/mps-store-contacts.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define REFUSED_HEIGHT 180

/**
 * Deletion:
 * @widget: where it was asked for
 * @contacts: (element-type MpsContactRecord): as they were before; first those to be deleted,
 *   then those that were, since only they are to be restored
 * @n_awaited: how many of them are still being restored
 * @error: (nullable): the first failure of restoring
 *
 * Counted in references by g_rc_box, as it lives on in the toast. Main thread only.
 */
typedef struct {
  GtkWidget *widget;
  MpsSession *session;
  gint64 organization;
  GPtrArray *contacts;
  guint n_awaited;
  GError *error;
} Deletion;

static void
deletion_clear (gpointer data)
{
  Deletion *self = data;

  g_clear_object (&self->widget);
  g_clear_object (&self->session);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_error (&self->error);
}

static void
deletion_unref (gpointer self)
{
  g_rc_box_release_full (self, deletion_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deletion, deletion_unref)

static void
deletion_unref_closure (gpointer self, GClosure *closure)
{
  deletion_unref (self);
}

static void
tell_of_restored (Deletion *self)
{
  g_autofree char *text = NULL;

  if (self->error)
    {
      mps_feedback_error (self->widget, _ ("Not all contacts could be restored"), self->error);
      return;
    }
  text = g_strdup_printf (
      ngettext ("%u contact was restored.", "%u contacts were restored.", self->contacts->len),
      self->contacts->len);
  mps_feedback_toast (self->widget, text);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Deletion) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsContactRecord) contact
      = mps_store_save_contact_finish (MPS_STORE (source), result, &error);

  if (contact == NULL && self->error == NULL)
    self->error = g_steal_pointer (&error);
  if (--self->n_awaited == 0)
    tell_of_restored (self);
}

/* They come back as new contacts, with the same fields: nothing referred to the old ones. */
static void
restore (GtkWidget *widget, gpointer data)
{
  Deletion *self = data;

  g_set_object (&self->widget, widget);
  self->n_awaited = self->contacts->len;
  for (guint i = 0; i < self->contacts->len; i++)
    {
      MpsContactRecord *contact = g_ptr_array_index (self->contacts, i);

      contact->id = 0;
      mps_store_save_contact_async (mps_session_get_store (self->session), contact, NULL,
                                    on_restored, g_rc_box_acquire (self));
    }
}

static void
offer_undo (Deletion *self)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u contact was deleted.", "%u contacts were deleted.", self->contacts->len),
      self->contacts->len);

  mps_feedback_toast_with_undo (self->widget, text, restore, g_rc_box_acquire (self),
                                deletion_unref);
}

static void
show_refused (Deletion *self, GArray *refused)
{
  MpsFleet *fleet = mps_session_get_fleet (self->session);
  g_autoptr (GListModel) lines = mps_report_lines_new ();
  AdwDialog *alert = adw_alert_dialog_new (
      _ ("Contacts in use"), _ ("A contact that is assigned to printers can’t be deleted. Assign "
                                "another contact to these printers first."));
  GtkWidget *view = g_object_new (MPS_TYPE_REPORT_VIEW, "height-request", REFUSED_HEIGHT, NULL);

  for (guint i = 0; i < refused->len; i++)
    {
      const MpsContactRefusal *refusal = &g_array_index (refused, MpsContactRefusal, i);
      const guint32 row = mps_fleet_find_contact (fleet, refusal->contact);
      g_autofree char *printers = g_strdup_printf ("%'u", refusal->printers);
      g_autofree char *name = row == MPS_NO_ROW ? NULL : mps_fleet_dup_contact_name (fleet, row);

      if (name)
        mps_report_lines_append (lines, printers, name,
                                 mps_fleet_get_contact_field (fleet, row, MPS_CONTACT_COMPANY));
    }
  mps_report_view_set_titles (MPS_REPORT_VIEW (view), _ ("Printers"), _ ("Contact"), _ ("Company"));
  mps_report_view_set_lines (MPS_REPORT_VIEW (view), lines);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (alert), view);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, self->widget);
}

static gboolean
has_id (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static void
keep_deleted (Deletion *self, GArray *deleted)
{
  for (guint i = self->contacts->len; i > 0; i--)
    {
      const MpsContactRecord *contact = g_ptr_array_index (self->contacts, i - 1);

      if (!has_id (deleted, contact->id))
        g_ptr_array_remove_index (self->contacts, i - 1);
    }
}

/* A contact that another process deleted is not there, which is what was wanted. */
static void
drop_gone (GArray *refused)
{
  for (guint i = refused->len; i > 0; i--)
    if (g_array_index (refused, MpsContactRefusal, i - 1).printers == 0)
      g_array_remove_index (refused, i - 1);
}

static void
on_deleted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Deletion) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) deleted = NULL, refused = NULL;

  if (!mps_store_delete_contacts_finish (MPS_STORE (source), result, &deleted, &refused, &error))
    {
      mps_feedback_error (self->widget, _ ("The contacts were not deleted"), error);
      return;
    }
  keep_deleted (self, deleted);
  drop_gone (refused);
  if (deleted->len > 0)
    offer_undo (self);
  if (refused->len > 0)
    show_refused (self, refused);
}

static void
on_confirmed (Deletion *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->contacts->len; i++)
    g_array_append_val (ids, ((MpsContactRecord *) g_ptr_array_index (self->contacts, i))->id);
  mps_store_delete_contacts_async (mps_session_get_store (self->session), self->organization,
                                   (const gint64 *) ids->data, ids->len, NULL, on_deleted,
                                   g_rc_box_acquire (self));
}

static char *
dup_question (guint n_free, guint n_assigned)
{
  if (n_assigned == 0)
    return g_strdup_printf (
        ngettext ("%u contact will be deleted.", "%u contacts will be deleted.", n_free), n_free);
  /* Translators: the second number is how many of the selected contacts stay. */
  return g_strdup_printf (
      ngettext ("%u contact will be deleted. Assigned to printers, and kept: %u.",
                "%u contacts will be deleted. Assigned to printers, and kept: %u.", n_free),
      n_free, n_assigned);
}

static void
ask (Deletion *self, guint n_assigned)
{
  g_autofree char *question = dup_question (self->contacts->len - n_assigned, n_assigned);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Delete contact"), question));

  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "delete", _ ("_Delete"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (alert, "cancel");
  adw_alert_dialog_set_close_response (alert, "cancel");
  g_signal_connect_data (alert, "response::delete", G_CALLBACK (on_confirmed),
                         g_rc_box_acquire (self), deletion_unref_closure, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (alert), self->widget);
}

/* Keeps a copy of each contact, and finds those that are assigned. */
static void
keep_contacts (Deletion *self, const gint64 *contacts, gsize n_contacts, GArray *assigned)
{
  MpsFleet *fleet = mps_session_get_fleet (self->session);

  for (gsize i = 0; i < n_contacts; i++)
    {
      const guint32 row = mps_fleet_find_contact (fleet, contacts[i]);
      MpsContactRefusal refusal = { contacts[i], 0 };

      if (row == MPS_NO_ROW)
        continue;
      g_ptr_array_add (self->contacts, mps_fleet_dup_contact (fleet, row));
      refusal.printers = mps_fleet_get_contact_printers (fleet, row);
      if (refusal.printers > 0)
        g_array_append_val (assigned, refusal);
    }
}

/**
 * mps_contact_deletion_begin:
 * @widget: the widget that asks for it
 * @session: a session that looks at one organization
 * @contacts: (array length=n_contacts): ids of contacts
 * @n_contacts: how many
 *
 * Deletes contacts after asking, and offers to undo it. Those that are assigned
 * to printers are kept and named; when all are, nothing is asked.
 */
void
mps_contact_deletion_begin (GtkWidget *widget, MpsSession *session, const gint64 *contacts,
                            gsize n_contacts)
{
  g_autoptr (Deletion) self = g_rc_box_new0 (Deletion);
  g_autoptr (GArray) assigned = g_array_new (FALSE, FALSE, sizeof (MpsContactRefusal));

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (MPS_IS_SESSION (session));
  self->widget = g_object_ref (widget);
  self->session = g_object_ref (session);
  self->organization = mps_session_get_organization (session);
  self->contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_contact_record_free);
  keep_contacts (self, contacts, n_contacts, assigned);
  if (assigned->len < self->contacts->len)
    ask (self, assigned->len);
  else if (assigned->len > 0)
    show_refused (self, assigned);
}
