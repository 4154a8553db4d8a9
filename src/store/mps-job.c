/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-job.h"

#include "mps-agent-rows.h"
#include "mps-organization-rows.h"
#include "mps-rows.h"

#include <glib/gi18n.h>

/* With more rows than this, loading everything again is the cheaper way. */
#define MAX_CHANGED_ROWS 50000

void
mps_job_init (MpsJob *self, MpsWorker *worker, GCancellable *cancellable)
{
  *self = (MpsJob) { 0 };
  self->worker = worker;
  self->connection = mps_worker_get_connection (worker);
  self->cancellable = cancellable;
  self->changes = mps_changes_new ();
  self->printers = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->contacts = g_array_new (FALSE, FALSE, sizeof (gint64));
}

void
mps_job_clear (MpsJob *self)
{
  g_clear_pointer (&self->changes, mps_changes_unref);
  g_clear_pointer (&self->printers, g_array_unref);
  g_clear_pointer (&self->contacts, g_array_unref);
}

/**
 * mps_job_is_cancelled:
 * @self: a job
 *
 * Returns: whether the user canceled it or the store is being closed
 */
gboolean
mps_job_is_cancelled (MpsJob *self)
{
  return g_cancellable_is_cancelled (self->cancellable) || mps_worker_is_stopping (self->worker);
}

gboolean
mps_job_set_error_if_cancelled (MpsJob *self, GError **error)
{
  if (!mps_job_is_cancelled (self))
    return FALSE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The operation was canceled."));
  return TRUE;
}

static void
forget_changes (MpsJob *self)
{
  mps_changes_unref (self->changes);
  self->changes = mps_changes_new ();
  g_array_set_size (self->printers, 0);
  g_array_set_size (self->contacts, 0);
  self->agents = FALSE;
  self->organizations = FALSE;
}

/**
 * mps_job_begin:
 * @self: a job without a transaction
 * @durability: what its commit promises
 * @error: return location for a #GError of %MPS_ERROR
 */
gboolean
mps_job_begin (MpsJob *self, MpsDurability durability, GError **error)
{
  return mps_connection_begin (self->connection, durability, error);
}

static gboolean
collect_printers (MpsJob *self, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      self->connection, "SELECT " MPS_ROWS_PRINTER " FROM printers WHERE id = ?");

  for (guint i = 0; i < self->printers->len; i++)
    {
      MpsStep step;

      mps_statement_bind_int (statement, 1, g_array_index (self->printers, gint64, i));
      step = mps_statement_step (statement, error);
      if (step == MPS_STEP_ERROR)
        return FALSE;
      if (step == MPS_STEP_ROW)
        g_ptr_array_add (self->changes->printers, mps_rows_read_printer (statement));
      mps_statement_release (statement);
    }
  return TRUE;
}

static gboolean
collect_contacts (MpsJob *self, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      self->connection, "SELECT " MPS_ROWS_CONTACT " FROM contacts WHERE id = ?");

  for (guint i = 0; i < self->contacts->len; i++)
    {
      MpsStep step;

      mps_statement_bind_int (statement, 1, g_array_index (self->contacts, gint64, i));
      step = mps_statement_step (statement, error);
      if (step == MPS_STEP_ERROR)
        return FALSE;
      if (step == MPS_STEP_ROW)
        g_ptr_array_add (self->changes->contacts, mps_rows_read_contact (statement));
      mps_statement_release (statement);
    }
  return TRUE;
}

static gboolean
collect_tables (MpsJob *self, GError **error)
{
  if (self->agents
      && (self->changes->agents = mps_agent_rows_list (self->connection, error)) == NULL)
    return FALSE;
  if (self->organizations
      && (self->changes->organizations = mps_organization_rows_list (self->connection, error))
             == NULL)
    return FALSE;
  return TRUE;
}

static gboolean
collect_changes (MpsJob *self, GError **error)
{
  return self->changes->reload
         || (collect_printers (self, error) && collect_contacts (self, error)
             && collect_tables (self, error));
}

/**
 * mps_job_commit:
 * @self: a job with a transaction
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Stores what the job did and tells the main thread what changed.
 *
 * Returns: whether it is stored; if not, nothing of the transaction is
 */
gboolean
mps_job_commit (MpsJob *self, GError **error)
{
  if (!collect_changes (self, error) || !mps_connection_commit (self->connection, error))
    {
      mps_job_rollback (self);
      return FALSE;
    }
  if (!mps_changes_is_empty (self->changes))
    mps_worker_post (self->worker, self->changes);
  forget_changes (self);
  return TRUE;
}

void
mps_job_rollback (MpsJob *self)
{
  mps_connection_rollback (self->connection);
  forget_changes (self);
}

static void
add_id (MpsJob *self, GArray *ids, gint64 id)
{
  if (self->changes->reload)
    return;
  g_array_append_val (ids, id);
  if (ids->len > MAX_CHANGED_ROWS)
    mps_changes_set_reload (self->changes);
}

/**
 * mps_job_touch_printer:
 * @self: a job with a transaction
 * @id: a printer that was added or changed in it
 */
void
mps_job_touch_printer (MpsJob *self, gint64 id)
{
  add_id (self, self->printers, id);
}

void
mps_job_remove_printer (MpsJob *self, gint64 id)
{
  add_id (self, self->changes->removed_printers, id);
}

void
mps_job_touch_contact (MpsJob *self, gint64 id)
{
  add_id (self, self->contacts, id);
}

void
mps_job_remove_contact (MpsJob *self, gint64 id)
{
  add_id (self, self->changes->removed_contacts, id);
}
