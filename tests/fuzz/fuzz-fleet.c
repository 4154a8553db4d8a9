/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fuzz.h"

#include "exchange/mps-csv-writer.h"
#include "exchange/mps-fleet-columns.h"
#include "exchange/mps-fleet-file.h"
#include "fleet/mps-text.h"
#include "rules/mps-address.h"

#include <string.h>

#define MAX_PAGES 10000000

/* What comes out of a fleet list: its good rows, as CSV, and what is wrong with the others. */
typedef struct {
  GPtrArray *problems;
  GHashTable *serials;
  MpsCsvWriter *csv;
  guint n_good;
  gboolean refused;
} Outcome;

static void
outcome_init (Outcome *outcome)
{
  *outcome = (Outcome) {
    .problems = mps_problems_new (),
    .serials = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .csv = mps_csv_writer_new (MPS_CSV_SAFE),
  };
  for (int i = 0; i < MPS_N_FLEET_COLUMNS; i++)
    mps_csv_writer_cell (outcome->csv, mps_fleet_column_get_header (i));
  mps_csv_writer_end_row (outcome->csv);
}

static void
outcome_clear (Outcome *outcome)
{
  g_ptr_array_unref (outcome->problems);
  g_hash_table_unref (outcome->serials);
  mps_csv_writer_free (outcome->csv);
}

static void
check_text (const char *text, guint max_length)
{
  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpuint ((guint) g_utf8_strlen (text, -1), <=, max_length);
  g_assert_false (mps_text_has_control (text));
}

static void
check_printer (const MpsPrinterRecord *printer)
{
  g_autofree char *serial = mps_text_dup_serial (printer->serial);

  g_assert_cmpstr (printer->serial, !=, "");
  g_assert_cmpstr (printer->model, !=, "");
  g_assert_cmpstr (printer->serial, ==, serial);
  check_text (printer->serial, 64);
  check_text (printer->model, 128);
  check_text (printer->host_name, 255);
  check_text (printer->location, 255);
  check_text (printer->asset_tag, 255);
  check_text (printer->firmware, 255);
  g_assert_cmpint (printer->average_pages, >=, MPS_PAGES_UNKNOWN);
  g_assert_cmpint (printer->average_pages, <=, MAX_PAGES);
  if (*printer->ip_address)
    {
      g_autoptr (GInetAddress) address = mps_address_parse_ip (printer->ip_address);

      g_assert_nonnull (address);
    }
}

static void
write_pages (MpsCsvWriter *csv, gint32 pages)
{
  g_autofree char *text
      = pages == MPS_PAGES_UNKNOWN ? g_strdup ("") : g_strdup_printf ("%d", pages);

  mps_csv_writer_cell (csv, text);
}

static void
write_row (MpsCsvWriter *csv, const MpsPrinterRow *row)
{
  static const char *const managed[]
      = { "", "MPS Express (Pending)", "MPS Express", "Registration failed" };
  static const char *const kinds[]
      = { "Fleet Agent", "Native Agent", "Printer Agent", "Local Agent" };

  mps_csv_writer_cell (csv, row->printer.serial);
  mps_csv_writer_cell (csv, row->printer.model);
  mps_csv_writer_cell (csv, row->organization);
  mps_csv_writer_cell (csv, row->printer.ip_address);
  mps_csv_writer_cell (csv, row->printer.host_name);
  mps_csv_writer_cell (csv, row->printer.location);
  mps_csv_writer_cell (csv, row->printer.asset_tag);
  mps_csv_writer_cell (csv, row->printer.firmware);
  write_pages (csv, row->printer.average_pages);
  mps_csv_writer_cell (csv, managed[row->printer.managed]);
  mps_csv_writer_cell (csv, row->agent);
  mps_csv_writer_cell (csv, kinds[row->agent_kind]);
  mps_csv_writer_cell (csv, row->agent_version);
  mps_csv_writer_cell (csv, row->printer.communicating ? "Communicating" : "Not communicating");
  mps_csv_writer_end_row (csv);
}

static void
take_row (Outcome *outcome, const MpsPrinterRow *row)
{
  check_printer (&row->printer);
  check_text (row->organization, 255);
  check_text (row->agent, 255);
  g_assert_true (*row->agent_version == '\0' || mps_text_is_version (row->agent_version));
  g_assert_true (g_hash_table_add (outcome->serials, g_strdup (row->printer.serial)));
  write_row (outcome->csv, row);
  outcome->n_good++;
}

static void
check_problem_lines (GPtrArray *problems)
{
  for (guint i = 1; i < problems->len; i++)
    g_assert_cmpuint (((MpsProblem *) problems->pdata[i - 1])->line, <=,
                      ((MpsProblem *) problems->pdata[i])->line);
}

static void
read_fleet (Outcome *outcome, const void *data, gsize size)
{
  g_autoptr (GFile) file = fuzz_write_file ("fleet.csv", data, size);
  g_autoptr (MpsFleetFile) fleet = mps_fleet_file_new (file, NULL);
  MpsPrinterSource *source = MPS_PRINTER_SOURCE (fleet);
  g_autoptr (GError) error = NULL;
  const MpsPrinterRow *row;
  MpsImportColumns columns;

  if (mps_printer_source_open (source, &columns, NULL, &error))
    while ((row = mps_printer_source_next (source, outcome->problems, &error)))
      take_row (outcome, row);
  if (error)
    fuzz_check_error (error);
  outcome->refused = error != NULL;
  g_assert_cmpuint (outcome->n_good, <=, mps_printer_source_get_n_rows (source));
  fuzz_check_problems (outcome->problems);
  check_problem_lines (outcome->problems);
}

/* The good rows, written as CSV, are the same ones when they are read. */
static void
check_again (const Outcome *first, GBytes *written)
{
  Outcome second;
  g_autoptr (GBytes) again = NULL;

  outcome_init (&second);
  read_fleet (&second, g_bytes_get_data (written, NULL), g_bytes_get_size (written));
  g_assert_false (second.refused);
  g_assert_cmpuint (second.problems->len, ==, 0);
  g_assert_cmpuint (second.n_good, ==, first->n_good);
  again = mps_csv_writer_steal (second.csv);
  g_assert_cmpmem (g_bytes_get_data (again, NULL), g_bytes_get_size (again),
                   g_bytes_get_data (written, NULL), g_bytes_get_size (written));
  outcome_clear (&second);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  Outcome outcome;
  g_autoptr (GBytes) written = NULL;

  outcome_init (&outcome);
  read_fleet (&outcome, data, size);
  written = mps_csv_writer_steal (outcome.csv);
  if (outcome.n_good > 0)
    check_again (&outcome, written);
  outcome_clear (&outcome);
  return 0;
}
