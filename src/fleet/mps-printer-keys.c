/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-keys.h"

#include "mps-fleet-private.h"
#include "mps-row-sort.h"

#include <arpa/inet.h>
#include <string.h>

/* Addresses of IPv6 come after those of IPv4. */
#define IS_IPV6 (G_GUINT64_CONSTANT (1) << 63)

/**
 * mps_printer_keys_get_text:
 * @fleet: a fleet
 * @column: a column
 * @row: a printer
 *
 * Returns: (transfer none) (nullable): the text that orders @row in @column as
 *   strcmp() does; %NULL where mps_printer_keys_get() has a number for it
 */
const char *
mps_printer_keys_get_text (MpsFleet *fleet, MpsPrinterColumn column, guint32 row)
{
  if (column == MPS_PRINTER_COLUMN_SERIAL)
    return mps_fleet_get_serial (fleet, row);
  if (column == MPS_PRINTER_COLUMN_HOST_NAME)
    return mps_fleet_get_host_name (fleet, row);
  if (column == MPS_PRINTER_COLUMN_ASSET_TAG)
    return mps_fleet_get_asset_tag (fleet, row);
  return NULL;
}

/* As inet_pton() does, in a third of the time. */
static gboolean
parse_ipv4 (const char *text, guint64 *address)
{
  *address = 0;
  for (int part = 0; part < 4; part++, text++)
    {
      guint number = 0;
      const char *start = text;

      for (; g_ascii_isdigit (*text) && text < start + 3; text++)
        number = number * 10 + (*text - '0');
      if (text == start || number > 255 || *text != (part < 3 ? '.' : '\0'))
        return FALSE;
      *address = *address << 8 | number;
    }
  return TRUE;
}

static guint64
get_address_key (MpsFleet *fleet, guint32 row)
{
  const char *address = mps_fleet_get_ip_address (fleet, row);
  struct in6_addr ipv6;
  guint64 ipv4, high;

  if (parse_ipv4 (address, &ipv4))
    return ipv4;
  if (inet_pton (AF_INET6, address, &ipv6) != 1)
    return MPS_ROW_KEY_UNKNOWN;
  memcpy (&high, &ipv6, sizeof high);
  return IS_IPV6 | GUINT64_FROM_BE (high) >> 1;
}

/* What an IPv6 key has no room for: the lowest bit of the network, and the host. */
static int
compare_addresses (MpsFleet *fleet, guint32 a, guint32 b)
{
  struct in6_addr address_a = {}, address_b = {};

  inet_pton (AF_INET6, mps_fleet_get_ip_address (fleet, a), &address_a);
  inet_pton (AF_INET6, mps_fleet_get_ip_address (fleet, b), &address_b);
  return memcmp (&address_a, &address_b, sizeof address_a);
}

static void
get_rank_keys (const guint32 *ranks, const guint32 *numbers, const guint32 *rows, guint n_rows,
               guint64 *keys)
{
  for (guint i = 0; i < n_rows; i++)
    keys[i] = ranks[numbers[rows[i]]];
}

static guint64
get_contact_key (MpsFleet *fleet, guint32 row)
{
  gint64 id = fleet->printers.contact[row];
  guint32 contact = id ? mps_contact_table_find (&fleet->contacts, id) : MPS_NO_ROW;

  return contact == MPS_NO_ROW ? MPS_ROW_KEY_UNKNOWN
                               : mps_contact_table_get_name_key (&fleet->contacts, contact);
}

static guint64
get_number_key (MpsFleet *fleet, MpsPrinterColumn column, guint32 row)
{
  const MpsPrinterTable *table = &fleet->printers;

  if (column == MPS_PRINTER_COLUMN_MANAGED)
    return table->managed[row];
  if (column == MPS_PRINTER_COLUMN_COMMUNICATION)
    return !table->communicating[row];
  if (column == MPS_PRINTER_COLUMN_STATUS)
    return mps_status_mask_get_first (table->mask[row]) << 8 | table->mask[row];
  if (table->average_pages[row] == MPS_PAGES_UNKNOWN)
    return MPS_ROW_KEY_UNKNOWN;
  return (guint64) table->average_pages[row];
}

/**
 * mps_printer_keys_get:
 * @fleet: a fleet
 * @column: a column
 * @rows: (array length=n_rows): printers
 * @n_rows: how many
 * @keys: (out caller-allocates) (array length=n_rows): a number for each that
 *   orders it in @column: people's texts by collation, addresses and versions
 *   by number, what is not known last
 *
 * Returns: whether rows with equal keys may still differ, as
 *   mps_printer_keys_compare_texts() says
 */
gboolean
mps_printer_keys_get (MpsFleet *fleet, MpsPrinterColumn column, const guint32 *rows, guint n_rows,
                      guint64 *keys)
{
  MpsPrinterTable *table = &fleet->printers;

  switch (column)
    {
    case MPS_PRINTER_COLUMN_SERIAL:
    case MPS_PRINTER_COLUMN_HOST_NAME:
    case MPS_PRINTER_COLUMN_ASSET_TAG:
      for (guint i = 0; i < n_rows; i++)
        keys[i] = 0;
      return TRUE;
    case MPS_PRINTER_COLUMN_IP_ADDRESS:
      for (guint i = 0; i < n_rows; i++)
        keys[i] = get_address_key (fleet, rows[i]);
      return TRUE;
    case MPS_PRINTER_COLUMN_MODEL:
      get_rank_keys (mps_dictionary_get_ranks (&table->models), table->model, rows, n_rows, keys);
      return FALSE;
    case MPS_PRINTER_COLUMN_LOCATION:
      get_rank_keys (mps_dictionary_get_ranks (&table->locations), table->location, rows, n_rows,
                     keys);
      return FALSE;
    case MPS_PRINTER_COLUMN_FIRMWARE:
      get_rank_keys (mps_dictionary_get_ranks (&table->firmwares), table->firmware, rows, n_rows,
                     keys);
      return FALSE;
    case MPS_PRINTER_COLUMN_ORGANIZATION:
      get_rank_keys (mps_fleet_get_organization_ranks (fleet), table->organization, rows, n_rows,
                     keys);
      return FALSE;
    case MPS_PRINTER_COLUMN_AGENT:
      get_rank_keys (mps_fleet_get_agent_ranks (fleet), table->agent, rows, n_rows, keys);
      return FALSE;
    case MPS_PRINTER_COLUMN_AGENT_VERSION:
      get_rank_keys (mps_fleet_get_agent_version_ranks (fleet), table->agent, rows, n_rows, keys);
      return FALSE;
    case MPS_PRINTER_COLUMN_CONTACT:
      for (guint i = 0; i < n_rows; i++)
        keys[i] = get_contact_key (fleet, rows[i]);
      return FALSE;
    case MPS_PRINTER_COLUMN_AVERAGE_PAGES:
    case MPS_PRINTER_COLUMN_MANAGED:
    case MPS_PRINTER_COLUMN_COMMUNICATION:
    case MPS_PRINTER_COLUMN_STATUS:
      for (guint i = 0; i < n_rows; i++)
        keys[i] = get_number_key (fleet, column, rows[i]);
      return FALSE;
    }
  g_return_val_if_reached (FALSE);
}

/**
 * mps_printer_keys_compare_texts:
 * @fleet: a fleet
 * @column: a column of which mps_printer_keys_get() returned %TRUE
 * @a: a printer
 * @b: a printer with an equal key
 *
 * Returns: less than, equal to or more than zero
 */
int
mps_printer_keys_compare_texts (MpsFleet *fleet, MpsPrinterColumn column, guint32 a, guint32 b)
{
  if (column == MPS_PRINTER_COLUMN_IP_ADDRESS)
    return compare_addresses (fleet, a, b);
  return strcmp (mps_printer_keys_get_text (fleet, column, a),
                 mps_printer_keys_get_text (fleet, column, b));
}

static const char *
get_serial (gpointer user_data, guint32 row)
{
  return mps_fleet_get_serial (user_data, row);
}

static int
compare_serials (guint32 a, guint32 b, gpointer user_data)
{
  return strcmp (get_serial (user_data, a), get_serial (user_data, b));
}

/**
 * mps_printer_keys_sort_by_serial:
 * @fleet: a fleet
 * @rows: (inout) (array length=n_rows): printers, ascending; in the order of
 *   their serial numbers afterwards
 * @n_rows: how many
 */
void
mps_printer_keys_sort_by_serial (MpsFleet *fleet, guint32 *rows, guint n_rows)
{
  const MpsRowKeys keys = { get_serial, NULL, compare_serials };
  g_autoptr (MpsRowSort) sorting = mps_row_sort_new (rows, n_rows, FALSE, &keys, fleet);

  mps_row_sort_finish (sorting);
}
