/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printers-export.h"

/**
 * mps_printers_export:
 * @fleet: the fleet
 * @rows: (array length=n_rows): printers, in the order in which they are shown
 * @n_rows: how many
 * @columns: (array length=n_columns): the columns that are shown, in their order
 * @n_columns: how many
 * @flags: how to write
 *
 * What it writes can be imported again: the headers and words are those of a
 * fleet list in the user's language. Main thread.
 *
 * Returns: (transfer full): CSV
 */
GBytes *
mps_printers_export (MpsFleet *fleet, const guint32 *rows, guint n_rows,
                     const MpsPrinterColumn *columns, guint n_columns, MpsCsvFlags flags)
{
  g_autoptr (MpsCsvWriter) writer = mps_csv_writer_new (flags);

  g_return_val_if_fail (MPS_IS_FLEET (fleet), NULL);

  for (guint i = 0; i < n_columns; i++)
    mps_csv_writer_cell (writer, mps_printer_column_get_label (columns[i]));
  mps_csv_writer_end_row (writer);
  for (guint i = 0; i < n_rows; i++)
    {
      for (guint j = 0; j < n_columns; j++)
        {
          g_autofree char *text = mps_printer_column_dup_text (columns[j], fleet, rows[i]);

          mps_csv_writer_cell (writer, text);
        }
      mps_csv_writer_end_row (writer);
    }
  return mps_csv_writer_steal (writer);
}
