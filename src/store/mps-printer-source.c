/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-store-printers.h"

G_DEFINE_INTERFACE (MpsPrinterSource, mps_printer_source, G_TYPE_OBJECT)

static void
mps_printer_source_default_init (MpsPrinterSourceInterface *iface)
{
}

/**
 * mps_printer_source_open:
 * @self: a source
 * @columns: (out): the columns that it has beside serial number and model
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #GError: a refusal of the whole file
 *
 * Reads the start, unless it was read already. Any thread, as all of the
 * source; one at a time.
 */
gboolean
mps_printer_source_open (MpsPrinterSource *self, MpsImportColumns *columns,
                         GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (MPS_IS_PRINTER_SOURCE (self), FALSE);

  return MPS_PRINTER_SOURCE_GET_IFACE (self)->open (self, columns, cancellable, error);
}

/**
 * mps_printer_source_next:
 * @self: a source that is open
 * @problems: (element-type MpsProblem): takes what is wrong with the rows that are skipped
 * @error: return location for a #GError: why it can't be read on
 *
 * Returns: (transfer none) (nullable): the next good row, until the next call; %NULL at the end
 */
const MpsPrinterRow *
mps_printer_source_next (MpsPrinterSource *self, GPtrArray *problems, GError **error)
{
  g_return_val_if_fail (MPS_IS_PRINTER_SOURCE (self), NULL);

  return MPS_PRINTER_SOURCE_GET_IFACE (self)->next (self, problems, error);
}

guint
mps_printer_source_get_n_rows (MpsPrinterSource *self)
{
  g_return_val_if_fail (MPS_IS_PRINTER_SOURCE (self), 0);

  return MPS_PRINTER_SOURCE_GET_IFACE (self)->get_n_rows (self);
}

void
mps_printer_source_get_position (MpsPrinterSource *self, guint64 *done, guint64 *total)
{
  g_return_if_fail (MPS_IS_PRINTER_SOURCE (self));

  MPS_PRINTER_SOURCE_GET_IFACE (self)->get_position (self, done, total);
}
