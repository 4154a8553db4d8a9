/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-store-acceptance.h"

#include "fleet/mps-error.h"

#include "mps-store-private.h"

#include <glib/gi18n.h>

void
mps_acceptance_free (MpsAcceptance *self)
{
  g_free (self->at);
  g_free (self->who);
  g_free (self->organization);
  g_free (self->terms_version);
  g_free (self->terms_sha256);
  g_free (self->terms_text);
  g_free (self->language);
  g_free (self->request_uuid);
  g_free (self->exported_at);
  g_free (self);
}

/**
 * mps_acceptance_is_intact:
 * @self: an acceptance
 *
 * Returns: whether the text still has the SHA-256 that was kept of it
 */
gboolean
mps_acceptance_is_intact (const MpsAcceptance *self)
{
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, self->terms_text, -1);

  return g_ascii_strcasecmp (sha256, self->terms_sha256) == 0;
}

/*
 * Version 1 of the database did not say which acceptance a line was about. But
 * each enrolment adds one of both in one transaction, and none ever goes, so
 * they stand in the same order.
 */
#define ACCEPTANCE                                                                                 \
  "SELECT acceptances.at, acceptances.who, organizations.name, terms_version, terms_sha256, "      \
  "terms_text, language, printers, requests.id, uuid, exported_at FROM acceptances "               \
  "JOIN organizations ON organizations.id = acceptances.organization "                             \
  "JOIN requests ON requests.acceptance = acceptances.id "                                         \
  "WHERE acceptances.id = (SELECT coalesce (acceptance, "                                          \
  "(SELECT id FROM acceptances ORDER BY id LIMIT 1 OFFSET "                                        \
  "(SELECT count (*) FROM history AS before WHERE before.act = 'enroll' "                          \
  "AND before.id < ?1))) FROM history WHERE id = ?1 AND act = 'enroll')"

static MpsAcceptance *
read_acceptance (MpsStatement *statement)
{
  MpsAcceptance *self = g_new0 (MpsAcceptance, 1);

  self->at = mps_statement_dup_text (statement, 0);
  self->who = mps_statement_dup_text (statement, 1);
  self->organization = mps_statement_dup_text (statement, 2);
  self->terms_version = mps_statement_dup_text (statement, 3);
  self->terms_sha256 = mps_statement_dup_text (statement, 4);
  self->terms_text = mps_statement_dup_text (statement, 5);
  self->language = mps_statement_dup_text (statement, 6);
  self->n_printers = (guint) mps_statement_get_int (statement, 7);
  self->request = mps_statement_get_int (statement, 8);
  self->request_uuid = mps_statement_dup_text (statement, 9);
  if (!mps_statement_is_null (statement, 10))
    self->exported_at = mps_statement_dup_text (statement, 10);
  return self;
}

static gpointer
get_acceptance (MpsJob *job, gpointer data, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (job->connection, ACCEPTANCE);
  MpsStep step;

  mps_statement_bind_int (statement, 1, *(const gint64 *) data);
  step = mps_statement_step (statement, error);
  if (step == MPS_STEP_DONE)
    g_set_error (error, MPS_ERROR, MPS_ERROR_DAMAGED_DATABASE,
                 _ ("The acceptance of this enrolment is missing in the database. Check the "
                    "database with “mpsctl check”."));
  return step == MPS_STEP_ROW ? read_acceptance (statement) : NULL;
}

/**
 * mps_store_get_acceptance_async:
 * @self: a store
 * @history: the id of a line of the history whose act is “enroll”
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context
 * @user_data: for @callback
 */
void
mps_store_get_acceptance_async (MpsStore *self, gint64 history, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  MpsStoreWork work = { get_acceptance, g_memdup2 (&history, sizeof history), g_free,
                        (GDestroyNotify) mps_acceptance_free };

  mps_store_read_async (self, mps_store_get_acceptance_async, &work, cancellable, callback,
                        user_data);
}

/**
 * mps_store_get_acceptance_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): what was accepted for the enrolment
 */
MpsAcceptance *
mps_store_get_acceptance_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_get_acceptance_async, error);
}
