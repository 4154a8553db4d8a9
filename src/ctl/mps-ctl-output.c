/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-output.h"

#include "fleet/mps-error.h"
#include "fleet/mps-text.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#define BUFFER_SIZE (64 * 1024)

struct _MpsCtlOutput {
  int fd;
  int errnum; /* of the write that failed, after which nothing more is written */
  GString *buffer;
};

/**
 * mps_ctl_output_new:
 * @fd: where to write; not closed
 *
 * Returns: (transfer full): an output
 */
MpsCtlOutput *
mps_ctl_output_new (int fd)
{
  MpsCtlOutput *self = g_new0 (MpsCtlOutput, 1);

  self->fd = fd;
  self->buffer = g_string_sized_new (BUFFER_SIZE);
  return self;
}

void
mps_ctl_output_free (MpsCtlOutput *self)
{
  g_string_free (self->buffer, TRUE);
  g_free (self);
}

static void
flush (MpsCtlOutput *self)
{
  const char *text = self->buffer->str;
  gsize left = self->buffer->len;

  while (left > 0 && self->errnum == 0)
    {
      gssize written = write (self->fd, text, left);

      if (written >= 0)
        {
          text += written;
          left -= written;
        }
      else if (errno != EINTR)
        self->errnum = errno;
    }
  g_string_truncate (self->buffer, 0);
}

/**
 * mps_ctl_output_set_fd:
 * @self: an output
 * @fd: where to write from now on; not closed
 */
void
mps_ctl_output_set_fd (MpsCtlOutput *self, int fd)
{
  flush (self);
  self->fd = fd;
}

void
mps_ctl_output_write (MpsCtlOutput *self, const char *text, gsize length)
{
  g_string_append_len (self->buffer, text, length);
  if (self->buffer->len >= BUFFER_SIZE)
    flush (self);
}

void
mps_ctl_output_puts (MpsCtlOutput *self, const char *text)
{
  mps_ctl_output_write (self, text, strlen (text));
}

/**
 * mps_ctl_output_plain:
 * @self: an output
 * @text: any text, from a file perhaps
 *
 * Writes @text on one line, so that no text from a file can steer a terminal:
 * a control character is shown as U+FFFD.
 */
void
mps_ctl_output_plain (MpsCtlOutput *self, const char *text)
{
  g_autofree char *plain = mps_text_dup_plain (text);

  mps_ctl_output_puts (self, plain);
}

/**
 * mps_ctl_output_print:
 * @self: an output
 * @format: lines for people
 * @...: its arguments, from a file perhaps
 *
 * Writes each line as mps_ctl_output_plain() does.
 */
void
mps_ctl_output_print (MpsCtlOutput *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    {
      if (i > 0)
        mps_ctl_output_puts (self, "\n");
      mps_ctl_output_plain (self, lines[i]);
    }
}

/**
 * mps_ctl_output_end:
 * @self: an output
 * @error: %MPS_ERROR_DISK_FULL or %MPS_ERROR_IO_ERROR
 *
 * Writes what is left. A reader who went away, as `head` does, is no failure.
 *
 * Returns: %TRUE when all was written that anybody wanted to read
 */
gboolean
mps_ctl_output_end (MpsCtlOutput *self, GError **error)
{
  flush (self);
  if (self->errnum == 0 || self->errnum == EPIPE)
    return TRUE;
  g_set_error (error, MPS_ERROR, self->errnum == ENOSPC ? MPS_ERROR_DISK_FULL : MPS_ERROR_IO_ERROR,
               _ ("The output can’t be written: %s."), g_strerror (self->errnum));
  return FALSE;
}
