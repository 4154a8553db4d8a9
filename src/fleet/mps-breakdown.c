/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-breakdown.h"

#include "mps-fleet-private.h"
#include "mps-printer-keys.h"

#include <string.h>

#define N_MASKS 256

struct _MpsBreakdown {
  guint n_selected;
  guint counts[MPS_N_STATUSES];
  guint32 *rows[MPS_N_STATUSES]; /* each has its part of the buffer */
  guint32 *buffer;
};

static void
count_masks (const MpsPrinterTable *table, const guint32 *rows, guint n_rows, guint *histogram)
{
  for (guint i = 0; i < n_rows; i++)
    {
      guint32 row = rows ? rows[i] : i;

      histogram[table->mask[row]] += table->alive[row];
    }
}

static void
count_statuses (MpsBreakdown *self, const guint histogram[N_MASKS])
{
  for (guint mask = 0; mask < N_MASKS; mask++)
    {
      self->n_selected += histogram[mask];
      for (int status = 0; status < MPS_N_STATUSES; status++)
        if (mps_status_mask_has (mask, status))
          self->counts[status] += histogram[mask];
    }
}

static void
divide_buffer (MpsBreakdown *self)
{
  gsize length = 0;

  for (int status = 0; status < MPS_N_STATUSES; status++)
    length += self->counts[status];
  self->buffer = g_new (guint32, length + 1);
  length = 0;
  for (int status = 0; status < MPS_N_STATUSES; status++)
    {
      self->rows[status] = self->buffer + length;
      length += self->counts[status];
    }
}

static void
deal_row (guint32 *ends[MPS_N_STATUSES], MpsStatusMask mask, guint32 row)
{
  MpsStatusMask rest = mask;

  if (mask == 0)
    *ends[MPS_STATUS_ELIGIBLE]++ = row;
  for (; rest != 0; rest &= rest - 1)
    *ends[mps_status_mask_get_first (rest)]++ = row;
}

static void
deal_rows (MpsBreakdown *self, const MpsPrinterTable *table, const guint32 *rows, guint n_rows)
{
  guint32 *ends[MPS_N_STATUSES];

  memcpy (ends, self->rows, sizeof ends);
  for (guint i = 0; i < n_rows; i++)
    {
      guint32 row = rows ? rows[i] : i;

      if (table->alive[row])
        deal_row (ends, table->mask[row], row);
    }
}

/**
 * mps_breakdown_new:
 * @fleet: a fleet
 * @rows: (nullable) (array length=n_rows): the selected printers, or %NULL for all
 * @n_rows: how many; of no account when @rows is %NULL
 *
 * Returns: (transfer full): how many of them have each status, and which; it
 *   is a picture of the moment
 */
MpsBreakdown *
mps_breakdown_new (MpsFleet *fleet, const guint32 *rows, guint n_rows)
{
  MpsBreakdown *self;
  guint histogram[N_MASKS] = { 0 };
  guint n;

  g_return_val_if_fail (MPS_IS_FLEET (fleet), NULL);

  self = g_new0 (MpsBreakdown, 1);
  n = rows ? n_rows : mps_fleet_get_n_rows (fleet);
  count_masks (&fleet->printers, rows, n, histogram);
  count_statuses (self, histogram);
  divide_buffer (self);
  deal_rows (self, &fleet->printers, rows, n);
  return self;
}

void
mps_breakdown_free (MpsBreakdown *self)
{
  g_free (self->buffer);
  g_free (self);
}

/**
 * mps_breakdown_get_n_selected:
 * @self: a breakdown
 *
 * Returns: how many printers it is of; each counts once
 */
guint
mps_breakdown_get_n_selected (MpsBreakdown *self)
{
  return self->n_selected;
}

guint
mps_breakdown_get_count (MpsBreakdown *self, MpsStatus status)
{
  g_return_val_if_fail (status < MPS_N_STATUSES, 0);
  return self->counts[status];
}

/**
 * mps_breakdown_get_rows:
 * @self: a breakdown
 * @status: a status
 *
 * Returns: (transfer none): the printers that have @status, as many as
 *   mps_breakdown_get_count() says, in the order in which they were selected
 */
const guint32 *
mps_breakdown_get_rows (MpsBreakdown *self, MpsStatus status)
{
  g_return_val_if_fail (status < MPS_N_STATUSES, NULL);
  return self->rows[status];
}

/**
 * mps_breakdown_sort_by_serial:
 * @self: a breakdown
 * @fleet: the fleet it is of, unchanged since
 *
 * Puts the printers of each status into the order of their serial numbers.
 */
void
mps_breakdown_sort_by_serial (MpsBreakdown *self, MpsFleet *fleet)
{
  for (int status = 0; status < MPS_N_STATUSES; status++)
    mps_printer_keys_sort_by_serial (fleet, self->rows[status], self->counts[status]);
}
