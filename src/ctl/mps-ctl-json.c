/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-json.h"

#define MAX_DEPTH 8

typedef struct {
  gboolean is_array;
  gboolean on_lines; /* each of its values begins a line */
  gboolean has_values;
} Level;

struct _MpsCtlJson {
  MpsCtlOutput *output;
  int depth;
  Level levels[MAX_DEPTH];
};

/**
 * mps_ctl_json_new:
 * @output: (transfer none): where it goes; outlives the writer
 *
 * Returns: (transfer full): a writer of one document
 */
MpsCtlJson *
mps_ctl_json_new (MpsCtlOutput *output)
{
  MpsCtlJson *self = g_new0 (MpsCtlJson, 1);

  self->output = output;
  return self;
}

void
mps_ctl_json_free (MpsCtlJson *self)
{
  g_free (self);
}

static void
write_escape (MpsCtlJson *self, guchar c)
{
  if (c == '\n')
    mps_ctl_output_puts (self->output, "\\n");
  else if (c == '"' || c == '\\')
    mps_ctl_output_print (self->output, "\\%c", c);
  else
    mps_ctl_output_print (self->output, "\\u%04x", c);
}

static void
write_string (MpsCtlJson *self, const char *text)
{
  g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  const char *start = valid ? valid : text;

  mps_ctl_output_write (self->output, "\"", 1);
  for (const char *p = start; *p; p++)
    {
      if ((guchar) *p >= 0x20 && *p != '"' && *p != '\\')
        continue;
      mps_ctl_output_write (self->output, start, p - start);
      write_escape (self, *p);
      start = p + 1;
    }
  mps_ctl_output_puts (self->output, start);
  mps_ctl_output_write (self->output, "\"", 1);
}

static void
write_line_break (MpsCtlJson *self)
{
  mps_ctl_output_print (self->output, "\n%*s", 2 * self->depth, "");
}

static void
begin_value (MpsCtlJson *self, const char *member)
{
  if (self->depth > 0)
    {
      Level *level = &self->levels[self->depth - 1];

      g_assert (level->is_array == (member == NULL));
      if (level->has_values)
        mps_ctl_output_puts (self->output, level->on_lines ? "," : ", ");
      if (level->on_lines)
        write_line_break (self);
      level->has_values = TRUE;
    }
  if (member)
    {
      write_string (self, member);
      mps_ctl_output_puts (self->output, ": ");
    }
}

static void
begin_container (MpsCtlJson *self, const char *member, gboolean is_array)
{
  Level *level = &self->levels[self->depth];

  g_assert (self->depth < MAX_DEPTH);
  if (self->depth > 0 && level[-1].is_array)
    level[-1].on_lines = TRUE;
  begin_value (self, member);
  mps_ctl_output_puts (self->output, is_array ? "[" : "{");
  *level = (Level) { .is_array = is_array, .on_lines = self->depth == 0 };
  self->depth++;
}

void
mps_ctl_json_begin_object (MpsCtlJson *self, const char *member)
{
  begin_container (self, member, FALSE);
}

void
mps_ctl_json_begin_array (MpsCtlJson *self, const char *member)
{
  begin_container (self, member, TRUE);
}

/**
 * mps_ctl_json_end:
 * @self: a writer
 *
 * Ends the object or array that was begun last; with the outermost one the
 * document ends, and its last line.
 */
void
mps_ctl_json_end (MpsCtlJson *self)
{
  const Level *level;

  g_assert (self->depth > 0);
  level = &self->levels[--self->depth];
  if (level->on_lines && level->has_values)
    write_line_break (self);
  mps_ctl_output_puts (self->output, level->is_array ? "]" : "}");
  if (self->depth == 0)
    mps_ctl_output_puts (self->output, "\n");
}

/**
 * mps_ctl_json_string:
 * @self: a writer
 * @member: (nullable): its name
 * @value: (nullable): the text, or %NULL for null
 */
void
mps_ctl_json_string (MpsCtlJson *self, const char *member, const char *value)
{
  if (value == NULL)
    {
      mps_ctl_json_null (self, member);
      return;
    }
  begin_value (self, member);
  write_string (self, value);
}

void
mps_ctl_json_integer (MpsCtlJson *self, const char *member, gint64 value)
{
  begin_value (self, member);
  mps_ctl_output_print (self->output, "%" G_GINT64_FORMAT, value);
}

void
mps_ctl_json_boolean (MpsCtlJson *self, const char *member, gboolean value)
{
  begin_value (self, member);
  mps_ctl_output_puts (self->output, value ? "true" : "false");
}

void
mps_ctl_json_null (MpsCtlJson *self, const char *member)
{
  begin_value (self, member);
  mps_ctl_output_puts (self->output, "null");
}
