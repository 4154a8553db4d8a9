/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-import-run.h"

#include <glib/gi18n.h>

struct _MpsImportRun {
  GObject parent_instance;

  MpsSession *session;
  gint64 organization;
  MpsContactsFile *file;
  MpsActivity *activity;
  MpsContactsReport *report;
  GError *error;
};

static guint done_signal;

G_DEFINE_FINAL_TYPE (MpsImportRun, mps_import_run, G_TYPE_OBJECT)

static void
on_imported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsImportRun) self = user_data;

  self->report = mps_contacts_import_finish (MPS_STORE (source), result, &self->error);
  mps_activity_end (self->activity);
  g_signal_emit (self, done_signal, 0);
}

static void
mps_import_run_dispose (GObject *object)
{
  MpsImportRun *self = MPS_IMPORT_RUN (object);

  g_clear_object (&self->session);
  g_clear_object (&self->file);
  g_clear_object (&self->activity);
  g_clear_pointer (&self->report, mps_contacts_report_free);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (mps_import_run_parent_class)->dispose (object);
}

static void
mps_import_run_class_init (MpsImportRunClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mps_import_run_dispose;
  done_signal = g_signal_new ("done", MPS_TYPE_IMPORT_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 0);
}

static void
mps_import_run_init (MpsImportRun *self)
{
}

/**
 * mps_import_run_begin:
 * @session: the session in which it is an activity
 * @organization: whose the contacts become
 * @file: what is imported; not to be corrected before it is done
 *
 * Returns: (transfer full): an import that has begun
 */
MpsImportRun *
mps_import_run_begin (MpsSession *session, gint64 organization, MpsContactsFile *file)
{
  MpsImportRun *self = g_object_new (MPS_TYPE_IMPORT_RUN, NULL);

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  g_return_val_if_fail (MPS_IS_CONTACTS_FILE (file), NULL);
  self->session = g_object_ref (session);
  self->organization = organization;
  self->file = g_object_ref (file);
  self->activity = mps_activity_begin (session, MPS_TASK_IMPORT_CONTACTS);
  mps_contacts_import_async (mps_session_get_store (session), organization, file, FALSE,
                             mps_activity_get_progress (self->activity),
                             mps_activity_get_cancellable (self->activity), on_imported,
                             g_object_ref (self));
  return self;
}

/**
 * mps_import_run_get_session:
 * @self: an import
 *
 * Returns: (transfer none): the session that it belongs to
 */
MpsSession *
mps_import_run_get_session (MpsImportRun *self)
{
  g_return_val_if_fail (MPS_IS_IMPORT_RUN (self), NULL);
  return self->session;
}

/**
 * mps_import_run_get_organization:
 * @self: an import
 *
 * Returns: whose the contacts become
 */
gint64
mps_import_run_get_organization (MpsImportRun *self)
{
  g_return_val_if_fail (MPS_IS_IMPORT_RUN (self), 0);
  return self->organization;
}

/**
 * mps_import_run_get_file:
 * @self: an import
 *
 * Returns: (transfer none): what is imported
 */
MpsContactsFile *
mps_import_run_get_file (MpsImportRun *self)
{
  g_return_val_if_fail (MPS_IS_IMPORT_RUN (self), NULL);
  return self->file;
}

/**
 * mps_import_run_get_activity:
 * @self: an import
 *
 * Returns: (transfer none): how far it is, and what cancels it
 */
MpsActivity *
mps_import_run_get_activity (MpsImportRun *self)
{
  g_return_val_if_fail (MPS_IS_IMPORT_RUN (self), NULL);
  return self->activity;
}

/**
 * mps_import_run_get_report:
 * @self: an import
 *
 * Returns: (transfer none) (nullable): its outcome, once it is done and has begun at all
 */
MpsContactsReport *
mps_import_run_get_report (MpsImportRun *self)
{
  g_return_val_if_fail (MPS_IS_IMPORT_RUN (self), NULL);
  return self->report;
}

/**
 * mps_import_run_get_error:
 * @self: an import
 *
 * Returns: (transfer none) (nullable): why it did not begin; nothing was changed then
 */
const GError *
mps_import_run_get_error (MpsImportRun *self)
{
  g_return_val_if_fail (MPS_IS_IMPORT_RUN (self), NULL);
  return self->error;
}

/**
 * mps_import_run_dup_summary:
 * @self: an import with a report
 *
 * Returns: (transfer full): the sentence that says how many contacts went in
 */
char *
mps_import_run_dup_summary (MpsImportRun *self)
{
  g_return_val_if_fail (MPS_IS_IMPORT_RUN (self), NULL);
  g_return_val_if_fail (self->report != NULL, NULL);
  if (self->report->imported == 0)
    return g_strdup (_ ("No contact was imported."));
  return g_strdup_printf (
      ngettext ("%u contact was imported.", "%u contacts were imported.", self->report->imported),
      self->report->imported);
}
