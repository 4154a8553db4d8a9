/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/mps-printer-feed.h"

#include <string.h>

/* More than travel at once, some of them with more text than a batch has room for. */
#define N_PRINTERS 5000
#define LONG_EVERY 700
#define LONG_BYTES 100000

static void
add_printer (MpsPrinterFeed *feed, guint number, const char *location)
{
  g_autofree char *serial = g_strdup_printf ("P%u", number);
  g_autofree char *host_name = g_strdup_printf ("host-%u", number * 3);
  MpsPrinterRecord record = { .id = number + 1,
                              .serial = serial,
                              .model = (char *) "CX730de",
                              .ip_address = (char *) "",
                              .host_name = host_name,
                              .location = (char *) location,
                              .asset_tag = (char *) "A",
                              .firmware = (char *) "1.0",
                              .average_pages = (gint32) number };

  mps_printer_feed_add (feed, &record);
  /* What was lent is no longer there. */
  memset (serial, '?', strlen (serial));
  memset (host_name, '?', strlen (host_name));
}

static void
test_all (void)
{
  g_autoptr (MpsFleet) fleet = mps_fleet_new ();
  g_autofree char *location = g_strnfill (LONG_BYTES, 'x');
  MpsPrinterFeed *feed = mps_printer_feed_new (fleet);

  for (guint i = 0; i < N_PRINTERS; i++)
    add_printer (feed, i, i % LONG_EVERY == 1 ? location : "Kobe");
  mps_printer_feed_free (feed);
  g_assert_cmpuint (mps_fleet_get_n_printers (fleet), ==, N_PRINTERS);
  for (guint32 i = 0; i < N_PRINTERS; i++)
    {
      g_autofree char *serial = g_strdup_printf ("P%u", i);
      g_autofree char *host_name = g_strdup_printf ("host-%u", i * 3);

      g_assert_cmpstr (mps_fleet_get_serial (fleet, i), ==, serial);
      g_assert_cmpstr (mps_fleet_get_host_name (fleet, i), ==, host_name);
      g_assert_cmpuint (strlen (mps_fleet_get_location (fleet, i)), ==,
                        i % LONG_EVERY == 1 ? LONG_BYTES : 4);
      g_assert_cmpint (mps_fleet_get_average_pages (fleet, i), ==, (int) i);
    }
}

static void
test_none (void)
{
  g_autoptr (MpsFleet) fleet = mps_fleet_new ();

  mps_printer_feed_free (mps_printer_feed_new (fleet));
  g_assert_cmpuint (mps_fleet_get_n_printers (fleet), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/printer-feed/all", test_all);
  g_test_add_func ("/printer-feed/none", test_none);
  return g_test_run ();
}
