/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-catalogue.h"

#include <gio/gio.h>
#include <string.h>

/* The head of the file: https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html */
#define MAGIC 0x950412deu
#define HEAD_MAGIC 0
#define HEAD_N_MESSAGES 8
#define HEAD_MESSAGES 12
#define HEAD_TRANSLATIONS 16
#define HEAD_LENGTH 28

struct _MpsCatalogue {
  GMappedFile *file;
  GHashTable *translations; /* message → translation, both within the file */
};

static gboolean
read_number (GMappedFile *file, guint64 offset, gboolean swapped, guint32 *number)
{
  if (offset + sizeof *number > g_mapped_file_get_length (file))
    return FALSE;
  memcpy (number, g_mapped_file_get_contents (file) + offset, sizeof *number);
  if (swapped)
    *number = GUINT32_SWAP_LE_BE (*number);
  return TRUE;
}

/* Reads the string that the table at @offset describes: its length, and where it stands. */
static const char *
read_string (GMappedFile *file, guint64 offset, gboolean swapped)
{
  const char *contents = g_mapped_file_get_contents (file);
  guint32 length, position;

  if (!read_number (file, offset, swapped, &length)
      || !read_number (file, offset + 4, swapped, &position)
      || (guint64) position + length >= g_mapped_file_get_length (file)
      || contents[(guint64) position + length] != '\0'
      || !g_utf8_validate (contents + position, strlen (contents + position), NULL))
    return NULL;
  return contents + position;
}

static gboolean
read_all (MpsCatalogue *self)
{
  guint32 magic = 0, n_messages = 0, messages = 0, translations = 0;
  gboolean swapped;

  if (!read_number (self->file, HEAD_MAGIC, FALSE, &magic)
      || g_mapped_file_get_length (self->file) < HEAD_LENGTH)
    return FALSE;
  swapped = magic == GUINT32_SWAP_LE_BE (MAGIC);
  if (magic != MAGIC && !swapped)
    return FALSE;

  read_number (self->file, HEAD_N_MESSAGES, swapped, &n_messages);
  read_number (self->file, HEAD_MESSAGES, swapped, &messages);
  read_number (self->file, HEAD_TRANSLATIONS, swapped, &translations);
  for (guint64 i = 0; i < n_messages; i++)
    {
      const char *message = read_string (self->file, messages + i * 8, swapped);
      const char *translation = read_string (self->file, translations + i * 8, swapped);

      if (!message || !translation)
        return FALSE;
      g_hash_table_insert (self->translations, (gpointer) message, (gpointer) translation);
    }
  return TRUE;
}

/**
 * mps_catalogue_open:
 * @path: the name of a .mo file
 * @error: a #GFileError if it cannot be read, %G_IO_ERROR_INVALID_DATA if it
 *   is no catalogue or is damaged
 *
 * Returns: (transfer full) (nullable): the catalogue
 */
MpsCatalogue *
mps_catalogue_open (const char *path, GError **error)
{
  GMappedFile *file = g_mapped_file_new (path, FALSE, error);
  g_autoptr (MpsCatalogue) self = NULL;

  if (!file)
    return NULL;
  self = g_new0 (MpsCatalogue, 1);
  self->file = file;
  self->translations = g_hash_table_new (g_str_hash, g_str_equal);
  if (read_all (self))
    return g_steal_pointer (&self);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s is not a message catalogue", path);
  return NULL;
}

void
mps_catalogue_free (MpsCatalogue *self)
{
  g_hash_table_unref (self->translations);
  g_mapped_file_unref (self->file);
  g_free (self);
}

/**
 * mps_catalogue_translate:
 * @self: a catalogue
 * @message: an untranslated text
 *
 * Returns: (transfer none) (nullable): its translation, or %NULL if it has none
 */
const char *
mps_catalogue_translate (MpsCatalogue *self, const char *message)
{
  const char *translation = g_hash_table_lookup (self->translations, message);

  return translation && *translation ? translation : NULL;
}
