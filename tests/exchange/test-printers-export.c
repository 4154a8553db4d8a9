/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "../fleet/fixture.h"
#include "exchange/mps-printers-export.h"

#include <glib/gstdio.h>

#define N_PRINTERS 40000 /* more than a slice, however fast the machine */

static const MpsPrinterColumn columns[]
    = { MPS_PRINTER_COLUMN_SERIAL, MPS_PRINTER_COLUMN_MODEL, MPS_PRINTER_COLUMN_STATUS };

typedef struct {
  char *folder;
  GFile *file;
  MpsFleet *fleet;
  guint32 rows[N_PRINTERS]; /* the last one first */
  GCancellable *cancellable;
  MpsProgress *progress;
  gboolean is_done;
  guint n_written;
  GError *error;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("mps-export-XXXXXX", NULL);
  path = g_build_filename (self->folder, "printers.csv", NULL);
  self->file = g_file_new_for_path (path);
  self->fleet = make_fleet (N_PRINTERS);
  self->cancellable = g_cancellable_new ();
  self->progress = mps_progress_new ();
  for (guint i = 0; i < N_PRINTERS; i++)
    self->rows[i] = N_PRINTERS - 1 - i;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_file_delete (self->file, NULL, NULL);
  g_assert_no_errno (g_rmdir (self->folder));
  g_free (self->folder);
  g_object_unref (self->file);
  g_clear_error (&self->error);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->fleet);
  g_object_unref (self->cancellable);
  g_object_unref (self->progress);
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *self = user_data;

  mps_printers_export_finish (result, &self->n_written, &self->error);
  self->is_done = TRUE;
}

static void
begin (Fixture *self)
{
  mps_printers_export_async (self->fleet, self->rows, N_PRINTERS, columns, G_N_ELEMENTS (columns),
                             MPS_CSV_SAFE, self->file, self->progress, self->cancellable,
                             on_exported, self);
}

static void
wait_for_end (Fixture *self)
{
  while (!self->is_done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_same (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) expected = mps_printers_export (self->fleet, self->rows, N_PRINTERS, columns,
                                                     G_N_ELEMENTS (columns), MPS_CSV_SAFE);
  g_autoptr (GBytes) found = NULL;

  begin (self);
  wait_for_end (self);
  g_assert_no_error (self->error);
  g_assert_cmpuint (self->n_written, ==, N_PRINTERS);
  found = g_file_load_bytes (self->file, NULL, NULL, NULL);
  g_assert_cmpmem (g_bytes_get_data (found, NULL), g_bytes_get_size (found),
                   g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

/* The main loop turns meanwhile, and what it does to the fleet harms nothing. */
static void
test_changes_meanwhile (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  begin (self);
  g_main_context_iteration (NULL, FALSE);
  g_assert_false (self->is_done);
  for (gint64 id = 1; id <= 10; id++)
    remove_printer (self->fleet, id);
  wait_for_end (self);
  g_assert_no_error (self->error);
  g_assert_cmpuint (self->n_written, ==, N_PRINTERS - 10);
  g_assert_true (g_file_load_contents (self->file, NULL, &text, NULL, NULL, NULL));
  g_assert_null (strstr (text, "S0010"));
  g_assert_nonnull (strstr (text, "S0011"));
}

static void
test_canceled (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  g_file_replace_contents (self->file, "before", 6, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                           NULL);
  begin (self);
  g_cancellable_cancel (self->cancellable);
  wait_for_end (self);
  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_load_contents (self->file, NULL, &text, NULL, NULL, NULL));
  g_assert_cmpstr (text, ==, "before");
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/printers-export/same", test_same);
  add ("/printers-export/changes-meanwhile", test_changes_meanwhile);
  add ("/printers-export/canceled", test_canceled);
  return g_test_run ();
}
