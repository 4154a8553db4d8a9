/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture-rows.h"

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsPrinterImport) import = NULL;
  g_autoptr (MpsTask) task = NULL;

  fixture_set_up (self, data);
  import = import_list (self->store, "serial|model|pages\n"
                                     "GOOD1|CX730de|100\nGOOD2|CX730de|100\nMANY|CX730de|9999999");
  task = assign (self->store, add_contact (self->store, "太郎"), "GOOD1 GOOD2 MANY", NULL);
  g_assert_nonnull (task);
  entitle (self->store);
}

typedef struct {
  char *text;
  gboolean fail;
} Written;

static gboolean
write_requests (GPtrArray *requests, gpointer user_data, GError **error)
{
  Written *written = user_data;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < requests->len; i++)
    {
      const MpsRequest *request = g_ptr_array_index (requests, i);
      const MpsRequestPrinter *printer = g_ptr_array_index (request->printers, 0);

      g_assert_true (g_uuid_string_is_valid (request->id));
      g_string_append_printf (text, "%s %s %u %s;", request->organization, printer->serial,
                              request->printers->len,
                              printer->contact->fields[MPS_CONTACT_FIRST_NAME]);
    }
  g_set_str (&written->text, text->str);
  g_string_free (text, TRUE);
  if (written->fail)
    g_set_error (error, MPS_ERROR, MPS_ERROR_DISK_FULL, "full");
  return !written->fail;
}

static void
assert_export (Fixture *self, const char *again, gssize n_requests, const char *expected)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Written written = { NULL, FALSE };

  mps_store_export_requests_async (self->store, DEFAULT_ORGANIZATION, again, write_requests,
                                   &written, NULL, NULL, on_result, &result);
  g_assert_cmpint (mps_store_export_requests_finish (self->store, wait_for (&result), &error), ==,
                   n_requests);
  g_assert_cmpstr (written.text, ==, expected);
  g_free (written.text);
}

static void
assert_requests (Fixture *self, gint64 organization, const char *expected)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) requests = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  mps_store_list_requests_async (self->store, organization, NULL, on_result, &result);
  requests = mps_store_list_requests_finish (self->store, wait_for (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < requests->len; i++)
    {
      const MpsRequestSummary *request = g_ptr_array_index (requests, i);

      g_assert_true (g_uuid_string_is_valid (request->id));
      g_string_append_printf (found, "%s %u/%u %s;", request->organization, request->n_answered,
                              request->n_printers, request->exported_at ? "exported" : "new");
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_export (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsTask) first = enroll (self->store, "GOOD1", NULL);
  g_autoptr (MpsTask) second = enroll (self->store, "GOOD2", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = query_sql (self->path, "SELECT uuid FROM requests WHERE id = 1");
  Written written = { NULL, TRUE };

  g_assert_nonnull (first);
  g_assert_nonnull (second);
  /* What could not be written is not marked. */
  mps_store_export_requests_async (self->store, 0, NULL, write_requests, &written, NULL, NULL,
                                   on_result, &result);
  g_assert_cmpint (mps_store_export_requests_finish (self->store, wait_for (&result), &error), ==,
                   -1);
  g_assert_error (error, MPS_ERROR, MPS_ERROR_DISK_FULL);
  g_free (written.text);
  assert_requests (self, DEFAULT_ORGANIZATION, "Default 0/1 new;Default 0/1 new;");
  assert_requests (self, 1, "");
  assert_export (self, NULL, 2, "Default GOOD1 1 太郎;Default GOOD2 1 太郎;");
  assert_requests (self, 0, "Default 0/1 exported;Default 0/1 exported;");
  assert_export (self, NULL, 0, "");
  assert_export (self, uuid, 1, "Default GOOD1 1 太郎;");
  assert_export (self, "nonsense", -1, NULL);
}

static void
add_item (GPtrArray *items, const char *request, const char *serial, const char *reason)
{
  MpsAnswerItem *item = mps_answer_item_new ();

  item->request = g_strdup (request);
  item->serial = g_strdup (serial);
  item->registered = reason == NULL;
  item->reason = g_strdup (reason);
  g_ptr_array_add (items, item);
}

static void
assert_answer (Fixture *self, GPtrArray *items, guint registered, guint failed,
               const char *rejected)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsAnswerImport) import = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  mps_store_import_answer_async (self->store, DEFAULT_ORGANIZATION, items, "answer.json", NULL,
                                 NULL, on_result, &result);
  import = mps_store_import_answer_finish (self->store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (import->registered, ==, registered);
  g_assert_cmpuint (import->failed, ==, failed);
  g_assert_cmpuint (import->registered_serials->len, ==, registered);
  g_assert_cmpuint (import->failures->len, ==, failed);
  g_assert_cmpuint (import->not_done, ==, 0);
  for (guint i = 0; i < import->rejected->len; i++)
    {
      const MpsProblem *problem = g_ptr_array_index (import->rejected, i);

      g_string_append_printf (found, "%s %s;", problem->column, problem->code);
    }
  g_assert_cmpstr (found->str, ==, rejected);
}

static void
test_answer (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsTask) task = enroll (self->store, "GOOD1 GOOD2", NULL);
  g_autofree char *uuid = query_sql (self->path, "SELECT uuid FROM requests");
  g_autoptr (GPtrArray) items
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_answer_item_free);

  g_assert_nonnull (task);
  add_item (items, uuid, "GOOD1", NULL);
  add_item (items, uuid, "GOOD2", "no such address");
  add_item (items, uuid, "MANY", NULL);
  add_item (items, "nonsense", "GOOD1", NULL);
  add_item (items, uuid, "GOOD1", "changed our mind");
  assert_answer (self, items, 1, 1, "MANY not-in-request;GOOD1 unknown-request;GOOD1 not-pending;");
  assert_requests (self, DEFAULT_ORGANIZATION, "Default 2/2 new;");
  assert_query (self->path,
                "SELECT serial, managed, failure_reason FROM printers WHERE managed <> 0",
                "GOOD1|2|\nGOOD2|3|no such address");
  /* The same once more changes nothing. */
  assert_answer (self, items, 0, 0,
                 "GOOD1 not-pending;GOOD2 not-pending;MANY not-in-request;GOOD1 unknown-request;"
                 "GOOD1 not-pending;");
  assert_query (self->path, "SELECT count (*) FROM history WHERE act = 'answer'", "2");
}

/* Whatever the spelling in the answer, what is kept can be found by the printer's. */
static void
test_answer_spelling (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsTask) task = enroll (self->store, "GOOD1", NULL);
  g_autofree char *uuid = query_sql (self->path, "SELECT uuid FROM requests");
  g_autoptr (GPtrArray) items
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_answer_item_free);

  g_assert_nonnull (task);
  add_item (items, uuid, " ｇｏｏｄ1 ", NULL);
  assert_answer (self, items, 1, 0, "");
  assert_query (self->path, "SELECT subject FROM history WHERE act = 'answer'", "GOOD1");
  assert_query (self->path, "SELECT item FROM task_items WHERE task = (SELECT max (id) FROM tasks)",
                "GOOD1");
}

/* Two organizations in one database: each imports its own answers only, and is told whose it is. */
static void
test_answer_of_others (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsTask) task = enroll (self->store, "GOOD1", NULL);
  g_autofree char *uuid = query_sql (self->path, "SELECT uuid FROM requests");
  g_autoptr (GPtrArray) items
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_answer_item_free);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsAnswerImport) import = NULL;
  const MpsProblem *problem;

  g_assert_nonnull (task);
  add_item (items, uuid, "GOOD1", NULL);
  mps_store_import_answer_async (self->store, 1, items, NULL, NULL, NULL, on_result, &result);
  import = mps_store_import_answer_finish (self->store, wait_for (&result), NULL);
  g_assert_cmpuint (import->rejected->len, ==, 1);
  problem = g_ptr_array_index (import->rejected, 0);
  g_assert_cmpstr (problem->code, ==, "unknown-request");
  g_assert_nonnull (strstr (problem->reason, "Default"));
  assert_query (self->path, "SELECT managed FROM printers WHERE serial = 'GOOD1'", "1");
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/requests/export", test_export);
  add ("/store/requests/answer", test_answer);
  add ("/store/requests/answer-spelling", test_answer_spelling);
  add ("/store/requests/answer-of-others", test_answer_of_others);
  return g_test_run ();
}
