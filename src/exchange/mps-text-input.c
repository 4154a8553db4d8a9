/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-text-input.h"

#include "mps-text-guess.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define STANDARD_INPUT "/dev/stdin"
#define CHUNK_SIZE (64 * 1024)
#define MAX_SPOOL (G_GUINT64_CONSTANT (1024) * 1024 * 1024)

static gboolean
is_standard_input (GFile *file)
{
  return g_strcmp0 (g_file_peek_path (file), STANDARD_INPUT) == 0;
}

static char *
dup_name (GFile *file)
{
  return is_standard_input (file) ? g_strdup (_ ("standard input")) : g_file_get_parse_name (file);
}

static void
set_unreadable (GFile *file, GError *cause, GError **error)
{
  g_autofree char *name = dup_name (file);

  g_assert (cause);
  if (cause->domain == MPS_ERROR || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, MPS_ERROR, MPS_ERROR_UNREADABLE,
                 _ ("There is no file “%s”. Check its name and folder, or choose another file."),
                 name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error (error, MPS_ERROR, MPS_ERROR_UNREADABLE,
                 _ ("“%s” is a folder. Choose a file in it."), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (
        error, MPS_ERROR, MPS_ERROR_UNREADABLE,
        _ ("You do not have the permission to read “%s”. Change its permissions, or choose "
           "another file."),
        name);
  else
    g_set_error (error, MPS_ERROR, MPS_ERROR_UNREADABLE,
                 _ ("“%s” cannot be read: %s. Check the disk, or choose another file."), name,
                 cause->message);
}

static void
set_too_large (GFile *file, guint64 limit, GError **error)
{
  g_autofree char *name = dup_name (file);
  g_autofree char *size = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, MPS_ERROR, MPS_ERROR_TOO_LARGE,
               _ ("“%s” is too large: it may have at most %s. Split it into several files."), name,
               size);
}

static void
set_empty (GFile *file, GError **error)
{
  g_autofree char *name = dup_name (file);

  g_set_error (error, MPS_ERROR, MPS_ERROR_EMPTY_FILE, _ ("“%s” is empty."), name);
}

/* A device such as /dev/zero never ends. */
static GInputStream *
refuse_device (GFile *file, GError **error)
{
  g_autofree char *name = dup_name (file);

  g_set_error (error, MPS_ERROR, MPS_ERROR_UNREADABLE, _ ("“%s” is a device. Choose a file."),
               name);
  return NULL;
}

/*
 * Opening a pipe waits for its writer, and nothing can cancel that. This does not wait: reading
 * does, for the writer or the cancellable.
 */
static GInputStream *
open_pipe (const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC, 0);

  if (fd >= 0)
    return g_unix_input_stream_new (fd, TRUE);
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  return NULL;
}

static GInputStream *
open_bytes (GFile *file, GCancellable *cancellable, GError **error)
{
  const char *path = g_file_peek_path (file);
  struct stat status;

  if (is_standard_input (file))
    return g_unix_input_stream_new (STDIN_FILENO, FALSE);
  if (path && stat (path, &status) == 0)
    {
      if (S_ISFIFO (status.st_mode))
        return open_pipe (path, error);
      if (S_ISBLK (status.st_mode) || S_ISCHR (status.st_mode))
        return refuse_device (file, error);
    }
  return G_INPUT_STREAM (g_file_read (file, cancellable, error));
}

static gboolean
read_up_to (GInputStream *stream, GByteArray *bytes, gsize limit, GCancellable *cancellable,
            GError **error)
{
  while (bytes->len <= limit)
    {
      gsize before = bytes->len;
      gsize n_read = 0;

      g_byte_array_set_size (bytes, (guint) (before + CHUNK_SIZE));
      if (!g_input_stream_read_all (stream, bytes->data + before, CHUNK_SIZE, &n_read, cancellable,
                                    error))
        return FALSE;
      g_byte_array_set_size (bytes, (guint) (before + n_read));
      if (n_read == 0)
        return TRUE;
    }
  return TRUE;
}

/**
 * mps_text_input_read:
 * @file: a file, pipe or standard input (mps_text_input_file_for_arg())
 * @limit: in bytes, at most 1 GiB
 * @cancellable: (nullable): a cancellable
 * @error: %MPS_ERROR_UNREADABLE, %MPS_ERROR_EMPTY_FILE or %MPS_ERROR_TOO_LARGE,
 *   with a sentence that names @file
 *
 * Reads a file whole. Blocks; any thread.
 *
 * Returns: (transfer full) (nullable): its bytes, at least one
 */
GBytes *
mps_text_input_read (GFile *file, gsize limit, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) cause = NULL;
  g_autoptr (GInputStream) stream = open_bytes (file, cancellable, &cause);

  g_return_val_if_fail (limit <= MAX_SPOOL, NULL);

  if (!stream || !read_up_to (stream, bytes, limit, cancellable, &cause))
    set_unreadable (file, cause, error);
  else if (bytes->len > limit)
    set_too_large (file, limit, error);
  else if (bytes->len == 0)
    set_empty (file, error);
  else
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  return NULL;
}

static gboolean
is_regular (GInputStream *stream, GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info = NULL;

  if (!G_IS_FILE_INPUT_STREAM (stream) || !g_seekable_can_seek (G_SEEKABLE (stream)))
    return FALSE;
  info = g_file_input_stream_query_info (G_FILE_INPUT_STREAM (stream),
                                         G_FILE_ATTRIBUTE_STANDARD_TYPE, cancellable, NULL);
  return info && g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR;
}

static gboolean
copy_up_to (GInputStream *from, GOutputStream *to, guint64 limit, guint64 *length,
            GCancellable *cancellable, GError **error)
{
  g_autofree char *chunk = g_malloc (CHUNK_SIZE);
  gssize n_read;

  for (*length = 0; *length <= limit; *length += (guint64) n_read)
    {
      n_read = g_input_stream_read (from, chunk, CHUNK_SIZE, cancellable, error);
      if (n_read <= 0)
        return n_read == 0;
      if (!g_output_stream_write_all (to, chunk, (gsize) n_read, NULL, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

/* What can be read only once is kept in a file without a name, so that it can be read twice. */
static GInputStream *
spool (GFile *file, GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileIOStream) kept = NULL;
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFile) temporary = g_file_new_tmp ("mps-desk-XXXXXX", &kept, &cause);
  g_autoptr (GInputStream) input = NULL;
  guint64 length = 0;

  if (temporary)
    input = G_INPUT_STREAM (g_file_read (temporary, cancellable, &cause));
  if (temporary)
    g_file_delete (temporary, NULL, NULL);
  if (!input
      || !copy_up_to (stream, g_io_stream_get_output_stream (G_IO_STREAM (kept)), MAX_SPOOL,
                      &length, cancellable, &cause))
    set_unreadable (file, cause, error);
  else if (length > MAX_SPOOL)
    set_too_large (file, MAX_SPOOL, error);
  else
    return g_steal_pointer (&input);
  return NULL;
}

static GInputStream *
open_seekable (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GInputStream) stream = NULL;

  stream = open_bytes (file, cancellable, &cause);
  if (!stream)
    {
      set_unreadable (file, cause, error);
      return NULL;
    }
  if (is_regular (stream, cancellable))
    return g_steal_pointer (&stream);
  return spool (file, stream, cancellable, error);
}

static guint64
measure (GInputStream *stream)
{
  GSeekable *seekable = G_SEEKABLE (stream);

  if (!g_seekable_seek (seekable, 0, G_SEEK_END, NULL, NULL))
    return 0;
  return (guint64) g_seekable_tell (seekable);
}

static GInputStream *
decode_stream (GInputStream *bytes, const char *encoding, const char **found,
               GCancellable *cancellable, GError **error)
{
  g_autoptr (GCharsetConverter) converter = NULL;
  gsize skip = 0;
  const char *name = mps_text_guess_find (bytes, encoding, &skip, cancellable, error);

  if (!name
      || !g_seekable_seek (G_SEEKABLE (bytes), (goffset) skip, G_SEEK_SET, cancellable, error))
    return NULL;
  if (found)
    *found = name;
  if (g_str_equal (name, "UTF-8"))
    return g_object_ref (bytes);
  converter = g_charset_converter_new ("UTF-8", name, error);
  if (!converter)
    return NULL;
  return g_converter_input_stream_new (bytes, G_CONVERTER (converter));
}

/**
 * mps_text_input_open:
 * @file: a file, pipe or standard input (mps_text_input_file_for_arg())
 * @encoding: (nullable): what the user chose, or %NULL to find out
 * @found: (out) (optional) (transfer none): the encoding
 * @size: (out) (optional): in bytes, of the file as it is stored
 * @cancellable: (nullable): a cancellable
 * @error: %MPS_ERROR_UNREADABLE, %MPS_ERROR_EMPTY_FILE, %MPS_ERROR_TOO_LARGE
 *   (a pipe of more than 1 GiB) or %MPS_ERROR_UNDECODABLE_TEXT
 *
 * Opens a text of any size. It is read once to find out whether its encoding
 * fits; the stream then reads it again, so memory stays bounded. Blocks; any
 * thread.
 *
 * Returns: (transfer full) (nullable): a stream of UTF-8, without a byte order
 *   mark; it may hold NUL characters, and anything at all when another program
 *   writes to the file between the two readings
 */
GInputStream *
mps_text_input_open (GFile *file, const char *encoding, const char **found, guint64 *size,
                     GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GInputStream) bytes = open_seekable (file, cancellable, error);
  GInputStream *text;
  guint64 length;

  if (!bytes)
    return NULL;
  length = measure (bytes);
  if (size)
    *size = length;
  if (length == 0)
    {
      set_empty (file, error);
      return NULL;
    }
  text = decode_stream (bytes, encoding, found, cancellable, &cause);
  if (!text)
    set_unreadable (file, cause, error);
  return text;
}

/**
 * mps_text_input_tell:
 * @text: a stream of mps_text_input_open()
 *
 * Returns: how many bytes of the file were read, out of its size
 */
guint64
mps_text_input_tell (GInputStream *text)
{
  GInputStream *bytes = text;

  if (G_IS_FILTER_INPUT_STREAM (text))
    bytes = g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (text));
  return (guint64) g_seekable_tell (G_SEEKABLE (bytes));
}

/**
 * mps_text_input_decode:
 * @bytes: a whole file
 * @encoding: (nullable): what the user chose, or %NULL to find out
 * @found: (out) (optional) (transfer none): the encoding
 * @error: %MPS_ERROR_UNDECODABLE_TEXT or %MPS_ERROR_EMPTY_FILE
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): UTF-8 without a byte order mark; it may
 *   hold NUL characters
 */
GBytes *
mps_text_input_decode (GBytes *bytes, const char *encoding, const char **found, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GInputStream) text = decode_stream (stream, encoding, found, NULL, error);
  g_autoptr (GByteArray) decoded = g_byte_array_new ();

  if (!text || !read_up_to (text, decoded, MAX_SPOOL, NULL, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&decoded));
}

/**
 * mps_text_input_file_for_arg:
 * @arg: a command line argument
 *
 * Returns: (transfer full): its file; standard input for "-"
 */
GFile *
mps_text_input_file_for_arg (const char *arg)
{
  if (g_strcmp0 (arg, "-") == 0)
    return g_file_new_for_path (STANDARD_INPUT);
  return g_file_new_for_commandline_arg (arg);
}
