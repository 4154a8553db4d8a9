/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture-rows.h"

#define MANY 5000

/* A, B and C; A and B have contact 1, and the tasks 1 and 2 did that. */
static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsPrinterImport) import = NULL;
  g_autoptr (MpsTask) task = NULL;

  fixture_set_up (self, data);
  import = import_list (self->store, "serial|model|pages\nA|CX730de|1\nB|CX730de|1\nC|CX730de|1");
  task = assign (self->store, add_contact (self->store, "first"), "A B", NULL);
  g_assert_cmpint (mps_task_get_contact (task), ==, 1);
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, fixture_tear_down)

#define assert_contacts(self, expected)                                                            \
  assert_query ((self)->path, "SELECT serial, contact FROM printers ORDER BY serial", expected)

static MpsTask *
undo (MpsStore *store, gint64 task, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mps_store_undo_assignment_async (store, task, NULL, NULL, on_result, &result);
  return mps_store_undo_assignment_finish (store, wait_for (&result), error);
}

static void
assert_nothing_to_undo (Fixture *self, gint64 task)
{
  g_autofree char *tasks = query_sql (self->path, "SELECT count (*) FROM tasks");
  g_autofree char *contacts = query_sql (self->path, "SELECT id, contact FROM printers");
  g_autoptr (GError) error = NULL;

  g_assert_null (undo (self->store, task, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_NOTHING_TO_UNDO);
  assert_query (self->path, "SELECT count (*) FROM tasks", tasks);
  assert_query (self->path, "SELECT id, contact FROM printers", contacts);
}

static void
test_undo (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsTask) assigned
      = assign (self->store, add_contact (self->store, "second"), "A C", NULL);
  g_autoptr (MpsTask) undone = NULL;
  g_autoptr (GError) error = NULL;

  assert_contacts (self, "A|2\nB|1\nC|2");
  undone = undo (self->store, mps_task_get_id (assigned), &error);
  g_assert_no_error (error);
  g_assert_cmpint (mps_task_get_kind (undone), ==, MPS_TASK_ASSIGN);
  g_assert_cmpint (mps_task_get_state (undone), ==, MPS_TASK_COMPLETED);
  assert_items (undone, "A done \nC done ");
  assert_contacts (self, "A|1\nB|1\nC|");
  /* Neither twice, nor back again. */
  assert_nothing_to_undo (self, mps_task_get_id (assigned));
  assert_nothing_to_undo (self, mps_task_get_id (undone));
}

/* The picture in memory follows. */
static void
test_undo_is_seen (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsFleet) fleet = load_fleet (self->store);
  g_autoptr (MpsTask) undone = NULL;

  g_assert_cmpint (mps_fleet_get_contact (fleet, mps_fleet_find_serial (fleet, "A")), ==, 1);
  undone = undo (self->store, 2, NULL);
  g_assert_nonnull (undone);
  g_assert_cmpint (mps_fleet_get_contact (fleet, mps_fleet_find_serial (fleet, "A")), ==, 0);
  g_assert_cmpuint (mps_fleet_get_contact_printers (fleet, mps_fleet_find_contact (fleet, 1)), ==,
                    0);
}

/* A printer that had the contact before the task keeps it. */
static void
test_undo_unchanged (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsTask) assigned = assign (self->store, 1, "A C", NULL);
  g_autoptr (MpsTask) undone = undo (self->store, mps_task_get_id (assigned), NULL);

  g_assert_nonnull (undone);
  assert_items (undone, "C done ");
  assert_contacts (self, "A|1\nB|1\nC|");
}

static void
test_undo_changed_since (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsTask) assigned
      = assign (self->store, add_contact (self->store, "second"), "A B C", NULL);
  g_autoptr (MpsTask) again = assign (self->store, add_contact (self->store, "third"), "A", NULL);
  g_autoptr (MpsTask) gone = unenroll (self->store, "C", NULL);
  g_autoptr (MpsTask) undone = undo (self->store, mps_task_get_id (assigned), NULL);

  g_assert_nonnull (undone);
  g_assert_cmpint (mps_task_get_state (undone), ==, MPS_TASK_COMPLETED_WITH_ERRORS);
  assert_items (undone, "A failed changed-since\nB done \nC failed unknown-serial");
  assert_contacts (self, "A|3\nB|1");
}

static void
test_undo_contact_deleted (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsTask) assigned
      = assign (self->store, add_contact (self->store, "second"), "A B C", NULL);
  g_autoptr (MpsTask) undone = NULL;

  g_assert_null (run_sql (self->path, "DELETE FROM contacts WHERE id = 1"));
  undone = undo (self->store, mps_task_get_id (assigned), NULL);
  g_assert_nonnull (undone);
  assert_items (undone, "A failed contact-deleted\nB failed contact-deleted\nC done ");
  assert_contacts (self, "A|2\nB|2\nC|");
}

/* What is managed or pending always has somebody to deliver to. */
static void
test_undo_managed (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsTask) assigned
      = assign (self->store, add_contact (self->store, "second"), "A C", NULL);
  g_autoptr (MpsTask) added = NULL;
  g_autoptr (MpsTask) undone = NULL;

  entitle (self->store);
  added = enroll (self->store, "A C", NULL);
  g_assert_cmpuint (mps_task_get_done (added), ==, 2);
  undone = undo (self->store, mps_task_get_id (assigned), NULL);
  g_assert_nonnull (undone);
  assert_items (undone, "A done \nC failed managed-printers");
  assert_contacts (self, "A|1\nB|1\nC|2");
}

static void
test_undo_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsTask) assigned = NULL;

  assert_nothing_to_undo (self, 1);
  assert_nothing_to_undo (self, 99);
  assigned = assign (self->store, 1, "A B", NULL);
  assert_nothing_to_undo (self, mps_task_get_id (assigned));
  g_assert_null (run_sql (self->path, "UPDATE tasks SET ended = NULL WHERE id = 2"));
  assert_nothing_to_undo (self, 2);
}

static MpsTask *
create_and_assign (MpsStore *store, const char *name, MpsTargets *targets, MpsProgress *progress,
                   GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsContactRecord) contact = make_contact (name);

  mps_store_create_and_assign_async (store, contact, targets, progress, cancellable, on_result,
                                     &result);
  return mps_store_create_and_assign_finish (store, wait_for (&result), error);
}

static MpsTask *
create_for (MpsStore *store, const char *name, const char *serial, GError **error)
{
  const char *serials[] = { "a", serial, NULL };

  return create_and_assign (store, name, mps_targets_new_serials (serials), NULL, NULL, error);
}

static void
test_create (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsTask) task = create_for (self->store, "new", "C", &error);
  g_autoptr (MpsTask) undone = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (mps_task_get_state (task), ==, MPS_TASK_COMPLETED);
  g_assert_cmpint (mps_task_get_contact (task), ==, 2);
  assert_items (task, "A done \nC done ");
  assert_contacts (self, "A|2\nB|1\nC|2");
  assert_query (self->path, "SELECT first_name FROM contacts WHERE id = 2", "new");
  undone = undo (self->store, mps_task_get_id (task), NULL);
  g_assert_nonnull (undone);
  assert_contacts (self, "A|1\nB|1\nC|");
}

static void
assert_no_new_contact (Fixture *self)
{
  assert_query (self->path, "SELECT count (*) FROM contacts", "1");
  assert_contacts (self, "A|1\nB|1\nC|");
}

static gint64
find_same (MpsStore *store, const char *name, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsContactRecord) wanted = make_contact (name);
  g_autoptr (MpsContactRecord) found = NULL;

  mps_store_find_contact_async (store, wanted, NULL, on_result, &result);
  found = mps_store_find_contact_finish (store, wait_for (&result), error);
  return found ? found->id : 0;
}

static void
test_create_existing (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) not_found = NULL;

  g_assert_null (create_for (self->store, "ＦＩＲＳＴ", "C", &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_CONTACT_EXISTS);
  assert_no_new_contact (self);
  assert_query (self->path, "SELECT count (*) FROM tasks", "2");
  g_assert_cmpint (find_same (self->store, "ＦＩＲＳＴ", NULL), ==, 1);
  g_assert_cmpint (find_same (self->store, "other", &not_found), ==, 0);
  g_assert_error (not_found, MPS_ERROR, MPS_ERROR_UNKNOWN_CONTACT);
}

static void
assert_create_refused (Fixture *self, const char *serial)
{
  const char *serials[] = { serial, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (create_and_assign (self->store, "new", mps_targets_new_serials (serials), NULL,
                                    NULL, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_UNKNOWN_SERIAL);
  assert_query (self->path, "SELECT count (*) FROM contacts", "1");
}

static void
test_create_for_nobody (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsPrinterImport) import
      = import_list (self->store, "serial|model|organization\nTHEIRS|CX730de|Parent company");

  assert_create_refused (self, "NOWHERE");
  assert_create_refused (self, "THEIRS");
  assert_query (self->path, "SELECT count (*) FROM tasks WHERE kind = 2", "1");
}

/* What fails in the middle leaves neither the contact nor a printer that has it, and a task
 * that says so. */
static void
test_create_failed (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (run_sql (self->path, "CREATE TRIGGER broken BEFORE UPDATE ON printers "
                                      "WHEN OLD.serial = 'C' "
                                      "BEGIN SELECT RAISE (ABORT, 'broken'); END"));
  g_assert_null (create_for (self->store, "new", "C", &error));
  g_assert_false (mps_error_is_refusal (error));
  assert_no_new_contact (self);
  assert_query (self->path,
                "SELECT state, done, failed, ended IS NOT NULL, message <> '', contact FROM tasks "
                "WHERE id = 3",
                "3|0|2|1|1|");
  assert_query (self->path, "SELECT count (*) FROM task_items WHERE task = 3", "0");
}

static void
test_assign_failed (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const gint64 second = add_contact (self->store, "second");

  g_assert_null (run_sql (self->path, "CREATE TRIGGER broken BEFORE UPDATE ON printers "
                                      "WHEN OLD.serial = 'C' "
                                      "BEGIN SELECT RAISE (ABORT, 'broken'); END"));
  g_assert_null (assign (self->store, second, "A B C", &error));
  assert_contacts (self, "A|1\nB|1\nC|");
  assert_query (self->path, "SELECT state, done, failed FROM tasks WHERE id = 3", "3|0|3");
  assert_nothing_to_undo (self, 3);
}

static void
import_many (Fixture *self)
{
  g_autoptr (GString) list = g_string_new ("serial|model");
  g_autoptr (MpsPrinterImport) import = NULL;

  for (guint i = 0; i < MANY; i++)
    g_string_append_printf (list, "\nM%05u|CX730de", i);
  import = import_list (self->store, list->str);
  g_assert_cmpuint (import->created, ==, MANY);
}

static void
cancel_soon (MpsProgress *progress, GParamSpec *pspec, GCancellable *cancellable)
{
  if (mps_progress_get_done (progress) > 0)
    g_cancellable_cancel (cancellable);
}

/* Wherever the cancellation falls: what the task says is done, and nothing else. */
static void
test_assign_canceled (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsProgress) progress = mps_progress_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsTask) task = NULL;
  g_autoptr (MpsTask) undone = NULL;
  g_autoptr (GError) error = NULL;
  const gint64 second = add_contact (self->store, "second");
  g_autofree char *done = NULL;

  import_many (self);
  g_signal_connect_object (progress, "notify::done", G_CALLBACK (cancel_soon), cancellable,
                           G_CONNECT_DEFAULT);
  mps_store_assign_contact_async (self->store, 0, second,
                                  mps_targets_new_all (DEFAULT_ORGANIZATION), progress, cancellable,
                                  on_result, &result);
  task = mps_store_assign_contact_finish (self->store, wait_for (&result), &error);
  g_assert_no_error (error);
  done = g_strdup_printf ("%u", mps_task_get_done (task));
  assert_query (self->path, "SELECT count (*) FROM printers WHERE contact = 2", done);
  assert_query (self->path,
                "SELECT count (*) FROM task_items WHERE task = (SELECT max (id) FROM tasks) "
                "AND outcome = 0",
                done);
  g_assert_cmpuint (mps_task_get_items (task)->len, ==, MANY + 3);
  g_assert_cmpint (mps_task_get_state (task), ==,
                   mps_task_get_done (task) < MANY + 3 ? MPS_TASK_CANCELED : MPS_TASK_COMPLETED);
  undone = undo (self->store, mps_task_get_id (task), &error);
  g_assert_no_error (error);
  assert_query (self->path, "SELECT serial, contact FROM printers WHERE contact IS NOT NULL",
                "A|1\nB|1");
}

static void
test_create_canceled (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsProgress) progress = mps_progress_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (MpsTask) task = NULL;
  g_autoptr (GError) error = NULL;

  import_many (self);
  g_signal_connect_object (progress, "notify::done", G_CALLBACK (cancel_soon), cancellable,
                           G_CONNECT_DEFAULT);
  task = create_and_assign (self->store, "new", mps_targets_new_all (DEFAULT_ORGANIZATION),
                            progress, cancellable, &error);
  if (task)
    {
      /* It was too late. */
      assert_query (self->path, "SELECT count (*) FROM printers WHERE contact IS NOT 2", "0");
      return;
    }
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_query (self->path, "SELECT count (*) FROM contacts", "1");
  assert_query (self->path, "SELECT serial FROM printers WHERE contact IS NOT NULL", "A\nB");
  assert_query (self->path, "SELECT state, done, failed FROM tasks ORDER BY id DESC LIMIT 1",
                "4|0|0");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/assign/undo", test_undo);
  add ("/store/assign/undo-is-seen", test_undo_is_seen);
  add ("/store/assign/undo-unchanged", test_undo_unchanged);
  add ("/store/assign/undo-changed-since", test_undo_changed_since);
  add ("/store/assign/undo-contact-deleted", test_undo_contact_deleted);
  add ("/store/assign/undo-managed", test_undo_managed);
  add ("/store/assign/undo-refused", test_undo_refused);
  add ("/store/assign/create", test_create);
  add ("/store/assign/create-existing", test_create_existing);
  add ("/store/assign/create-for-nobody", test_create_for_nobody);
  add ("/store/assign/create-failed", test_create_failed);
  add ("/store/assign/create-canceled", test_create_canceled);
  add ("/store/assign/failed", test_assign_failed);
  add ("/store/assign/canceled", test_assign_canceled);
  return g_test_run ();
}
