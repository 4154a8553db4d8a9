/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-text-scan.h"

#include <errno.h>
#include <string.h>

#define CHUNK_SIZE (64 * 1024)

static void
see_control (MpsTextScan *scan, char c)
{
  if (c == '\r' || (c == '\n' && !scan->after_cr))
    scan->line++;
  scan->after_cr = c == '\r';
  scan->beyond_ascii = 0;
}

static void
see_character (MpsTextScan *scan, gunichar c)
{
  scan->after_cr = FALSE;
  scan->has_text |= !g_unichar_isspace (c);
  scan->has_escape |= scan->after_escape && (c == '$' || c == '(');
  scan->beyond_ascii = c < 0x80 ? 0 : scan->beyond_ascii + 1;
  scan->has_word |= scan->beyond_ascii > 1;
  scan->has_c1 |= c >= 0x80 && c < 0xa0;
  scan->has_private |= g_unichar_type (c) == G_UNICODE_PRIVATE_USE;
}

static void
see (MpsTextScan *scan, const char *text, gsize length)
{
  const char *end = text + length;

  while (text < end)
    {
      gunichar c = (guchar) *text < 0x80 ? (gunichar) *text : g_utf8_get_char (text);

      if (c < 0x20)
        see_control (scan, *text);
      else
        see_character (scan, c);
      scan->after_escape = c == 0x1b;
      text = g_utf8_next_char (text);
    }
}

/* Returns how many bytes at the end of @chunk begin a character that goes on in the next one. */
static gsize
convert_chunk (MpsTextScan *scan, GIConv converter, char *chunk, gsize length)
{
  char text[CHUNK_SIZE];
  char *rest = chunk;
  gsize n_rest = length;

  while (n_rest > 0)
    {
      char *out = text;
      gsize room = sizeof text;
      gsize result = g_iconv (converter, &rest, &n_rest, &out, &room);
      int reason = errno;

      see (scan, text, (gsize) (out - text));
      if (result != (gsize) -1 || reason == E2BIG)
        continue;
      scan->fits = reason == EINVAL;
      break;
    }
  scan->offset += length - n_rest;
  return n_rest;
}

static gboolean
convert_stream (MpsTextScan *scan,
                GIConv converter,
                GInputStream *stream,
                GCancellable *cancellable,
                GError **error)
{
  char chunk[CHUNK_SIZE];
  gsize kept = 0;

  while (scan->fits)
    {
      gssize n_read = g_input_stream_read (stream, chunk + kept, sizeof chunk - kept, cancellable,
                                           error);
      gsize length;

      if (n_read < 0)
        return FALSE;
      if (n_read == 0)
        break;
      length = kept + (gsize) n_read;
      kept = convert_chunk (scan, converter, chunk, length);
      memmove (chunk, chunk + length - kept, kept);
    }
  scan->fits &= kept == 0;
  return TRUE;
}

/**
 * mps_text_scan:
 * @scan: (out caller-allocates): what is found
 * @stream: bytes, read from where it stands
 * @encoding: one of mps_text_input_get_encodings()
 * @cancellable: (nullable): a cancellable
 * @error: for what the stream fails with
 *
 * Reads @stream to its end or to the first byte that does not fit. Any thread.
 *
 * Returns: %FALSE if @stream could not be read
 */
gboolean
mps_text_scan (MpsTextScan *scan,
               GInputStream *stream,
               const char *encoding,
               GCancellable *cancellable,
               GError **error)
{
  GIConv converter = g_iconv_open ("UTF-8", encoding);
  gboolean read;

  g_return_val_if_fail (converter != (GIConv) -1, FALSE);

  *scan = (MpsTextScan){ .fits = TRUE, .line = 1 };
  read = convert_stream (scan, converter, stream, cancellable, error);
  g_iconv_close (converter);
  return read;
}
