/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-targets.h"

#include "fleet/mps-text.h"

#include "mps-rows.h"

#include <glib/gi18n.h>

struct _MpsTargets {
  GArray *ids;         /* owned: gint64 */
  char **serials;      /* owned; as they were typed */
  gint64 organization; /* all of this one */
};

/**
 * mps_targets_new_ids:
 * @ids: (array length=n_ids): ids of printers
 * @n_ids: how many
 *
 * Returns: (transfer full): the printers
 */
MpsTargets *
mps_targets_new_ids (const gint64 *ids, gsize n_ids)
{
  MpsTargets *self = g_new0 (MpsTargets, 1);

  self->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), (guint) n_ids);
  g_array_append_vals (self->ids, ids, (guint) n_ids);
  return self;
}

/**
 * mps_targets_new_serials:
 * @serials: serial numbers, in any width and case; unknown ones become failed items
 *
 * Returns: (transfer full): the printers
 */
MpsTargets *
mps_targets_new_serials (const char *const *serials)
{
  MpsTargets *self = g_new0 (MpsTargets, 1);

  self->serials = g_strdupv ((char **) serials);
  return self;
}

/**
 * mps_targets_new_all:
 * @organization: an organization
 *
 * Returns: (transfer full): all its printers at the time of the work
 */
MpsTargets *
mps_targets_new_all (gint64 organization)
{
  MpsTargets *self = g_new0 (MpsTargets, 1);

  self->organization = organization;
  return self;
}

void
mps_targets_free (MpsTargets *self)
{
  g_clear_pointer (&self->ids, g_array_unref);
  g_strfreev (self->serials);
  g_free (self);
}

static void
clear_target (gpointer data)
{
  g_free (((MpsTarget *) data)->serial);
}

/**
 * mps_target_list_new:
 *
 * Returns: (transfer full) (element-type MpsTarget): an empty list
 */
GArray *
mps_target_list_new (void)
{
  GArray *targets = g_array_new (FALSE, FALSE, sizeof (MpsTarget));

  g_array_set_clear_func (targets, clear_target);
  return targets;
}

/**
 * mps_target_list_add:
 * @targets: (element-type MpsTarget): a list
 * @id: a printer that is not in it; 0 for a serial number that is not known
 * @serial: (nullable): the serial number that was asked for
 */
void
mps_target_list_add (GArray *targets, gint64 id, const char *serial)
{
  MpsTarget target = { id, g_strdup (serial) };

  g_array_append_val (targets, target);
}

static void
add_target (GArray *targets, GHashTable *seen, gint64 id, const char *serial)
{
  if (id == 0 || g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
    mps_target_list_add (targets, id, serial);
}

static gboolean
resolve_serial (GArray *targets, GHashTable *seen, MpsStatement *statement, const char *text,
                GError **error)
{
  g_autofree char *serial = mps_text_dup_serial (text);
  MpsStep step;

  mps_statement_bind_text (statement, 1, serial);
  step = mps_statement_step (statement, error);
  if (step != MPS_STEP_ERROR)
    add_target (targets, seen, step == MPS_STEP_ROW ? mps_statement_get_int (statement, 0) : 0,
                serial);
  mps_statement_release (statement);
  return step != MPS_STEP_ERROR;
}

static gboolean
list_printers (GArray *targets, MpsConnection *connection, const char *sql, gint64 owner,
               GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (connection, sql);
  MpsStep step;

  mps_statement_bind_int (statement, 1, owner);
  while ((step = mps_statement_step (statement, error)) == MPS_STEP_ROW)
    mps_target_list_add (targets, mps_statement_get_int (statement, 0), NULL);
  return step == MPS_STEP_DONE;
}

static gboolean
resolve_all (GArray *targets, MpsConnection *connection, gint64 organization, GError **error)
{
  return list_printers (targets, connection,
                        "SELECT id FROM printers WHERE organization = ? ORDER BY id", organization,
                        error);
}

/**
 * mps_targets_list_of_agent:
 * @connection: the database
 * @agent: an agent
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type MpsTarget): all its printers
 */
GArray *
mps_targets_list_of_agent (MpsConnection *connection, gint64 agent, GError **error)
{
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (MpsTarget));

  g_array_set_clear_func (targets, clear_target);
  return list_printers (targets, connection, "SELECT id FROM printers WHERE agent = ? ORDER BY id",
                        agent, error)
             ? g_steal_pointer (&targets)
             : NULL;
}

/**
 * mps_targets_resolve:
 * @self: what was asked for
 * @connection: the database
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type MpsTarget): each printer once, in the order
 *   asked for
 */
GArray *
mps_targets_resolve (MpsTargets *self, MpsConnection *connection, GError **error)
{
  g_autoptr (GArray) targets = mps_target_list_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (MpsStatement) statement
      = mps_connection_prepare (connection, "SELECT id FROM printers WHERE serial = ?");

  if (self->organization != 0 && !resolve_all (targets, connection, self->organization, error))
    return NULL;
  for (guint i = 0; self->ids && i < self->ids->len; i++)
    add_target (targets, seen, g_array_index (self->ids, gint64, i), NULL);
  for (char **serial = self->serials; serial && *serial; serial++)
    if (!resolve_serial (targets, seen, statement, *serial, error))
      return NULL;
  return g_steal_pointer (&targets);
}

/**
 * mps_targets_read:
 * @connection: the database
 * @id: of a printer
 * @error: (out): always set when it could not be read; %NULL when it is not there
 *
 * Returns: (transfer full) (nullable): the printer
 */
MpsPrinterRecord *
mps_targets_read (MpsConnection *connection, gint64 id, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      connection, "SELECT " MPS_ROWS_PRINTER " FROM printers WHERE id = ?");

  mps_statement_bind_int (statement, 1, id);
  if (mps_statement_step (statement, error) != MPS_STEP_ROW)
    return NULL;
  return mps_rows_read_printer (statement);
}

static gboolean
add_unknown (MpsTaskRun *run, const MpsTarget *target, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, target->id);

  return mps_task_run_add_failed (run, target->serial ? target->serial : id, "unknown-serial",
                                  N_ ("There is no printer with this serial number."), error);
}

static gboolean
run_target (const MpsTarget *target, MpsTaskRun *run, gint64 organization, MpsTargetFunc func,
            gpointer data, GError **error)
{
  g_autoptr (MpsPrinterRecord) printer = NULL;
  GError *local_error = NULL;

  printer = mps_targets_read (run->job->connection, target->id, &local_error);
  if (local_error)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  if (printer == NULL)
    return add_unknown (run, target, error);
  if (organization != 0 && printer->organization != organization)
    return mps_task_run_add_failed (run, printer->serial, "other-organization",
                                    N_ ("The printer belongs to another organization."), error);
  return func (run, printer, data, error);
}

static gboolean
leave_target (const MpsTarget *target, MpsTaskRun *run, GError **error)
{
  g_autoptr (MpsPrinterRecord) printer = NULL;

  if (target->serial)
    return mps_task_run_add_not_done (run, target->serial, error);
  printer = mps_targets_read (run->job->connection, target->id, NULL);
  return printer == NULL || mps_task_run_add_not_done (run, printer->serial, error);
}

/**
 * mps_targets_run:
 * @targets: (element-type MpsTarget): what mps_targets_resolve() gave
 * @run: the task
 * @organization: printers of others fail; 0 for any
 * @progress: (nullable): told of every target
 * @func: called for each printer that is there
 * @data: for @func
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Goes through the targets. A cancellation ends it: the rest is not done.
 */
gboolean
mps_targets_run (GArray *targets, MpsTaskRun *run, gint64 organization, MpsProgress *progress,
                 MpsTargetFunc func, gpointer data, GError **error)
{
  gboolean canceled = FALSE;

  for (guint i = 0; i < targets->len; i++)
    {
      const MpsTarget *target = &g_array_index (targets, MpsTarget, i);

      canceled = canceled || mps_job_is_cancelled (run->job);
      if (canceled ? !leave_target (target, run, error)
                   : !run_target (target, run, organization, func, data, error))
        return FALSE;
      if (progress && !canceled)
        mps_progress_report (progress, i + 1, targets->len);
    }
  return TRUE;
}

/**
 * mps_targets_leave:
 * @targets: (element-type MpsTarget): what mps_targets_resolve() gave
 * @run: the task, without items
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Makes every printer an item that was not done.
 */
gboolean
mps_targets_leave (GArray *targets, MpsTaskRun *run, GError **error)
{
  for (guint i = 0; i < targets->len; i++)
    if (!leave_target (&g_array_index (targets, MpsTarget, i), run, error))
      return FALSE;
  return TRUE;
}

/**
 * mps_targets_find:
 * @targets: (element-type MpsTarget): what mps_targets_resolve() gave
 * @connection: the database
 * @organization: those of others don't count; 0 for any
 * @test: asked for each printer that is there
 * @data: for @test
 * @known: (out): whether any printer is there at all
 * @found: (out): whether @test said yes to one
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Looks whether there is anything to do, before a task begins.
 */
gboolean
mps_targets_find (GArray *targets, MpsConnection *connection, gint64 organization,
                  MpsTargetTest test, gpointer data, gboolean *known, gboolean *found,
                  GError **error)
{
  *known = *found = FALSE;
  for (guint i = 0; i < targets->len && !*found; i++)
    {
      g_autoptr (MpsPrinterRecord) printer = NULL;
      GError *local_error = NULL;

      printer
          = mps_targets_read (connection, g_array_index (targets, MpsTarget, i).id, &local_error);
      if (local_error)
        {
          g_propagate_error (error, local_error);
          return FALSE;
        }
      *known = *known || printer != NULL;
      *found = printer && (organization == 0 || printer->organization == organization)
               && test (printer, data);
    }
  return TRUE;
}
