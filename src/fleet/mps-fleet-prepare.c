/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-dictionary-order.h"
#include "mps-fleet-private.h"
#include "mps-printer-keys.h"

/* To rank and fold more texts than this takes longer than whoever opens a fleet wants to wait. */
#define FEW_TEXTS 20000

static guint32 *
order_by_serial (MpsFleet *self)
{
  const guint n_rows = mps_fleet_get_n_rows (self);
  guint32 *rows = g_new (guint32, n_rows);

  for (guint i = 0; i < n_rows; i++)
    rows[i] = i;
  mps_printer_keys_sort_by_serial (self, rows, n_rows);
  return rows;
}

static void
order_texts (MpsDictionary *dictionary)
{
  g_autoptr (MpsDictionaryOrder) order = NULL;

  if (mps_dictionary_get_n (dictionary) > FEW_TEXTS)
    return;
  order = mps_dictionary_order_new (dictionary);
  mps_dictionary_order_make (order);
  mps_dictionary_take_order (dictionary, order);
}

/**
 * mps_fleet_prepare:
 * @self: a fleet that is complete and that nobody sees yet
 *
 * Finds out now what else would be found out when somebody asks for it first:
 * how many printers contacts have, the order of serial numbers and that of
 * names. On the thread that filled @self.
 */
void
mps_fleet_prepare (MpsFleet *self)
{
  g_return_if_fail (MPS_IS_FLEET (self));
  mps_fleet_count_contact_printers (self);
  order_texts (&self->contacts.names);
  order_texts (&self->printers.models);
  order_texts (&self->printers.locations);
  order_texts (&self->printers.firmwares);
  g_free (self->serial_order);
  self->serial_order = order_by_serial (self);
}

guint32 *
mps_fleet_steal_serial_order (MpsFleet *self)
{
  return g_steal_pointer (&self->serial_order);
}
