/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fixture.h"
#include "fleet/mps-breakdown.h"

#include <string.h>

#define N_PRINTERS 2000

static MpsFleet *
make_random_fleet (void)
{
  MpsFleet *fleet = mps_fleet_new ();

  for (gint64 id = 1; id <= N_PRINTERS; id++)
    {
      MpsPrinterRecord *record = make_printer (id);

      /* So that the order of serial numbers is not that of rows. */
      g_strreverse (record->serial);
      add_printer (fleet, record);
      set_mask (fleet, id - 1, g_test_rand_bit () ? g_test_rand_int_range (0, 256) : 0);
    }
  for (guint i = 0; i < 50; i++)
    remove_printer (fleet, g_test_rand_int_range (1, N_PRINTERS));
  return fleet;
}

/* The slow way: ask each row for each status, in the order of the selection. */
static void
assert_breakdown (MpsFleet *fleet, const guint32 *rows, guint n_rows)
{
  g_autoptr (MpsBreakdown) breakdown = mps_breakdown_new (fleet, rows, n_rows);
  guint n_selected = 0;

  for (int status = 0; status < MPS_N_STATUSES; status++)
    {
      guint n = 0;

      for (guint i = 0; i < (rows ? n_rows : N_PRINTERS); i++)
        {
          guint32 row = rows ? rows[i] : i;

          if (!mps_fleet_is_alive (fleet, row))
            continue;
          n_selected += status == 0;
          if (mps_status_mask_has (mps_fleet_get_mask (fleet, row), status))
            g_assert_cmpuint (mps_breakdown_get_rows (breakdown, status)[n++], ==, row);
        }
      g_assert_cmpuint (mps_breakdown_get_count (breakdown, status), ==, n);
    }
  g_assert_cmpuint (mps_breakdown_get_n_selected (breakdown), ==, n_selected);
}

static void
test_all (void)
{
  g_autoptr (MpsFleet) fleet = make_random_fleet ();

  assert_breakdown (fleet, NULL, 0);
}

static void
test_selection (void)
{
  g_autoptr (MpsFleet) fleet = make_random_fleet ();
  guint32 rows[300];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = (i * 7919) % N_PRINTERS;
  assert_breakdown (fleet, rows, G_N_ELEMENTS (rows));
  assert_breakdown (fleet, rows, 0);
}

static void
test_empty (void)
{
  g_autoptr (MpsFleet) fleet = mps_fleet_new ();
  g_autoptr (MpsBreakdown) breakdown = mps_breakdown_new (fleet, NULL, 0);

  g_assert_cmpuint (mps_breakdown_get_n_selected (breakdown), ==, 0);
  for (int status = 0; status < MPS_N_STATUSES; status++)
    g_assert_cmpuint (mps_breakdown_get_count (breakdown, status), ==, 0);
  mps_breakdown_sort_by_serial (breakdown, fleet);
}

static void
test_sort (void)
{
  g_autoptr (MpsFleet) fleet = make_random_fleet ();
  g_autoptr (MpsBreakdown) breakdown = mps_breakdown_new (fleet, NULL, 0);

  mps_breakdown_sort_by_serial (breakdown, fleet);
  for (int status = 0; status < MPS_N_STATUSES; status++)
    {
      const guint32 *rows = mps_breakdown_get_rows (breakdown, status);

      for (guint i = 1; i < mps_breakdown_get_count (breakdown, status); i++)
        g_assert_cmpint (strcmp (mps_fleet_get_serial (fleet, rows[i - 1]),
                                 mps_fleet_get_serial (fleet, rows[i])),
                         <, 0);
      for (guint i = 0; i < mps_breakdown_get_count (breakdown, status); i++)
        g_assert_true (mps_status_mask_has (mps_fleet_get_mask (fleet, rows[i]), status));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/breakdown/all", test_all);
  g_test_add_func ("/breakdown/selection", test_selection);
  g_test_add_func ("/breakdown/empty", test_empty);
  g_test_add_func ("/breakdown/sort", test_sort);
  return g_test_run ();
}
