/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-sample-steps.h"

#include "mps-contacts-import.h"
#include "mps-csv-reader.h"
#include "mps-fleet-file.h"

#include "exchange/mps-sample-resources.h"
#include "store/mps-store-organizations.h"
#include "store/mps-store-printers.h"

#define FOLDER "/io/github/mpsdesk/MpsDesk/sample/"

/* Beside them there is the empty organization of a new database, which is not entitled. */
static const struct {
  const char *name;
  const char *contacts;
} organizations[] = {
  { "サンプル東日本", "sample-contacts-east.csv" },
  { "サンプル西日本", "sample-contacts-west.csv" },
};

typedef struct {
  MpsStore *store;
  gint64 organizations[G_N_ELEMENTS (organizations)];
  GHashTable *assignments; /* owned: e-mail address → GPtrArray of serial numbers */
  MpsProgress *progress;
  GCancellable *cancellable;
  guint done;
  guint total;
} Steps;

static gboolean
finish_step (Steps *self, GError **error)
{
  if (self->progress)
    mps_progress_report (self->progress, ++self->done, self->total);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static void
on_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **slot = user_data;

  *slot = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (g_main_context_get_thread_default (), TRUE);
}

static GFile *
get_file (const char *name)
{
  g_autofree char *uri = g_strconcat ("resource://" FOLDER, name, NULL);

  return g_file_new_for_uri (uri);
}

static gboolean
open_store (Steps *self, const char *path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mps_store_open_async (path, MPS_STORE_OPEN_EXISTING, self->cancellable, on_ready, &result);
  wait_for (&result);
  self->store = mps_store_open_finish (result, error);
  return self->store != NULL && finish_step (self, error);
}

static gboolean
add_organization (Steps *self, guint index, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsOrganizationRecord) organization = NULL;

  mps_store_add_organization_async (self->store, organizations[index].name, 0, self->cancellable,
                                    on_ready, &result);
  wait_for (&result);
  organization = mps_store_add_organization_finish (self->store, result, error);
  if (organization == NULL)
    return FALSE;
  self->organizations[index] = organization->id;
  return finish_step (self, error);
}

static gboolean
entitle (Steps *self, guint index, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mps_store_entitle_async (self->store, self->organizations[index], organizations[index].name,
                           self->cancellable, on_ready, &result);
  wait_for (&result);
  return mps_store_entitle_finish (self->store, result, error) && finish_step (self, error);
}

/* Its rows name their organizations. */
static gboolean
import_printers (Steps *self, GError **error)
{
  g_autoptr (GFile) file = get_file ("sample-fleet.csv");
  g_autoptr (MpsFleetFile) source = mps_fleet_file_new (file, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsPrinterImport) import = NULL;

  mps_store_import_printers_async (self->store, self->organizations[0], MPS_PRINTER_SOURCE (source),
                                   "sample-fleet.csv", NULL, self->cancellable, on_ready, &result);
  wait_for (&result);
  import = mps_store_import_printers_finish (self->store, result, error);
  return import != NULL && finish_step (self, error);
}

static MpsContactsFile *
load_contacts (Steps *self, const char *name, GError **error)
{
  g_autoptr (GFile) file = get_file (name);

  return mps_contacts_file_load (file, NULL, self->cancellable, error);
}

static gboolean
import_contacts (Steps *self, guint index, GError **error)
{
  g_autoptr (MpsContactsFile) file = load_contacts (self, organizations[index].contacts, error);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsContactsReport) report = NULL;

  if (file == NULL)
    return FALSE;
  mps_contacts_import_async (self->store, self->organizations[index], file, FALSE, NULL,
                             self->cancellable, on_ready, &result);
  wait_for (&result);
  report = mps_contacts_import_finish (self->store, result, error);
  return report != NULL && finish_step (self, error);
}

static gboolean
assign (Steps *self, gint64 contact, gint64 organization, GPtrArray *serials, GError **error)
{
  MpsTargets *targets = mps_targets_new_serials ((const char *const *) serials->pdata);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsTask) task = NULL;

  mps_store_assign_contact_async (self->store, organization, contact, targets, NULL,
                                  self->cancellable, on_ready, &result);
  wait_for (&result);
  task = mps_store_assign_contact_finish (self->store, result, error);
  return task != NULL && finish_step (self, error);
}

static MpsFleet *
load_fleet (Steps *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mps_store_load_fleet_async (self->store, self->cancellable, on_ready, &result);
  wait_for (&result);
  return mps_store_load_fleet_finish (self->store, result, error);
}

static gboolean
assign_contacts (Steps *self, GError **error)
{
  g_autoptr (MpsFleet) fleet = load_fleet (self, error);

  for (guint32 row = 0; fleet && row < mps_fleet_get_n_contact_rows (fleet); row++)
    {
      const char *email = mps_fleet_get_contact_field (fleet, row, MPS_CONTACT_EMAIL);
      GPtrArray *serials = g_hash_table_lookup (self->assignments, email);

      if (serials
          && !assign (self, mps_fleet_get_contact_id (fleet, row),
                      mps_fleet_get_contact_organization (fleet, row), serials, error))
        return FALSE;
    }
  return fleet != NULL;
}

static void
add_assignment (GHashTable *assignments, const char *email, const char *serial)
{
  GPtrArray *serials = g_hash_table_lookup (assignments, email);

  if (serials == NULL)
    {
      serials = g_ptr_array_new_null_terminated (32, g_free, TRUE);
      g_hash_table_insert (assignments, g_strdup (email), serials);
    }
  g_ptr_array_add (serials, g_strdup (serial));
}

static GHashTable *
read_assignments (void)
{
  g_autoptr (GBytes) bytes
      = g_resource_lookup_data (mps_sample_get_resource (), FOLDER "sample-assignments.csv",
                                G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (MpsCsvReader) reader = mps_csv_reader_new (',');
  GHashTable *assignments
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  const MpsCsvRow *row;

  mps_csv_reader_feed (reader, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  mps_csv_reader_end (reader, NULL);
  while ((row = mps_csv_reader_next (reader)))
    if (row->n_cells == 2 && row->line > 1)
      add_assignment (assignments, row->cells[0], row->cells[1]);
  return assignments;
}

static gboolean
for_each_organization (Steps *self, gboolean (*step) (Steps *self, guint index, GError **error),
                       GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (organizations); i++)
    if (!step (self, i, error))
      return FALSE;
  return TRUE;
}

/* The printers first: of a database in which something was agreed already, an import makes a
 * backup. */
static gboolean
fill (Steps *self, GError **error)
{
  return for_each_organization (self, add_organization, error) && import_printers (self, error)
         && for_each_organization (self, import_contacts, error)
         && for_each_organization (self, entitle, error) && assign_contacts (self, error);
}

/**
 * mps_sample_steps_take:
 * @path: a new database
 * @progress: (nullable): told of every step
 * @cancellable: (nullable): a cancellable
 * @error: why it can't be filled; it is then not complete
 *
 * Fills the database as a person would: organizations that are
 * entitled, printers and contacts imported, and contacts assigned, though not
 * to all. Runs the thread-default main context, which is not to be that of a
 * window.
 *
 * Returns: whether it is complete, and closed
 */
gboolean
mps_sample_steps_take (const char *path, MpsProgress *progress, GCancellable *cancellable,
                       GError **error)
{
  Steps self = { .progress = progress, .cancellable = cancellable };
  gboolean done;

  self.assignments = read_assignments ();
  self.total = 2 + 3 * G_N_ELEMENTS (organizations) + g_hash_table_size (self.assignments);
  done = open_store (&self, path, error) && fill (&self, error);
  if (self.store)
    mps_store_close (self.store);
  g_clear_object (&self.store);
  g_hash_table_unref (self.assignments);
  return done;
}
