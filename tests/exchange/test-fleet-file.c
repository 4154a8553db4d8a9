/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/mps-fleet-file.h"

#include <glib/gstdio.h>
#include <string.h>

/* A fleet list that is read to its end: its good rows in a line each, and its problems. */
typedef struct {
  MpsFleetFile *file;
  MpsImportColumns columns;
  GString *rows;
  GPtrArray *problems;
  GError *error;
} Reading;

static void
reading_free (Reading *self)
{
  g_object_unref (self->file);
  g_string_free (self->rows, TRUE);
  g_ptr_array_unref (self->problems);
  g_clear_error (&self->error);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
print_row (GString *out, const MpsPrinterRow *row)
{
  const MpsPrinterRecord *p = &row->printer;

  g_string_append_printf (
      out, "%u:%s|%s|%s|%s|%s|%s|%s|%s|%d|%s|%s|%s|%s|%d\n", row->line, p->serial, p->model,
      row->organization, p->ip_address, p->host_name, p->location, p->asset_tag, p->firmware,
      p->average_pages, mps_managed_get_id (p->managed), row->agent,
      mps_agent_kind_get_id (row->agent_kind), row->agent_version, p->communicating);
}

static Reading *
read_file (const char *path)
{
  Reading *self = g_new0 (Reading, 1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  const MpsPrinterRow *row;

  self->file = mps_fleet_file_new (file, NULL);
  self->rows = g_string_new (NULL);
  self->problems = mps_problems_new ();
  if (mps_printer_source_open (MPS_PRINTER_SOURCE (self->file), &self->columns, NULL, &self->error))
    while ((row = mps_printer_source_next (MPS_PRINTER_SOURCE (self->file), self->problems,
                                           &self->error)))
      print_row (self->rows, row);
  return self;
}

static Reading *
read_data (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data", name, NULL);

  return read_file (path);
}

static Reading *
read_bytes (const char *bytes, gsize length)
{
  g_autofree char *folder = g_dir_make_tmp ("mps-fleet-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "fleet", NULL);
  Reading *self;

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  self = read_file (path);
  g_unlink (path);
  g_rmdir (folder);
  return self;
}

static Reading *
read_text (const char *text)
{
  return read_bytes (text, strlen (text));
}

static void
assert_rows (Reading *reading, const char *expected)
{
  g_assert_no_error (reading->error);
  g_assert_cmpstr (reading->rows->str, ==, expected);
}

/* The problems as line, column and code. */
static void
assert_problems (Reading *reading, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < reading->problems->len; i++)
    {
      const MpsProblem *problem = g_ptr_array_index (reading->problems, i);

      g_string_append_printf (text, "%u %s %s\n", problem->line,
                              problem->column ? problem->column : "-", problem->code);
      g_assert_true (g_str_has_suffix (problem->reason, "."));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_refused (Reading *reading, MpsErrorCode code, const char *part)
{
  g_assert_error (reading->error, MPS_ERROR, (int) code);
  if (!strstr (reading->error->message, part))
    g_test_fail_printf ("“%s” does not say “%s”.", reading->error->message, part);
}

static void
test_csv (void)
{
  g_autoptr (Reading) reading = read_data ("fleet.csv");

  assert_rows (reading,
               "2:7527AA01|CX735adse||10.0.0.1|prn-1|Tokyo, 3F|A-1|CXTZJ.221.043|1234|none|"
               "Agent 1|fleet|1.3.10|1\n"
               "3:7527AA02|MX431adn||2001:db8::1|prn-2||||12|managed||fleet||0\n"
               "4:7527AA03|XC4342|Example KK||||||-1|failed|Agent 2|native||1\n");
  assert_problems (reading, "");
  g_assert_cmpuint (reading->columns, ==, 0xfff);
  g_assert_cmpstr (mps_fleet_file_get_encoding (reading->file), ==, "UTF-8");
  g_assert_null (mps_fleet_file_get_ignored_columns (reading->file)[0]);
}

static void
test_japanese (void)
{
  g_autoptr (Reading) reading = read_data ("fleet-ja.csv");

  assert_rows (reading, "2:7527BB01|CX735adse||10.0.0.1||東京本社 ３階|||1200|pending||fleet||1\n"
                        "3:7527BB02|MX431adn||||ﾅｺﾞﾔ支店|||-1|none|エージェント 1|fleet|1.3.2|0\n");
  g_assert_cmpstr (mps_fleet_file_get_encoding (reading->file), ==, "CP932");
}

static void
test_headers (void)
{
  g_autoptr (Reading) reading = read_data ("fleet-headers.csv");
  const char *const ignored[] = { "Colour", "Toner", NULL };

  assert_rows (reading, "2:7527CC01|MX431adn|||||||-1|none||fleet||1\n");
  g_assert_cmpuint (reading->columns, ==, MPS_IMPORT_IP_ADDRESS);
  g_assert_cmpstrv (mps_fleet_file_get_ignored_columns (reading->file), ignored);
}

static void
test_problems (void)
{
  g_autoptr (Reading) reading = read_data ("fleet-problems.csv");

  assert_rows (reading, "2:7527DD01|MX431adn|||||||-1|none||fleet||1\n"
                        "11:7527DD06|MX431adn|||||||-1|none||fleet||1\n");
  assert_problems (reading, "3 Serial number required\n"
                            "3 Model required\n"
                            "4 Serial number too-long\n"
                            "4 IP address bad-address\n"
                            "4 Average monthly pages not-a-number\n"
                            "4 Lexmark Managed unknown-state\n"
                            "4 Communication unknown-state\n"
                            "4 Agent kind unknown-kind\n"
                            "4 Agent version bad-version\n"
                            "5 Serial number duplicate-serial\n"
                            "6 - too-few-columns\n"
                            "7 - too-many-columns\n"
                            "8 Model control-character\n"
                            "9 Average monthly pages not-a-number\n"
                            "12 - unclosed-quote\n");
}

static void
test_pages (void)
{
  static const struct {
    const char *text;
    int pages;
  } cells[] = {
    { "0", 0 },
    { "10000000", 10000000 },
    { "\"1,234\"", 1234 },
    { "\"1,234,567\"", 1234567 },
    { "１２", 12 },
    { " 7 ", 7 },
    { "", -1 },
    { "10000001", -2 },
    { "\"1,23\"", -2 },
    { "\"1234,567\"", -2 },
    { "\",123\"", -2 },
    { "\"1,\"", -2 },
    { "-5", -2 },
    { "1.5", -2 },
    { "99999999999999999999", -2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *text
          = g_strdup_printf ("Serial number,Model,Average monthly pages\nS,M,%s\n", cells[i].text);
      g_autoptr (Reading) reading = read_text (text);
      g_autofree char *row = g_strdup_printf ("2:S|M|||||||%d|none||fleet||1\n", cells[i].pages);

      assert_rows (reading, cells[i].pages < -1 ? "" : row);
      assert_problems (reading,
                       cells[i].pages < -1 ? "2 Average monthly pages not-a-number\n" : "");
    }
}

static void
test_model (void)
{
  g_autoptr (Reading) reading = read_text ("Serial number,Model\nA,LEXMARK  XM3350\nB,Lexmark\n"
                                           "C,Lexmarkable\nD,\" CX \"\n"
                                           "E,Lexmark  lexmark MX\n");

  assert_rows (reading, "2:A|XM3350|||||||-1|none||fleet||1\n"
                        "3:B|Lexmark|||||||-1|none||fleet||1\n"
                        "4:C|Lexmarkable|||||||-1|none||fleet||1\n"
                        "5:D|CX|||||||-1|none||fleet||1\n"
                        "6:E|MX|||||||-1|none||fleet||1\n");
}

/* The cells that spreadsheets mark, and those that an export marks against them. */
static void
test_marked_cells (void)
{
  g_autoptr (Reading) reading
      = read_text ("Serial number,Model,Location\n=\"0012\",M,'=room 1\nB,M,'s-Hertogenbosch\n");

  assert_rows (reading, "2:0012|M||||=room 1|||-1|none||fleet||1\n"
                        "3:B|M||||'s-Hertogenbosch|||-1|none||fleet||1\n");
}

static void
test_nul (void)
{
  static const char bytes[] = "Serial number,Model\nA\0B,M\nC,M\n";
  g_autoptr (Reading) reading = read_bytes (bytes, sizeof bytes - 1);

  assert_rows (reading, "3:C|M|||||||-1|none||fleet||1\n");
  g_assert_cmpuint (reading->problems->len, >, 0);
  g_assert_cmpstr (((MpsProblem *) g_ptr_array_index (reading->problems, 0))->code, ==,
                   "control-character");
}

/* A line of ten megabytes is one bad row; the others go in. */
static void
test_long_line (void)
{
  g_autofree char *cell = g_strnfill (10 * 1024 * 1024, 'x');
  g_autofree char *text = g_strconcat ("Serial number,Model\nA,", cell, "\nB,M\n", NULL);
  g_autoptr (Reading) reading = read_text (text);

  assert_rows (reading, "3:B|M|||||||-1|none||fleet||1\n");
  assert_problems (reading, "2 Model too-long\n");
}

static void
test_endless_quote (void)
{
  g_autofree char *rest = g_strnfill (17 * 1024 * 1024, 'x');
  g_autofree char *text = g_strconcat ("Serial number,Model\nA,\"", rest, NULL);
  g_autoptr (Reading) reading = read_text (text);

  assert_refused (reading, MPS_ERROR_TOO_LARGE, "line 2 ");
}

static void
test_refusals (void)
{
  g_autoptr (Reading) no_serial = read_data ("fleet-no-serial.csv");
  g_autoptr (Reading) semicolon = read_data ("fleet-semicolon.csv");
  g_autoptr (Reading) twice = read_data ("fleet-twice.csv");
  g_autoptr (Reading) empty = read_data ("refused-empty.csv");
  g_autoptr (Reading) blank = read_data ("refused-blank.csv");
  g_autoptr (Reading) picture = read_data ("refused-picture.csv");
  g_autoptr (Reading) folder = read_data (".");

  assert_refused (no_serial, MPS_ERROR_WRONG_COLUMNS, "“Serial number” (シリアル番号) is missing");
  g_assert_cmpuint (mps_error_get_problems (no_serial->error)->len, ==, 1);
  assert_refused (semicolon, MPS_ERROR_WRONG_COLUMNS, "semicolons");
  assert_refused (twice, MPS_ERROR_WRONG_COLUMNS, "as column 1 and as column 3");
  assert_refused (empty, MPS_ERROR_EMPTY_FILE, "is empty");
  assert_refused (blank, MPS_ERROR_EMPTY_FILE, "is empty");
  assert_refused (picture, MPS_ERROR_UNDECODABLE_TEXT, "not text");
  assert_refused (folder, MPS_ERROR_UNREADABLE, "is a folder");
}

static void
test_json (void)
{
  g_autoptr (Reading) reading = read_text (
      "{ \"total\": 2, \"note\": \"x\", \"printers\": [\n"
      "  { \"serial\": \"7527ee01\", \"model\": \"Lexmark CX735adse\", \"ip_address\": null,\n"
      "    \"average_pages\": 1200, \"managed\": \"pending\", \"communicating\": false,\n"
      "    \"agent\": \"A \\\"1\\\"\", \"agent_kind\": \"native\", \"contact\": 3,\n"
      "    \"statuses\": [\"eligible\"] },\n"
      "  { \"serial\": \"7527EE02\", \"model\": \"MX431adn\", \"ip_address\": \"10.0.0.1\",\n"
      "    \"average_pages\": null, \"managed\": \"none\", \"communicating\": true,\n"
      "    \"agent\": \"\", \"agent_kind\": null, \"contact\": null, \"statuses\": [] } ] }\n");
  const char *const ignored[] = { "note", "contact", "statuses", NULL };

  assert_rows (reading, "2:7527EE01|CX735adse|||||||1200|pending|A \"1\"|native||0\n"
                        "6:7527EE02|MX431adn||10.0.0.1|||||-1|none||fleet||1\n");
  assert_problems (reading, "");
  g_assert_cmpuint (reading->columns, ==,
                    MPS_IMPORT_IP_ADDRESS | MPS_IMPORT_AVERAGE_PAGES | MPS_IMPORT_MANAGED
                        | MPS_IMPORT_AGENT | MPS_IMPORT_AGENT_KIND | MPS_IMPORT_COMMUNICATION);
  g_assert_cmpstrv (mps_fleet_file_get_ignored_columns (reading->file), ignored);
}

static void
test_json_problems (void)
{
  g_autoptr (Reading) reading
      = read_text ("[ { \"serial\": \"A\", \"model\": \"M\", \"location\": \"1\" },\n"
                   "  { \"serial\": \"A\", \"model\": \"M\", \"location\": \"1\" },\n"
                   "  { \"serial\": 12, \"model\": \"M\", \"location\": \"\" },\n"
                   "  { \"serial\": \"B\", \"model\": \"M\" },\n"
                   "  5,\n"
                   "  { \"serial\": \"C\", \"model\": \"\", \"location\": null } ]");

  assert_rows (reading, "1:A|M||||1|||-1|none||fleet||1\n");
  assert_problems (reading, "2 $[1].serial duplicate-serial\n"
                            "3 $[2].serial wrong-type\n"
                            "4 $[3].location missing-member\n"
                            "5 $[4] wrong-type\n"
                            "6 $[5].model required\n");
}

static void
test_json_refusals (void)
{
  g_autoptr (Reading) cut = read_text ("[ { \"serial\": \"A\", ");
  g_autoptr (Reading) other = read_text ("{ \"format\": \"mps-desk-policy\" }");
  g_autoptr (Reading) wrong = read_text ("{ \"printers\": {} }");

  assert_refused (cut, MPS_ERROR_BAD_FLEET, "not valid JSON");
  assert_refused (other, MPS_ERROR_BAD_FLEET, "$.printers");
  assert_refused (wrong, MPS_ERROR_BAD_FLEET, "$.printers");
}

static void
test_position (void)
{
  g_autoptr (Reading) reading = read_data ("fleet.csv");
  guint64 done, total;

  mps_printer_source_get_position (MPS_PRINTER_SOURCE (reading->file), &done, &total);
  g_assert_cmpuint (total, >, 0);
  g_assert_cmpuint (done, ==, total);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fleet-file/csv", test_csv);
  g_test_add_func ("/fleet-file/japanese", test_japanese);
  g_test_add_func ("/fleet-file/headers", test_headers);
  g_test_add_func ("/fleet-file/problems", test_problems);
  g_test_add_func ("/fleet-file/pages", test_pages);
  g_test_add_func ("/fleet-file/model", test_model);
  g_test_add_func ("/fleet-file/marked-cells", test_marked_cells);
  g_test_add_func ("/fleet-file/nul", test_nul);
  g_test_add_func ("/fleet-file/long-line", test_long_line);
  g_test_add_func ("/fleet-file/endless-quote", test_endless_quote);
  g_test_add_func ("/fleet-file/refusals", test_refusals);
  g_test_add_func ("/fleet-file/json", test_json);
  g_test_add_func ("/fleet-file/json-problems", test_json_problems);
  g_test_add_func ("/fleet-file/json-refusals", test_json_refusals);
  g_test_add_func ("/fleet-file/position", test_position);

  return g_test_run ();
}
