/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/mps-exchange-file.h"
#include "exchange/mps-exchange-request.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define ANSWER(results)                                                                            \
  "{ \"format\": \"mps-desk-enrolment-answer\", \"version\": 1, \"request\": \"R1\", "             \
  "\"results\": [" results "] }"

static GPtrArray *
parse (const char *json, GError **error)
{
  return mps_exchange_parse_answer (json, strlen (json), error);
}

static void
test_answer (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items
      = parse (ANSWER ("{ \"serial\": \"A\", \"outcome\": \"registered\" }, "
                       "{ \"serial\": \"B\", \"outcome\": \"failed\", \"reason\": \"Leased.\" }"),
               &error);
  const MpsAnswerItem *item;

  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, 2);
  item = g_ptr_array_index (items, 0);
  g_assert_cmpstr (item->request, ==, "R1");
  g_assert_cmpstr (item->serial, ==, "A");
  g_assert_true (item->registered);
  item = g_ptr_array_index (items, 1);
  g_assert_false (item->registered);
  g_assert_cmpstr (item->reason, ==, "Leased.");
  g_assert_cmpstr (item->path, ==, "$.results[1]");
}

static void
test_list (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = parse (
      "[" ANSWER ("") ", " ANSWER ("{ \"serial\": \"A\", \"outcome\": \"registered\" }") "]",
      &error);

  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, 1);
  g_assert_cmpstr (((MpsAnswerItem *) g_ptr_array_index (items, 0))->path, ==, "$[1].results[0]");
}

static void
assert_bad (const char *json, const char *path, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = parse (json, &error);
  const MpsProblem *problem;

  g_assert_null (items);
  g_assert_error (error, MPS_ERROR, MPS_ERROR_BAD_ANSWER);
  g_assert_cmpuint (mps_error_get_problems (error)->len, ==, 1);
  problem = g_ptr_array_index (mps_error_get_problems (error), 0);
  g_assert_cmpstr (problem->column, ==, path);
  g_assert_cmpstr (problem->code, ==, code);
}

static void
test_bad (void)
{
  assert_bad ("", "$", "bad-json");
  assert_bad ("5", "$", "wrong-type");
  assert_bad ("{ \"format\": \"mps-desk-policy\" }", "$.format", "bad-format");
  assert_bad ("{ \"format\": \"mps-desk-enrolment-answer\", \"version\": 2, \"request\": \"R\", "
              "\"results\": [] }",
              "$.version", "out-of-range");
  assert_bad (ANSWER ("{ \"serial\": \"A\", \"outcome\": \"lost\" }"), "$.results[0].outcome",
              "unknown-outcome");
  assert_bad (ANSWER ("{ \"outcome\": \"registered\" }"), "$.results[0].serial", "missing-member");
  assert_bad (ANSWER ("{ \"serial\": \"A\", \"outcome\": \"failed\" }"), "$.results[0].reason",
              "missing-member");
  assert_bad (ANSWER ("{ \"serial\": \"A\", \"outcome\": \"registered\", \"reason\": \"x\" }"),
              "$.results[0].reason", "unknown-member");
  assert_bad (ANSWER ("{ \"serial\": \"A\", \"outcome\": \"registered\", \"by\": \"x\" }"),
              "$.results[0].by", "unknown-member");
  assert_bad (ANSWER ("{ \"serial\": \"A\", \"outcome\": \"registered\" }, "
                      "{ \"serial\": \"A\", \"outcome\": \"failed\", \"reason\": \"x\" }"),
              "$.results[1]", "duplicate-serial");
  assert_bad (ANSWER ("{ \"serial\": \"A\", \"outcome\": \"registered\" }, "
                      "{ \"serial\": \"ａ\", \"outcome\": \"failed\", \"reason\": \"x\" }"),
              "$.results[1]", "duplicate-serial");
}

static MpsRequest *
make_request (void)
{
  MpsRequest *request = g_new0 (MpsRequest, 1);
  MpsRequestPrinter *printer = g_new0 (MpsRequestPrinter, 1);

  request->id = g_strdup ("R1");
  request->created = g_strdup ("2026-01-02T03:04:05Z");
  request->organization = g_strdup ("東京");
  request->terms_version = g_strdup ("2026-01");
  request->terms_sha256 = g_strdup ("0f");
  request->accepted_by = g_strdup ("hanako");
  request->accepted_at = g_strdup ("2026-01-02T03:04:05Z");
  request->printers = g_ptr_array_new ();
  printer->serial = g_strdup ("7527AA01");
  printer->model = g_strdup ("CX735adse");
  printer->contact = mps_contact_record_new ();
  g_set_str (&printer->contact->fields[MPS_CONTACT_LAST_NAME], "髙橋");
  g_ptr_array_add (request->printers, printer);
  return request;
}

static void
request_printer_free (MpsRequestPrinter *printer)
{
  g_free (printer->serial);
  g_free (printer->model);
  mps_contact_record_free (printer->contact);
  g_free (printer);
}

static void
test_request (void)
{
  g_autoptr (GPtrArray) requests
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_request_free);
  MpsRequest *request = make_request ();
  g_autoptr (GBytes) json = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *object, *contact;

  g_ptr_array_set_free_func (request->printers, (GDestroyNotify) request_printer_free);
  g_ptr_array_add (requests, request);
  json = mps_exchange_write_requests (requests);
  json_parser_load_from_data (parser, g_bytes_get_data (json, NULL),
                              (gssize) g_bytes_get_size (json), &error);
  g_assert_no_error (error);
  object = json_array_get_object_element (json_node_get_array (json_parser_get_root (parser)), 0);
  g_assert_cmpstr (json_object_get_string_member (object, "format"), ==,
                   "mps-desk-enrolment-request");
  g_assert_cmpint (json_object_get_int_member (object, "version"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (object, "organization"), ==, "東京");
  object = json_array_get_object_element (json_object_get_array_member (object, "printers"), 0);
  contact = json_object_get_object_member (object, "contact");
  g_assert_cmpuint (json_object_get_size (contact), ==, MPS_N_CONTACT_FIELDS);
  g_assert_cmpstr (json_object_get_string_member (contact, "last_name"), ==, "髙橋");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/answer", test_answer);
  g_test_add_func ("/exchange/list", test_list);
  g_test_add_func ("/exchange/bad", test_bad);
  g_test_add_func ("/exchange/request", test_request);

  return g_test_run ();
}
