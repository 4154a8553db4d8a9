/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-guards.h"

#include "mps-sqlite-error.h"

#include <string.h>

/* What a trigger of the schema refuses stands between these two. */
#define CONDITION "\nWHEN "
#define CONSEQUENCE "\nBEGIN "

/* It refuses what is there already. Serial numbers and ids are unique without it; it stands
 * against REPLACE, which no statement of ours says. */
#define OF_EXISTING "printers_insert"

/* The unique index, which refuses what stands in it twice once it is made again. */
#define OF_SERIALS "'printers_serial'"

typedef struct {
  char *type; /* "trigger" or "index" */
  char *name;
  char *sql;
} Guard;

struct _MpsPrinterGuards {
  MpsConnection *connection; /* borrowed */
  GPtrArray *guards;         /* owned: Guard */
};

static void
guard_free (gpointer data)
{
  Guard *guard = data;

  g_free (guard->type);
  g_free (guard->name);
  g_free (guard->sql);
  g_free (guard);
}

/* Others than the schema's can only have been put there by another program. */
static gboolean
is_whole (const Guard *guard)
{
  const char *start = strstr (guard->sql, CONDITION);

  return !g_str_equal (guard->type, "trigger") || (start && strstr (start, CONSEQUENCE));
}

static gboolean
read_guards (MpsPrinterGuards *self, gboolean with_index, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      self->connection,
      "SELECT type, name, sql FROM sqlite_schema WHERE tbl_name = 'printers' "
      "AND ((type = 'trigger' AND name GLOB 'printers_insert*') OR (?1 AND name = " OF_SERIALS
      "))");
  MpsStep step;

  mps_statement_bind_int (statement, 1, with_index);
  while ((step = mps_statement_step (statement, error)) == MPS_STEP_ROW)
    {
      Guard *guard = g_new0 (Guard, 1);

      guard->type = mps_statement_dup_text (statement, 0);
      guard->name = mps_statement_dup_text (statement, 1);
      guard->sql = mps_statement_dup_text (statement, 2);
      g_ptr_array_add (self->guards, guard);
      if (is_whole (guard))
        continue;
      mps_sqlite_set_code (error, MPS_ERROR_DAMAGED_DATABASE,
                           mps_connection_get_path (self->connection));
      return FALSE;
    }
  return step == MPS_STEP_DONE;
}

static gboolean
drop (MpsPrinterGuards *self, const Guard *guard, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DROP %s %s", guard->type, guard->name);

  return mps_connection_exec (self->connection, sql, error);
}

/**
 * mps_printer_guards_lift:
 * @connection: a connection with a transaction, which must not be committed before the guards
 *   are restored
 * @with_index: whether the index of the serial numbers is one of them; no printer can then be
 *   looked for by it
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: (transfer full) (nullable): what is lifted
 */
MpsPrinterGuards *
mps_printer_guards_lift (MpsConnection *connection, gboolean with_index, GError **error)
{
  g_autoptr (MpsPrinterGuards) self = g_new0 (MpsPrinterGuards, 1);

  self->connection = connection;
  self->guards = g_ptr_array_new_with_free_func (guard_free);
  if (!read_guards (self, with_index, error))
    return NULL;
  for (guint i = 0; i < self->guards->len; i++)
    if (!drop (self, g_ptr_array_index (self->guards, i), error))
      return NULL;
  return g_steal_pointer (&self);
}

static void
add_condition (GString *condition, const Guard *guard)
{
  const char *start = strstr (guard->sql, CONDITION) + strlen (CONDITION);
  const char *end = strstr (start, CONSEQUENCE);

  g_string_append_printf (condition, " OR (%.*s)", (int) (end - start), start);
}

/**
 * mps_printer_guards_dup_condition:
 * @self: what was lifted
 *
 * Returns: (transfer full): SQL that is true of a row NEW which the guards refuse
 */
char *
mps_printer_guards_dup_condition (MpsPrinterGuards *self)
{
  g_autoptr (GString) condition = g_string_new ("FALSE");

  for (guint i = 0; i < self->guards->len; i++)
    {
      const Guard *guard = g_ptr_array_index (self->guards, i);

      if (g_str_equal (guard->type, "trigger") && !g_str_equal (guard->name, OF_EXISTING))
        add_condition (condition, guard);
    }
  return g_string_free (g_steal_pointer (&condition), FALSE);
}

/**
 * mps_printer_guards_restore:
 * @self: what was lifted
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: whether the guards stand again; if not, the transaction must be rolled back
 */
gboolean
mps_printer_guards_restore (MpsPrinterGuards *self, GError **error)
{
  for (guint i = 0; i < self->guards->len; i++)
    {
      const Guard *guard = g_ptr_array_index (self->guards, i);

      if (!mps_connection_exec (self->connection, guard->sql, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * mps_printer_guards_free:
 * @self: (transfer full): what was restored, or is rolled back
 */
void
mps_printer_guards_free (MpsPrinterGuards *self)
{
  g_ptr_array_unref (self->guards);
  g_free (self);
}
