/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture-backup.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#define N_WRITERS 2
#define SECONDS 60
#define SECONDS_QUICK 3

/* What one process was told that it has done. */
typedef struct {
  guint contacts;
  guint printers;
  guint assigned;
  guint unenrolled;
} Told;

/* A contact, three printers that are assigned to it, and one of them unenrolled again. */
static void
write_once (MpsStore *store, const char *name, guint i, Told *told)
{
  g_autofree char *contact_name = g_strdup_printf ("%s%u", name, i);
  g_autofree char *list = g_strdup_printf ("serial|model|agent\n%sA%u|X|%s\n%sB%u|X|%s\n%sC%u|X|%s",
                                           name, i, name, name, i, name, name, i, name);
  g_autofree char *serials = g_strdup_printf ("%sA%u %sB%u", name, i, name, i);
  g_autofree char *last = g_strdup_printf ("%sC%u", name, i);
  g_autoptr (MpsPrinterImport) import = NULL;
  g_autoptr (MpsTask) assigned = NULL;
  g_autoptr (MpsTask) unenrolled = NULL;
  g_autoptr (GError) error = NULL;
  gint64 contact = add_contact (store, contact_name);

  told->contacts++;
  import = import_list (store, list);
  told->printers += import->created;
  assigned = assign (store, contact, serials, &error);
  g_assert_no_error (error);
  told->assigned += mps_task_get_done (assigned);
  unenrolled = unenroll (store, last, &error);
  g_assert_no_error (error);
  told->unenrolled += mps_task_get_done (unenrolled);
}

/* Run in a process of its own: writes for a while, and prints what it was told. */
static int
write_for (const char *path, const char *name, int seconds)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsStore) store = open_store (path, MPS_STORE_OPEN_EXISTING, &error);
  gint64 end = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;
  Told told = { 0 };

  g_assert_no_error (error);
  for (guint i = 0; g_get_monotonic_time () < end; i++)
    write_once (store, name, i, &told);
  mps_store_close (store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_print ("%u %u %u %u\n", told.contacts, told.printers, told.assigned, told.unenrolled);
  return EXIT_SUCCESS;
}

static GSubprocess *
begin_writer (const char *path, guint number, int seconds)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *self = g_file_read_link ("/proc/self/exe", &error);
  g_autofree char *name = g_strdup_printf ("P%u", number);
  g_autofree char *duration = g_strdup_printf ("%d", seconds);
  GSubprocess *child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self, "--write",
                                         path, name, duration, NULL);

  g_assert_no_error (error);
  return child;
}

static void
end_writer (GSubprocess *child, Told *sum)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL;
  Told told = { 0 };

  g_subprocess_communicate_utf8 (child, NULL, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (child), ==, EXIT_SUCCESS);
  g_assert_cmpint (
      sscanf (out, "%u %u %u %u", &told.contacts, &told.printers, &told.assigned, &told.unenrolled),
      ==, 4);
  sum->contacts += told.contacts;
  sum->printers += told.printers;
  sum->assigned += told.assigned;
  sum->unenrolled += told.unenrolled;
}

/* Meanwhile a third one makes backups, each of which is whole. */
static guint
back_up_for (Fixture *self, int seconds)
{
  g_autofree char *target = g_build_filename (self->folder, "saved.db", NULL);
  gint64 end = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;
  guint n = 0;

  for (; g_get_monotonic_time () < end; n++)
    {
      g_autofree char *tasks = g_strconcat (target, "-tasks", NULL);
      g_autoptr (GError) error = NULL;

      g_assert_true (save_backup (self->path, target, &error));
      g_assert_no_error (error);
      assert_sound (target);
      g_unlink (tasks);
    }
  return n;
}

static void
assert_count (Fixture *self, const char *sql, guint expected)
{
  g_autofree char *found = query_sql (self->path, sql);

  g_assert_cmpuint (g_ascii_strtoull (found, NULL, 10), ==, expected);
}

static void
assert_nothing_lost (Fixture *self, const Told *told)
{
  assert_count (self, "SELECT count (*) FROM contacts", told->contacts);
  assert_count (self, "SELECT count (*) FROM printers", told->printers - told->unenrolled);
  assert_count (self, "SELECT count (contact) FROM printers", told->assigned);
  /* An import, an assignment and an unenrolment for each contact. */
  assert_count (self, "SELECT count (*) FROM tasks WHERE state = 1", 3 * told->contacts);
  assert_count (self, "SELECT count (*) FROM tasks WHERE state <> 1", 0);
  assert_count (self, "SELECT count (*) FROM agents", N_WRITERS);
}

static void
test_two_processes (Fixture *self, gconstpointer data)
{
  const int seconds = g_test_slow () ? SECONDS : SECONDS_QUICK;
  g_autoptr (MpsFleet) fleet = load_fleet (self->store);
  g_autoptr (GPtrArray) writers = g_ptr_array_new_with_free_func (g_object_unref);
  Told told = { 0 };
  guint n_backups;

  for (guint i = 0; i < N_WRITERS; i++)
    g_ptr_array_add (writers, begin_writer (self->path, i, seconds));
  n_backups = back_up_for (self, seconds);
  for (guint i = 0; i < writers->len; i++)
    end_writer (writers->pdata[i], &told);
  g_test_message ("In %d s: %u contacts, %u printers, %u assigned, %u unenrolled, %u backups",
                  seconds, told.contacts, told.printers, told.assigned, told.unenrolled, n_backups);
  g_assert_cmpuint (told.contacts, >, 0);
  assert_nothing_lost (self, &told);
  /* The picture of somebody who only looked on comes to the same. */
  while (mps_fleet_get_n_printers (fleet) != told.printers - told.unenrolled)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&fleet);
  fixture_close (self);
  assert_sound (self->path);
}

int
main (int argc, char **argv)
{
  if (argc == 5 && g_str_equal (argv[1], "--write"))
    return write_for (argv[2], argv[3], atoi (argv[4]));
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/writers/two-processes", test_two_processes);
  return g_test_run ();
}
