/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-serials.h"

#include "exchange/mps-csv-reader.h"
#include "exchange/mps-text-input.h"
#include "fleet/mps-text.h"

#include <glib/gi18n.h>

#define MAX_SERIALS_FILE (64 * 1024 * 1024)

typedef struct {
  GHashTable *seen;
  GStrvBuilder *serials;
} Collector;

/* The same form in which a fleet file's serial numbers are stored (source: files.md). */
static char *
normalize (const char *text)
{
  g_autofree char *narrow = mps_text_narrow (text);

  return g_utf8_strup (g_strstrip (narrow), -1);
}

/* A serial that is named twice is one printer. */
static void
collect (Collector *collector, const char *text)
{
  g_autofree char *serial = normalize (text);

  if (*serial == '\0' || !g_hash_table_add (collector->seen, g_strdup (serial)))
    return;
  g_strv_builder_add (collector->serials, serial);
}

/* The list may be what "printers export" wrote. */
static gboolean
is_header (const char *cell)
{
  g_autofree char *identity = mps_text_fold_identity (cell);

  return g_str_equal (identity, "serial number") || g_str_equal (identity, "シリアル番号");
}

static void
collect_rows (Collector *collector, MpsCsvReader *reader)
{
  const MpsCsvRow *row;

  while ((row = mps_csv_reader_next (reader)))
    if (row->n_cells > 0 && !(row->line == 1 && is_header (row->cells[0])))
      collect (collector, row->cells[0]);
}

static gboolean
collect_file (Collector *collector, MpsCtl *ctl, const char *file, GError **error)
{
  g_autoptr (GBytes) bytes = mps_ctl_read (ctl, file, MAX_SERIALS_FILE, error);
  g_autoptr (GBytes) text = bytes ? mps_text_input_decode (bytes, NULL, NULL, error) : NULL;
  g_autoptr (MpsCsvReader) reader = mps_csv_reader_new (',');
  const char *data;
  gsize length;

  if (text == NULL)
    return FALSE;
  data = g_bytes_get_data (text, &length);
  if (!mps_csv_reader_feed (reader, data, length, error) || !mps_csv_reader_end (reader, error))
    return FALSE;
  collect_rows (collector, reader);
  return TRUE;
}

static gboolean
check_some (Collector *collector, const char *file, GError **error)
{
  if (g_hash_table_size (collector->seen) > 0)
    return TRUE;
  if (file)
    g_set_error (error, MPS_ERROR, MPS_ERROR_EMPTY_FILE, _ ("There is no serial number in “%s”."),
                 file);
  else
    mps_ctl_set_usage_error (error, "%s", _ ("Name the printers by serial number."));
  return FALSE;
}

/**
 * mps_ctl_dup_serials:
 * @ctl: the run
 * @first_argument: the first of the arguments that are serial numbers
 * @file: (nullable): a file with one serial number a line, in its first column
 *   if it is CSV; "-" for standard input
 * @error: why @file can't be read, %MPS_ERROR_EMPTY_FILE, or a usage error
 *   when no printer is named
 *
 * Returns: (transfer full) (nullable): the serial numbers, each once, as they
 *   are stored; at least one
 */
GStrv
mps_ctl_dup_serials (MpsCtl *ctl, guint first_argument, const char *file, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GStrvBuilder) serials = g_strv_builder_new ();
  Collector collector = { seen, serials };

  for (guint i = first_argument; i < mps_ctl_get_n_arguments (ctl); i++)
    collect (&collector, ctl->arguments[i]);
  if ((file && !collect_file (&collector, ctl, file, error))
      || !check_some (&collector, file, error))
    return NULL;
  return g_strv_builder_end (serials);
}
