/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture-rows.h"

static MpsContactRecord *
save (MpsStore *store, const MpsContactRecord *contact, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mps_store_save_contact_async (store, contact, NULL, on_result, &result);
  return mps_store_save_contact_finish (store, wait_for (&result), error);
}

static void
test_save (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsContactRecord) contact = make_contact ("太郎");
  g_autoptr (MpsContactRecord) saved = NULL;
  g_autoptr (MpsContactRecord) updated = NULL;
  g_autoptr (GError) error = NULL;

  saved = save (self->store, contact, &error);
  g_assert_no_error (error);
  g_assert_cmpint (saved->id, ==, 1);
  g_assert_cmpint (saved->revision, ==, 1);
  g_set_str (&saved->fields[MPS_CONTACT_CITY], "港区");
  updated = save (self->store, saved, &error);
  g_assert_no_error (error);
  g_assert_cmpint (updated->revision, ==, 2);
  g_assert_cmpstr (updated->fields[MPS_CONTACT_CITY], ==, "港区");
  assert_query (self->path, "SELECT revision, city, country FROM contacts", "2|港区|JP");
}

static void
test_changed_meanwhile (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsContactRecord) contact = make_contact ("太郎");
  g_autoptr (MpsContactRecord) saved = save (self->store, contact, NULL);
  g_autoptr (MpsContactRecord) updated = save (self->store, saved, NULL);
  g_autoptr (MpsContactRecord) refused = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (updated);
  refused = save (self->store, saved, &error);
  g_assert_null (refused);
  g_assert_error (error, MPS_ERROR, MPS_ERROR_CONTACT_CHANGED);
}

static void
assert_save_fails (MpsStore *store, const MpsContactRecord *contact, MpsErrorCode code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsContactRecord) saved = save (store, contact, &error);

  g_assert_null (saved);
  g_assert_error (error, MPS_ERROR, (int) code);
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsContactRecord) contact = make_contact ("Ｔａｒｏ");
  g_autoptr (MpsContactRecord) other = NULL;

  add_contact (self->store, "taro");
  /* Width and case make no other contact. */
  assert_save_fails (self->store, contact, MPS_ERROR_CONTACT_EXISTS);
  g_set_str (&contact->fields[MPS_CONTACT_FIRST_NAME], "Jiro");
  other = save (self->store, contact, NULL);
  g_set_str (&other->fields[MPS_CONTACT_FIRST_NAME], "TARO");
  assert_save_fails (self->store, other, MPS_ERROR_CONTACT_EXISTS);
  other->id = 99;
  g_set_str (&other->fields[MPS_CONTACT_FIRST_NAME], "Saburo");
  assert_save_fails (self->store, other, MPS_ERROR_UNKNOWN_CONTACT);
  contact->organization = 99;
  assert_save_fails (self->store, contact, MPS_ERROR_UNKNOWN_ORGANIZATION);
}

static void
test_get (Fixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsPrinterImport) import = import_list (self->store, "serial|model\nA|X\nB|X");
  g_autoptr (MpsTask) task = NULL;
  gint64 id = add_contact (self->store, "太郎");
  g_autoptr (MpsContactRecord) contact = NULL;
  guint n_printers;

  task = assign (self->store, id, "A B", &error);
  g_assert_no_error (error);
  mps_store_get_contact_async (self->store, DEFAULT_ORGANIZATION, id, NULL, on_result, &result);
  contact = mps_store_get_contact_finish (self->store, wait_for (&result), &n_printers, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (contact->fields[MPS_CONTACT_FIRST_NAME], ==, "太郎");
  g_assert_cmpuint (n_printers, ==, 2);
  mps_store_get_contact_async (self->store, 1, id, NULL, on_result, &other);
  g_assert_null (mps_store_get_contact_finish (self->store, wait_for (&other), NULL, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_UNKNOWN_CONTACT);
}

static void
test_delete (Fixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsPrinterImport) import = import_list (self->store, "serial|model\nA|X\nB|X");
  gint64 ids[] = { add_contact (self->store, "a"), add_contact (self->store, "b"), 99 };
  g_autoptr (MpsTask) task = assign (self->store, ids[0], "A B", NULL);
  g_autoptr (GArray) deleted = NULL;
  g_autoptr (GArray) refused = NULL;

  mps_store_delete_contacts_async (self->store, 0, ids, 3, NULL, on_result, &result);
  g_assert_true (mps_store_delete_contacts_finish (self->store, wait_for (&result), &deleted,
                                                   &refused, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (deleted->len, ==, 1);
  g_assert_cmpint (g_array_index (deleted, gint64, 0), ==, ids[1]);
  g_assert_cmpuint (refused->len, ==, 2);
  g_assert_cmpint (g_array_index (refused, MpsContactRefusal, 0).contact, ==, ids[0]);
  g_assert_cmpuint (g_array_index (refused, MpsContactRefusal, 0).printers, ==, 2);
  g_assert_cmpuint (g_array_index (refused, MpsContactRefusal, 1).printers, ==, 0);
  assert_query (self->path, "SELECT id FROM contacts", "1");
}

static void
contact_row_free (gpointer data)
{
  MpsContactRow *row = data;

  mps_contact_record_free (row->contact);
  g_free (row);
}

static GPtrArray *
make_rows (const char *names)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (contact_row_free);
  g_auto (GStrv) list = g_strsplit (names, " ", -1);

  for (guint i = 0; list[i]; i++)
    {
      MpsContactRow *row = g_new0 (MpsContactRow, 1);

      row->line = i + 2;
      row->contact = make_contact (list[i]);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static MpsContactImport *
import_contacts (MpsStore *store, GPtrArray *rows, gboolean check, MpsProgress *progress,
                 GCancellable *cancellable)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  MpsContactImport *import;

  mps_store_import_contacts_async (store, DEFAULT_ORGANIZATION, rows, 0, NULL, "contacts.csv",
                                   check, progress, cancellable, on_result, &result);
  import = mps_store_import_contacts_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);
  return import;
}

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
test_import (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = make_rows ("a b A c B d");
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
test_import_canceled (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) names = g_string_new ("0");
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (MpsProgress) progress = mps_progress_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (MpsContactImport) import = NULL;
  g_autofree char *count = NULL;

  for (guint i = 1; i < 3000; i++)
    g_string_append_printf (names, " %u", i);
  rows = make_rows (names->str);
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
test_import_fails_half_way (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = make_rows ("a b c d");
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
test_import_300 (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) names = g_string_new ("0");
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GTimer) timer = NULL;
  g_autoptr (MpsContactImport) import = NULL;

  for (guint i = 1; i < 300; i++)
    g_string_append_printf (names, " %u", i);
  rows = make_rows (names->str);
  timer = g_timer_new ();
  import = import_contacts (self->store, rows, FALSE, NULL, NULL);
  g_test_minimized_result (g_timer_elapsed (timer, NULL), "300 contacts in %.1f ms",
                           1000 * g_timer_elapsed (timer, NULL));
  assert_import (import, 300, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/contacts/save", test_save);
  fixture_add ("/store/contacts/changed-meanwhile", test_changed_meanwhile);
  fixture_add ("/store/contacts/refused", test_refused);
  fixture_add ("/store/contacts/get", test_get);
  fixture_add ("/store/contacts/delete", test_delete);
  fixture_add ("/store/contacts/import", test_import);
  fixture_add ("/store/contacts/import-canceled", test_import_canceled);
  fixture_add ("/store/contacts/import-fails-half-way", test_import_fails_half_way);
  fixture_add ("/store/contacts/import-300", test_import_300);
  return g_test_run ();
}
