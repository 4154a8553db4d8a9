/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-schema.h"

#include "fleet/mps-error.h"
#include "fleet/mps-text.h"
#include "rules/mps-policy.h"
#include "store/mps-store-resources.h"

#include "mps-rows.h"
#include "mps-sqlite-error.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

/* schema-N.sql makes version N of version N - 1; the first makes it of nothing. */
static gboolean
run_step (MpsConnection *connection, guint version, GError **error)
{
  g_autofree char *path = g_strdup_printf ("/io/github/mpsdesk/store/schema-%u.sql", version);
  g_autofree char *pragma = g_strdup_printf ("PRAGMA user_version = %u", version);
  g_autoptr (GBytes) sql = NULL;

  sql = g_resource_lookup_data (mps_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                NULL);
  g_assert (sql != NULL);
  return mps_connection_exec (connection, g_bytes_get_data (sql, NULL), error)
         && mps_connection_exec (connection, pragma, error);
}

static gboolean
run_steps (MpsConnection *connection, guint from, guint to, GError **error)
{
  for (guint version = from + 1; version <= to; version++)
    if (!run_step (connection, version, error))
      return FALSE;
  return TRUE;
}

static gboolean
add_organization (MpsConnection *connection, const char *name, gint64 parent, GError **error)
{
  g_autofree char *identity = mps_text_fold_identity (name);
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      connection, "INSERT INTO organizations (name, identity, parent) VALUES (?, ?, ?)");

  mps_statement_bind_text (statement, 1, name);
  mps_statement_bind_text (statement, 2, identity);
  mps_statement_bind_id (statement, 3, parent);
  return mps_statement_run (statement, error);
}

static gboolean
add_first_rows (MpsConnection *connection, GError **error)
{
  g_autoptr (MpsPolicy) policy = mps_policy_new_sample ();

  /* Names that scripts rely on, the same in every language. */
  return add_organization (connection, "Parent company", 0, error)
         && add_organization (connection, "Default", mps_connection_get_last_id (connection), error)
         && mps_rows_add_policy (connection, policy, error);
}

/**
 * mps_schema_create:
 * @connection: an empty database
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Makes the tables and what a new database has: a parent company with one
 * child organization, and the sample policy. All of it or nothing.
 */
gboolean
mps_schema_create (MpsConnection *connection, GError **error)
{
  g_autofree char *pragma
      = g_strdup_printf ("PRAGMA application_id = %d", MPS_SCHEMA_APPLICATION_ID);

  if (!mps_connection_begin (connection, MPS_IRREVOCABLE, error))
    return FALSE;
  if (mps_connection_exec (connection, pragma, error)
      && run_steps (connection, 0, MPS_SCHEMA_VERSION, error) && add_first_rows (connection, error))
    return mps_connection_commit (connection, error);
  mps_connection_rollback (connection);
  return FALSE;
}

/* Names and definitions of what @query finds. */
static GHashTable *
list_objects (MpsConnection *connection, const char *query, GError **error)
{
  g_autoptr (GHashTable) objects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (MpsStatement) statement = mps_connection_prepare (connection, query);
  MpsStep step;

  while ((step = mps_statement_step (statement, error)) == MPS_STEP_ROW)
    g_hash_table_insert (objects, mps_statement_dup_text (statement, 0),
                         mps_statement_dup_text (statement, 1));
  return step == MPS_STEP_DONE ? g_steal_pointer (&objects) : NULL;
}

/* The same of an empty database of a version. */
static GHashTable *
list_expected (guint version, const char *query, GError **error)
{
  g_autoptr (MpsConnection) model = mps_connection_open_memory (error);

  if (model == NULL || !run_steps (model, 0, version, error))
    return NULL;
  return list_objects (model, query, error);
}

/**
 * mps_schema_check_version:
 * @connection: a database of this application
 * @version: what it says it is, no newer than this program
 * @error: return location for a #GError of %MPS_ERROR: %MPS_ERROR_DAMAGED_DATABASE
 *
 * Returns: whether its tables are those of @version, so that it can be upgraded
 */
gboolean
mps_schema_check_version (MpsConnection *connection, guint version, GError **error)
{
  static const char query[]
      = "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' "
        "ESCAPE '~'";
  g_autoptr (GHashTable) expected = list_expected (version, query, error);
  g_autoptr (GHashTable) found = expected ? list_objects (connection, query, error) : NULL;
  GHashTableIter iter;
  gpointer name, sql;
  gboolean same;

  if (found == NULL)
    return FALSE;
  same = g_hash_table_size (found) == g_hash_table_size (expected);
  g_hash_table_iter_init (&iter, expected);
  while (same && g_hash_table_iter_next (&iter, &name, &sql))
    same = g_strcmp0 (g_hash_table_lookup (found, name), sql) == 0;
  if (!same)
    mps_sqlite_set_code (error, MPS_ERROR_DAMAGED_DATABASE, mps_connection_get_path (connection));
  return same;
}

/**
 * mps_schema_upgrade:
 * @connection: a database of this application, no newer than this program
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Brings the tables to this program's version: all of the way or not at all.
 */
gboolean
mps_schema_upgrade (MpsConnection *connection, GError **error)
{
  gint64 version;

  if (!mps_connection_query_int (connection, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version >= MPS_SCHEMA_VERSION)
    return TRUE;
  if (!mps_connection_begin (connection, MPS_IRREVOCABLE, error))
    return FALSE;
  /* Another process may have done it while this one waited. */
  if (mps_connection_query_int (connection, "PRAGMA user_version", &version, error)
      && run_steps (connection, (guint) version, MPS_SCHEMA_VERSION, error))
    return mps_connection_commit (connection, error);
  mps_connection_rollback (connection);
  return FALSE;
}

/**
 * mps_schema_compare:
 * @connection: a database of this version
 * @problems: (element-type MpsProblem): takes a problem for each table, index or trigger that is
 *   missing or not as it should be
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: whether it could be compared
 */
gboolean
mps_schema_compare (MpsConnection *connection, GPtrArray *problems, GError **error)
{
  static const char query[]
      = "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~'";
  g_autoptr (GHashTable) expected = list_expected (MPS_SCHEMA_VERSION, query, error);
  g_autoptr (GHashTable) found = NULL;
  GHashTableIter iter;
  gpointer name, sql;

  if (expected == NULL || (found = list_objects (connection, query, error)) == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &name, &sql))
    if (g_strcmp0 (g_hash_table_lookup (found, name), sql) != 0)
      g_ptr_array_add (problems,
                       mps_problem_new (0, name, "schema",
                                        _ ("“%s” is missing in the database or was changed by "
                                           "another program."),
                                        (char *) name));
  return TRUE;
}
