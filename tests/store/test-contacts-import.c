/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture-rows.h"

static void
assert_import (MpsContactImport *import, guint imported, const char *existing)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < import->existing->len; i++)
    g_string_append_printf (found, "%s%u", i > 0 ? " " : "",
                            g_array_index (import->existing, guint, i));
  g_assert_cmpuint (import->imported, ==, imported);
  g_assert_cmpstr (found->str, ==, existing);
}

static void
test_new_and_existing (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = make_contact_rows ("a b A c B d");
  g_autoptr (MpsContactImport) checked = NULL;
  g_autoptr (MpsContactImport) import = NULL;

  add_contact (self->store, "c");
  checked = import_contacts (self->store, rows, TRUE, NULL, NULL);
  assert_import (checked, 3, "2 3 4");
  g_assert_cmpint (checked->task, ==, 0);
  assert_query (self->path, "SELECT count (*) FROM contacts", "1");
  assert_query (self->path, "SELECT count (*) FROM tasks", "0");
  import = import_contacts (self->store, rows, FALSE, NULL, NULL);
  assert_import (import, 3, "2 3 4");
  g_assert_cmpuint (import->not_imported, ==, 6);
  assert_query (self->path, "SELECT first_name FROM contacts ORDER BY id", "c\na\nb\nd");
  assert_query (self->path, "SELECT state, done, failed FROM tasks", "2|3|3");
  assert_query (self->path, "SELECT item, code FROM task_items",
                "4|contact-exists\n5|contact-exists\n6|contact-exists");
}

static void
cancel_at_three (MpsProgress *progress, GParamSpec *pspec, GCancellable *cancellable)
{
  if (mps_progress_get_done (progress) >= 3)
    g_cancellable_cancel (cancellable);
}

/* Wherever the cancellation falls, what the report says is in, is in. */
static void
test_canceled (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) names = g_string_new ("0");
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (MpsProgress) progress = mps_progress_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (MpsContactImport) import = NULL;
  g_autofree char *count = NULL;

  for (guint i = 1; i < 3000; i++)
    g_string_append_printf (names, " %u", i);
  rows = make_contact_rows (names->str);
  g_signal_connect_object (progress, "notify::done", G_CALLBACK (cancel_at_three), cancellable,
                           G_CONNECT_DEFAULT);
  import = import_contacts (self->store, rows, FALSE, progress, cancellable);
  count = g_strdup_printf ("%u", import->imported);
  assert_query (self->path, "SELECT count (*) FROM contacts", count);
  g_assert_cmpuint (import->not_imported, ==, import->imported);
  if (import->error)
    {
      g_assert_error (import->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      assert_query (self->path, "SELECT state FROM tasks", "4");
      assert_query (self->path, "SELECT outcome FROM task_items", "2");
    }
}

/* A row that the database refuses ends the import; the rows before it are in. */
static void
test_fails_half_way (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = make_contact_rows ("a b c d");
  g_autoptr (MpsContactImport) import = NULL;

  g_assert_null (run_sql (self->path, "CREATE TRIGGER trap BEFORE INSERT ON contacts "
                                      "WHEN NEW.first_name = 'c' "
                                      "BEGIN SELECT RAISE (ABORT, 'trap'); END"));
  import = import_contacts (self->store, rows, FALSE, NULL, NULL);
  assert_import (import, 2, "");
  g_assert_cmpuint (import->not_imported, ==, 2);
  g_assert_error (import->error, MPS_ERROR, MPS_ERROR_IO_ERROR);
  assert_query (self->path, "SELECT first_name FROM contacts", "a\nb");
  assert_query (self->path, "SELECT state, done FROM tasks", "3|2");
  assert_query (self->path, "SELECT item, outcome FROM task_items", "4–5|2");
}

static void
test_300 (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) names = g_string_new ("0");
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GTimer) timer = NULL;
  g_autoptr (MpsContactImport) import = NULL;

  for (guint i = 1; i < 300; i++)
    g_string_append_printf (names, " %u", i);
  rows = make_contact_rows (names->str);
  timer = g_timer_new ();
  import = import_contacts (self->store, rows, FALSE, NULL, NULL);
  g_test_minimized_result (g_timer_elapsed (timer, NULL), "300 contacts in %.1f ms",
                           1000 * g_timer_elapsed (timer, NULL));
  assert_import (import, 300, "");
}

static guint
undo_import (MpsStore *store, gint64 organization, gint64 task, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mps_store_undo_contacts_import_async (store, organization, task, NULL, on_result, &result);
  return mps_store_undo_contacts_import_finish (store, wait_for (&result), error);
}

static void
assert_not_undone (MpsStore *store, gint64 organization, gint64 task, MpsErrorCode code,
                   const char *who)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *problems;

  g_assert_cmpuint (undo_import (store, organization, task, &error), ==, 0);
  g_assert_error (error, MPS_ERROR, (int) code);
  problems = mps_error_get_problems (error);
  g_assert_cmpuint (problems ? problems->len : 0, ==, who ? 1 : 0);
  if (who)
    g_assert_cmpstr (((MpsProblem *) problems->pdata[0])->column, ==, who);
}

static void
test_undo (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = make_contact_rows ("a b c");
  g_autoptr (GPtrArray) others = make_contact_rows ("d");
  g_autoptr (MpsContactImport) import = NULL;
  g_autoptr (MpsContactImport) other = NULL;
  g_autoptr (MpsContactImport) again = NULL;
  g_autoptr (GError) error = NULL;

  add_contact (self->store, "c");
  import = import_contacts (self->store, rows, FALSE, NULL, NULL);
  other = import_contacts (self->store, others, FALSE, NULL, NULL);
  assert_not_undone (self->store, 1, import->task, MPS_ERROR_NOTHING_TO_UNDO, NULL);
  g_assert_cmpuint (undo_import (self->store, DEFAULT_ORGANIZATION, import->task, &error), ==, 2);
  g_assert_no_error (error);
  assert_query (self->path, "SELECT first_name FROM contacts", "c\nd");
  assert_query (self->path, "SELECT state, done, message LIKE 'undone contacts=2 who=%' FROM tasks",
                "2|2|1\n1|1|0");
  assert_query (self->path, "SELECT count (*) FROM history", "0");
  assert_not_undone (self->store, 0, import->task, MPS_ERROR_NOTHING_TO_UNDO, NULL);
  assert_not_undone (self->store, 0, 99, MPS_ERROR_NOTHING_TO_UNDO, NULL);
  /* The same file can come in again. */
  again = import_contacts (self->store, rows, FALSE, NULL, NULL);
  assert_import (again, 2, "2");
}

/* One that is in use keeps all of them; one that is gone keeps none. */
static void
test_undo_assigned (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsPrinterImport) printers = import_list (self->store, "serial|model\nA|X\nB|X");
  g_autoptr (GPtrArray) rows = make_contact_rows ("a b c");
  g_autoptr (MpsContactImport) import = import_contacts (self->store, rows, FALSE, NULL, NULL);
  gint64 other = add_contact (self->store, "d");
  g_autoptr (MpsTask) first = assign (self->store, 2, "A B", NULL);
  g_autoptr (MpsTask) second = NULL;
  g_autofree char *name = mps_contact_record_dup_name (((MpsContactRow *) rows->pdata[1])->contact);
  g_autoptr (GError) error = NULL;

  assert_not_undone (self->store, 0, import->task, MPS_ERROR_CONTACT_ASSIGNED, name);
  assert_query (self->path, "SELECT count (*) FROM contacts", "4");
  assert_query (self->path, "SELECT message FROM tasks WHERE kind = 1 AND id = 2", "");
  second = assign (self->store, other, "A B", NULL);
  g_assert_null (run_sql (self->path, "DELETE FROM contacts WHERE id = 1"));
  g_assert_cmpuint (undo_import (self->store, 0, import->task, &error), ==, 2);
  assert_query (self->path, "SELECT first_name FROM contacts", "d");
}

static void
test_undo_updated (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = make_contact_rows ("a b");
  g_autoptr (MpsContactImport) import = import_contacts (self->store, rows, FALSE, NULL, NULL);
  MpsContactRecord *contact = ((MpsContactRow *) rows->pdata[0])->contact;
  g_autofree char *name = mps_contact_record_dup_name (contact);
  g_autoptr (MpsContactRecord) saved = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  contact->id = 1;
  contact->revision = 1;
  mps_store_save_contact_async (self->store, contact, NULL, on_result, &result);
  saved = mps_store_save_contact_finish (self->store, wait_for (&result), NULL);
  g_assert_cmpint (saved->revision, ==, 2);
  assert_not_undone (self->store, 0, import->task, MPS_ERROR_CONTACT_CHANGED, name);
  assert_query (self->path, "SELECT count (*) FROM contacts", "2");
}

/* Kept as it is marked for translation: who looks at the task may speak another language. */
static void
test_kept_reason (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = make_contact_rows ("a");
  g_autoptr (GPtrArray) problems = mps_problems_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsContactImport) import = NULL;
  MpsProblem *marked = mps_problem_new_marked (3, "City", "required", "This must be filled in.");

  g_set_str (&marked->reason, "入力してください。");
  g_ptr_array_add (problems, mps_problem_copy (marked));
  g_ptr_array_add (problems, marked);
  g_ptr_array_add (problems, mps_problem_new (4, "City", "too-long", "%d 文字まで。", 64));
  mps_store_import_contacts_async (self->store, DEFAULT_ORGANIZATION, rows, 2, problems,
                                   "contacts.csv", FALSE, NULL, NULL, on_result, &result);
  import = mps_store_import_contacts_finish (self->store, wait_for (&result), NULL);
  g_assert_nonnull (import);
  assert_query (self->path, "SELECT reason FROM task_items",
                "This must be filled in.\nThis must be filled in.\n64 文字まで。");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/contacts-import/new-and-existing", test_new_and_existing);
  fixture_add ("/store/contacts-import/canceled", test_canceled);
  fixture_add ("/store/contacts-import/fails-half-way", test_fails_half_way);
  fixture_add ("/store/contacts-import/300", test_300);
  fixture_add ("/store/contacts-import/undo", test_undo);
  fixture_add ("/store/contacts-import/undo-assigned", test_undo_assigned);
  fixture_add ("/store/contacts-import/undo-updated", test_undo_updated);
  fixture_add ("/store/contacts-import/kept-reason", test_kept_reason);
  return g_test_run ();
}
