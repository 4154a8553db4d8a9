/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/mps-text-input.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  char *folder;
  char *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("mps-text-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "text.csv", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static char *
decode (const char *bytes, gssize length, const char *encoding, const char **found, GError **error)
{
  g_autoptr (GBytes) input = g_bytes_new (bytes, length < 0 ? strlen (bytes) : (gsize) length);
  g_autoptr (GBytes) text = mps_text_input_decode (input, encoding, found, error);

  return text ? g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text)) : NULL;
}

static void
assert_found (const char *bytes, gssize length, const char *encoding, const char *expected)
{
  const char *found = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = decode (bytes, length, NULL, &found, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, encoding);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_unclear (const char *bytes, gssize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = decode (bytes, length, NULL, NULL, &error);

  g_assert_null (text);
  g_assert_error (error, MPS_ERROR, MPS_ERROR_UNDECODABLE_TEXT);
}

static void
test_found (void)
{
  assert_found ("name,\xe5\x90\x8d", -1, "UTF-8", "name,名");
  assert_found ("\xef\xbb\xbfname", -1, "UTF-8", "name");
  assert_found ("\xff\xfe\x0d\x54,\0", 6, "UTF-16LE", "名,");
  assert_found ("\xfe\xff\x54\x0d\0,", 6, "UTF-16BE", "名,");
  assert_found ("\xfb\xfc\x8b\xb4,\x87\x40\x81\x60", -1, "CP932", "髙橋,①～");
  assert_found ("\x95\x5c\x8e\xa6,\xd4\xcf\xc0\xde", -1, "CP932", "表示,ﾔﾏﾀﾞ");
}

/* Bytes that a decoder would take, and that mean something else. */
static void
test_not_guessed (void)
{
  assert_unclear ("S\xe3o Paulo", -1);     /* Latin-1, and CP932: S縊 Paulo */
  assert_unclear ("K\xf6ln", -1);          /* Latin-1, and private characters in CP932 */
  assert_unclear ("\xbb\xb3\xc5\xc4", -1); /* EUC-JP, and CP932: ｻｳﾅﾄ */
  assert_unclear ("\x1b$B;3ED\x1b(B", -1); /* ISO-2022-JP, and UTF-8 */
  assert_unclear ("a\0,\0b\0\n\0", 8);     /* UTF-16 without a mark, and UTF-8 */
  assert_unclear ("\0a\0,\0b\0\n", 8);
  assert_unclear ("\x81\x20", -1);         /* nothing at all */
  assert_unclear ("\xef\xbb\xbf\x81", -1); /* not what its mark says */
}

static void
test_chosen (void)
{
  g_autoptr (GError) error = NULL;
  const char *found = NULL;
  g_autofree char *text = decode ("\xbb\xb3\xc5\xc4", -1, "euc-jp", &found, &error);
  g_autofree char *marked = decode ("\xef\xbb\xbfx", -1, "UTF-8", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "山田");
  g_assert_cmpstr (found, ==, "EUC-JP");
  g_assert_cmpstr (marked, ==, "x");

  g_assert_null (decode ("abc\n\xff", -1, "UTF-8", NULL, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_UNDECODABLE_TEXT);
  g_assert_nonnull (strstr (error->message, "byte 5 of it, in line 2,"));
  g_clear_error (&error);

  g_assert_null (decode ("abc", -1, "KOI8-R", NULL, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_UNDECODABLE_TEXT);
  g_assert_nonnull (strstr (error->message, "ISO-2022-JP"));
}

/* The sentence speaks of the encoding that fitted longer. */
static void
test_first_bad_byte (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (decode ("\xe5\x90\x8d\r\n\xe5\x90\x8d\r\n\xff\n", -1, NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, "byte 11 of it, in line 3,"));
}

static void
test_nul (void)
{
  g_autoptr (GBytes) input = g_bytes_new_static ("a,b\nc\0,d\n", 9);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = mps_text_input_decode (input, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (input, text));
}

static void
test_blank (void)
{
  static const char *const texts[] = { "\xef\xbb\xbf", "\r\n \t", "\xe3\x80\x80\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (decode (texts[i], -1, NULL, NULL, &error));
      g_assert_error (error, MPS_ERROR, MPS_ERROR_EMPTY_FILE);
    }
}

static char *
read_all (GInputStream *stream, gsize size)
{
  char *text = g_malloc0 (size + 1);
  g_autoptr (GError) error = NULL;

  g_input_stream_read_all (stream, text, size, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* A character that is cut by the end of a chunk, at every place where it can be. */
static void
test_open (Fixture *fixture, gconstpointer data)
{
  for (gsize filler = 65530; filler < 65540; filler++)
    {
      g_autofree char *start = g_strnfill (filler, 'x');
      g_autofree char *expected = g_strconcat (start, "髙橋,表", NULL);
      g_autofree char *bytes = NULL;
      g_autofree char *read = NULL;
      g_autoptr (GInputStream) stream = NULL;
      g_autoptr (GError) error = NULL;
      const char *found;
      guint64 size;
      gsize length;

      bytes = g_convert (expected, -1, "CP932", "UTF-8", NULL, &length, NULL);
      g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
      stream = mps_text_input_open (fixture->file, NULL, &found, &size, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (found, ==, "CP932");
      g_assert_cmpuint (size, ==, length);
      read = read_all (stream, strlen (expected) + 16);
      g_assert_cmpstr (read, ==, expected);
      g_assert_cmpuint (mps_text_input_tell (stream), ==, length);
    }
}

static gpointer
write_to_pipe (gpointer path)
{
  g_autofree char *megabyte = g_strnfill (1024 * 1024, 'x');
  FILE *pipe = g_fopen (path, "w");

  fwrite (megabyte, 1, 1024 * 1024, pipe);
  fclose (pipe);
  return NULL;
}

/* What can be read only once is read twice nevertheless. */
static void
test_pipe (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GThread *writer;

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  writer = g_thread_new ("writer", write_to_pipe, fixture->path);
  stream = mps_text_input_open (fixture->file, NULL, NULL, NULL, NULL, &error);
  g_thread_join (writer);
  g_assert_no_error (error);
  text = read_all (stream, 2 * 1024 * 1024);
  g_assert_cmpuint (strlen (text), ==, 1024 * 1024);
}

static void
assert_unreadable (GFile *file, const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mps_text_input_open (file, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/zero");
  g_autoptr (GError) error = NULL;

  assert_unreadable (fixture->file, "There is no file");
  assert_unreadable (folder, "is a folder");
  assert_unreadable (device, "is a device");
  g_assert_null (mps_text_input_read (device, 4096, NULL, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_UNREADABLE);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (fixture->path, "text", -1, NULL));
  g_chmod (fixture->path, 0);
  /* root may read everything. */
  if (g_access (fixture->path, R_OK) != 0)
    assert_unreadable (fixture->file, "permission");
}

static void
test_limit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) whole = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "12345", -1, NULL));
  whole = mps_text_input_read (fixture->file, 5, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (whole), ==, 5);
  g_assert_null (mps_text_input_read (fixture->file, 4, NULL, &error));
  g_assert_error (error, MPS_ERROR, MPS_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "text.csv"));
}

static void
test_canceled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "text", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_null (mps_text_input_open (fixture->file, NULL, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-input/found", test_found);
  g_test_add_func ("/text-input/not-guessed", test_not_guessed);
  g_test_add_func ("/text-input/chosen", test_chosen);
  g_test_add_func ("/text-input/first-bad-byte", test_first_bad_byte);
  g_test_add_func ("/text-input/nul", test_nul);
  g_test_add_func ("/text-input/blank", test_blank);
  g_test_add ("/text-input/open", Fixture, NULL, set_up, test_open, tear_down);
  g_test_add ("/text-input/pipe", Fixture, NULL, set_up, test_pipe, tear_down);
  g_test_add ("/text-input/unreadable", Fixture, NULL, set_up, test_unreadable, tear_down);
  g_test_add ("/text-input/limit", Fixture, NULL, set_up, test_limit, tear_down);
  g_test_add ("/text-input/canceled", Fixture, NULL, set_up, test_canceled, tear_down);

  return g_test_run ();
}
