/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printers-copy.h"

#include "desk/widgets/mps-feedback.h"

#include "exchange/mps-csv-cell.h"
#include "exchange/mps-csv-writer.h"
#include "fleet/mps-printer-column.h"

#include <glib/gi18n.h>

/* So many printers are written within a fraction of a frame. */
#define SLICE 2000

typedef struct {
  GtkWidget *widget;
  MpsFleet *fleet;
  MpsPrintersCopy form;
  gint64 *printers; /* ids, since rows may get other numbers between two slices */
  guint n_printers;
  guint n_written;
  GString *text;        /* of the two texts */
  MpsCsvWriter *writer; /* of CSV */
} Copying;

static void
copying_free (gpointer data)
{
  Copying *self = data;

  g_object_unref (self->widget);
  g_object_unref (self->fleet);
  g_free (self->printers);
  g_string_free (self->text, TRUE);
  mps_csv_writer_free (self->writer);
  g_free (self);
}

static void
write_csv (Copying *self, const char *serial, const char *model, const char *statuses)
{
  mps_csv_writer_cell (self->writer, serial);
  mps_csv_writer_cell (self->writer, model);
  mps_csv_writer_cell (self->writer, statuses);
  mps_csv_writer_end_row (self->writer);
}

static void
write_printer (Copying *self, guint32 row)
{
  const char *serial = mps_fleet_get_serial (self->fleet, row);
  const char *model = mps_fleet_get_model (self->fleet, row);
  g_autofree char *statuses
      = mps_printer_column_dup_whole_text (MPS_PRINTER_COLUMN_STATUS, self->fleet, row);

  switch (self->form)
    {
    case MPS_PRINTERS_COPY_NAMES:
      mps_csv_cell_append_pasted_row (self->text, serial, model, NULL);
      break;
    case MPS_PRINTERS_COPY_TEXT:
      mps_csv_cell_append_pasted_row (self->text, serial, model, statuses, NULL);
      break;
    case MPS_PRINTERS_COPY_CSV:
      write_csv (self, serial, model, statuses);
      break;
    }
}

static void
finish (Copying *self)
{
  g_autofree char *toast = g_strdup_printf (
      self->form == MPS_PRINTERS_COPY_NAMES
          ? ngettext ("Serial number and model of %'u printer copied",
                      "Serial numbers and models of %'u printers copied", self->n_printers)
          : ngettext ("Serial number, model and statuses of %'u printer copied",
                      "Serial numbers, models and statuses of %'u printers copied",
                      self->n_printers),
      self->n_printers);

  if (self->form == MPS_PRINTERS_COPY_CSV)
    {
      g_autoptr (GBytes) bytes = mps_csv_writer_steal (self->writer);

      g_string_append_len (self->text, g_bytes_get_data (bytes, NULL),
                           (gssize) g_bytes_get_size (bytes));
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->widget), self->text->str);
  mps_feedback_toast (self->widget, toast);
}

static gboolean
write_slice (gpointer data)
{
  Copying *self = data;
  const guint end = MIN (self->n_written + SLICE, self->n_printers);

  for (; self->n_written < end; self->n_written++)
    {
      const guint32 row = mps_fleet_find_printer (self->fleet, self->printers[self->n_written]);

      if (row != MPS_NO_ROW)
        write_printer (self, row);
    }
  if (self->n_written < self->n_printers)
    return G_SOURCE_CONTINUE;
  finish (self);
  return G_SOURCE_REMOVE;
}

/**
 * mps_printers_copy:
 * @widget: the widget from which it was asked for
 * @fleet: the fleet
 * @form: what of each printer, and how
 * @rows: (array length=n_rows): printers
 * @n_rows: how many
 *
 * Puts printers into the clipboard, to be sent to whoever can help or worked on
 * elsewhere, and says so. Many are written a part at a time, between frames.
 */
void
mps_printers_copy (GtkWidget *widget, MpsFleet *fleet, MpsPrintersCopy form, const guint32 *rows,
                   guint n_rows)
{
  Copying *self = g_new0 (Copying, 1);

  self->widget = g_object_ref (widget);
  self->fleet = g_object_ref (fleet);
  self->form = form;
  self->printers = g_new (gint64, n_rows);
  self->n_printers = n_rows;
  self->text = g_string_new (NULL);
  self->writer = mps_csv_writer_new (MPS_CSV_SAFE);
  for (guint i = 0; i < n_rows; i++)
    self->printers[i] = mps_fleet_get_id (fleet, rows[i]);
  if (form == MPS_PRINTERS_COPY_CSV)
    write_csv (self, _ ("Serial number"), _ ("Model"), _ ("Printer eligibility status"));
  if (write_slice (self) == G_SOURCE_CONTINUE)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, write_slice, self, copying_free);
  else
    copying_free (self);
}
