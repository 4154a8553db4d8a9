/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "config.h"

#include "store-fixture-rows.h"

#include "store/mps-sqlite-error.h"
#include "store/mps-task-message.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#define LIST "serial|model\nA|X\nB|X\nC|X\nD|X"

/* Run in a process of its own: imports, and is killed in the middle of it. */
static void
die_in_import (const char *path)
{
  g_autoptr (MpsStore) store = open_store (path, MPS_STORE_OPEN_EXISTING, NULL);
  g_autoptr (MpsPrinterSource) source = list_source_new (LIST);
  g_autoptr (MpsPrinterImport) import = NULL;

  list_source_die_at (source, 3);
  import = import_printers (store, DEFAULT_ORGANIZATION, source, NULL, NULL);
  g_assert_not_reached ();
}

static void
run_until_killed (const char *path)
{
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *self = g_file_read_link ("/proc/self/exe", &error);

  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, self, "--die", path, NULL);
  g_assert_no_error (error);
  g_subprocess_wait (child, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_signaled (child));
  g_assert_cmpint (g_subprocess_get_term_sig (child), ==, SIGKILL);
}

static void
test_crash (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_close (self);
  run_until_killed (self->path);
  assert_query (self->path, "SELECT state FROM tasks", "0");
  assert_query (self->path, "SELECT count (*) FROM printers", "0");
  self->store = open_store (self->path, MPS_STORE_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  assert_query (self->path,
                "SELECT state, done, ended IS NOT NULL, message LIKE 'cut-off items=%' FROM tasks",
                "3|0|1|1");
}

/* What is kept of a task is words for whoever reads it, and other sentences stay as they are. */
static void
test_messages (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) full = NULL;
  g_autoptr (GError) other = g_error_new (MPS_ERROR, MPS_ERROR_DISK_FULL, "Quota.");
  g_autofree char *kept = NULL, *kept_other = NULL, *text = NULL, *cut_off = NULL, *undone = NULL;

  mps_sqlite_set_code (&full, MPS_ERROR_DISK_FULL, "/a path=b/fleet.db");
  kept = mps_task_message_keep_error (full, "/a path=b/fleet.db");
  g_assert_cmpstr (kept, ==, "error=disk-full path=/a path=b/fleet.db");
  text = mps_task_message_dup_text (kept);
  g_assert_cmpstr (text, ==, full->message);
  kept_other = mps_task_message_keep_error (other, "/fleet.db");
  g_assert_cmpstr (kept_other, ==, "Quota.");
  cut_off = mps_task_message_dup_text ("cut-off items=3");
  g_assert_nonnull (strstr (cut_off, "None of its 3 items was done"));
  undone = mps_task_message_dup_text ("undone contacts=2 who=taro yamada");
  g_assert_true (g_str_has_prefix (undone, "taro yamada undid this import: 2 contacts"));
}

/* What the system said is kept in its words; what is said about it is for whoever reads it. */
static void
test_cause (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (GError) other = g_error_new (MPS_ERROR, MPS_ERROR_IO_ERROR, "The cable is out.");
  g_autofree char *kept = NULL, *kept_other = NULL, *text = NULL;

  mps_sqlite_set_io_error (&failed, "/a b/fleet.db", "disk I/O error");
  kept = mps_task_message_keep_error (failed, "/a b/fleet.db");
  g_assert_cmpstr (kept, ==, "error=io-error cause=disk I/O error path=/a b/fleet.db");
  text = mps_task_message_dup_text (kept);
  g_assert_cmpstr (text, ==, failed->message);
  kept_other = mps_task_message_keep_error (other, "/fleet.db");
  g_assert_cmpstr (kept_other, ==, "The cable is out.");
}

static void
test_sentence (Fixture *self, gconstpointer data)
{
  static const char *const sentences[]
      = { "", "error=", "error=why path=/x", "undone contacts=2", "This was a sentence." };

  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autofree char *text = mps_task_message_dup_text (sentences[i]);

      g_assert_cmpstr (text, ==, sentences[i]);
    }
}

/* A store that is open while another one's task runs leaves it alone. */
static void
test_running_elsewhere (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsStore) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *locks_path = g_strconcat (self->path, "-tasks", NULL);

  g_assert_null (run_sql (self->path, "INSERT INTO tasks (kind, who, started, total) "
                                      "VALUES (0, 'x', '2026-01-01T00:00:00Z', 3)"));
  {
    struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 1, .l_len = 1 };
    int locks = open (locks_path, O_RDWR | O_CLOEXEC);

    g_assert_cmpint (fcntl (locks, F_OFD_SETLK, &lock), ==, 0);
    other = open_store (self->path, MPS_STORE_OPEN_EXISTING, &error);
    g_assert_no_error (error);
    assert_query (self->path, "SELECT state FROM tasks", "0");
    g_clear_object (&other);
    close (locks);
  }
  other = open_store (self->path, MPS_STORE_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  assert_query (self->path, "SELECT state, failed FROM tasks", "3|3");
}

static void
on_tasks_changed (MpsStore *store, MpsChanges *changes, gboolean *changed)
{
  *changed |= changes->tasks;
}

/* A process that dies while others have the database open leaves its task to them. */
static void
test_end_orphans (Fixture *self, gconstpointer data)
{
  gboolean changed = FALSE;

  g_assert_null (run_sql (self->path, "INSERT INTO tasks (kind, who, started, total) "
                                      "VALUES (0, 'x', '2026-01-01T00:00:00Z', 3)"));
  g_signal_connect (self->store, "changed", G_CALLBACK (on_tasks_changed), &changed);
  mps_store_end_orphans (self->store);
  while (!changed)
    g_main_context_iteration (NULL, TRUE);
  assert_query (self->path,
                "SELECT state, done, failed, message = 'cut-off items=3' "
                "FROM tasks",
                "3|0|3|1");
}

static void
count_changes (MpsStore *store, MpsChanges *changes, guint *n_changes)
{
  *n_changes += 1;
}

/* What is committed is told before the job that did it ends. */
static void
test_told_before (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsPrinterImport) import = NULL;
  guint n_changes = 0;

  g_signal_connect (self->store, "changed", G_CALLBACK (count_changes), &n_changes);
  import = import_list (self->store, LIST);
  /* That the task began, and that it ended. */
  g_assert_cmpuint (n_changes, ==, 2);
}

static void
start_imports (MpsStore *store, GAsyncResult **results, guint n_results)
{
  for (guint i = 0; i < n_results; i++)
    {
      g_autoptr (MpsPrinterSource) source = list_source_new (LIST);

      mps_store_import_printers_async (store, DEFAULT_ORGANIZATION, source, NULL, NULL, NULL,
                                       on_result, &results[i]);
    }
}

static void
test_close_with_jobs (Fixture *self, gconstpointer data)
{
  GAsyncResult *results[20] = { NULL };
  guint n_done = 0;

  start_imports (self->store, results, G_N_ELEMENTS (results));
  mps_store_close (self->store);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MpsPrinterImport) import
          = mps_store_import_printers_finish (self->store, wait_for (&results[i]), &error);

      if (import)
        n_done++;
      else
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_object_unref (results[i]);
    }
  g_assert_cmpuint (n_done, <=, 20);
  assert_query (self->path, "SELECT count (*) FROM tasks WHERE state = 0", "0");
}

static void
test_closed (Fixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  mps_store_close (self->store);
  mps_store_close (self->store);
  mps_store_list_tasks_async (self->store, NULL, on_result, &result);
  g_assert_null (mps_store_list_tasks_finish (self->store, wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The jobs keep the store, and the last of them lets it go on the main thread. */
static void
test_dropped_with_jobs (Fixture *self, gconstpointer data)
{
  GAsyncResult *results[5] = { NULL };

  start_imports (self->store, results, G_N_ELEMENTS (results));
  g_clear_object (&self->store);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      wait_for (&results[i]);
      g_object_unref (results[i]);
    }
}

static void
test_canceled_before (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsPrinterSource) source = list_source_new (LIST);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (MpsPrinterImport) import = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  import = import_printers (self->store, DEFAULT_ORGANIZATION, source, cancellable, &error);
  g_assert_null (import);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_query (self->path, "SELECT count (*) FROM tasks", "0");
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--die"))
    die_in_import (argv[2]);
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/tasks/crash", test_crash);
  fixture_add ("/store/tasks/running-elsewhere", test_running_elsewhere);
  fixture_add ("/store/tasks/end-orphans", test_end_orphans);
  fixture_add ("/store/tasks/messages", test_messages);
  fixture_add ("/store/tasks/cause", test_cause);
  fixture_add ("/store/tasks/sentence", test_sentence);
  fixture_add ("/store/tasks/told-before", test_told_before);
  fixture_add ("/store/tasks/close-with-jobs", test_close_with_jobs);
  fixture_add ("/store/tasks/closed", test_closed);
  fixture_add ("/store/tasks/dropped-with-jobs", test_dropped_with_jobs);
  fixture_add ("/store/tasks/canceled-before", test_canceled_before);
  return g_test_run ();
}
