/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contact-deletion.h"

#include "mps-refused-contacts.h"

#include "desk/widgets/mps-feedback.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * Deletion:
 * @widget: where it was asked for
 * @free: (element-type gint64): the contacts to delete
 * @deleted: (nullable) (element-type MpsDeletedContact): those that are gone, to be restored
 *
 * Counted in references by g_rc_box, as it lives on in the toast. Main thread only.
 */
typedef struct {
  GtkWidget *widget;
  MpsSession *session;
  gint64 organization;
  GArray *free;
  GPtrArray *deleted;
} Deletion;

static void
deletion_clear (gpointer data)
{
  Deletion *self = data;

  g_clear_object (&self->widget);
  g_clear_object (&self->session);
  g_clear_pointer (&self->free, g_array_unref);
  g_clear_pointer (&self->deleted, g_ptr_array_unref);
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

static char *
dup_restored_text (guint n_restored, guint n_deleted)
{
  if (n_restored == 0)
    return g_strdup (_ ("The contacts are there already."));
  if (n_restored < n_deleted)
    return g_strdup_printf (ngettext ("%'u contact was restored. The others are there already.",
                                      "%'u contacts were restored. The others are there already.",
                                      n_restored),
                            n_restored);
  return g_strdup_printf (
      ngettext ("%'u contact was restored.", "%'u contacts were restored.", n_restored),
      n_restored);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Deletion) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n_restored;

  if (!mps_store_restore_contacts_finish (MPS_STORE (source), result, &n_restored, &error))
    {
      mps_feedback_error (self->widget, _ ("Contacts not restored"), error);
      return;
    }
  text = dup_restored_text (n_restored, self->deleted->len);
  mps_feedback_toast (self->widget, text);
}

static void
restore (GtkWidget *widget, gpointer data)
{
  Deletion *self = data;

  g_set_object (&self->widget, widget);
  mps_store_restore_contacts_async (mps_session_get_store (self->session), self->deleted, NULL,
                                    on_restored, g_rc_box_acquire (self));
}

static void
offer_undo (Deletion *self)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("%'u contact was deleted.", "%'u contacts were deleted.", self->deleted->len),
      self->deleted->len);

  mps_feedback_toast_with_undo (self->widget, text, restore, g_rc_box_acquire (self),
                                deletion_unref);
}

static void
show_refused (Deletion *self, GArray *refused)
{
  adw_dialog_present (mps_refused_contacts_new_dialog (mps_session_get_fleet (self->session),
                                                       refused, self->widget),
                      self->widget);
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
  g_autoptr (GArray) refused = NULL;

  if (!mps_store_delete_contacts_finish (MPS_STORE (source), result, &self->deleted, &refused,
                                         &error))
    {
      mps_feedback_error (self->widget, _ ("Contacts not deleted"), error);
      return;
    }
  drop_gone (refused);
  if (self->deleted->len > 0)
    offer_undo (self);
  if (refused->len > 0)
    show_refused (self, refused);
}

static void
on_confirmed (Deletion *self)
{
  mps_store_delete_contacts_async (mps_session_get_store (self->session), self->organization,
                                   (const gint64 *) self->free->data, self->free->len, NULL,
                                   on_deleted, g_rc_box_acquire (self));
}

static char *
dup_question (guint n_free, guint n_assigned)
{
  if (n_assigned == 0)
    return g_strdup_printf (
        ngettext ("%'u contact will be deleted.", "%'u contacts will be deleted.", n_free), n_free);
  /* Translators: the second number is how many of the selected contacts stay. */
  return g_strdup_printf (
      ngettext ("%'u contact will be deleted. Assigned to printers, and kept: %'u.",
                "%'u contacts will be deleted. Assigned to printers, and kept: %'u.", n_free),
      n_free, n_assigned);
}

static void
ask (Deletion *self, GArray *assigned)
{
  g_autofree char *question = dup_question (self->free->len, assigned->len);
  AdwAlertDialog *alert
      = mps_feedback_question_new (_ ("Delete contact"), question, "delete", _ ("_Delete"));

  if (assigned->len > 0)
    mps_refused_contacts_add_list (alert, mps_session_get_fleet (self->session), assigned,
                                   self->widget);
  g_signal_connect_data (alert, "response::delete", G_CALLBACK (on_confirmed),
                         g_rc_box_acquire (self), deletion_unref_closure, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (alert), self->widget);
}

/* Those that are assigned as far as the window knows are not even tried. */
static void
divide (Deletion *self, const gint64 *contacts, gsize n_contacts, GArray *assigned)
{
  MpsFleet *fleet = mps_session_get_fleet (self->session);

  for (gsize i = 0; i < n_contacts; i++)
    {
      const guint32 row = mps_fleet_find_contact (fleet, contacts[i]);
      MpsContactRefusal refusal = { contacts[i], 0 };

      if (row == MPS_NO_ROW)
        continue;
      refusal.printers = mps_fleet_get_contact_printers (fleet, row);
      if (refusal.printers > 0)
        g_array_append_val (assigned, refusal);
      else
        g_array_append_val (self->free, contacts[i]);
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
  self->free = g_array_new (FALSE, FALSE, sizeof (gint64));
  divide (self, contacts, n_contacts, assigned);
  if (self->free->len > 0)
    ask (self, assigned);
  else if (assigned->len > 0)
    show_refused (self, assigned);
}
