/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-table.h"

#define N_MEASURED_ROWS 1000
#define GAP 2

struct _MpsCtlTable {
  MpsCtlOutput *output;
  guint n_columns;
  guint numbers;
  guint *widths;
  guint owed;       /* spaces before the next text of this line */
  GPtrArray *cells; /* of the rows that are not written yet */
};

static guint
text_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

/**
 * mps_ctl_table_new:
 * @output: (transfer none): where it goes; outlives the table
 * @n_columns: how many columns; at most 32
 * @numbers: %MPS_CTL_NUMBER of each column that holds numbers
 *
 * Returns: (transfer full): a table, to be filled cell by cell in reading order
 */
MpsCtlTable *
mps_ctl_table_new (MpsCtlOutput *output, guint n_columns, guint numbers)
{
  MpsCtlTable *self = g_new0 (MpsCtlTable, 1);

  self->output = output;
  self->n_columns = n_columns;
  self->numbers = numbers;
  self->widths = g_new0 (guint, n_columns);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/* Spaces are owed until more text follows, so that no line ends with them. */
static void
write_cell (MpsCtlTable *self, guint column, const char *text)
{
  guint width = text_width (text);
  guint padding = self->widths[column] > width ? self->widths[column] - width : 0;
  gboolean is_number = (self->numbers & MPS_CTL_NUMBER (column)) != 0;

  self->owed += (column > 0 ? GAP : 0) + (is_number ? padding : 0);
  if (*text)
    {
      mps_ctl_output_print (self->output, "%*s", (int) self->owed, "");
      mps_ctl_output_plain (self->output, text);
      self->owed = 0;
    }
  self->owed += is_number ? 0 : padding;
}

static void
write_rows (MpsCtlTable *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      guint column = i % self->n_columns;

      write_cell (self, column, self->cells->pdata[i]);
      if (column + 1 < self->n_columns)
        continue;
      mps_ctl_output_puts (self->output, "\n");
      self->owed = 0;
    }
  g_ptr_array_set_size (self->cells, 0);
}

/**
 * mps_ctl_table_cell:
 * @self: a table
 * @text: the next cell's text
 */
void
mps_ctl_table_cell (MpsCtlTable *self, const char *text)
{
  guint column = self->cells->len % self->n_columns;

  self->widths[column] = MAX (self->widths[column], text_width (text));
  g_ptr_array_add (self->cells, g_strdup (text));
  if (self->cells->len == N_MEASURED_ROWS * self->n_columns)
    write_rows (self);
}

void
mps_ctl_table_number (MpsCtlTable *self, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  mps_ctl_table_cell (self, text);
}

/**
 * mps_ctl_table_row:
 * @self: a table
 * @first: text of the row's first cell
 * @...: texts of the others, then %NULL
 */
void
mps_ctl_table_row (MpsCtlTable *self, const char *first, ...)
{
  va_list args;

  va_start (args, first);
  for (const char *text = first; text; text = va_arg (args, const char *))
    mps_ctl_table_cell (self, text);
  va_end (args);
}

/**
 * mps_ctl_table_end:
 * @self: (transfer full): a table
 *
 * Writes the rows that are left, and frees the table.
 */
void
mps_ctl_table_end (MpsCtlTable *self)
{
  write_rows (self);
  g_ptr_array_unref (self->cells);
  g_free (self->widths);
  g_free (self);
}
