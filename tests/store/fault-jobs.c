/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fault-jobs.h"

#include "fleet/mps-types.h"

#include <glib/gstdio.h>

#define NAMES "a b c d e f g h i j k l m n o p q r s t u v w x y z"
#define OLD "old1 old2 old3 old4 old5 old6 old7 old8"
#define PREPARED "prepared"
#define FILLED "filled.db"
#define EMPTY "empty.db"
#define FIRST_VERSION "first.db"
#define SAVED "saved.db"

static void
close_store (MpsStore *store)
{
  mps_store_close (store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
run_import_printers (const char *path, guint *reported, GError **error)
{
  g_autoptr (MpsStore) store = open_store (path, MPS_STORE_OPEN_EXISTING, error);
  g_autoptr (GString) list = g_string_new ("serial|model|agent|pages\nOLD1|CX735|Agent A|7");
  g_autoptr (MpsPrinterSource) source = NULL;
  g_autoptr (MpsPrinterImport) import = NULL;

  for (int i = 0; i < 40; i++)
    g_string_append_printf (list, "\nNEW%d|CX730|Agent %c|%d", i, 'A' + i % 3, i);
  source = list_source_new (list->str);
  if (store)
    {
      import = import_printers (store, DEFAULT_ORGANIZATION, source, NULL, error);
      close_store (store);
    }
  return import != NULL;
}

/* So many that they are written at once, without a log and in another order. */
static gboolean
run_fill (const char *path, guint *reported, GError **error)
{
  g_autoptr (MpsStore) store = open_store (path, MPS_STORE_OPEN_EXISTING, error);
  g_autofree char *list = make_large_list (2100, "CX730");
  g_autoptr (MpsPrinterSource) source = list_source_new (list);
  g_autoptr (MpsPrinterImport) import = NULL;

  if (store)
    {
      import = import_printers (store, DEFAULT_ORGANIZATION, source, NULL, error);
      close_store (store);
    }
  return import != NULL;
}

/* What went in before a row failed stays, and is reported. */
static gboolean
run_import_contacts (const char *path, guint *reported, GError **error)
{
  g_autoptr (MpsStore) store = open_store (path, MPS_STORE_OPEN_EXISTING, error);
  g_autoptr (GPtrArray) rows = make_contact_rows (NAMES);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsContactImport) import = NULL;

  if (store == NULL)
    return FALSE;
  mps_store_import_contacts_async (store, DEFAULT_ORGANIZATION, rows, 0, NULL, "contacts.csv",
                                   FALSE, NULL, NULL, on_result, &result);
  import = mps_store_import_contacts_finish (store, wait_for (&result), error);
  close_store (store);
  *reported = import ? import->imported : 0;
  if (import && import->error)
    g_propagate_error (error, g_steal_pointer (&import->error));
  return import && *reported == rows->len;
}

static gboolean
run_assign (const char *path, guint *reported, GError **error)
{
  g_autoptr (MpsStore) store = open_store (path, MPS_STORE_OPEN_EXISTING, error);
  g_autoptr (MpsTask) task = NULL;

  if (store)
    {
      task = assign (store, 2, OLD, error);
      close_store (store);
    }
  return task != NULL;
}

static gboolean
run_add (const char *path, guint *reported, GError **error)
{
  g_autoptr (MpsStore) store = open_store (path, MPS_STORE_OPEN_EXISTING, error);
  g_autoptr (MpsTask) task = NULL;

  if (store)
    {
      task = enroll (store, OLD, error);
      close_store (store);
    }
  return task != NULL;
}

static gboolean
run_unenroll (const char *path, guint *reported, GError **error)
{
  g_autoptr (MpsStore) store = open_store (path, MPS_STORE_OPEN_EXISTING, error);
  g_autoptr (MpsTask) task = NULL;

  if (store)
    {
      task = unenroll (store, OLD, error);
      close_store (store);
    }
  return task != NULL;
}

static gboolean
run_upgrade (const char *path, guint *reported, GError **error)
{
  g_autoptr (MpsStore) store = open_store (path, MPS_STORE_OPEN_EXISTING, error);

  if (store)
    close_store (store);
  return store != NULL;
}

static char *
dup_beside (const char *path, const char *name)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_build_filename (folder, name, NULL);
}

static gboolean
run_backup (const char *path, guint *reported, GError **error)
{
  g_autofree char *target = dup_beside (path, "backup.db");
  gboolean done = save_backup (path, target, error);

  /* Whole, or not there. */
  g_assert_cmpint (g_file_test (target, G_FILE_TEST_EXISTS), ==, done);
  if (done)
    g_assert_no_errno (g_unlink (target));
  return done;
}

static gboolean
run_restore (const char *path, guint *reported, GError **error)
{
  g_autofree char *backup = dup_beside (path, PREPARED "/" SAVED);

  return restore_backup (path, backup, NULL, error);
}

const FaultJob fault_jobs[] = {
  { "import-printers", run_import_printers, FILLED, FALSE },
  { "fill", run_fill, EMPTY, FALSE },
  { "import-contacts", run_import_contacts, FILLED, TRUE },
  { "assign", run_assign, FILLED, FALSE },
  { "add", run_add, FILLED, FALSE },
  { "unenroll", run_unenroll, FILLED, FALSE },
  { "upgrade", run_upgrade, FIRST_VERSION, FALSE },
  { "backup", run_backup, FILLED, FALSE },
  { "restore", run_restore, FILLED, FALSE },
};

guint
fault_jobs_get_n (void)
{
  return G_N_ELEMENTS (fault_jobs);
}

/* Printers that are eligible, with a contact; and a backup of how it was before. */
static void
fill (MpsStore *store, const char *saved)
{
  g_autoptr (GString) list = g_string_new ("serial|model|pages");
  g_autoptr (MpsPrinterImport) import = NULL;
  g_autoptr (MpsTask) task = NULL;
  g_autoptr (GError) error = NULL;
  gint64 contact = add_contact (store, "first");

  g_assert_cmpint (add_contact (store, "second"), ==, 2);
  g_assert_true (save_backup (mps_store_get_path (store), saved, &error));
  for (int i = 1; i <= 8; i++)
    g_string_append_printf (list, "\nOLD%d|CX735|10", i);
  import = import_list (store, list->str);
  g_assert_cmpuint (import->created, ==, 8);
  entitle (store);
  task = assign (store, contact, OLD, &error);
  g_assert_no_error (error);
}

static char *
dup_prepared (const char *path, const char *name)
{
  g_autofree char *folder = dup_beside (path, PREPARED);

  return g_build_filename (folder, name, NULL);
}

void
fault_jobs_prepare (const char *path)
{
  g_autofree char *folder = dup_beside (path, PREPARED);
  g_autofree char *filled = dup_prepared (path, FILLED);
  g_autofree char *first = dup_prepared (path, FIRST_VERSION);
  g_autofree char *empty = dup_prepared (path, EMPTY);
  g_autofree char *saved = dup_prepared (path, SAVED);
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsStore) store = NULL;

  g_assert_no_errno (g_mkdir (folder, 0700));
  store = open_store (filled, MPS_STORE_OPEN_CREATE, &error);
  g_assert_no_error (error);
  fill (store, saved);
  close_store (store);
  make_first_version (first);
  g_clear_object (&store);
  store = open_store (empty, MPS_STORE_OPEN_CREATE, &error);
  g_assert_no_error (error);
  close_store (store);
}

void
fault_jobs_begin (const FaultJob *job, const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal", "-tasks" };
  g_autofree char *prepared = dup_prepared (path, job->prepared);
  g_autofree char *backups = dup_beside (path, "backups");
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
  if (g_file_test (backups, G_FILE_TEST_EXISTS))
    fixture_remove_folder (backups);
  g_file_get_contents (prepared, &bytes, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents_full (path, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

char *
fault_jobs_describe (const char *path)
{
  return query_sql (
      path,
      "PRAGMA user_version; SELECT name, entitled FROM organizations ORDER BY id;"
      "SELECT first_name FROM contacts ORDER BY id;"
      "SELECT name, kind FROM agents ORDER BY id;"
      "SELECT serial, model, agent, contact, managed, average_pages FROM printers ORDER BY id;"
      "SELECT organization, printers FROM acceptances; SELECT request, serial, outcome "
      "FROM request_printers ORDER BY 1, 2; SELECT act, subject FROM history");
}

/* A task that says it is done is one whose work is there. */
void
fault_jobs_assert_truth (const FaultJob *job, const char *path, gboolean is_done)
{
  g_autofree char *begun = NULL;
  g_autofree char *completed = NULL;

  assert_sound (path);
  assert_query (path, "SELECT count (*) FROM tasks WHERE state = 0 OR ended IS NULL", "0");
  if (!job->is_partial)
    assert_query (path, "SELECT count (*) FROM tasks WHERE state = 3 AND done > 0", "0");
  if (!g_str_equal (job->prepared, FILLED))
    return;
  /* Two were there before it: an import and an assignment. */
  completed = query_sql (path, "SELECT count (*) FROM tasks WHERE id > 2 AND state IN (1, 2)");
  begun = query_sql (path, "SELECT count (*) FROM tasks WHERE id > 2");
  if (!is_done || g_str_equal (begun, "0"))
    g_assert_cmpstr (completed, ==, "0");
  else
    g_assert_cmpstr (completed, ==, "1");
}
