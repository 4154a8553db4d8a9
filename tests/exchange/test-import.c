/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/mps-contacts-import.h"
#include "exchange/mps-fleet-file.h"
#include "exchange/mps-printers-export.h"
#include "store-fixture-rows.h"

#include <string.h>

static GFile *
data_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data", name, NULL);

  return g_file_new_for_path (path);
}

static MpsPrinterImport *
import_fleet (MpsStore *store, GFile *file)
{
  g_autoptr (MpsFleetFile) source = mps_fleet_file_new (file, NULL);
  g_autoptr (GError) error = NULL;
  MpsPrinterImport *import
      = import_printers (store, DEFAULT_ORGANIZATION, MPS_PRINTER_SOURCE (source), NULL, &error);

  g_assert_no_error (error);
  return import;
}

static void
test_fleet (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = data_file ("fleet.csv");
  g_autoptr (MpsPrinterImport) import = import_fleet (self->store, file);

  g_assert_cmpuint (import->rows, ==, 3);
  g_assert_cmpuint (import->created, ==, 2);
  g_assert_cmpuint (import->rejected, ==, 1);
  assert_query (self->path,
                "SELECT serial, model, ip_address, location, average_pages, managed FROM printers",
                "7527AA01|CX735adse|10.0.0.1|Tokyo, 3F|1234|0\n"
                "7527AA02|MX431adn|2001:db8::1||12|2");
}

static void
test_problems (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = data_file ("fleet-problems.csv");
  g_autoptr (MpsPrinterImport) import = import_fleet (self->store, file);

  g_assert_cmpuint (import->rows, ==, 10);
  g_assert_cmpuint (import->created, ==, 2);
  g_assert_cmpuint (import->rejected, ==, 8);
}

#define LARGE_ROWS 12000

/* Some rows are bad, some of the printers are managed, and one comes twice. */
static char *
write_large_list (void)
{
  GString *csv = g_string_new ("Serial number,Model,IP address,Location,Lexmark Managed,Agent\n");

  for (guint i = 0; i < LARGE_ROWS; i++)
    g_string_append_printf (csv, "S%07u,%s,10.0.%u.%u,%s,%s,Agent %u\n",
                            i == LARGE_ROWS - 2 ? 0 : i, i % 1000 == 999 ? "" : "CX730de",
                            i >> 8 & 255, i & 255,
                            "A place with a name that is long enough to make the file a large one: "
                            "Zürich 東京",
                            i % 10 == 0 ? "MPS Express" : "", i % 3);
  return g_string_free_and_steal (csv);
}

static void
assert_problem (MpsPrinterImport *import, guint index, guint line, const char *code)
{
  const MpsProblem *problem = g_ptr_array_index (import->problems, index);

  g_assert_cmpuint (problem->line, ==, line);
  g_assert_cmpstr (problem->code, ==, code);
}

/* A large file is read on a thread of its own, and the schema's guards, which are lifted meanwhile,
 * stand again afterwards. */
static void
test_large (Fixture *self, gconstpointer data)
{
  g_autofree char *csv = write_large_list ();
  g_autofree char *guards = query_sql (self->path, "SELECT sql FROM sqlite_schema ORDER BY name");
  g_autofree char *path = g_build_filename (self->folder, "large.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, csv, -1, &error);
  g_assert_no_error (error);
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (MpsPrinterImport) import = import_fleet (self->store, file);

      g_assert_cmpuint (import->rows, ==, LARGE_ROWS);
      g_assert_cmpuint (round == 0 ? import->created : import->unchanged, ==, LARGE_ROWS - 13);
      g_assert_cmpuint (import->rejected, ==, 13);
      g_assert_cmpuint (import->problems->len, ==, 13);
      assert_problem (import, 0, 1001, "required");
      assert_problem (import, 11, 12000, "duplicate-serial");
      assert_problem (import, 12, 12001, "required");
    }
  assert_query (self->path, "SELECT sql FROM sqlite_schema ORDER BY name", guards);
  assert_query (self->path,
                "SELECT count (*), sum (managed = 2), sum (reported), count (DISTINCT agent), "
                "min (location GLOB '*: Zürich 東京') FROM printers",
                "11987|1200|1200|3|1");
}

/* What an export writes, an import takes for what it is already. */
static void
test_round_trip (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = data_file ("fleet.csv");
  g_autofree char *path = g_build_filename (self->folder, "export.csv", NULL);
  g_autoptr (GFile) exported = g_file_new_for_path (path);
  g_autoptr (MpsPrinterImport) first = import_fleet (self->store, file);
  g_autoptr (MpsPrinterImport) again = NULL;
  g_autoptr (MpsFleet) fleet = load_fleet (self->store);
  const guint32 rows[] = { 0, 1 };
  MpsPrinterColumn columns[MPS_N_PRINTER_COLUMNS];
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < MPS_N_PRINTER_COLUMNS; i++)
    columns[i] = (MpsPrinterColumn) (MPS_N_PRINTER_COLUMNS - 1 - i);
  bytes = mps_printers_export (fleet, rows, 2, columns, MPS_N_PRINTER_COLUMNS,
                               MPS_CSV_BOM | MPS_CSV_SAFE);
  g_assert_true (mps_output_replace (exported, bytes, &error));
  again = import_fleet (self->store, exported);
  g_assert_cmpuint (again->rows, ==, 2);
  g_assert_cmpuint (again->unchanged, ==, 2);
}

static MpsContactsFile *
load_contacts (const char *name)
{
  g_autoptr (GFile) file = data_file (name);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  MpsContactsFile *contacts;

  mps_contacts_file_load_async (file, NULL, NULL, on_result, &result);
  contacts = mps_contacts_file_load_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  return contacts;
}

static MpsContactsReport *
import_file (MpsStore *store, MpsContactsFile *file, gboolean check, GCancellable *cancellable)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  MpsContactsReport *report;

  mps_contacts_import_async (store, DEFAULT_ORGANIZATION, file, check, NULL, cancellable, on_result,
                             &result);
  report = mps_contacts_import_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);
  return report;
}

static void
assert_existing (MpsContactsReport *report, guint index, guint line, const char *first_name,
                 const char *last_name)
{
  const MpsExistingContact *existing = g_ptr_array_index (report->existing, index);

  g_assert_cmpuint (existing->line, ==, line);
  g_assert_cmpstr (existing->first_name, ==, first_name);
  g_assert_cmpstr (existing->last_name, ==, last_name);
}

/* The last row repeats the one before it. */
static void
test_contacts (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsContactsFile) file = load_contacts ("contacts-quotes.csv");
  g_autoptr (MpsContactsFile) same = load_contacts ("contacts-quotes.csv");
  g_autoptr (MpsContactsReport) report = import_file (self->store, file, FALSE, NULL);
  g_autoptr (MpsContactsReport) again = import_file (self->store, same, FALSE, NULL);

  g_assert_cmpint (report->task, >, 0);
  g_assert_cmpuint (report->imported, ==, 2);
  g_assert_cmpuint (report->existing->len, ==, 1);
  assert_existing (report, 0, 6, "John", "Smith");
  g_assert_cmpuint (report->first_line, ==, 0);
  g_assert_null (report->cause);
  g_assert_cmpuint (report->invalid->len, ==, 1);
  g_assert_cmpuint (again->imported, ==, 0);
  g_assert_cmpuint (again->existing->len, ==, 3);
  assert_query (self->path, "SELECT count (*) FROM contacts", "2");
}

static void
assert_statuses (MpsContactsFile *file, const char *expected)
{
  static const char signs[] = "!+=.-";
  g_autoptr (GString) statuses = g_string_new (NULL);

  for (guint i = 0; i < mps_contacts_file_get_n_rows (file); i++)
    g_string_append_c (statuses,
                       signs[mps_contacts_row_get_status (mps_contacts_file_get_row (file, i))]);
  g_assert_cmpstr (statuses->str, ==, expected);
}

/* What was corrected or left out goes in later, and what is in already is left alone. */
static void
test_what_is_missing (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsContactsFile) file = load_contacts ("contacts-quotes.csv");
  g_autoptr (MpsContactsReport) first = NULL;
  g_autoptr (MpsContactsReport) second = NULL;
  g_autoptr (MpsContactsReport) third = NULL;

  mps_contacts_file_set_excluded (file, 0, TRUE);
  assert_statuses (file, "-!++");
  first = import_file (self->store, file, FALSE, NULL);
  g_assert_cmpuint (first->excluded, ==, 1);
  g_assert_cmpuint (first->imported, ==, 1);
  assert_statuses (file, "-!.=");
  g_assert_false (mps_contacts_file_set_cell (file, 2, MPS_CONTACT_CITY, "Paris"));
  g_assert_false (mps_contacts_file_set_excluded (file, 2, TRUE));

  mps_contacts_file_set_excluded (file, 0, FALSE);
  mps_contacts_file_set_cell (file, 1, MPS_CONTACT_ADDRESS_LINE_1, "1-2-3 Marunouchi");
  assert_statuses (file, "++.=");
  second = import_file (self->store, file, FALSE, NULL);
  g_assert_cmpuint (second->imported, ==, 2);
  g_assert_cmpuint (second->existing->len, ==, 0);
  g_assert_cmpuint (second->invalid->len, ==, 0);
  assert_statuses (file, "...=");

  mps_contacts_file_forget_outcome (file);
  assert_statuses (file, "++++");
  third = import_file (self->store, file, TRUE, NULL);
  g_assert_cmpuint (third->imported, ==, 0);
  assert_statuses (file, "====");
}

static void
test_check (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsContactsFile) file = load_contacts ("contacts-quotes.csv");
  g_autoptr (MpsContactsReport) report = import_file (self->store, file, TRUE, NULL);

  g_assert_cmpint (report->task, ==, 0);
  g_assert_cmpuint (report->imported, ==, 2);
  g_assert_cmpuint (report->existing->len, ==, 1);
  assert_statuses (file, "+!+=");
  assert_query (self->path, "SELECT count (*) FROM contacts", "0");
  assert_query (self->path, "SELECT count (*) FROM tasks", "0");
}

/* What a check finds out about cells that were corrected meanwhile is not said of the new ones. */
static void
test_corrected_meanwhile (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsContactsFile) file = load_contacts ("contacts-utf8.csv");
  g_autoptr (MpsContactsFile) same = load_contacts ("contacts-utf8.csv");
  g_autoptr (MpsContactsReport) first = import_file (self->store, same, FALSE, NULL);
  g_autoptr (MpsContactsReport) report = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  mps_contacts_import_async (self->store, DEFAULT_ORGANIZATION, file, TRUE, NULL, NULL, on_result,
                             &result);
  mps_contacts_file_set_cell (file, 0, MPS_CONTACT_LAST_NAME, "Tanaka");
  report = mps_contacts_import_finish (self->store, wait_for (&result), NULL);
  g_assert_cmpuint (first->imported, ==, 2);
  g_assert_cmpuint (report->existing->len, ==, 2);
  assert_statuses (file, "+=");
}

/* A failure of the system in the middle: the rows before it are in, the others are a range. */
static void
test_system_error (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsContactsFile) file = load_contacts ("contacts-cp932.csv");
  g_autoptr (MpsContactsReport) report = NULL;
  g_autoptr (GBytes) rejected = NULL;
  g_autofree char *message
      = run_sql (self->path, "CREATE TRIGGER fail BEFORE INSERT ON contacts "
                             "WHEN NEW.last_name = 'ﾔﾏﾀﾞ' BEGIN SELECT raise (FAIL, 'x'); END");

  g_assert_null (message);
  report = import_file (self->store, file, FALSE, NULL);
  g_assert_cmpuint (report->imported, ==, 1);
  g_assert_cmpuint (report->first_line, ==, 3);
  g_assert_cmpuint (report->last_line, ==, 3);
  g_assert_cmpstr (report->cause, ==, "system-error");
  g_assert_nonnull (report->message);
  assert_query (self->path, "SELECT count (*) FROM contacts", "1");
  rejected = mps_contacts_report_dup_rejected (report, file);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (rejected, NULL),
                                  (gssize) g_bytes_get_size (rejected), "ﾔﾏﾀﾞ"));
  g_assert_null (g_strstr_len (g_bytes_get_data (rejected, NULL),
                               (gssize) g_bytes_get_size (rejected), "髙橋"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/import/fleet", test_fleet);
  fixture_add ("/import/problems", test_problems);
  fixture_add ("/import/large", test_large);
  fixture_add ("/import/round-trip", test_round_trip);
  fixture_add ("/import/contacts", test_contacts);
  fixture_add ("/import/what-is-missing", test_what_is_missing);
  fixture_add ("/import/check", test_check);
  fixture_add ("/import/corrected-meanwhile", test_corrected_meanwhile);
  fixture_add ("/import/system-error", test_system_error);

  return g_test_run ();
}
