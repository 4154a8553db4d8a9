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
  scan->has_text = scan->has_text || !g_unichar_isspace (c);
  scan->has_escape |= scan->after_escape && (c == '$' || c == '(');
  scan->beyond_ascii = c < 0x80 ? 0 : scan->beyond_ascii + 1;
  scan->has_word |= scan->beyond_ascii > 1;
  scan->has_c1 |= c >= 0x80 && c < 0xa0;
  scan->has_private |= (c >= 0xe000 && c < 0xf900) || c >= 0xf0000;
}

/* Whether none of eight bytes is a control character or beyond ASCII: from a byte below 0x20 the
 * highest bit would be borrowed. */
static gboolean
are_plain (const char *bytes)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  guint64 word;

  memcpy (&word, bytes, sizeof word);
  return ((word | (word - 0x20 * ones)) & (0x80 * ones)) == 0;
}

/* Most of a file is this, and none of it is new after the first letter. */
static const char *
skip_plain (MpsTextScan *scan, const char *text, const char *end)
{
  const char *start = text;

  if (!scan->has_text || scan->after_escape)
    return text;
  while (end - text >= 8 && are_plain (text))
    text += 8;
  while (text < end && *text >= 0x20 && *text < 0x7f)
    text++;
  if (text > start)
    {
      scan->after_cr = FALSE;
      scan->beyond_ascii = 0;
    }
  return text;
}

static void
see (MpsTextScan *scan, const char *text, gsize length)
{
  const char *end = text + length;

  while ((text = skip_plain (scan, text, end)) < end)
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

/* A file with a hole in it has billions of them. */
static const char *
see_nuls (MpsTextScan *scan, const char *text, const char *end)
{
  see (scan, text, 1);
  while (text < end && *text == '\0')
    text++;
  return text;
}

/*
 * Both functions look at a chunk and return how many bytes at its end begin a
 * character that goes on in the next one. UTF-8 needs no conversion, which is
 * most of the work.
 */
static gsize
validate_chunk (MpsTextScan *scan, GIConv none, char *chunk, gsize length)
{
  const char *rest = chunk;
  const char *end = chunk + length;
  gsize n_rest = 0;

  while (rest < end && scan->fits && n_rest == 0)
    {
      const char *valid_end;

      g_utf8_validate_len (rest, (gsize) (end - rest), &valid_end);
      see (scan, rest, (gsize) (valid_end - rest));
      rest = valid_end;
      if (rest == end)
        break;
      if (*rest == '\0')
        rest = see_nuls (scan, rest, end);
      else if (g_utf8_get_char_validated (rest, end - rest) == (gunichar) -2)
        n_rest = (gsize) (end - rest);
      else
        scan->fits = FALSE;
    }
  scan->offset += (gsize) (rest - chunk);
  return (gsize) (end - rest);
}

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
scan_stream (MpsTextScan *scan, gsize (*look_at) (MpsTextScan *, GIConv, char *, gsize),
             GIConv converter, GInputStream *stream, GCancellable *cancellable, GError **error)
{
  char chunk[CHUNK_SIZE];
  gsize kept = 0;

  while (scan->fits)
    {
      gssize n_read
          = g_input_stream_read (stream, chunk + kept, sizeof chunk - kept, cancellable, error);
      gsize length;

      if (n_read < 0)
        return FALSE;
      if (n_read == 0)
        break;
      length = kept + (gsize) n_read;
      kept = look_at (scan, converter, chunk, length);
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
mps_text_scan (MpsTextScan *scan, GInputStream *stream, const char *encoding,
               GCancellable *cancellable, GError **error)
{
  GIConv converter;
  gboolean read;

  *scan = (MpsTextScan) { .fits = TRUE, .line = 1 };
  if (g_str_equal (encoding, "UTF-8"))
    return scan_stream (scan, validate_chunk, (GIConv) -1, stream, cancellable, error);
  converter = g_iconv_open ("UTF-8", encoding);
  g_return_val_if_fail (converter != (GIConv) -1, FALSE);
  read = scan_stream (scan, convert_chunk, converter, stream, cancellable, error);
  g_iconv_close (converter);
  return read;
}
