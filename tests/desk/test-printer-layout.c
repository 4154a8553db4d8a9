/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk/printers/mps-printer-layout.h"

static void
shuffle (MpsPrinterLayout *layout)
{
  const MpsPrinterColumn serial = MPS_PRINTER_COLUMN_SERIAL;

  mps_printer_layout_init (layout, &serial, 1);
  for (guint i = 0; i < MPS_N_PRINTER_COLUMNS; i++)
    {
      const guint other = (guint) g_test_rand_int_range (0, MPS_N_PRINTER_COLUMNS);
      const MpsPrinterColumn column = layout->order[i];

      layout->order[i] = layout->order[other];
      layout->order[other] = column;
      layout->visible[i] = !mps_printer_layout_is_optional (i) || g_test_rand_bit ();
      layout->widths[i] = g_test_rand_bit () ? MPS_NATURAL_WIDTH : g_test_rand_int_range (1, 999);
    }
  layout->sort_column = g_test_rand_int_range (0, MPS_N_PRINTER_COLUMNS);
  layout->descending = g_test_rand_bit ();
}

/* Whatever the user makes of the table is what it is after a restart. */
static void
test_read_back (void)
{
  for (guint i = 0; i < 1000; i++)
    {
      MpsPrinterLayout layout, read = { .sort_column = 0 };
      g_autoptr (GVariant) columns = NULL, sort = NULL;

      shuffle (&layout);
      columns = g_variant_ref_sink (mps_printer_layout_columns_to_variant (&layout));
      sort = g_variant_ref_sink (mps_printer_layout_sort_to_variant (&layout));
      g_assert_true (mps_printer_layout_take_columns (&read, columns));
      g_assert_true (mps_printer_layout_take_sort (&read, sort));
      g_assert_true (mps_printer_layout_equal (&layout, &read));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/printer-layout/read-back", test_read_back);
  return g_test_run ();
}
