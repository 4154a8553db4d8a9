/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-check.h"

#include "fleet/mps-error.h"

#include "mps-sqlite-error.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

/*
 * What the triggers keep from happening, looked for all the same: the file may
 * have been changed by a program that took the triggers away. Each statement
 * gives a line for each thing that is wrong.
 */
static const struct {
  const char *code;
  const char *reason;
  const char *sql;
} rules[] = {
  { "contact-of-other-organization",
    N_ ("The printer has a contact of another organization. Assign one of its own."),
    "SELECT printers.serial FROM printers JOIN contacts ON contacts.id = printers.contact "
    "WHERE contacts.organization <> printers.organization" },
  { "agent-of-other-organization",
    N_ ("The printer has an agent of another organization. Import the fleet list again."),
    "SELECT printers.serial FROM printers JOIN agents ON agents.id = printers.agent "
    "WHERE agents.organization <> printers.organization" },
  { "managed-without-request",
    N_ ("The printer is managed or pending, but nobody accepted the terms for it, and no fleet "
        "list reported it. Restore a backup."),
    "SELECT serial FROM printers WHERE managed IN (1, 2) AND reported = 0 AND NOT EXISTS "
    "(SELECT 1 FROM request_printers JOIN requests ON requests.id = request_printers.request "
    " WHERE request_printers.request = printers.request AND printer = printers.id"
    "   AND requests.organization = printers.organization)" },
  { "managed-without-entitlement",
    N_ ("The printer was added to MPS Express in an organization that is not entitled. Restore a "
        "backup."),
    "SELECT serial FROM printers JOIN organizations ON organizations.id = printers.organization "
    "WHERE managed IN (1, 2) AND reported = 0 AND entitled = 0" },
  { "answered-but-pending",
    N_ ("The request of the printer is answered, but it is still pending. Restore a backup."),
    "SELECT request_printers.serial FROM request_printers JOIN printers "
    "ON printers.id = request_printers.printer AND printers.request = request_printers.request "
    "WHERE outcome IS NOT NULL AND managed = 1 AND reported = 0" },
  { "request-incomplete",
    N_ ("The request does not have as many printers as were accepted. Restore a backup."),
    "SELECT uuid FROM requests JOIN acceptances ON acceptances.id = requests.acceptance "
    "WHERE printers <> (SELECT count (*) FROM request_printers WHERE request = requests.id)" },
  { "inactive-agent",
    N_ ("The agent is deactivated, but has managed or pending printers. Activate it."),
    "SELECT name FROM agents WHERE active = 0 AND EXISTS "
    "(SELECT 1 FROM printers WHERE agent = agents.id AND managed IN (1, 2))" },
};

static gboolean
check_rule (MpsConnection *connection, gsize rule, GPtrArray *problems, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (connection, rules[rule].sql);
  MpsStep step;

  while ((step = mps_statement_step (statement, error)) == MPS_STEP_ROW)
    g_ptr_array_add (problems, mps_problem_new (0, mps_statement_get_text (statement, 0),
                                                rules[rule].code, "%s", _ (rules[rule].reason)));
  return step == MPS_STEP_DONE;
}

/* What SQLite finds may only be that the disk could not be read just now, which is no damage. */
static gboolean
is_readable (MpsConnection *connection, const char *said, GError **error)
{
  const char *code = strstr (said, "error code=");
  int result = code ? atoi (code + strlen ("error code=")) : SQLITE_OK;

  if ((result & 0xff) != SQLITE_IOERR)
    return TRUE;
  mps_sqlite_set_result (error, result, mps_connection_get_path (connection));
  return FALSE;
}

/**
 * mps_check_quick:
 * @connection: a database
 * @path: what a message calls it
 * @error: return location for a #GError: %MPS_ERROR_DAMAGED_DATABASE
 *
 * Looks at each page. It does not look whether indexes and tables agree.
 *
 * Returns: whether it could be looked at and is sound
 */
gboolean
mps_check_quick (MpsConnection *connection, const char *path, GError **error)
{
  g_autoptr (MpsStatement) statement
      = mps_connection_prepare (connection, "PRAGMA quick_check (1)");
  MpsStep step = mps_statement_step (statement, error);
  const char *said = step == MPS_STEP_ROW ? mps_statement_get_text (statement, 0) : "";

  if (step == MPS_STEP_ERROR || g_str_equal (said, "ok"))
    return step != MPS_STEP_ERROR;
  if (is_readable (connection, said, error))
    mps_sqlite_set_code (error, MPS_ERROR_DAMAGED_DATABASE, path);
  return FALSE;
}

static gboolean
check_pages (MpsConnection *connection, GPtrArray *problems, GError **error)
{
  g_autoptr (MpsStatement) statement
      = mps_connection_prepare (connection, "PRAGMA integrity_check");
  MpsStep step;

  while ((step = mps_statement_step (statement, error)) == MPS_STEP_ROW)
    {
      const char *said = mps_statement_get_text (statement, 0);

      if (g_str_equal (said, "ok"))
        continue;
      if (!is_readable (connection, said, error))
        return FALSE;
      g_ptr_array_add (problems,
                       mps_problem_new (0, NULL, mps_error_code_get_id (MPS_ERROR_DAMAGED_DATABASE),
                                        _ ("The file is damaged: %s. Restore a backup."), said));
    }
  return step == MPS_STEP_DONE;
}

static gboolean
check_references (MpsConnection *connection, GPtrArray *problems, GError **error)
{
  g_autoptr (MpsStatement) statement
      = mps_connection_prepare (connection, "PRAGMA foreign_key_check");
  MpsStep step;

  while ((step = mps_statement_step (statement, error)) == MPS_STEP_ROW)
    g_ptr_array_add (
        problems, mps_problem_new (0, mps_statement_get_text (statement, 0), "dangling-reference",
                                   _ ("A row refers to one of “%s” that is not there. Restore a "
                                      "backup."),
                                   mps_statement_get_text (statement, 2)));
  return step == MPS_STEP_DONE;
}

/**
 * mps_check_file:
 * @connection: a database
 * @problems: (element-type MpsProblem): takes what is wrong
 * @error: return location for a #GError of %MPS_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Looks whether the file is sound: each page, each index, and each reference
 * from one table to another.
 *
 * Returns: whether it could be looked at
 */
gboolean
mps_check_file (MpsConnection *connection, GPtrArray *problems, GError **error)
{
  return check_pages (connection, problems, error)
         && check_references (connection, problems, error);
}

/**
 * mps_check_rules:
 * @connection: a sound database of this version
 * @problems: (element-type MpsProblem): takes what is wrong
 * @error: return location for a #GError of %MPS_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Looks whether what the triggers protect holds.
 *
 * Returns: whether it could be looked at
 */
gboolean
mps_check_rules (MpsConnection *connection, GPtrArray *problems, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!check_rule (connection, i, problems, error))
      return FALSE;
  return TRUE;
}
