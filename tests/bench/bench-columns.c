/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bench-report.h"

#include "fleet/mps-contact-list.h"
#include "fleet/mps-fleet-private.h"
#include "fleet/mps-printer-list.h"
#include "fleet/mps-text.h"
#include "rules/mps-eligibility.h"
#include "store/mps-store-printers.h"

#include <sqlite3.h>
#include <string.h>

/*
 * bench-columns DATABASE COPY COUNTS TURNS measures what is done in the columns in memory beside
 * the same in SQL: all nine statuses, one contact assigned, and a search while typing. COUNTS is a
 * file with the query for the statuses. COPY is the same database, for the other side to write to.
 */
typedef struct {
  MpsStore *store;
  MpsFleet *fleet;
  sqlite3 *sql;
  char *counts;
  guint n_turns;
} Bench;

static void
check_sql (sqlite3 *sql, int result)
{
  if (result != SQLITE_OK)
    g_error ("sqlite3: %s", sqlite3_errmsg (sql));
}

static sqlite3_stmt *
prepare (sqlite3 *sql, const char *text)
{
  sqlite3_stmt *statement;

  check_sql (sql, sqlite3_prepare_v2 (sql, text, -1, &statement, NULL));
  return statement;
}

/* All of it is in memory for this side too. */
static sqlite3 *
open_sql (const char *path)
{
  sqlite3 *sql;

  check_sql (NULL, sqlite3_open (path, &sql));
  check_sql (sql, sqlite3_exec (sql, "PRAGMA cache_size = -2000000; PRAGMA synchronous = NORMAL",
                                NULL, NULL, NULL));
  return sql;
}

static void
open_fleet (Bench *self, const char *path)
{
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GError) error = NULL;

  mps_store_open_async (path, MPS_STORE_OPEN_EXISTING, NULL, bench_on_result, &opened);
  bench_wait_for (&opened);
  self->store = mps_store_open_finish (opened, &error);
  g_assert_no_error (error);
  mps_store_load_fleet_async (self->store, NULL, bench_on_result, &loaded);
  bench_wait_for (&loaded);
  self->fleet = mps_store_load_fleet_finish (self->store, loaded, &error);
  g_assert_no_error (error);
}

static void
count_in_columns (Bench *self, gint64 counts[MPS_N_STATUSES])
{
  MpsPolicyEffect effect;

  mps_eligibility_preview (self->fleet, mps_store_get_policy (self->store), &effect);
  for (guint i = 0; i < MPS_N_STATUSES; i++)
    counts[i] = effect.after[i];
}

static void
count_in_sql (Bench *self, gint64 counts[MPS_N_STATUSES])
{
  sqlite3_stmt *statement = prepare (self->sql, self->counts);

  for (guint i = 0; i < MPS_N_STATUSES; i++)
    counts[i] = 0;
  while (sqlite3_step (statement) == SQLITE_ROW)
    for (guint i = 0; i < MPS_N_STATUSES; i++)
      if (mps_status_mask_has ((MpsStatusMask) sqlite3_column_int (statement, 0), i))
        counts[i] += sqlite3_column_int64 (statement, 1);
  sqlite3_finalize (statement);
}

static void
measure_statuses (Bench *self)
{
  gint64 ours[MPS_N_STATUSES], theirs[MPS_N_STATUSES];

  count_in_sql (self, theirs);
  for (guint turn = 0; turn < self->n_turns; turn++)
    {
      double start = bench_get_time ();

      count_in_columns (self, ours);
      bench_report ("statuses", BENCH_OURS, bench_get_time () - start, 0);
      start = bench_get_time ();
      count_in_sql (self, theirs);
      bench_report ("statuses", BENCH_THEIRS, bench_get_time () - start, 0);
      for (guint i = 0; i < MPS_N_STATUSES; i++)
        bench_expect (ours[i], theirs[i], mps_status_get_id (i));
    }
}

static void
assign_in_store (Bench *self, gint64 printer, gint64 contact)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsTask) task = NULL;
  const gint64 organization
      = mps_fleet_get_organization (self->fleet, mps_fleet_find_printer (self->fleet, printer));

  mps_store_assign_contact_async (self->store, organization, contact,
                                  mps_targets_new_ids (&printer, 1), NULL, NULL, bench_on_result,
                                  &result);
  bench_wait_for (&result);
  task = mps_store_assign_contact_finish (self->store, result, &error);
  g_assert_no_error (error);
}

static void
assign_in_sql (Bench *self, gint64 printer, gint64 contact)
{
  g_autofree char *update = g_strdup_printf ("UPDATE printers SET contact = %" G_GINT64_FORMAT
                                             " WHERE id = %" G_GINT64_FORMAT,
                                             contact, printer);

  check_sql (self->sql, sqlite3_exec (self->sql, update, NULL, NULL, NULL));
}

/* To the moment at which the printer, its status and the list that it stands in are right. */
static void
measure_assignments (Bench *self)
{
  g_autoptr (MpsPrinterList) list = mps_printer_list_new (self->fleet);
  const guint n_printers = g_list_model_get_n_items (G_LIST_MODEL (list));
  gint64 counts[MPS_N_STATUSES];

  for (guint turn = 0; turn < self->n_turns; turn++)
    {
      const gint64 printer = 2 * turn + 1, contact = turn + 5;
      double start = bench_get_time ();

      assign_in_store (self, printer, contact);
      bench_report ("assign-one", BENCH_OURS, bench_get_time () - start, 0);
      start = bench_get_time ();
      assign_in_sql (self, printer, contact);
      count_in_sql (self, counts);
      bench_report ("assign-one", BENCH_THEIRS, bench_get_time () - start, 0);
      bench_expect (
          mps_fleet_get_contact (self->fleet, mps_fleet_find_printer (self->fleet, printer)),
          contact, "the contact of the printer");
    }
  bench_expect (g_list_model_get_n_items (G_LIST_MODEL (list)), n_printers, "printers");
}

static void
fold (sqlite3_context *context, int n_arguments, sqlite3_value **arguments)
{
  char *folded = mps_text_fold ((const char *) sqlite3_value_text (arguments[0]));

  sqlite3_result_text (context, folded, -1, g_free);
}

/* What a search looks into, folded, in a table of its own. */
#define SEARCHED                                                                                   \
  "CREATE TEMP TABLE searched AS SELECT id, fold (first_name || char (10) || last_name || "        \
  "first_name || char (10) || company || char (10) || email || char (10) || phone || char (10) "   \
  "|| address_line_1 || char (10) || address_line_2 || char (10) || city || char (10) || "         \
  "state_or_province || char (10) || postal_code) AS folded FROM contacts"

static gint64
search_in_sql (Bench *self, const char *words)
{
  g_autofree char *pattern = g_strdup_printf ("%%%s%%", words);
  sqlite3_stmt *statement
      = prepare (self->sql, "SELECT count (*) FROM searched WHERE folded LIKE ?");
  gint64 n_found;

  sqlite3_bind_text (statement, 1, pattern, -1, SQLITE_STATIC);
  sqlite3_step (statement);
  n_found = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return n_found;
}

static gsize
get_folded_size (const MpsDictionary *dictionary)
{
  gsize size = dictionary->folded->len * sizeof (char *);

  for (guint i = 0; i < dictionary->folded->len; i++)
    size += strlen (dictionary->folded->pdata[i]) + 1;
  return size;
}

/* What stands behind the texts that are shown. */
static gsize
get_added_size (const MpsTextBlocks *texts)
{
  gsize size = 0;

  for (guint32 row = 0; row < texts->n_rows; row++)
    {
      const MpsTextBlock *block = &texts->blocks[row / MPS_TEXT_BLOCK_ROWS];

      size += block->bytes + block->ends[row % MPS_TEXT_BLOCK_ROWS]
              - mps_text_blocks_get (texts, row, texts->n_fields);
    }
  return size;
}

/* What is kept of the contacts to be searched, and for nothing else. */
static gsize
get_search_memory (Bench *self)
{
  const MpsContactTable *table = &self->fleet->contacts;

  return get_added_size (&table->texts) + get_folded_size (&table->names)
         + get_folded_size (&table->companies) + get_folded_size (&table->cities)
         + get_folded_size (&table->states);
}

static guint64
add_up (const MpsTextBlock *block)
{
  guint64 sum = 0, part;

  for (gsize i = 0; i < block->ends[MPS_TEXT_BLOCK_ROWS - 1]; i += sizeof part)
    {
      memcpy (&part, block->bytes + i, sizeof part);
      sum += part;
    }
  return sum;
}

/* No search can be faster than to read the texts, which are there to be shown as well. The memory
 * is theirs, and that of the numbers of those that many contacts share. */
static void
measure_reading (Bench *self)
{
  const MpsContactTable *table = &self->fleet->contacts;
  const guint n_blocks = (table->n_rows + MPS_TEXT_BLOCK_ROWS - 1) / MPS_TEXT_BLOCK_ROWS;

  for (guint turn = 0; turn < self->n_turns; turn++)
    {
      gsize size = 5 * sizeof *table->company * table->n_rows;
      double start = bench_get_time ();
      volatile guint64 sum = 0;

      for (guint i = 0; i < n_blocks; i++)
        {
          sum += add_up (&table->texts.blocks[i]);
          size += sizeof table->texts.blocks[i] + table->texts.blocks[i].allocated;
        }
      bench_report ("search reads", BENCH_OURS, bench_get_time () - start, size);
    }
}

static void
measure_search (Bench *self, MpsRowList *list, const char *words)
{
  g_autofree char *job = g_strdup_printf ("search %s", words);

  for (guint turn = 0; turn < self->n_turns; turn++)
    {
      double start, seconds;
      gint64 n_found;

      mps_row_list_set_search (list, "");
      start = bench_get_time ();
      mps_row_list_set_search (list, words);
      seconds = bench_get_time () - start;
      bench_report (job, BENCH_OURS, seconds, get_search_memory (self));
      start = bench_get_time ();
      n_found = search_in_sql (self, words);
      bench_report (job, BENCH_THEIRS, bench_get_time () - start, 0);
      bench_expect (g_list_model_get_n_items (G_LIST_MODEL (list)), n_found, words);
    }
}

static void
measure_searches (Bench *self)
{
  g_autoptr (MpsContactList) list = mps_contact_list_new (self->fleet);

  check_sql (self->sql,
             sqlite3_create_function (self->sql, "fold", 1, SQLITE_UTF8, NULL, fold, NULL, NULL));
  check_sql (self->sql, sqlite3_exec (self->sql, SEARCHED, NULL, NULL, NULL));
  measure_reading (self);
  measure_search (self, MPS_ROW_LIST (list), "東");
  measure_search (self, MPS_ROW_LIST (list), "s");
  measure_search (self, MPS_ROW_LIST (list), "渡辺");
  measure_search (self, MPS_ROW_LIST (list), "person0000999");
}

int
main (int argc, char **argv)
{
  Bench self = { 0 };
  g_autoptr (GError) error = NULL;

  if (argc != 5)
    return 2;
  g_file_get_contents (argv[3], &self.counts, NULL, &error);
  g_assert_no_error (error);
  self.n_turns = (guint) g_ascii_strtoull (argv[4], NULL, 10);
  self.sql = open_sql (argv[2]);
  open_fleet (&self, argv[1]);
  measure_statuses (&self);
  measure_assignments (&self);
  measure_searches (&self);
  mps_store_close (self.store);
  g_object_unref (self.fleet);
  g_object_unref (self.store);
  sqlite3_close (self.sql);
  g_free (self.counts);
  return 0;
}
