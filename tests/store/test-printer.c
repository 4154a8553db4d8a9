/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture-rows.h"

#include "store/mps-store-printer.h"

static MpsPrinterDetails *
get_details (MpsStore *store, gint64 printer, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mps_store_get_printer_async (store, printer, NULL, on_result, &result);
  return mps_store_get_printer_finish (store, wait_for (&result), error);
}

static MpsPrinterDetails *
look_at (Fixture *self, const char *serial)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM printers WHERE serial = '%s'", serial);
  g_autofree char *id = query_sql (self->path, sql);
  g_autoptr (GError) error = NULL;
  MpsPrinterDetails *details;

  details = get_details (self->store, g_ascii_strtoll (id, NULL, 10), &error);
  g_assert_no_error (error);
  return details;
}

static char *
dup_event (const MpsPrinterEvent *event)
{
  switch (event->kind)
    {
    case MPS_PRINTER_EVENT_ANSWER:
      return g_strdup_printf ("answer %s %s", mps_managed_get_id (event->answer), event->text);
    case MPS_PRINTER_EVENT_HISTORY:
      return g_strdup_printf ("history %s %s", event->act, event->text);
    case MPS_PRINTER_EVENT_REQUEST:
      return g_strdup_printf ("request %s", g_uuid_string_is_valid (event->text) ? "UUID" : "?");
    case MPS_PRINTER_EVENT_TASK:
      return g_strdup_printf ("%s %s", mps_task_kind_get_id (event->task_kind), event->outcome);
    }
  g_assert_not_reached ();
}

/* The events, the newest first, a line each. */
static void
assert_events (const MpsPrinterDetails *details, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < details->events->len; i++)
    {
      const MpsPrinterEvent *event = details->events->pdata[i];
      g_autofree char *text = dup_event (event);

      g_string_append_printf (found, "%s%s", i > 0 ? "\n" : "", text);
      g_assert_cmpint (event->kind == MPS_PRINTER_EVENT_TASK, ==, event->task > 0);
      g_assert_cmpint (event->kind == MPS_PRINTER_EVENT_ANSWER, ==, *event->who == '\0');
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
import_fleet (Fixture *self)
{
  g_autoptr (MpsPrinterImport) import
      = import_list (self->store, "serial|model|pages|managed\n1|CX730de|100|\nA|CX730de|100|\n"
                                  "B|CX730de|100|managed\nC|CX730de|100|\n!D");
  g_autoptr (MpsTask) task = NULL;

  add_contact (self->store, "1");
  task = assign (self->store, 1, "A C", NULL);
  g_assert_nonnull (task);
}

static void
answer (Fixture *self, const char *serial, const char *reason)
{
  g_autoptr (GPtrArray) items
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_answer_item_free);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsAnswerImport) import = NULL;
  g_autoptr (GError) error = NULL;
  MpsAnswerItem *item = mps_answer_item_new ();

  item->request = query_sql (self->path, "SELECT uuid FROM requests ORDER BY id DESC LIMIT 1");
  item->serial = g_strdup (serial);
  item->registered = reason == NULL;
  item->reason = g_strdup (reason);
  item->path = g_strdup ("$");
  g_ptr_array_add (items, item);
  mps_store_import_answer_async (self->store, DEFAULT_ORGANIZATION, items, "answer.json", NULL,
                                 NULL, on_result, &result);
  import = mps_store_import_answer_finish (self->store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (import->rejected->len, ==, 0);
}

/* A serial number that looks like the line of a file, or the version of a policy, is told nothing
 * of those. */
static void
test_unmanaged (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsPrinterDetails) untouched = NULL;
  g_autoptr (MpsPrinterDetails) assigned = NULL;
  g_autoptr (MpsPrinterDetails) reported = NULL;

  import_fleet (self);
  g_assert_null (run_sql (self->path, "INSERT INTO task_items (task, ordinal, item, outcome) "
                                      "SELECT id, 99, '1', 1 FROM tasks WHERE kind = 0"));
  untouched = look_at (self, "1");
  assert_events (untouched, "");
  g_assert_false (untouched->reported);
  g_assert_cmpstr (untouched->failure_reason, ==, "");
  g_assert_null (untouched->request);
  assigned = look_at (self, "A");
  assert_events (assigned, "assign done");
  reported = look_at (self, "B");
  g_assert_true (reported->reported);
  g_assert_null (reported->request);
}

static void
test_request (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsTask) task = NULL;
  g_autoptr (MpsPrinterDetails) pending = NULL;
  g_autoptr (MpsPrinterDetails) managed = NULL;
  g_autofree char *uuid = NULL;

  import_fleet (self);
  entitle (self->store);
  task = enroll (self->store, "A C", NULL);
  uuid = query_sql (self->path, "SELECT uuid FROM requests");
  pending = look_at (self, "A");
  assert_events (pending, "request UUID\nenroll done\nassign done");
  g_assert_cmpstr (pending->request->uuid, ==, uuid);
  g_assert_cmpstr (pending->request->accepted_by, ==, g_get_user_name ());
  g_assert_cmpuint (strlen (pending->request->terms_sha256), ==, 64);
  g_assert_cmpint (pending->request->outcome, ==, MPS_MANAGED_PENDING);
  g_assert_null (pending->request->exported_at);
  g_assert_null (pending->request->answered_at);

  answer (self, "A", NULL);
  managed = look_at (self, "A");
  assert_events (managed, "answer managed \nimport-answer done\nrequest UUID\nenroll done\n"
                          "assign done");
  g_assert_cmpint (managed->request->outcome, ==, MPS_MANAGED_MANAGED);
  g_assert_nonnull (managed->request->answered_at);
}

/* What happened to the machine is remembered when it comes back as another printer. */
static void
test_failed_and_back (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsTask) task = NULL;
  g_autoptr (MpsTask) unenrolled = NULL;
  g_autoptr (MpsPrinterImport) again = NULL;
  g_autoptr (MpsPrinterDetails) failed = NULL;
  g_autoptr (MpsPrinterDetails) back = NULL;

  import_fleet (self);
  entitle (self->store);
  task = enroll (self->store, "A", NULL);
  answer (self, "A", "no such address");
  failed = look_at (self, "A");
  g_assert_cmpstr (failed->failure_reason, ==, "no such address");
  g_assert_cmpint (failed->request->outcome, ==, MPS_MANAGED_FAILED);

  unenrolled = unenroll (self->store, "A B", NULL);
  g_assert_nonnull (unenrolled);
  again = import_list (self->store, "serial|model\nA|CX730de");
  back = look_at (self, "A");
  g_assert_cmpstr (back->failure_reason, ==, "");
  g_assert_null (back->request);
  assert_events (back, "history unenroll CX730de\nanswer failed no such address\n"
                       "import-answer done\nrequest UUID\nenroll done\nassign done");
}

/* Whoever may not be unenrolled has that among what happened, with the reason. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsTask) task = NULL;
  g_autoptr (MpsPrinterDetails) details = NULL;
  const MpsPrinterEvent *event;

  import_fleet (self);
  task = unenroll (self->store, "B C", NULL);
  details = look_at (self, "B");
  assert_events (details, "unenroll failed");
  event = details->events->pdata[0];
  g_assert_cmpint (event->task, ==, mps_task_get_id (task));
  g_assert_nonnull (strstr (event->text, "can’t be unenrolled"));
}

static void
test_order_and_limit (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsPrinterDetails) details = NULL;
  const MpsPrinterEvent *newest;

  import_fleet (self);
  g_assert_null (run_sql (self->path,
                          "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                          "WHERE i < 300) INSERT INTO history (at, who, act, subject, detail) "
                          "SELECT printf ('2031-01-01T00:%02d:%02dZ', i / 60, i % 60), 'x', 'y', "
                          "'A', i FROM n"));
  details = look_at (self, "A");
  g_assert_cmpuint (details->events->len, ==, MPS_PRINTER_MAX_EVENTS);
  newest = details->events->pdata[0];
  g_assert_cmpstr (newest->text, ==, "300");
}

static void
test_gone (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (get_details (self->store, 99, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_UNKNOWN_SERIAL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/printer/unmanaged", test_unmanaged);
  fixture_add ("/store/printer/request", test_request);
  fixture_add ("/store/printer/failed-and-back", test_failed_and_back);
  fixture_add ("/store/printer/refused", test_refused);
  fixture_add ("/store/printer/order-and-limit", test_order_and_limit);
  fixture_add ("/store/printer/gone", test_gone);
  return g_test_run ();
}
