/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fuzz.h"

#include "exchange/mps-text-input.h"

#include <string.h>

/* The decoded text may hold NUL, where g_utf8_validate() stops. */
static void
check_utf8 (const char *text, gsize length)
{
  while (length > 0)
    {
      const char *end;

      g_utf8_validate_len (text, length, &end);
      length -= (gsize) (end - text);
      if (length == 0)
        return;
      g_assert_cmpint (*end, ==, '\0');
      text = end + 1;
      length--;
    }
}

static void
check_decoded (GBytes *bytes, GBytes *text, const char *encoding, const char *found)
{
  gsize length;
  const char *data = g_bytes_get_data (text, &length);
  g_autofree char *back = NULL;
  gsize n_written;

  g_assert_true (g_strv_contains (mps_text_input_get_encodings (), found));
  g_assert_true (!encoding || g_str_equal (encoding, found));
  g_assert_cmpuint (length, >, 0);
  check_utf8 (data, length);
  if (!g_str_has_prefix (found, "UTF-"))
    return;
  /* These say everything there is, so that the way back leads to the same bytes, but the mark. */
  back = g_convert (data, (gssize) length, found, "UTF-8", NULL, &n_written, NULL);
  g_assert_nonnull (back);
  g_assert_cmpuint (n_written, <=, g_bytes_get_size (bytes));
  g_assert_cmpuint (n_written + 3, >=, g_bytes_get_size (bytes));
  g_assert_cmpmem (back, n_written,
                   (const char *) g_bytes_get_data (bytes, NULL) + g_bytes_get_size (bytes)
                       - n_written,
                   n_written);
}

/* A file that is read as a stream is the same text, or refused for the same reason. */
static void
check_stream (GBytes *bytes, const char *encoding, GBytes *text, const GError *refused)
{
  g_autoptr (GFile) file
      = fuzz_write_file ("input.txt", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = mps_text_input_open (file, encoding, NULL, NULL, NULL, &error);
  g_autofree char *data = g_malloc (g_bytes_get_size (bytes) * 4 + 4);
  gsize length = 0;

  if (!stream)
    {
      fuzz_check_error (error);
      g_assert_error (refused, MPS_ERROR, error->code);
      return;
    }
  g_assert_no_error (refused);
  g_input_stream_read_all (stream, data, g_bytes_get_size (bytes) * 4 + 4, &length, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (data, length, g_bytes_get_data (text, NULL), g_bytes_get_size (text));
}

/* The first byte chooses the encoding, or none; the others are the file. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *const *encodings = mps_text_input_get_encodings ();
  guint choice = size > 0 ? data[0] % (g_strv_length ((char **) encodings) + 1) : 0;
  const char *encoding = choice > 0 ? encodings[choice - 1] : NULL;
  g_autoptr (GBytes) bytes = size > 0 ? g_bytes_new (data + 1, size - 1) : g_bytes_new (NULL, 0);
  g_autoptr (GError) error = NULL;
  const char *found = NULL;
  g_autoptr (GBytes) text = mps_text_input_decode (bytes, encoding, &found, &error);

  if (text)
    check_decoded (bytes, text, encoding, found);
  else
    fuzz_check_error (error);
  check_stream (bytes, encoding, text, error);
  return 0;
}
