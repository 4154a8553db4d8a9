/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/mps-catalogue.h"
#include "rules/mps-countries.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static void
test_found (void)
{
  static const struct {
    const char *text;
    const char *code;
  } cases[] = {
    { "JP", "JP" },
    { "jp", "JP" },
    { "ＪＰ", "JP" },
    { " JP ", "JP" },
    { "Japan", "JP" },
    { "JAPAN", "JP" },
    { "日本", "JP" },
    { "日本国", "JP" },
    { "US", "US" },
    { "United States", "US" },
    { "united  states of　america", "US" },
    { "米国", "US" },
    { "アメリカ合衆国", "US" },
    { "ｱﾒﾘｶ", "US" },
    { "South Korea", "KR" },
    { "Korea, Republic of", "KR" },
    { "大韓民国", "KR" },
    { "韓国", "KR" },
    { "台湾", "TW" },
    { "Côte d'Ivoire", "CI" },
    { "Türkiye", "TR" },
    { "トルコ", "TR" },
    { "英国", "GB" },
    { "イギリス", "GB" },
    { "ドイツ連邦共和国", "DE" },
    { "Socialist Republic of Viet Nam", "VN" },
    { "Vietnam", "VN" },
    { "中国", "CN" },
    { "中華人民共和国", "CN" },
    { "ZZ", NULL },
    { "JPN", NULL },
    { "J", NULL },
    { "Japanese", NULL },
    { "東京", NULL },
    { "", NULL },
    { "81", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (mps_countries_find (cases[i].text), ==, cases[i].code);
}

static void
test_every_country_finds_itself (void)
{
  g_assert_cmpuint (mps_countries_get_n (), >, 240);
  for (guint i = 0; i < mps_countries_get_n (); i++)
    {
      const char *code = mps_countries_get_code (i);

      g_assert_cmpuint (strlen (code), ==, 2);
      g_assert_cmpstr (mps_countries_find (code), ==, code);
      g_assert_cmpstr (mps_countries_find (mps_countries_get_name (i)), ==, code);
      g_assert_cmpstr (mps_countries_get_name_of (code), ==, mps_countries_get_name (i));
      if (i > 0)
        g_assert_cmpint (
            g_utf8_collate (mps_countries_get_name (i - 1), mps_countries_get_name (i)), <=, 0);
    }
  g_assert_cmpstr (mps_countries_get_name_of ("KR"), ==, "South Korea");
  g_assert_cmpstr (mps_countries_get_name_of ("ZZ"), ==, "ZZ");
}

static void
test_calling_codes (void)
{
  static const char *const used[]
      = { "1",   "7",   "20",  "27",  "30",  "33",  "44",  "49",  "81",  "82",  "86",
          "91",  "98",  "211", "212", "299", "353", "383", "420", "421", "599", "670",
          "692", "850", "852", "853", "886", "960", "971", "992", "998" };
  static const char *const unused[]
      = { "",    "0",   "2",   "8",   "9",   "21",  "28",   "083", "210", "219", "259",
          "280", "289", "384", "422", "671", "699", "1242", "999", "+81", "8 1" };
  guint n_codes = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (used); i++)
    g_assert_true (mps_countries_is_calling_code (used[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (unused); i++)
    g_assert_false (mps_countries_is_calling_code (unused[i]));

  /* No code is the beginning of another: that is how a telephone exchange reads them. */
  for (guint i = 1; i < 1000; i++)
    {
      g_autofree char *code = g_strdup_printf ("%u", i);

      if (!mps_countries_is_calling_code (code))
        continue;
      n_codes++;
      for (gsize length = 1; length < strlen (code); length++)
        {
          g_autofree char *beginning = g_strndup (code, length);

          g_assert_false (mps_countries_is_calling_code (beginning));
        }
    }
  g_assert_cmpuint (n_codes, >, 200);
}

static gpointer
find_in_thread (gpointer unused)
{
  return (gpointer) mps_countries_find ("日本");
}

static void
test_first_asked_from_many_threads (void)
{
  GThread *threads[8];

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("find", find_in_thread, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpstr (g_thread_join (threads[i]), ==, "JP");
}

/* A person who reads Japanese sees Japanese names; files may still say them in English. */
static void
test_in_japanese (void)
{
  if (!g_test_subprocess ())
    {
      g_auto (GStrv) environment
          = g_environ_setenv (g_get_environ (), "LC_ALL", "ja_JP.UTF-8", TRUE);

      environment = g_environ_unsetenv (environment, "LANGUAGE");
      if (!setlocale (LC_ALL, "ja_JP.UTF-8"))
        {
          g_test_skip ("there is no Japanese locale");
          return;
        }
      g_assert_nonnull (setlocale (LC_ALL, "C"));
      g_test_trap_subprocess_with_envp (NULL, (const char *const *) environment, 0,
                                        G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  g_assert_nonnull (setlocale (LC_ALL, ""));
  g_assert_cmpstr (mps_countries_get_name_of ("JP"), ==, "日本");
  g_assert_cmpstr (mps_countries_get_name_of ("TW"), ==, "台湾");
  g_assert_cmpstr (mps_countries_get_name_of ("DE"), ==, "ドイツ");
  g_assert_cmpstr (mps_countries_find ("Japan"), ==, "JP");
  g_assert_cmpstr (mps_countries_find ("日本"), ==, "JP");
}

/* "a" → "A", "b" → "", in both byte orders. */
static GByteArray *
catalogue_bytes (gboolean swapped)
{
  static const guint32 head[] = { 0x950412de, 0, 2, 28, 44, 0, 60 };
  static const guint32 tables[] = { 1, 60, 1, 62, 1, 64, 0, 66 };
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) head, sizeof head);
  g_byte_array_append (bytes, (const guint8 *) tables, sizeof tables);
  for (guint i = 0; swapped && i < bytes->len; i += 4)
    {
      guint32 number;

      memcpy (&number, bytes->data + i, sizeof number);
      number = GUINT32_SWAP_LE_BE (number);
      memcpy (bytes->data + i, &number, sizeof number);
    }
  g_byte_array_append (bytes, (const guint8 *) "a\0b\0A\0", 7);
  return bytes;
}

static MpsCatalogue *
open_bytes (const void *data, gsize length, GError **error)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "mps-catalogue-XXXXXX", NULL);
  int fd = g_mkstemp (path);
  MpsCatalogue *catalogue;

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, data, length, NULL));
  catalogue = mps_catalogue_open (path, error);
  g_unlink (path);
  return catalogue;
}

static void
test_catalogue (void)
{
  for (gboolean swapped = FALSE; swapped <= TRUE; swapped++)
    {
      g_autoptr (GByteArray) bytes = catalogue_bytes (swapped);
      g_autoptr (GError) error = NULL;
      g_autoptr (MpsCatalogue) catalogue = open_bytes (bytes->data, bytes->len, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (mps_catalogue_translate (catalogue, "a"), ==, "A");
      g_assert_null (mps_catalogue_translate (catalogue, "b"));
      g_assert_null (mps_catalogue_translate (catalogue, "c"));
    }
}

static void
test_damaged_catalogue (void)
{
  g_autoptr (GByteArray) bytes = catalogue_bytes (FALSE);
  g_autoptr (GError) absent = NULL;

  g_assert_null (mps_catalogue_open ("/nonexistent.mo", &absent));
  g_assert_error (absent, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  for (gsize length = 0; length < bytes->len; length++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (open_bytes (bytes->data, length, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
  /* Numbers that point out of the file, or nowhere near it. */
  for (guint i = 0; i < 60; i += 4)
    {
      g_autoptr (GByteArray) damaged = catalogue_bytes (FALSE);
      g_autoptr (MpsCatalogue) catalogue = NULL;

      memset (damaged->data + i, 0xff, 4);
      catalogue = open_bytes (damaged->data, damaged->len, NULL);
      if (i != 4 && i < 20)
        g_assert_null (catalogue);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/countries/found", test_found);
  g_test_add_func ("/rules/countries/every-country-finds-itself", test_every_country_finds_itself);
  g_test_add_func ("/rules/countries/calling-codes", test_calling_codes);
  g_test_add_func ("/rules/countries/first-asked-from-many-threads",
                   test_first_asked_from_many_threads);
  g_test_add_func ("/rules/countries/in-japanese", test_in_japanese);
  g_test_add_func ("/rules/countries/catalogue", test_catalogue);
  g_test_add_func ("/rules/countries/damaged-catalogue", test_damaged_catalogue);
  return g_test_run ();
}
