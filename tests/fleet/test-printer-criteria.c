/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fixture.h"
#include "fleet/mps-printer-list.h"

static void
assert_rows (MpsPrinterList *list, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);
  guint n_rows;
  const guint32 *rows = mps_row_list_get_rows (MPS_ROW_LIST (list), &n_rows);

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (found, i > 0 ? " %u" : "%u", rows[i] + 1);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
assert_narrowed (MpsPrinterList *list, const char *criterion, gint64 value, const char *expected)
{
  g_autoptr (MpsPrinterCriteria) criteria = mps_printer_criteria_new ();

  g_assert_true (mps_printer_criteria_set (criteria, criterion, value));
  g_assert_false (mps_printer_criteria_is_any (criteria));
  mps_printer_list_set_criteria (list, criteria);
  assert_rows (list, expected);
}

static MpsFleet *
make_printers (void)
{
  static const MpsManaged managed[]
      = { MPS_MANAGED_NONE, MPS_MANAGED_PENDING, MPS_MANAGED_MANAGED, MPS_MANAGED_FAILED };
  MpsFleet *fleet = make_contact_fleet ();
  g_autoptr (GPtrArray) agents = make_agents ("1.0");

  mps_fleet_set_agents (fleet, agents);
  for (guint i = 0; i < G_N_ELEMENTS (managed); i++)
    {
      MpsPrinterRecord *record = make_printer (i + 1);

      record->managed = managed[i];
      record->contact = i % 3;
      record->agent = i % 2;
      add_printer (fleet, record);
    }
  set_mask (fleet, 0, MPS_STATUS_BIT (MPS_STATUS_NO_CONTACT));
  return fleet;
}

static void
test_each (void)
{
  g_autoptr (MpsFleet) fleet = make_printers ();
  g_autoptr (MpsPrinterList) list = mps_printer_list_new (fleet);
  g_autoptr (MpsPrinterCriteria) criteria = mps_printer_criteria_new ();

  assert_rows (list, "1 2 3 4");
  assert_narrowed (list, "status", MPS_STATUS_NO_CONTACT, "1");
  assert_narrowed (list, "status", MPS_STATUS_ELIGIBLE, "2 3 4");
  assert_narrowed (list, "managed", MPS_MANAGED_NONE, "1");
  assert_narrowed (list, "managed", MPS_MANAGED_PENDING, "2");
  assert_narrowed (list, "contact", 1, "2");
  assert_narrowed (list, "contact", 3, "");
  assert_narrowed (list, "agent", 1, "2 4");
  assert_narrowed (list, "agent", 77, "");
  criteria->managed = MPS_MANAGED_PROTECTED;
  mps_printer_list_set_criteria (list, criteria);
  assert_rows (list, "2 3");
  g_set_str (&criteria->search, "S0003");
  mps_printer_list_set_criteria (list, criteria);
  assert_rows (list, "3");
}

/* A printer comes and goes with what it is narrowed by. */
static void
test_follows_changes (void)
{
  g_autoptr (MpsFleet) fleet = make_printers ();
  g_autoptr (MpsPrinterList) list = mps_printer_list_new (fleet);
  MpsPrinterRecord *record = make_printer (1);

  assert_narrowed (list, "contact", 2, "3");
  record->contact = 2;
  apply_printer (fleet, record);
  assert_rows (list, "1 3");
  apply_printer (fleet, make_printer (3));
  assert_rows (list, "1");
}

static void
assert_unknown (const char *criterion, gint64 value)
{
  g_autoptr (MpsPrinterCriteria) criteria = mps_printer_criteria_new ();

  g_assert_false (mps_printer_criteria_set (criteria, criterion, value));
  g_assert_true (mps_printer_criteria_is_any (criteria));
}

static void
test_unknown (void)
{
  assert_unknown ("contact", 0);
  assert_unknown ("contact", -1);
  assert_unknown ("agent", G_MININT64);
  assert_unknown ("status", MPS_N_STATUSES);
  assert_unknown ("status", G_GINT64_CONSTANT (0x100000000));
  assert_unknown ("managed", MPS_N_MANAGED);
  assert_unknown ("managed", -1);
  assert_unknown ("place", 1);
  assert_unknown ("", 1);
}

static MpsPrinterCriteria *
make_random (void)
{
  MpsPrinterCriteria *criteria = mps_printer_criteria_new ();

  criteria->status = g_test_rand_int_range (MPS_PRINTER_ANY_STATUS, MPS_N_STATUSES);
  criteria->managed = g_test_rand_int_range (0, 1 << MPS_N_MANAGED);
  criteria->contact = g_test_rand_bit () ? g_test_rand_int_range (0, 1000) : 0;
  criteria->agent = g_test_rand_bit () ? G_MAXINT64 : 0;
  if (g_test_rand_bit ())
    g_set_str (&criteria->search, "東京 “2F” \\n");
  return criteria;
}

static void
test_kept (void)
{
  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (MpsPrinterCriteria) criteria = make_random ();
      g_autoptr (GVariant) variant
          = g_variant_ref_sink (mps_printer_criteria_to_variant (criteria));
      g_autoptr (MpsPrinterCriteria) read = mps_printer_criteria_from_variant (variant);
      g_autoptr (MpsPrinterCriteria) other = make_random ();
      g_autoptr (GVariant) other_variant
          = g_variant_ref_sink (mps_printer_criteria_to_variant (other));

      g_assert_nonnull (read);
      g_assert_true (mps_printer_criteria_equal (read, criteria));
      g_assert_cmpint (mps_printer_criteria_equal (criteria, other), ==,
                       g_variant_equal (variant, other_variant));
    }
}

static void
test_damaged (void)
{
  static const char *const texts[] = {
    "{'status': <'no-such'>}",
    "{'status': <1>}",
    "{'managed': <@as []>}",
    "{'managed': <['x']>}",
    "{'managed': <1>}",
    "{'contact': <int64 0>}",
    "{'contact': <'1'>}",
    "{'agent': <1>}",
    "{'agent': <int64 -4>}",
    "{'search': <1>}",
    "{'place': <'x'>}",
    "{'status': <'eligible'>, '': <1>}",
    "['status']",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GVariant) variant = g_variant_parse (NULL, texts[i], NULL, NULL, NULL);

      g_assert_nonnull (variant);
      g_assert_null (mps_printer_criteria_from_variant (variant));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/printer-criteria/each", test_each);
  g_test_add_func ("/printer-criteria/follows-changes", test_follows_changes);
  g_test_add_func ("/printer-criteria/unknown", test_unknown);
  g_test_add_func ("/printer-criteria/kept", test_kept);
  g_test_add_func ("/printer-criteria/damaged", test_damaged);
  return g_test_run ();
}
