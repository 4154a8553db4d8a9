/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-import-checker.h"

struct _MpsImportChecker {
  GObject parent_instance;

  MpsStore *store;
  gint64 organization;
  MpsContactsFile *file;
  GCancellable *cancellable; /* of the check that runs; NULL when none does */
};

static guint checked_signal;

G_DEFINE_FINAL_TYPE (MpsImportChecker, mps_import_checker, G_TYPE_OBJECT)

/* What was cancelled was overtaken by another check, or is not waited for any more. */
static void
on_checked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsImportChecker) self = user_data;
  g_autoptr (MpsContactsReport) report = NULL;
  g_autoptr (GError) error = NULL;

  report = mps_contacts_import_finish (MPS_STORE (source), result, &error);
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  g_signal_emit (self, checked_signal, 0, error);
}

static void
check (MpsImportChecker *self)
{
  mps_import_checker_stop (self);
  self->cancellable = g_cancellable_new ();
  mps_contacts_import_async (self->store, self->organization, self->file, TRUE, NULL,
                             self->cancellable, on_checked, g_object_ref (self));
}

static void
mps_import_checker_dispose (GObject *object)
{
  MpsImportChecker *self = MPS_IMPORT_CHECKER (object);

  mps_import_checker_stop (self);
  g_clear_object (&self->store);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (mps_import_checker_parent_class)->dispose (object);
}

static void
mps_import_checker_class_init (MpsImportCheckerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mps_import_checker_dispose;
  checked_signal = g_signal_new ("checked", MPS_TYPE_IMPORT_CHECKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
mps_import_checker_init (MpsImportChecker *self)
{
}

/**
 * mps_import_checker_new:
 * @store: where the contacts would go
 * @organization: whose they would become
 * @file: what is checked, at once and after each of its corrections
 *
 * Returns: (transfer full): a new checker, which has begun
 */
MpsImportChecker *
mps_import_checker_new (MpsStore *store, gint64 organization, MpsContactsFile *file)
{
  MpsImportChecker *self = g_object_new (MPS_TYPE_IMPORT_CHECKER, NULL);

  g_return_val_if_fail (MPS_IS_STORE (store), NULL);
  g_return_val_if_fail (MPS_IS_CONTACTS_FILE (file), NULL);
  self->store = g_object_ref (store);
  self->organization = organization;
  self->file = g_object_ref (file);
  g_signal_connect_object (file, "changed", G_CALLBACK (check), self, G_CONNECT_SWAPPED);
  check (self);
  return self;
}

/**
 * mps_import_checker_stop:
 * @self: a checker
 *
 * Stops the check that runs, since nobody waits for it any more.
 */
void
mps_import_checker_stop (MpsImportChecker *self)
{
  g_return_if_fail (MPS_IS_IMPORT_CHECKER (self));
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/**
 * mps_import_checker_get_busy:
 * @self: a checker
 *
 * Returns: whether a check runs
 */
gboolean
mps_import_checker_get_busy (MpsImportChecker *self)
{
  g_return_val_if_fail (MPS_IS_IMPORT_CHECKER (self), FALSE);
  return self->cancellable != NULL;
}
