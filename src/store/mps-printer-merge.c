/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-merge.h"

/**
 * mps_printer_merge_may_become:
 * @from: where the printer stands
 * @to: what a fleet list says
 *
 * Returns: whether the list raises it or leaves it: what is managed stays so,
 *   and what is pending only becomes managed; it fails by an answer alone
 */
gboolean
mps_printer_merge_may_become (MpsManaged from, MpsManaged to)
{
  switch (from)
    {
    case MPS_MANAGED_MANAGED:
      return to == MPS_MANAGED_MANAGED;
    case MPS_MANAGED_PENDING:
      return to == MPS_MANAGED_PENDING || to == MPS_MANAGED_MANAGED;
    case MPS_MANAGED_NONE:
    case MPS_MANAGED_FAILED:
      return TRUE;
    }
  g_return_val_if_reached (FALSE);
}

/**
 * mps_printer_merge:
 * @merged: (out caller-allocates): what the printer becomes; its texts are borrowed from the
 *   other two, its ids of organization, contact and agent are those of @stored
 * @stored: what is stored, or a record with empty texts
 * @row: what the file says
 * @columns: which columns the file has beside serial number and model
 *
 * What a column of the file says is taken, and what it has no column for is left.
 */
void
mps_printer_merge (MpsPrinterRecord *merged, const MpsPrinterRecord *stored,
                   const MpsPrinterRecord *row, MpsImportColumns columns)
{
  *merged = *stored;
  merged->serial = row->serial;
  merged->model = row->model;
  if (columns & MPS_IMPORT_IP_ADDRESS)
    merged->ip_address = row->ip_address;
  if (columns & MPS_IMPORT_HOST_NAME)
    merged->host_name = row->host_name;
  if (columns & MPS_IMPORT_LOCATION)
    merged->location = row->location;
  if (columns & MPS_IMPORT_ASSET_TAG)
    merged->asset_tag = row->asset_tag;
  if (columns & MPS_IMPORT_FIRMWARE)
    merged->firmware = row->firmware;
  if (columns & MPS_IMPORT_AVERAGE_PAGES)
    merged->average_pages = row->average_pages;
  if (columns & MPS_IMPORT_MANAGED)
    merged->managed = row->managed;
  if (columns & MPS_IMPORT_COMMUNICATION)
    merged->communicating = row->communicating;
}

/**
 * mps_printer_merge_is_equal:
 * @a: a printer
 * @b: the same one, perhaps changed
 */
gboolean
mps_printer_merge_is_equal (const MpsPrinterRecord *a, const MpsPrinterRecord *b)
{
  return a->organization == b->organization && a->contact == b->contact && a->agent == b->agent
         && a->average_pages == b->average_pages && a->managed == b->managed
         && a->communicating == b->communicating && g_str_equal (a->model, b->model)
         && g_str_equal (a->ip_address, b->ip_address) && g_str_equal (a->host_name, b->host_name)
         && g_str_equal (a->location, b->location) && g_str_equal (a->asset_tag, b->asset_tag)
         && g_str_equal (a->firmware, b->firmware);
}
