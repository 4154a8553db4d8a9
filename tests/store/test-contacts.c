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
  g_autoptr (GPtrArray) deleted = NULL;
  g_autoptr (GArray) refused = NULL;

  mps_store_delete_contacts_async (self->store, 0, ids, 3, NULL, on_result, &result);
  g_assert_true (mps_store_delete_contacts_finish (self->store, wait_for (&result), &deleted,
                                                   &refused, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (deleted->len, ==, 1);
  g_assert_cmpint (((MpsDeletedContact *) deleted->pdata[0])->contact->id, ==, ids[1]);
  g_assert_cmpuint (refused->len, ==, 2);
  g_assert_cmpint (g_array_index (refused, MpsContactRefusal, 0).contact, ==, ids[0]);
  g_assert_cmpuint (g_array_index (refused, MpsContactRefusal, 0).printers, ==, 2);
  g_assert_cmpuint (g_array_index (refused, MpsContactRefusal, 1).printers, ==, 0);
  assert_query (self->path, "SELECT id FROM contacts", "1");
}

static guint
restore (MpsStore *store, GPtrArray *deleted, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  guint n_restored;

  mps_store_restore_contacts_async (store, deleted, NULL, on_result, &result);
  mps_store_restore_contacts_finish (store, wait_for (&result), &n_restored, error);
  return n_restored;
}

static GPtrArray *
delete_contacts (MpsStore *store, const gint64 *ids, gsize n_ids)
{
  g_autoptr (GAsyncResult) result = NULL;
  GPtrArray *deleted = NULL;

  mps_store_delete_contacts_async (store, 0, ids, n_ids, NULL, on_result, &result);
  g_assert_true (
      mps_store_delete_contacts_finish (store, wait_for (&result), &deleted, NULL, NULL));
  return deleted;
}

/* Under their ids, by which tasks know them; a form that was filled in before is out of date. */
static void
test_restore (Fixture *self, gconstpointer data)
{
  const gint64 ids[] = { add_contact (self->store, "a"), add_contact (self->store, "高橋"),
                         add_contact (self->store, "c") };
  g_autoptr (GPtrArray) deleted = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (run_sql (self->path, "UPDATE contacts SET task = 7 WHERE id = 2"));
  deleted = delete_contacts (self->store, ids, 2);
  assert_query (self->path, "SELECT id FROM contacts", "3");
  g_assert_cmpuint (restore (self->store, deleted, &error), ==, 2);
  g_assert_no_error (error);
  assert_query (self->path,
                "SELECT group_concat (id || first_name || revision || ifnull (task, '-'), ' ') "
                "FROM (SELECT * FROM contacts ORDER BY id)",
                "1a2- 2高橋27 3c1-");
  assert_query (self->path, "SELECT identity LIKE '高橋%' FROM contacts WHERE id = 2", "1");
  g_assert_cmpuint (restore (self->store, deleted, &error), ==, 0);
  g_assert_no_error (error);
}

static void
test_restore_meets_another (Fixture *self, gconstpointer data)
{
  const gint64 ids[] = { add_contact (self->store, "a"), add_contact (self->store, "b") };
  g_autoptr (GPtrArray) deleted = delete_contacts (self->store, ids, 2);
  g_autoptr (GError) error = NULL;

  add_contact (self->store, "A");
  g_assert_cmpuint (restore (self->store, deleted, &error), ==, 1);
  g_assert_no_error (error);
  assert_query (self->path,
                "SELECT group_concat (id, ' ') FROM "
                "(SELECT id FROM contacts ORDER BY id)",
                "2 3");
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
  fixture_add ("/store/contacts/restore", test_restore);
  fixture_add ("/store/contacts/restore-meets-another", test_restore_meets_another);
  return g_test_run ();
}
