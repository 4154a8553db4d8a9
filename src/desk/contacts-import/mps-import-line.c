/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-import-line.h"

#include "mps-import-state.h"
#include "mps-import-text.h"

#include <glib/gi18n.h>

struct _MpsImportLine {
  AdwBin parent_instance;

  MpsContactsRow *row;
  GtkLabel *number;
  GtkLabel *name;
  GtkLabel *company;
  MpsImportState *state;
  GtkLabel *problems;
};

G_DEFINE_FINAL_TYPE (MpsImportLine, mps_import_line, ADW_TYPE_BIN)

static char *
dup_problems (MpsContactsRow *row, const char *separator)
{
  GPtrArray *problems = mps_contacts_row_get_problems (row);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < problems->len; i++)
    {
      const MpsProblem *problem = problems->pdata[i];

      if (problem->column)
        /* Translators: what is wrong in a column: its name, and the reason as a sentence */
        g_strv_builder_take (builder,
                             g_strdup_printf (_ ("%s: %s"), mps_problem_get_column_label (problem),
                                              problem->reason));
      else
        g_strv_builder_add (builder, problem->reason);
    }
  lines = g_strv_builder_end (builder);
  return g_strjoinv (separator, lines);
}

static void
refresh (MpsImportLine *self)
{
  g_autofree char *company = mps_import_text_dup_shown (self->row, MPS_CONTACT_COMPANY);
  g_autofree char *number = g_strdup_printf ("%u", mps_contacts_row_get_line (self->row));
  g_autofree char *name = mps_import_text_dup_name (self->row);
  g_autofree char *problems = dup_problems (self->row, "\n");

  gtk_label_set_label (self->number, number);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->company, company);
  gtk_widget_set_visible (GTK_WIDGET (self->company), *company != '\0');
  gtk_label_set_label (self->problems, problems);
  gtk_widget_set_visible (GTK_WIDGET (self->problems), *problems != '\0');
}

static void
mps_import_line_dispose (GObject *object)
{
  mps_import_line_set_row (MPS_IMPORT_LINE (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_IMPORT_LINE);
  G_OBJECT_CLASS (mps_import_line_parent_class)->dispose (object);
}

static void
mps_import_line_class_init (MpsImportLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_import_line_dispose;
  g_type_ensure (MPS_TYPE_IMPORT_STATE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-import-line.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsImportLine, number);
  gtk_widget_class_bind_template_child (widget_class, MpsImportLine, name);
  gtk_widget_class_bind_template_child (widget_class, MpsImportLine, company);
  gtk_widget_class_bind_template_child (widget_class, MpsImportLine, state);
  gtk_widget_class_bind_template_child (widget_class, MpsImportLine, problems);
}

static void
mps_import_line_init (MpsImportLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_import_line_dup_spoken:
 * @row: a row of a contacts file
 *
 * Returns: (transfer full): what a screen reader says of the row: the name of
 *   the contact, what becomes of it, and what is wrong
 */
char *
mps_import_line_dup_spoken (MpsContactsRow *row)
{
  g_autofree char *name = mps_import_text_dup_name (row);
  g_autofree char *problems = dup_problems (row, ", ");
  const char *state = mps_import_state_get_label (row);

  return g_strjoin (", ", name, state, *problems ? problems : NULL, NULL);
}

/**
 * mps_import_line_set_row:
 * @self: an import line
 * @row: (nullable): the row that it shows and follows
 */
void
mps_import_line_set_row (MpsImportLine *self, MpsContactsRow *row)
{
  g_return_if_fail (MPS_IS_IMPORT_LINE (self));
  g_return_if_fail (row == NULL || MPS_IS_CONTACTS_ROW (row));
  if (self->row == row)
    return;
  if (self->row)
    g_signal_handlers_disconnect_by_func (self->row, refresh, self);
  g_set_object (&self->row, row);
  mps_import_state_set_row (self->state, row);
  if (row == NULL)
    return;
  g_signal_connect_object (row, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}
