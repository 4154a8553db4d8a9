/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fleet/mps-error.h"
#include "rules/mps-address.h"

static void
test_spellings (void)
{
  static const char *const cases[][2] = {
    { "192.0.2.10", "192.0.2.10" },
    { " １９２．０．２．１０ ", "192.0.2.10" },
    { "2001:DB8:0:0::1", "2001:db8::1" },
    { "192.0.2.0/24", "192.0.2.0/24" },
    { "192.0.2.10/32", "192.0.2.10/32" },
    { "0.0.0.0/0", "0.0.0.0/0" },
    { "2001:db8::/32", "2001:db8::/32" },
    { "192.0.2.10-192.0.2.20", "192.0.2.10-192.0.2.20" },
    { "192.0.2.10 - 20", "192.0.2.10-192.0.2.20" },
    { "192.0.2.10－192.0.2.10", "192.0.2.10-192.0.2.10" },
    { "2001:db8::1-2001:db8::ff", "2001:db8::1-2001:db8::ff" },
    { "Printer-3.Example.COM", "printer-3.example.com" },
    { "printer", "printer" },
    { "3com", "3com" },
    { "a-b-c", "a-b-c" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MpsAddress) address = mps_address_new (cases[i][0], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (mps_address_get_text (address), ==, cases[i][1]);
    }
}

static void
test_refusals (void)
{
  /* What is typed, and what the message must say. */
  static const char *const cases[][2] = {
    { "", "no address" },
    { "300.1.1.1", "no address" },
    { "192.0.2", "no address" },
    { "192.0.2.1.5", "no address" },
    { "fe80::1%eth0", "no address" },
    { "printer_3", "no address" },
    { "-printer", "no address" },
    { "printer..example.com", "no address" },
    { "プリンタ", "no address" },
    { "192.0.2.5/24", "192.0.2.0/24" },
    { "2001:db8::1/64", "2001:db8::/64" },
    { "192.0.2.0/33", "no subnet" },
    { "192.0.2.0/", "no subnet" },
    { "192.0.2.0/-1", "no subnet" },
    { "printer/24", "no subnet" },
    { "192.0.2.20-192.0.2.10", "192.0.2.10-192.0.2.20" },
    { "192.0.2.20-10", "192.0.2.10-192.0.2.20" },
    { "192.0.2.20-", "no range" },
    { "192.0.2.20-300", "no range" },
    { "192.0.2.20-2001:db8::1", "no range" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (mps_address_new (cases[i][0], &error));
      g_assert_error (error, MPS_ERROR, MPS_ERROR_BAD_ADDRESS);
      if (strstr (error->message, cases[i][1]) == NULL)
        g_error ("“%s”: %s", cases[i][0], error->message);
    }
}

static gboolean
contains (const char *text, const char *ip_address, const char *host_name)
{
  g_autoptr (MpsAddress) address = mps_address_new (text, NULL);
  g_autoptr (GInetAddress) ip = mps_address_parse_ip (ip_address);

  return mps_address_contains (address, ip, host_name);
}

static void
test_contains (void)
{
  g_assert_true (contains ("192.0.2.10", "192.0.2.10", ""));
  g_assert_false (contains ("192.0.2.10", "192.0.2.11", ""));
  g_assert_false (contains ("192.0.2.10", "", ""));
  g_assert_true (contains ("192.0.2.0/25", "192.0.2.127", ""));
  g_assert_false (contains ("192.0.2.0/25", "192.0.2.128", ""));
  g_assert_true (contains ("192.0.1.250-192.0.2.5", "192.0.2.0", ""));
  g_assert_false (contains ("192.0.1.250-192.0.2.5", "192.0.2.6", ""));
  g_assert_true (contains ("2001:db8::/64", "2001:db8::ffff", ""));
  g_assert_false (contains ("2001:db8::/64", "192.0.2.1", ""));
  g_assert_false (contains ("0.0.0.0/0", "2001:db8::1", ""));
  g_assert_true (contains ("printer.example.com", "192.0.2.1", "Printer.example.com"));
  g_assert_false (contains ("printer.example.com", "192.0.2.1", ""));
}

static gboolean
overlap (const char *one, const char *other)
{
  g_autoptr (MpsAddress) a = mps_address_new (one, NULL);
  g_autoptr (MpsAddress) b = mps_address_new (other, NULL);

  g_assert_true (mps_address_overlaps (a, b) == mps_address_overlaps (b, a));
  return mps_address_overlaps (a, b);
}

static void
test_overlaps (void)
{
  g_assert_true (overlap ("192.0.2.0/24", "192.0.2.10"));
  g_assert_true (overlap ("192.0.2.0/24", "192.0.2.255-192.0.3.1"));
  g_assert_false (overlap ("192.0.2.0/24", "192.0.3.0/24"));
  g_assert_false (overlap ("0.0.0.0/0", "::/0"));
  g_assert_true (overlap ("printer", "PRINTER"));
  g_assert_false (overlap ("printer", "0.0.0.0/0"));
}

static gboolean
is_large (const char *text)
{
  g_autoptr (MpsAddress) address = mps_address_new (text, NULL);

  return mps_address_is_large (address);
}

static void
test_large (void)
{
  g_assert_false (is_large ("192.0.2.1"));
  g_assert_false (is_large ("10.0.0.0/16"));
  g_assert_true (is_large ("10.0.0.0/15"));
  g_assert_false (is_large ("10.0.255.0-10.1.254.255"));
  g_assert_true (is_large ("10.0.255.0-10.1.255.0"));
  g_assert_false (is_large ("2001:db8::/112"));
  g_assert_true (is_large ("2001:db8::/111"));
  g_assert_true (is_large ("2001:db8::/64"));
  g_assert_false (is_large ("printer"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address/spellings", test_spellings);
  g_test_add_func ("/address/refusals", test_refusals);
  g_test_add_func ("/address/contains", test_contains);
  g_test_add_func ("/address/overlaps", test_overlaps);
  g_test_add_func ("/address/large", test_large);
  return g_test_run ();
}
