/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-organization-commands.h"

#include "mps-organization-dialog.h"

#include "desk/widgets/mps-feedback.h"

#include "store/mps-store-organizations.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * Deletion:
 * @widget: from where it was asked for; a page may be gone when the answer comes
 * @session: the session
 * @organization: what to delete
 */
typedef struct {
  GtkWidget *widget;
  MpsSession *session;
  gint64 organization;
} Deletion;

static void
deletion_free (Deletion *self)
{
  g_object_unref (self->widget);
  g_object_unref (self->session);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deletion, deletion_free)

/**
 * mps_organization_commands_get_parent:
 * @session: the session
 *
 * Returns: the id of the parent company
 */
gint64
mps_organization_commands_get_parent (MpsSession *session)
{
  GPtrArray *records = mps_fleet_get_organizations (mps_session_get_fleet (session));

  for (guint i = 0; i < records->len; i++)
    if (((const MpsOrganizationRecord *) records->pdata[i])->parent == 0)
      return ((const MpsOrganizationRecord *) records->pdata[i])->id;
  return 0;
}

/**
 * mps_organization_commands_get_delete_hindrance:
 * @session: the session
 * @organization: the id of a child organization
 *
 * The store decides when it is asked to, and these are its reasons.
 *
 * Returns: (nullable): why it can't be deleted now and what to do, translated;
 *   %NULL when it can
 */
const char *
mps_organization_commands_get_delete_hindrance (MpsSession *session, gint64 organization)
{
  MpsOrganizationItem *item
      = mps_organization_list_find (mps_session_get_organizations (session), organization);
  const MpsOrganizationTally *tally;

  if (item == NULL || organization == 0)
    return _ ("Choose a child organization first.");
  tally = mps_organization_item_get_tally (item);
  if (mps_organization_item_get_entitled (item))
    return _ ("It is entitled to MPS Express, which can’t be taken back, so it can’t be deleted.");
  if (tally->printers > 0)
    return _ ("It has printers and can’t be deleted. Unenroll its printers first.");
  if (tally->contacts > 0)
    return _ ("It has contacts and can’t be deleted. Delete its contacts first.");
  if (tally->agents > 0)
    return _ ("It has agents and can’t be deleted. Delete its agents first.");
  return NULL;
}

/**
 * mps_organization_commands_add:
 * @widget: the widget from which it was asked for
 * @session: the session
 *
 * Opens the dialog that adds a child organization.
 */
void
mps_organization_commands_add (GtkWidget *widget, MpsSession *session)
{
  adw_dialog_present (mps_organization_dialog_new_add (session), widget);
}

/**
 * mps_organization_commands_rename:
 * @widget: the widget from which it was asked for
 * @session: the session
 * @organization: the id of the parent company or a child organization
 *
 * Opens the dialog that renames it.
 */
void
mps_organization_commands_rename (GtkWidget *widget, MpsSession *session, gint64 organization)
{
  adw_dialog_present (mps_organization_dialog_new_rename (session, organization), widget);
}

static void
on_deleted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) window = user_data;
  g_autoptr (GError) error = NULL;

  if (mps_store_delete_organization_finish (MPS_STORE (source), result, &error))
    mps_feedback_toast (window, _ ("The organization was deleted."));
  else
    mps_feedback_error (window, _ ("Not deleted"), error);
}

/* Its page goes away with it, and the window stays to tell of that. */
static void
on_answer (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Deletion) self = user_data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  GtkRoot *root = gtk_widget_get_root (self->widget);

  if (!g_str_equal (answer, "delete") || root == NULL)
    return;
  mps_store_delete_organization_async (mps_session_get_store (self->session), self->organization,
                                       NULL, on_deleted, g_object_ref (GTK_WIDGET (root)));
}

static AdwAlertDialog *
new_question (const char *name)
{
  /* Translators: %s is the name of an organization */
  g_autofree char *body = g_strdup_printf (
      _ ("“%s” has no printers, contacts or agents. This can’t be undone."), name);

  return mps_feedback_question_new (_ ("Delete organization?"), body, "delete", _ ("_Delete"));
}

/**
 * mps_organization_commands_delete:
 * @widget: the widget from which it was asked for
 * @session: the session
 * @organization: the id of a child organization
 *
 * Deletes an empty organization after asking, or says why that can't be done.
 */
void
mps_organization_commands_delete (GtkWidget *widget, MpsSession *session, gint64 organization)
{
  const char *hindrance = mps_organization_commands_get_delete_hindrance (session, organization);
  const MpsOrganizationRecord *record
      = mps_fleet_find_organization (mps_session_get_fleet (session), organization);
  Deletion *deletion;

  if (hindrance)
    {
      mps_feedback_toast (widget, hindrance);
      return;
    }
  deletion = g_new0 (Deletion, 1);
  *deletion = (Deletion) { g_object_ref (widget), g_object_ref (session), organization };
  adw_alert_dialog_choose (new_question (record->name), widget, NULL, on_answer, deletion);
}
