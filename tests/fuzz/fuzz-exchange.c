/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fuzz.h"

#include "exchange/mps-exchange-file.h"
#include "exchange/mps-exchange-request.h"
#include "fleet/mps-json-parser.h"

static void
check_items (GPtrArray *items)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const MpsAnswerItem *item = g_ptr_array_index (items, i);

      fuzz_check_text (item->request);
      fuzz_check_text (item->serial);
      g_assert_true (g_str_has_prefix (item->path, "$"));
      g_assert_true (!item->registered || !item->reason || !*item->reason);
      g_assert_true (
          g_hash_table_add (seen, g_strdup_printf ("%s\n%s", item->request, item->serial)));
    }
}

static MpsRequest *
new_request (const MpsAnswerItem *item)
{
  MpsRequest *request = g_new0 (MpsRequest, 1);
  MpsRequestPrinter *printer = g_new0 (MpsRequestPrinter, 1);

  request->id = g_strdup (item->request);
  request->created = g_strdup ("2026-01-01T00:00:00Z");
  request->organization = g_strdup (item->serial);
  request->terms_version = g_strdup (item->path);
  request->terms_sha256 = g_strdup ("");
  request->accepted_by = g_strdup (item->reason ? item->reason : "");
  request->accepted_at = g_strdup (request->created);
  request->printers = g_ptr_array_new ();
  printer->serial = g_strdup (item->serial);
  printer->model = g_strdup (item->request);
  printer->contact = mps_contact_record_new ();
  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    g_set_str (&printer->contact->fields[i], item->serial);
  g_ptr_array_add (request->printers, printer);
  return request;
}

static void
request_free (gpointer data)
{
  MpsRequest *request = data;
  MpsRequestPrinter *printer = g_ptr_array_index (request->printers, 0);

  g_free (printer->serial);
  g_free (printer->model);
  mps_contact_record_free (printer->contact);
  g_free (printer);
  mps_request_free (request);
}

/* Whatever texts an answer brought, a request that has them is JSON that says the same. */
static void
check_requests (GPtrArray *items)
{
  g_autoptr (GPtrArray) requests = g_ptr_array_new_with_free_func (request_free);
  g_autoptr (GPtrArray) problems = mps_problems_new ();
  g_autoptr (GBytes) written = NULL;
  g_autoptr (JsonNode) root = NULL;

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (requests, new_request (g_ptr_array_index (items, i)));
  written = mps_exchange_write_requests (requests);
  root = mps_json_parse (g_bytes_get_data (written, NULL), (gssize) g_bytes_get_size (written),
                         problems);
  g_assert_cmpuint (problems->len, ==, 0);
  for (guint i = 0; i < items->len; i++)
    {
      const MpsAnswerItem *item = g_ptr_array_index (items, i);
      JsonObject *request = json_array_get_object_element (json_node_get_array (root), i);

      g_assert_cmpstr (json_object_get_string_member (request, "organization"), ==, item->serial);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items
      = mps_exchange_parse_answer (size > 0 ? (const char *) data : "", size, &error);
  g_autoptr (GFile) file = fuzz_write_file ("answer.json", data, size);

  mps_exchange_is_answer (file);
  if (!items)
    {
      fuzz_check_error (error);
      g_assert_error (error, MPS_ERROR, MPS_ERROR_BAD_ANSWER);
      g_assert_cmpuint (mps_error_get_problems (error)->len, >, 0);
      return 0;
    }
  g_assert_no_error (error);
  check_items (items);
  check_requests (items);
  return 0;
}
