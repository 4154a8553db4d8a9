/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-enrollment.h"

#include "fleet/mps-error.h"
#include "fleet/mps-history.h"

#include "mps-rows.h"
#include "mps-sqlite-error.h"

static gint64
insert_acceptance (const MpsEnrollment *self, MpsJob *job, const char *now, char **sha256,
                   GError **error)
{
  /* As they were shown, which is not always in the language asked for. */
  const char *const languages[] = { self->language, NULL };
  const char *language = NULL;
  const char *text = mps_policy_get_terms_text (self->policy, languages, &language);
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection,
      "INSERT INTO acceptances (at, who, organization, terms_version, terms_sha256, terms_text, "
      "language, printers) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");

  *sha256 = mps_policy_dup_terms_sha256 (self->policy, language);
  mps_statement_bind_text (statement, 1, now);
  mps_statement_bind_text (statement, 2, g_get_user_name ());
  mps_statement_bind_int (statement, 3, self->organization);
  mps_statement_bind_text (statement, 4, mps_policy_get_terms_version (self->policy));
  mps_statement_bind_text (statement, 5, *sha256);
  mps_statement_bind_text (statement, 6, text);
  mps_statement_bind_text (statement, 7, language);
  mps_statement_bind_int (statement, 8, self->printers->len);
  if (!mps_statement_run (statement, error))
    return 0;
  return mps_connection_get_last_id (job->connection);
}

static gint64
insert_request (const MpsEnrollment *self, MpsJob *job, const char *now, gint64 acceptance,
                GError **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection,
      "INSERT INTO requests (uuid, organization, acceptance, created) VALUES (?, ?, ?, ?)");

  mps_statement_bind_text (statement, 1, uuid);
  mps_statement_bind_int (statement, 2, self->organization);
  mps_statement_bind_int (statement, 3, acceptance);
  mps_statement_bind_text (statement, 4, now);
  if (!mps_statement_run (statement, error))
    return 0;
  return mps_connection_get_last_id (job->connection);
}

/* A printer goes into a request with its contact as it is now. */
static gboolean
insert_printer (MpsJob *job, gint64 request, gint64 printer, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection,
      "INSERT INTO request_printers (request, printer, serial, model, " MPS_ROWS_CONTACT_FIELDS ") "
      "SELECT ?1, printers.id, serial, model, " MPS_ROWS_CONTACT_FIELDS " "
      "FROM printers JOIN contacts ON contacts.id = printers.contact WHERE printers.id = ?2");

  mps_statement_bind_int (statement, 1, request);
  mps_statement_bind_int (statement, 2, printer);
  return mps_statement_run (statement, error);
}

static gboolean
set_pending (MpsJob *job, gint64 request, gint64 printer, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      job->connection, "UPDATE printers SET managed = ?, request = ?, reported = 0, "
                       "failure_reason = '' WHERE id = ?");

  mps_statement_bind_int (statement, 1, MPS_MANAGED_PENDING);
  mps_statement_bind_int (statement, 2, request);
  mps_statement_bind_int (statement, 3, printer);
  mps_job_touch_printer (job, printer);
  return mps_statement_run (statement, error);
}

static gboolean
add_printers (const MpsEnrollment *self, MpsJob *job, gint64 request, GError **error)
{
  for (guint i = 0; i < self->printers->len; i++)
    {
      gint64 printer = g_array_index (self->printers, gint64, i);

      if (!insert_printer (job, request, printer, error)
          || !set_pending (job, request, printer, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_history (const MpsEnrollment *self, MpsJob *job, const char *sha256, gint64 acceptance,
             GError **error)
{
  g_autoptr (MpsStatement) statement
      = mps_connection_prepare (job->connection, "SELECT name FROM organizations WHERE id = ?");
  g_autofree char *detail = mps_history_dup_enroll_detail (
      self->printers->len, mps_policy_get_terms_version (self->policy), sha256);

  mps_statement_bind_int (statement, 1, self->organization);
  if (mps_statement_step (statement, error) != MPS_STEP_ROW)
    return FALSE;
  job->changes->history = job->changes->requests = TRUE;
  return mps_rows_add_accepted_act (
      job->connection, "enroll", mps_statement_get_text (statement, 0), detail, acceptance, error);
}

/**
 * mps_enrollment_write:
 * @self: what is accepted and added
 * @job: a job with an irrevocable transaction, in which the printers were judged
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Records the acceptance and the request, makes the printers pending, and adds
 * a line to the history.
 */
gboolean
mps_enrollment_write (const MpsEnrollment *self, MpsJob *job, GError **error)
{
  g_autofree char *now = mps_rows_dup_now ();
  g_autofree char *sha256 = NULL;
  gint64 acceptance, request;

  acceptance = insert_acceptance (self, job, now, &sha256, error);
  if (acceptance == 0)
    return FALSE;
  request = insert_request (self, job, now, acceptance, error);
  return request != 0 && add_printers (self, job, request, error)
         && add_history (self, job, sha256, acceptance, error);
}
