/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-reader.h"

#include "fleet/mps-error.h"

struct _MpsPrinterReader {
  GObject parent_instance;

  MpsStore *store;
  gint64 printer;
  GCancellable *cancellable;
  MpsPrinterDetails *details; /* (nullable): those that were read last */
  GError *error;              /* (nullable): why they could not be read */
  gboolean reading;
  gboolean outdated; /* the store was changed while it was read */
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpsPrinterReader, mps_printer_reader, G_TYPE_OBJECT)

static void
take_details (MpsPrinterReader *self, MpsPrinterDetails *details)
{
  g_clear_pointer (&self->details, mps_printer_details_free);
  self->details = details;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsPrinterReader) self = user_data;
  g_autoptr (GError) error = NULL;
  MpsPrinterDetails *details = mps_store_get_printer_finish (MPS_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->reading = FALSE;
  g_clear_error (&self->error);
  if (details)
    take_details (self, details);
  else
    self->error = g_steal_pointer (&error);
  g_signal_emit (self, signals[CHANGED], 0);
  if (self->outdated)
    mps_printer_reader_read (self);
}

static gboolean
concerns (MpsPrinterReader *self, const MpsChanges *changes)
{
  if (changes->reload || changes->tasks || changes->history)
    return TRUE;
  for (guint i = 0; i < changes->printers->len; i++)
    if (((const MpsPrinterRecord *) changes->printers->pdata[i])->id == self->printer)
      return TRUE;
  return FALSE;
}

static void
on_store_changed (MpsPrinterReader *self, const MpsChanges *changes)
{
  if (concerns (self, changes))
    mps_printer_reader_read (self);
}

static void
mps_printer_reader_finalize (GObject *object)
{
  MpsPrinterReader *self = MPS_PRINTER_READER (object);

  g_clear_pointer (&self->details, mps_printer_details_free);
  g_clear_error (&self->error);
  g_object_unref (self->cancellable);
  g_object_unref (self->store);
  G_OBJECT_CLASS (mps_printer_reader_parent_class)->finalize (object);
}

static void
mps_printer_reader_class_init (MpsPrinterReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mps_printer_reader_finalize;
  signals[CHANGED] = g_signal_new ("changed", MPS_TYPE_PRINTER_READER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mps_printer_reader_init (MpsPrinterReader *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * mps_printer_reader_new:
 * @store: (transfer none): an open store
 * @printer: the id of a printer
 *
 * Follows the store from now on; what is there already is read on demand.
 *
 * Returns: (transfer full): a new reader
 */
MpsPrinterReader *
mps_printer_reader_new (MpsStore *store, gint64 printer)
{
  MpsPrinterReader *self;

  g_return_val_if_fail (MPS_IS_STORE (store), NULL);
  self = g_object_new (MPS_TYPE_PRINTER_READER, NULL);
  self->store = g_object_ref (store);
  self->printer = printer;
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * mps_printer_reader_read:
 * @self: a reader
 *
 * Reads the details. What changes while they are read is read afterwards,
 * however many changes there were.
 */
void
mps_printer_reader_read (MpsPrinterReader *self)
{
  g_return_if_fail (MPS_IS_PRINTER_READER (self));
  self->outdated = self->reading;
  if (self->reading || g_cancellable_is_cancelled (self->cancellable))
    return;
  self->reading = TRUE;
  mps_store_get_printer_async (self->store, self->printer, self->cancellable, on_read,
                               g_object_ref (self));
}

/**
 * mps_printer_reader_stop:
 * @self: a reader
 *
 * Reads no more.
 */
void
mps_printer_reader_stop (MpsPrinterReader *self)
{
  g_return_if_fail (MPS_IS_PRINTER_READER (self));
  g_cancellable_cancel (self->cancellable);
}

/**
 * mps_printer_reader_get_details:
 * @self: a reader
 *
 * Returns: (transfer none) (nullable): the details, until they change; %NULL
 *   as long as they were not read
 */
const MpsPrinterDetails *
mps_printer_reader_get_details (MpsPrinterReader *self)
{
  g_return_val_if_fail (MPS_IS_PRINTER_READER (self), NULL);
  return self->details;
}

/**
 * mps_printer_reader_get_error:
 * @self: a reader
 *
 * Returns: (transfer none) (nullable): why the details could not be read the
 *   last time; that the printer is gone is none, since the fleet says so
 */
const GError *
mps_printer_reader_get_error (MpsPrinterReader *self)
{
  g_return_val_if_fail (MPS_IS_PRINTER_READER (self), NULL);
  if (g_error_matches (self->error, MPS_ERROR, MPS_ERROR_UNKNOWN_SERIAL))
    return NULL;
  return self->error;
}
