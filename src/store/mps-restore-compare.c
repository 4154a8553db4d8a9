/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-restore-private.h"

/* "main" is what there is now. What both have has the same id in both. */
static const struct {
  gsize offset;
  const char *sql;
} losses[] = {
  { G_STRUCT_OFFSET (MpsRestoreLoss, managed),
    "SELECT count (*) FROM main.printers AS now WHERE managed IN (1, 2) AND NOT EXISTS "
    "(SELECT 1 FROM backup.printers AS old WHERE old.serial = now.serial "
    " AND old.managed IN (1, 2) AND old.managed >= now.managed)" },
  { G_STRUCT_OFFSET (MpsRestoreLoss, entitlements),
    "SELECT count (*) FROM main.organizations AS now WHERE entitled = 1 AND NOT EXISTS "
    "(SELECT 1 FROM backup.organizations AS old WHERE old.identity = now.identity "
    " AND old.entitled = 1)" },
  { G_STRUCT_OFFSET (MpsRestoreLoss, acceptances),
    "SELECT count (*) FROM "
    "(SELECT id, at, who, terms_sha256, printers FROM main.acceptances EXCEPT "
    " SELECT id, at, who, terms_sha256, printers FROM backup.acceptances)" },
  { G_STRUCT_OFFSET (MpsRestoreLoss, requests),
    "SELECT count (*) FROM (SELECT uuid, exported_at FROM main.requests EXCEPT "
    "SELECT uuid, exported_at FROM backup.requests)" },
  { G_STRUCT_OFFSET (MpsRestoreLoss, history),
    "SELECT count (*) FROM "
    "(SELECT id, at, who, act, subject, detail FROM main.history WHERE act <> 'restore' EXCEPT "
    " SELECT id, at, who, act, subject, detail FROM backup.history)" },
  { G_STRUCT_OFFSET (MpsRestoreLoss, printers),
    "SELECT count (*) FROM main.printers AS now WHERE NOT EXISTS "
    "(SELECT 1 FROM backup.printers AS old WHERE old.serial = now.serial)" },
  { G_STRUCT_OFFSET (MpsRestoreLoss, contacts),
    "SELECT count (*) FROM (SELECT organization, identity FROM main.contacts EXCEPT "
    "SELECT organization, identity FROM backup.contacts)" },
  { G_STRUCT_OFFSET (MpsRestoreLoss, tasks),
    "SELECT count (*) FROM (SELECT id, kind, who, started FROM main.tasks EXCEPT "
    "SELECT id, kind, who, started FROM backup.tasks)" },
};

static gboolean
read_count (MpsConnection *connection, const char *sql, guint *count, GError **error)
{
  gint64 value;

  if (!mps_connection_query_int (connection, sql, &value, error))
    return FALSE;
  *count = (guint) MIN (value, G_MAXUINT);
  return TRUE;
}

static gboolean
read_losses (MpsConnection *current, MpsRestoreLoss *loss, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (losses); i++)
    if (!read_count (current, losses[i].sql, G_STRUCT_MEMBER_P (loss, losses[i].offset), error))
      return FALSE;
  return TRUE;
}

static gboolean
attach (MpsConnection *current, const char *draft, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (current, "ATTACH ? AS backup");

  mps_statement_bind_text (statement, 1, draft);
  return mps_statement_run (statement, error);
}

/**
 * mps_restore_compare:
 * @current: a connection to what there is now
 * @draft: the path of what would take its place, of this version; nobody has it open
 * @loss: (out caller-allocates): what would be lost
 * @error: return location for a #GError of %MPS_ERROR or %G_IO_ERROR_CANCELLED
 */
gboolean
mps_restore_compare (MpsConnection *current, const char *draft, MpsRestoreLoss *loss,
                     GError **error)
{
  gboolean compared;

  if (!attach (current, draft, error))
    return FALSE;
  compared = read_losses (current, loss, error);
  return mps_connection_exec (current, "DETACH backup", compared ? error : NULL) && compared;
}

static gboolean
read_last_change (MpsConnection *connection, char **last_change, GError **error)
{
  g_autoptr (MpsStatement) statement
      = mps_connection_prepare (connection, "SELECT max (started) FROM tasks");
  MpsStep step = mps_statement_step (statement, error);

  if (step == MPS_STEP_ROW && !mps_statement_is_null (statement, 0))
    *last_change = mps_statement_dup_text (statement, 0);
  return step != MPS_STEP_ERROR;
}

/**
 * mps_restore_read_tally:
 * @connection: a database
 * @tally: (out caller-allocates): what it holds
 * @error: return location for a #GError of %MPS_ERROR or %G_IO_ERROR_CANCELLED
 */
gboolean
mps_restore_read_tally (MpsConnection *connection, MpsRestoreTally *tally, GError **error)
{
  return read_count (connection, "SELECT count (*) FROM printers", &tally->printers, error)
         && read_count (connection, "SELECT count (*) FROM contacts", &tally->contacts, error)
         && read_count (connection, "SELECT count (*) FROM printers WHERE managed IN (1, 2)",
                        &tally->managed, error)
         && read_last_change (connection, &tally->last_change, error);
}
