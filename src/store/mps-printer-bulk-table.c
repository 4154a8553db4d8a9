/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-bulk-table.h"

#include "mps-sqlite-error.h"

/* The columns behind the texts. */
enum {
  COLUMN_ORGANIZATION = MPS_N_BULK_TEXTS,
  COLUMN_AGENT,
  COLUMN_AVERAGE_PAGES,
  COLUMN_MANAGED,
  COLUMN_COMMUNICATING,
  COLUMN_REPORTED,
};

typedef struct {
  sqlite3_vtab base;
  MpsPrinterBulk *printers; /* borrowed */
} Table;

typedef struct {
  sqlite3_vtab_cursor base;
  guint place; /* from 0 */
} Cursor;

static MpsPrinterBulk *
printers_of (sqlite3_vtab_cursor *cursor)
{
  return ((Table *) cursor->pVtab)->printers;
}

static int
connect_table (sqlite3 *db, void *data, int n_arguments, const char *const *arguments,
               sqlite3_vtab **table, char **message)
{
  int result = sqlite3_declare_vtab (db, "CREATE TABLE " MPS_PRINTER_BULK_TABLE //
                                         " (" MPS_PRINTER_BULK_COLUMNS ", contact)");
  Table *self;

  if (result != SQLITE_OK)
    return result;
  sqlite3_vtab_config (db, SQLITE_VTAB_DIRECTONLY);
  self = g_new0 (Table, 1);
  self->printers = data;
  *table = &self->base;
  return SQLITE_OK;
}

static int
disconnect_table (sqlite3_vtab *table)
{
  g_free (table);
  return SQLITE_OK;
}

/* It is only ever read from the first to the last. */
static int
find_best_index (sqlite3_vtab *table, sqlite3_index_info *info)
{
  return SQLITE_OK;
}

static int
open_cursor (sqlite3_vtab *table, sqlite3_vtab_cursor **cursor)
{
  Cursor *self = g_new0 (Cursor, 1);

  *cursor = &self->base;
  return SQLITE_OK;
}

static int
close_cursor (sqlite3_vtab_cursor *cursor)
{
  g_free (cursor);
  return SQLITE_OK;
}

static int
filter (sqlite3_vtab_cursor *cursor, int number, const char *name, int n_values,
        sqlite3_value **values)
{
  ((Cursor *) cursor)->place = 0;
  return SQLITE_OK;
}

static int
go_on (sqlite3_vtab_cursor *cursor)
{
  ((Cursor *) cursor)->place++;
  return SQLITE_OK;
}

static int
is_at_end (sqlite3_vtab_cursor *cursor)
{
  return ((Cursor *) cursor)->place >= mps_printer_bulk_get_length (printers_of (cursor));
}

static int
get_row (sqlite3_vtab_cursor *cursor, sqlite3_int64 *row)
{
  *row = (sqlite3_int64) ((Cursor *) cursor)->place + 1;
  return SQLITE_OK;
}

/* The texts stay where they are until the statement has ended. */
static void
give_text (sqlite3_context *context, const MpsBulkPrinter *printer, int column)
{
  const char *text = printer->texts;

  for (int i = 0; i < column; i++)
    text += printer->lengths[i] + 1;
  sqlite3_result_text (context, text, (int) printer->lengths[column], SQLITE_STATIC);
}

static int
get_column (sqlite3_vtab_cursor *cursor, sqlite3_context *context, int column)
{
  const MpsBulkPrinter *printer
      = mps_printer_bulk_get (printers_of (cursor), ((Cursor *) cursor)->place);

  if (column < MPS_N_BULK_TEXTS)
    give_text (context, printer, column);
  else if (column == COLUMN_ORGANIZATION)
    sqlite3_result_int64 (context, printer->organization);
  else if (column == COLUMN_AGENT && printer->agent != 0)
    sqlite3_result_int64 (context, printer->agent);
  else if (column == COLUMN_AVERAGE_PAGES && printer->average_pages != MPS_PAGES_UNKNOWN)
    sqlite3_result_int (context, printer->average_pages);
  else if (column == COLUMN_MANAGED)
    sqlite3_result_int (context, printer->managed);
  else if (column == COLUMN_COMMUNICATING)
    sqlite3_result_int (context, printer->communicating);
  else if (column == COLUMN_REPORTED)
    sqlite3_result_int (context, mps_managed_is_protected ((MpsManaged) printer->managed));
  return SQLITE_OK;
}

/**
 * mps_printer_bulk_offer:
 * @printers: printers, which are not changed until they are withdrawn
 * @connection: a database
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Lets statements of @connection that are not kept read the printers, as a
 * table. One INSERT … SELECT from it costs half of as many INSERTs.
 */
gboolean
mps_printer_bulk_offer (MpsPrinterBulk *printers, MpsConnection *connection, GError **error)
{
  /* Without a function that creates, the table is there under the name of its module. */
  static const sqlite3_module module = {
    .xConnect = connect_table,
    .xBestIndex = find_best_index,
    .xDisconnect = disconnect_table,
    .xOpen = open_cursor,
    .xClose = close_cursor,
    .xFilter = filter,
    .xNext = go_on,
    .xEof = is_at_end,
    .xColumn = get_column,
    .xRowid = get_row,
  };
  sqlite3 *db = mps_connection_get_db (connection);
  int result = sqlite3_create_module_v2 (db, MPS_PRINTER_BULK_TABLE, &module, printers, NULL);

  if (result != SQLITE_OK)
    mps_sqlite_set_error (error, db, result, mps_connection_get_path (connection));
  return result == SQLITE_OK;
}

/**
 * mps_printer_bulk_withdraw:
 * @connection: a database to which printers are offered
 *
 * From now on there is no such table.
 */
void
mps_printer_bulk_withdraw (MpsConnection *connection)
{
  sqlite3_create_module_v2 (mps_connection_get_db (connection), MPS_PRINTER_BULK_TABLE, NULL, NULL,
                            NULL);
}
