/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-inserter.h"

#include "mps-printer-bulk-table.h"
#include "mps-printer-guards.h"
#include "mps-sqlite-error.h"

/* From this many on it is worth the while to sort printers by serial number and to ask the
 * schema's guards of all of them at once. */
#define MANY_PRINTERS 2000

/* How many are sorted and written at once, at least: some megabytes. */
#define RUN_LENGTH 65536

/* When as many come as are this part of those that there are, their index is made anew in the end:
 * of sorted runs it is made in a third of the time that it takes to put each into it. */
#define INDEX_SHARE 4

#define INSERT                                                                                     \
  "INSERT INTO printers (" MPS_PRINTER_BULK_COLUMNS ") SELECT " MPS_PRINTER_BULK_COLUMNS           \
  " FROM " MPS_PRINTER_BULK_TABLE " AS NEW"

struct _MpsPrinterInserter {
  MpsJob *job;              /* borrowed */
  MpsPrinterBulk *printers; /* owned; not written yet, and not sorted */
  MpsPrinterBulk *sorted;   /* (nullable): owned; not written either; of the thread as it runs */
  GThread *thread;          /* (nullable): sorts; joined before they are written */
  MpsPrinterGuards *guards; /* (nullable): owned; lifted */
  char *insert;             /* (nullable): owned; what asks them */
  guint n_known; /* printers that there are; G_MAXUINT when they are looked for in the table */
};

/**
 * mps_printer_inserter_new:
 * @job: a job with a transaction, which outlives it
 * @n_known: how many printers there are, which are in memory; %G_MAXUINT when they are looked for
 *   in the table by serial number while others are written
 *
 * Returns: (transfer full): an inserter
 */
MpsPrinterInserter *
mps_printer_inserter_new (MpsJob *job, guint n_known)
{
  MpsPrinterInserter *self = g_new0 (MpsPrinterInserter, 1);

  self->job = job;
  self->n_known = n_known;
  self->printers = mps_printer_bulk_new ();
  return self;
}

void
mps_printer_inserter_free (MpsPrinterInserter *self)
{
  g_clear_pointer (&self->thread, g_thread_join);
  g_clear_pointer (&self->sorted, mps_printer_bulk_free);
  g_clear_pointer (&self->guards, mps_printer_guards_free);
  mps_printer_bulk_free (self->printers);
  g_free (self->insert);
  g_free (self);
}

/* Ids ascend without a gap in one statement. */
static void
touch_inserted (MpsPrinterInserter *self, guint n_printers)
{
  const gint64 last = mps_connection_get_last_id (self->job->connection);

  for (gint64 id = last - n_printers + 1; id <= last; id++)
    mps_job_touch_printer (self->job, id);
}

/* What the guards refuse is left out by the statement; nothing is written then. */
static gboolean
check_all_written (MpsPrinterInserter *self, guint n_printers, GError **error)
{
  MpsConnection *connection = self->job->connection;

  if (mps_connection_get_n_changed (connection) == n_printers)
    return TRUE;
  mps_sqlite_set_code (error, MPS_ERROR_IO_ERROR, mps_connection_get_path (connection));
  return FALSE;
}

static gboolean
insert (MpsPrinterInserter *self, MpsPrinterBulk *printers, const char *sql, GError **error)
{
  MpsConnection *connection = self->job->connection;
  const guint n_printers = mps_printer_bulk_get_length (printers);
  gboolean inserted;

  if (!mps_printer_bulk_offer (printers, connection, error))
    return FALSE;
  inserted
      = mps_connection_exec (connection, sql, error) && check_all_written (self, n_printers, error);
  mps_printer_bulk_withdraw (connection);
  if (inserted)
    touch_inserted (self, n_printers);
  return inserted;
}

static gboolean
lift_guards (MpsPrinterInserter *self, guint n_printers, GError **error)
{
  g_autofree char *condition = NULL;

  if (self->guards)
    return TRUE;
  self->guards = mps_printer_guards_lift (self->job->connection,
                                          n_printers >= self->n_known / INDEX_SHARE, error);
  if (self->guards == NULL)
    return FALSE;
  condition = mps_printer_guards_dup_condition (self->guards);
  self->insert = g_strdup_printf (INSERT " WHERE (%s) IS NOT TRUE", condition);
  return TRUE;
}

static gpointer
sort (gpointer data)
{
  mps_printer_bulk_sort (data);
  return NULL;
}

/* Lets the thread sort all that there are, out of the way of those that come next, and meanwhile
 * writes what it sorted before. */
static gboolean
insert_sorted (MpsPrinterInserter *self, GError **error)
{
  g_autoptr (MpsPrinterBulk) sorted = g_steal_pointer (&self->sorted);

  g_clear_pointer (&self->thread, g_thread_join);
  if (mps_printer_bulk_get_length (self->printers) > 0)
    {
      self->sorted = g_steal_pointer (&self->printers);
      self->printers = mps_printer_bulk_new ();
      self->thread = g_thread_new ("mps-sorter", sort, self->sorted);
    }
  return sorted == NULL
         || (lift_guards (self, mps_printer_bulk_get_length (sorted), error)
             && insert (self, sorted, self->insert, error));
}

/**
 * mps_printer_inserter_add:
 * @self: an inserter
 * @printer: a new printer, which is copied
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: whether it is or will be written
 */
gboolean
mps_printer_inserter_add (MpsPrinterInserter *self, const MpsPrinterRecord *printer, GError **error)
{
  mps_printer_bulk_add (self->printers, printer);
  if (mps_printer_bulk_get_length (self->printers) < MAX (RUN_LENGTH, self->n_known / INDEX_SHARE))
    return TRUE;
  return insert_sorted (self, error);
}

/* A small number is written in the order in which it was added. */
static gboolean
insert_rest (MpsPrinterInserter *self, GError **error)
{
  const guint n_printers = mps_printer_bulk_get_length (self->printers);

  if (self->sorted == NULL && n_printers < MANY_PRINTERS)
    return n_printers == 0 || insert (self, self->printers, INSERT, error);
  while (self->sorted || mps_printer_bulk_get_length (self->printers) > 0)
    if (!insert_sorted (self, error))
      return FALSE;
  return TRUE;
}

/**
 * mps_printer_inserter_finish:
 * @self: an inserter
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Writes what was not written yet.
 *
 * Returns: whether all is written; if not, the transaction must be rolled back
 */
gboolean
mps_printer_inserter_finish (MpsPrinterInserter *self, GError **error)
{
  return insert_rest (self, error)
         && (self->guards == NULL || mps_printer_guards_restore (self->guards, error));
}
