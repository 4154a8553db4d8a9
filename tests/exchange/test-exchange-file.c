/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/mps-exchange-file.h"
#include "store-fixture-rows.h"

#include <json-glib/json-glib.h>

/* Two printers that wait for an answer. */
static void
add_two (Fixture *self)
{
  g_autoptr (MpsPrinterImport) import
      = import_list (self->store, "serial|model|pages\nA|CX735adse|10\nB|CX735adse|20");
  gint64 contact = add_contact (self->store, "太郎");
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsTask) assigned = assign (self->store, contact, "A B", &error);
  g_autoptr (MpsTask) enrolled = NULL;

  entitle (self->store);
  enrolled = enroll (self->store, "A B", &error);
  g_assert_no_error (error);
  assert_query (self->path, "SELECT serial, managed FROM printers", "A|1\nB|1");
}

static gssize
export_to (Fixture *self, const char *name, const char *again, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  mps_exchange_export_async (self->store, 0, again, file, NULL, on_result, &result);
  return mps_exchange_export_finish (self->store, wait_for (&result), error);
}

static char *
read_request_id (Fixture *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  JsonArray *requests;
  JsonObject *request;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  requests = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (requests), ==, 1);
  request = json_array_get_object_element (requests, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (request, "printers")), ==,
                    2);
  return g_strdup (json_object_get_string_member (request, "id"));
}

static MpsAnswerImport *
import_answer (Fixture *self, const char *answer, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, "answer.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_true (g_file_set_contents (path, answer, -1, NULL));
  mps_exchange_import_async (self->store, 0, file, NULL, NULL, on_result, &result);
  return mps_exchange_import_finish (self->store, wait_for (&result), error);
}

static void
test_request_and_answer (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *answer = NULL;
  g_autoptr (MpsAnswerImport) import = NULL;
  g_autoptr (MpsAnswerImport) again = NULL;

  add_two (self);
  g_assert_cmpint (export_to (self, "requests.json", NULL, &error), ==, 1);
  id = read_request_id (self, "requests.json");
  answer = g_strdup_printf (
      "{ \"format\": \"mps-desk-enrolment-answer\", \"version\": 1, \"request\": \"%s\", "
      "\"results\": [ { \"serial\": \"A\", \"outcome\": \"registered\" }, "
      "{ \"serial\": \"B\", \"outcome\": \"failed\", \"reason\": \"Leased.\" }, "
      "{ \"serial\": \"C\", \"outcome\": \"registered\" } ] }",
      id);
  import = import_answer (self, answer, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (import->registered, ==, 1);
  g_assert_cmpuint (import->failed, ==, 1);
  g_assert_cmpuint (import->rejected->len, ==, 1);
  assert_query (self->path, "SELECT serial, managed FROM printers", "A|2\nB|3");

  again = import_answer (self, answer, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->registered + again->failed, ==, 0);
}

/* An export is one once; it does not overwrite an earlier file with nothing. */
static void
test_once (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *repeated = NULL;

  add_two (self);
  g_assert_cmpint (export_to (self, "requests.json", NULL, &error), ==, 1);
  g_assert_cmpint (export_to (self, "requests.json", NULL, &error), ==, 0);
  g_assert_no_error (error);
  id = read_request_id (self, "requests.json");
  g_assert_cmpint (export_to (self, "again.json", id, &error), ==, 1);
  repeated = read_request_id (self, "again.json");
  g_assert_cmpstr (repeated, ==, id);
  g_assert_cmpint (export_to (self, "other.json", "none", &error), ==, -1);
  g_assert_error (error, MPS_ERROR, MPS_ERROR_UNKNOWN_REQUEST);
}

/* What could not be written is still to be exported. */
static void
test_not_written (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add_two (self);
  g_assert_cmpint (export_to (self, "no-folder/requests.json", NULL, &error), ==, -1);
  g_assert_error (error, MPS_ERROR, MPS_ERROR_IO_ERROR);
  g_clear_error (&error);
  g_assert_cmpint (export_to (self, "requests.json", NULL, &error), ==, 1);
}

static void
test_bad_answer (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add_two (self);
  g_assert_null (import_answer (self, "{ \"format\": \"x\" }", &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_BAD_ANSWER);
  g_clear_error (&error);
  g_assert_null (import_answer (self, "", &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_EMPTY_FILE);
  assert_query (self->path, "SELECT serial, managed FROM printers", "A|1\nB|1");
}

static void
test_policy (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "policy.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MpsPolicy) sample = mps_policy_new_sample ();
  g_autoptr (MpsPolicy) policy = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, mps_policy_get_json (sample), -1, NULL));
  policy = mps_exchange_read_policy (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mps_policy_get_version (policy), ==, mps_policy_get_version (sample));

  g_assert_true (g_file_set_contents (path, "{}", -1, NULL));
  g_assert_null (mps_exchange_read_policy (file, NULL, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_BAD_POLICY);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/exchange-file/request-and-answer", test_request_and_answer);
  fixture_add ("/exchange-file/once", test_once);
  fixture_add ("/exchange-file/not-written", test_not_written);
  fixture_add ("/exchange-file/bad-answer", test_bad_answer);
  fixture_add ("/exchange-file/policy", test_policy);

  return g_test_run ();
}
