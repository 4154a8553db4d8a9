/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-text-guess.h"

#include "mps-text-scan.h"

#include <glib/gi18n.h>
#include <string.h>

#define START_SIZE 4096

static const char *const encodings[]
    = { "UTF-8",       "UTF-16LE",   "UTF-16BE",     "CP932", "EUC-JP",
        "ISO-2022-JP", "ISO-8859-1", "windows-1252", NULL };

/* What people call the Japanese encoding of Windows. */
static const char *const names_of_cp932[]
    = { "Shift_JIS", "Shift-JIS", "SJIS", "MS932", "windows-31j", NULL };

static const struct {
  const char *encoding;
  const char *mark;
} marks[] = {
  { "UTF-8", "\xef\xbb\xbf" },
  { "UTF-16LE", "\xff\xfe" },
  { "UTF-16BE", "\xfe\xff" },
};

static const struct {
  const char *bytes;
  gsize length;
  gboolean spreadsheet;
} signatures[] = {
  { "PK\x03\x04", 4, TRUE },        { "\xd0\xcf\x11\xe0", 4, TRUE }, { "\x89PNG", 4, FALSE },
  { "\xff\xd8\xff", 3, FALSE },     { "%PDF-", 5, FALSE },           { "\x1f\x8b", 2, FALSE },
  { "SQLite format 3", 16, FALSE },
};

typedef struct {
  guint8 bytes[START_SIZE];
  gsize length;
} Start;

/**
 * mps_text_input_get_encodings:
 *
 * Returns: (transfer none) (array zero-terminated=1): the encodings that a
 *   user can choose from, the usual ones first
 */
const char *const *
mps_text_input_get_encodings (void)
{
  return encodings;
}

static char *
dup_choices (void)
{
  return g_strjoinv (", ", (char **) encodings);
}

static const char *
find_name (const char *name)
{
  for (guint i = 0; encodings[i]; i++)
    if (g_ascii_strcasecmp (encodings[i], name) == 0)
      return encodings[i];
  for (guint i = 0; names_of_cp932[i]; i++)
    if (g_ascii_strcasecmp (names_of_cp932[i], name) == 0)
      return "CP932";
  return NULL;
}

static const char *
find_mark (const Start *start, gsize *length)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      *length = strlen (marks[i].mark);
      if (start->length >= *length && memcmp (start->bytes, marks[i].mark, *length) == 0)
        return marks[i].encoding;
    }
  *length = 0;
  return NULL;
}

static gboolean
refuse_binary (const Start *start, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    {
      if (start->length < signatures[i].length
          || memcmp (start->bytes, signatures[i].bytes, signatures[i].length) != 0)
        continue;
      g_set_error_literal (error, MPS_ERROR, MPS_ERROR_UNDECODABLE_TEXT,
                           signatures[i].spreadsheet
                               ? _ ("The file is a spreadsheet or an archive, not text. Open it in "
                                    "the spreadsheet program and save it as CSV.")
                               : _ ("The file is not text. Choose a CSV file."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_separator (guint8 byte)
{
  return byte == ',' || byte == '\n' || byte == '\r' || byte == '\t' || byte == ';';
}

/* UTF-16 without a byte order mark passes for UTF-8 or CP932 with NUL characters in it. */
static gboolean
looks_like_utf16 (const Start *start)
{
  guint separators = 0;
  guint wide = 0;

  for (gsize i = 0; i < start->length; i++)
    {
      if (!is_separator (start->bytes[i]))
        continue;
      separators++;
      if (i % 2 == 1)
        wide += start->bytes[i - 1] == 0;
      else
        wide += i + 1 < start->length && start->bytes[i + 1] == 0;
    }
  return wide * 2 > separators;
}

static gboolean
scan_from (GInputStream *stream, gsize skip, const char *encoding, MpsTextScan *scan,
           GCancellable *cancellable, GError **error)
{
  return g_seekable_seek (G_SEEKABLE (stream), (goffset) skip, G_SEEK_SET, cancellable, error)
         && mps_text_scan (scan, stream, encoding, cancellable, error);
}

static const char *
refuse_chosen (const char *encoding, gsize skip, const MpsTextScan *scan, GError **error)
{
  g_autofree char *choices = dup_choices ();

  g_set_error (error, MPS_ERROR, MPS_ERROR_UNDECODABLE_TEXT,
               _ ("The file is not %s: byte %llu of it, in line %u, does not fit. "
                  "Choose another encoding: %s."),
               encoding, (unsigned long long) (skip + scan->offset + 1), scan->line, choices);
  return NULL;
}

static const char *
refuse_guess (const MpsTextScan *utf8, const MpsTextScan *cp932, GError **error)
{
  g_autofree char *choices = dup_choices ();
  const MpsTextScan *best = utf8->offset >= cp932->offset ? utf8 : cp932;

  if (cp932->fits)
    g_set_error (error, MPS_ERROR, MPS_ERROR_UNDECODABLE_TEXT,
                 _ ("The encoding of the file is not clear from line %u on. Choose it: %s."),
                 utf8->line, choices);
  else
    g_set_error (
        error, MPS_ERROR, MPS_ERROR_UNDECODABLE_TEXT,
        _ ("The file is neither UTF-8 nor CP932: byte %llu of it, in line %u, does not fit. "
           "Choose its encoding: %s."),
        (unsigned long long) (best->offset + 1), best->line, choices);
  return NULL;
}

static const char *
refuse_unknown (const char *encoding, GError **error)
{
  g_autofree char *choices = dup_choices ();

  g_set_error (error, MPS_ERROR, MPS_ERROR_UNDECODABLE_TEXT,
               _ ("“%s” is not an encoding that can be read. Choose one of these: %s."), encoding,
               choices);
  return NULL;
}

static const char *
refuse_unclear (GError **error)
{
  g_autofree char *choices = dup_choices ();

  g_set_error (error, MPS_ERROR, MPS_ERROR_UNDECODABLE_TEXT,
               _ ("The encoding of the file is not clear. Choose it: %s."), choices);
  return NULL;
}

static const char *
accept (const char *encoding, const MpsTextScan *scan, GError **error)
{
  if (scan->has_text)
    return encoding;
  g_set_error_literal (error, MPS_ERROR, MPS_ERROR_EMPTY_FILE, _ ("The file is empty."));
  return NULL;
}

static const char *
check_chosen (GInputStream *stream, const char *encoding, gsize skip, GCancellable *cancellable,
              GError **error)
{
  MpsTextScan scan;

  if (!scan_from (stream, skip, encoding, &scan, cancellable, error))
    return NULL;
  if (!scan.fits)
    return refuse_chosen (encoding, skip, &scan, error);
  return accept (encoding, &scan, error);
}

/*
 * Japanese text that is no UTF-8. Nearly any bytes are CP932 to a decoder, so
 * it has to look like it: a lone character between Latin letters is an accent
 * of another encoding, and what is EUC-JP as well could be either.
 */
static const char *
guess_japanese (GInputStream *stream, const MpsTextScan *utf8, GCancellable *cancellable,
                GError **error)
{
  MpsTextScan cp932;
  MpsTextScan euc_jp;

  if (!scan_from (stream, 0, "CP932", &cp932, cancellable, error)
      || !scan_from (stream, 0, "EUC-JP", &euc_jp, cancellable, error))
    return NULL;
  if (!cp932.fits || cp932.has_private || !cp932.has_word || (euc_jp.fits && !euc_jp.has_c1))
    return refuse_guess (utf8, &cp932, error);
  return "CP932";
}

static const char *
guess (GInputStream *stream, const Start *start, GCancellable *cancellable, GError **error)
{
  MpsTextScan utf8;

  if (looks_like_utf16 (start))
    return refuse_unclear (error);
  if (!scan_from (stream, 0, "UTF-8", &utf8, cancellable, error))
    return NULL;
  if (!utf8.fits)
    return guess_japanese (stream, &utf8, cancellable, error);
  if (utf8.has_escape)
    return refuse_unclear (error);
  return accept ("UTF-8", &utf8, error);
}

/**
 * mps_text_guess_find:
 * @stream: a #GSeekable stream
 * @encoding: (nullable): the name that the user chose, or %NULL to find out
 * @skip: (out): how many bytes of byte order mark stand before the text
 * @cancellable: (nullable): a cancellable
 * @error: %MPS_ERROR_UNDECODABLE_TEXT, %MPS_ERROR_EMPTY_FILE for white space
 *   only, or what the stream fails with
 *
 * Reads all of @stream, and promises that it is text in the encoding found.
 *
 * Returns: (transfer none) (nullable): one of mps_text_input_get_encodings()
 */
const char *
mps_text_guess_find (GInputStream *stream, const char *encoding, gsize *skip,
                     GCancellable *cancellable, GError **error)
{
  g_autofree Start *start = g_new0 (Start, 1);
  const char *mark;
  const char *chosen = encoding ? find_name (encoding) : NULL;

  if (!g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, cancellable, error)
      || !g_input_stream_read_all (stream, start->bytes, START_SIZE, &start->length, cancellable,
                                   error))
    return NULL;
  mark = find_mark (start, skip);
  if (chosen && g_strcmp0 (mark, chosen) != 0)
    *skip = 0;
  if (!refuse_binary (start, error))
    return NULL;
  if (encoding && !chosen)
    return refuse_unknown (encoding, error);
  if (chosen || mark)
    return check_chosen (stream, chosen ? chosen : mark, *skip, cancellable, error);
  return guess (stream, start, cancellable, error);
}
