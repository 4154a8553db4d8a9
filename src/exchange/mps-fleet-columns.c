/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-fleet-columns.h"

#include "fleet/mps-text.h"
#include "mps-csv-header.h"

#include <glib/gi18n.h>

static const struct {
  const char *id;
  const char *header;
  const char *japanese;
  MpsImportColumns flag;
} words[MPS_N_FLEET_COLUMNS] = {
  [MPS_FLEET_SERIAL] = { "serial", N_ ("Serial number"), "シリアル番号", 0 },
  [MPS_FLEET_MODEL] = { "model", N_ ("Model"), "機種", 0 },
  [MPS_FLEET_ORGANIZATION]
  = { "organization", N_ ("Organization"), "会社", MPS_IMPORT_ORGANIZATION },
  [MPS_FLEET_IP_ADDRESS]
  = { "ip_address", N_ ("IP address"), "IP アドレス", MPS_IMPORT_IP_ADDRESS },
  [MPS_FLEET_HOST_NAME] = { "host_name", N_ ("Host name"), "ホスト名", MPS_IMPORT_HOST_NAME },
  [MPS_FLEET_LOCATION] = { "location", N_ ("Location"), "設置場所", MPS_IMPORT_LOCATION },
  [MPS_FLEET_ASSET_TAG] = { "asset_tag", N_ ("Asset tag"), "資産タグ", MPS_IMPORT_ASSET_TAG },
  [MPS_FLEET_FIRMWARE] = { "firmware", N_ ("Firmware"), "ファームウェア", MPS_IMPORT_FIRMWARE },
  [MPS_FLEET_AVERAGE_PAGES]
  = { "average_pages", N_ ("Average monthly pages"), "平均印字ページ数", MPS_IMPORT_AVERAGE_PAGES },
  [MPS_FLEET_MANAGED]
  = { "managed", N_ ("Lexmark Managed"), "Lexmark マネージド", MPS_IMPORT_MANAGED },
  [MPS_FLEET_AGENT] = { "agent", N_ ("Agent"), "エージェント", MPS_IMPORT_AGENT },
  [MPS_FLEET_AGENT_KIND]
  = { "agent_kind", N_ ("Agent kind"), "エージェントの種類", MPS_IMPORT_AGENT_KIND },
  [MPS_FLEET_AGENT_VERSION]
  = { "agent_version", N_ ("Agent version"), "エージェントのバージョン", MPS_IMPORT_AGENT_VERSION },
  [MPS_FLEET_COMMUNICATION]
  = { "communicating", N_ ("Communication"), "通信状態", MPS_IMPORT_COMMUNICATION },
};

const char *
mps_fleet_column_get_id (MpsFleetColumn column)
{
  g_return_val_if_fail (column < MPS_N_FLEET_COLUMNS, NULL);
  return words[column].id;
}

const char *
mps_fleet_column_get_header (MpsFleetColumn column)
{
  g_return_val_if_fail (column < MPS_N_FLEET_COLUMNS, NULL);
  return words[column].header;
}

MpsImportColumns
mps_fleet_column_get_flag (MpsFleetColumn column)
{
  g_return_val_if_fail (column < MPS_N_FLEET_COLUMNS, 0);
  return words[column].flag;
}

/**
 * mps_fleet_column_from_id:
 * @id: a name in JSON
 *
 * Returns: the column, or -1
 */
int
mps_fleet_column_from_id (const char *id)
{
  for (int i = 0; i < MPS_N_FLEET_COLUMNS; i++)
    if (g_str_equal (words[i].id, id))
      return i;
  return -1;
}

/* The translated header is the one that an export writes. */
static int
find_column (const char *header)
{
  g_autofree char *folded = mps_csv_header_fold (header);

  for (int i = 0; i < MPS_N_FLEET_COLUMNS; i++)
    if (mps_csv_header_matches (folded, words[i].header, words[i].japanese)
        || mps_csv_header_matches (folded, _ (words[i].header), words[i].japanese))
      return i;
  return -1;
}

static gboolean
place_column (MpsFleetHeader *header, int column, guint cell, GError **error)
{
  if (header->places[column] >= 0)
    {
      g_set_error (
          error, MPS_ERROR, MPS_ERROR_WRONG_COLUMNS,
          _ ("The column “%s” (%s) is there twice: as column %d and as column %u. Take one "
             "of them out."),
          words[column].header, words[column].japanese, header->places[column] + 1, cell + 1);
      return FALSE;
    }
  header->places[column] = (int) cell;
  header->columns |= words[column].flag;
  return TRUE;
}

static gboolean
check_required (const MpsFleetHeader *header, const char *const *cells, guint n_cells,
                GError **error)
{
  g_autoptr (GPtrArray) problems = mps_problems_new ();
  g_autofree char *found = mps_csv_header_dup_list (cells, n_cells);
  const MpsProblem *first;

  for (int i = MPS_FLEET_SERIAL; i <= MPS_FLEET_MODEL; i++)
    if (header->places[i] < 0)
      g_ptr_array_add (problems,
                       mps_problem_new (1, words[i].header, "wrong-columns",
                                        _ ("The column “%s” (%s) is missing. The file has these "
                                           "columns: %s."),
                                        words[i].header, words[i].japanese, found));
  if (problems->len == 0)
    return TRUE;
  first = g_ptr_array_index (problems, 0);
  g_propagate_error (
      error, mps_error_new_with_problems (MPS_ERROR_WRONG_COLUMNS, problems, "%s", first->reason));
  return FALSE;
}

/**
 * mps_fleet_header_read:
 * @header: (out caller-allocates): how the file's rows are to be read
 * @cells: (array length=n_cells): the first row
 * @n_cells: how many
 * @error: %MPS_ERROR_WRONG_COLUMNS
 *
 * Returns: %FALSE if a required column is missing or a column is there twice;
 *   @header is to be cleared either way
 */
gboolean
mps_fleet_header_read (MpsFleetHeader *header, const char *const *cells, guint n_cells,
                       GError **error)
{
  g_autoptr (GStrvBuilder) ignored = g_strv_builder_new ();

  *header = (MpsFleetHeader) { .n_cells = n_cells };
  for (int i = 0; i < MPS_N_FLEET_COLUMNS; i++)
    header->places[i] = -1;
  if (!mps_csv_header_check_separator (cells, n_cells, error))
    return FALSE;
  for (guint i = 0; i < n_cells; i++)
    {
      int column = find_column (cells[i]);

      if (column < 0)
        g_strv_builder_take (ignored, mps_text_dup_plain (cells[i]));
      else if (!place_column (header, column, i, error))
        return FALSE;
    }
  header->ignored = g_strv_builder_end (ignored);
  return check_required (header, cells, n_cells, error);
}

void
mps_fleet_header_clear (MpsFleetHeader *header)
{
  g_clear_pointer (&header->ignored, g_strfreev);
}
