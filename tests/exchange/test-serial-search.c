/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture-rows.h"

#include "exchange/mps-serial-search.h"

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsPrinterImport) import = NULL;

  fixture_set_up (self, data);
  import = import_list (self->store, "serial|model|organization\nA1|CX730de|\nA2|CX730de|\n"
                                     "機1|CX730de|\nTHEIRS|CX730de|Parent company");
  g_assert_cmpuint (import->created, ==, 4);
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, fixture_tear_down)

static MpsSerialSearch *
search_text (Fixture *self, gint64 organization, const char *text, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mps_serial_search_text_async (self->store, organization, text, NULL, on_result, &result);
  return mps_serial_search_finish (self->store, wait_for (&result), error);
}

static void
test_text (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsSerialSearch) search
      = search_text (self, DEFAULT_ORGANIZATION, "a2\nNOWHERE, A1 theirs\ta2", NULL);
  const MpsElsewhere *elsewhere;

  g_assert_nonnull (search);
  g_assert_null (search->encoding);
  g_assert_cmpuint (search->n_repeated, ==, 1);
  g_assert_cmpuint (search->printers->len, ==, 2);
  g_assert_cmpint (g_array_index (search->printers, gint64, 0), ==, 2);
  g_assert_cmpint (g_array_index (search->printers, gint64, 1), ==, 1);
  g_assert_cmpuint (search->unknown->len, ==, 1);
  g_assert_cmpstr (search->unknown->pdata[0], ==, "NOWHERE");
  g_assert_cmpuint (search->elsewhere->len, ==, 1);
  elsewhere = search->elsewhere->pdata[0];
  g_assert_cmpstr (elsewhere->serial, ==, "THEIRS");
  g_assert_cmpint (elsewhere->organization, ==, 1);
}

/* Where all organizations are looked at, none is another one. */
static void
test_all_organizations (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsSerialSearch) search = search_text (self, 0, "A1 THEIRS", NULL);

  g_assert_nonnull (search);
  g_assert_cmpuint (search->printers->len, ==, 2);
  g_assert_cmpuint (search->elsewhere->len, ==, 0);
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (search_text (self, 0, " ,\n", &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_EMPTY_FILE);
}

static MpsSerialSearch *
search_file (Fixture *self, const char *contents, gssize length, const char *encoding,
             GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, "serials.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_true (g_file_set_contents (path, contents, length, NULL));
  mps_serial_search_file_async (self->store, DEFAULT_ORGANIZATION, file, encoding, NULL, on_result,
                                &result);
  return mps_serial_search_finish (self->store, wait_for (&result), error);
}

/* A file is decoded as every other one is: what is not clear is asked for, not guessed. */
static void
test_file (Fixture *self, gconstpointer data)
{
  const char cp932[] = "\x8b\x40\x31\r\nA1"; /* 機1 */
  g_autoptr (MpsSerialSearch) chosen = search_file (self, cp932, 7, "CP932", NULL);
  g_autoptr (MpsSerialSearch) marked = search_file (self,
                                                    "\xef\xbb\xbf"
                                                    "A2",
                                                    5, NULL, NULL);
  g_autoptr (GError) empty = NULL;
  g_autoptr (GError) unclear = NULL;

  g_assert_nonnull (chosen);
  g_assert_cmpstr (chosen->encoding, ==, "CP932");
  g_assert_cmpuint (chosen->printers->len, ==, 2);
  g_assert_nonnull (marked);
  g_assert_cmpstr (marked->encoding, ==, "UTF-8");
  g_assert_cmpuint (marked->printers->len, ==, 1);
  g_assert_null (search_file (self, "", 0, NULL, &empty));
  g_assert_error (empty, MPS_ERROR, MPS_ERROR_EMPTY_FILE);
  g_assert_null (search_file (self, cp932, 7, NULL, &unclear));
  g_assert_error (unclear, MPS_ERROR, MPS_ERROR_UNDECODABLE_TEXT);
}

static void
test_canceled (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  mps_serial_search_text_async (self->store, 0, "A1", cancellable, on_result, &result);
  g_assert_null (mps_serial_search_finish (self->store, wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/exchange/serial-search/text", test_text);
  add ("/exchange/serial-search/all-organizations", test_all_organizations);
  add ("/exchange/serial-search/empty", test_empty);
  add ("/exchange/serial-search/file", test_file);
  add ("/exchange/serial-search/canceled", test_canceled);
  return g_test_run ();
}
