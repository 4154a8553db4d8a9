/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-report-view.h"

#include "mps-feedback.h"
#include "mps-report-line.h"

#include "exchange/mps-csv-cell.h"

#include <glib/gi18n.h>

struct _MpsReportView {
  AdwBin parent_instance;

  GtkListView *list;
  GtkLabel *number_title;
  GtkLabel *subject_title;
  GtkLabel *detail_title;
};

G_DEFINE_FINAL_TYPE (MpsReportView, mps_report_view, ADW_TYPE_BIN)

static char *
row_label (GtkListItem *item, const char *number, const char *subject, const char *detail)
{
  return g_strjoin (" ", number, subject, detail, NULL);
}

static gboolean
has_text (GtkListItem *item, const char *text)
{
  return text != NULL && *text != '\0';
}

/* A path or an address that is broken into two lines must not seem to have a hyphen there. */
static PangoAttrList *
exact_breaks (GtkListItem *item)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  return attributes;
}

static void
append_line (MpsReportView *self, GString *text, MpsReportLine *line)
{
  g_autofree char *number = NULL, *subject = NULL, *detail = NULL;

  g_object_get (line, "number", &number, "subject", &subject, "detail", &detail, NULL);
  if (gtk_widget_get_visible (GTK_WIDGET (self->number_title)))
    {
      mps_csv_cell_append_pasted (text, number);
      g_string_append_c (text, '\t');
    }
  mps_csv_cell_append_pasted_row (text, subject, *detail ? detail : NULL, NULL);
}

/* The selected lines, or all where none is selected, as rows of cells that spreadsheets take. */
static char *
dup_text (MpsReportView *self)
{
  GtkSelectionModel *model;
  g_autoptr (GtkBitset) selected = NULL;
  GString *text = g_string_new (NULL);
  guint n_lines;

  model = gtk_list_view_get_model (self->list);
  selected = model ? gtk_selection_model_get_selection (model) : gtk_bitset_new_empty ();
  n_lines = model ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
  for (guint i = 0; i < n_lines; i++)
    {
      g_autoptr (MpsReportLine) line = g_list_model_get_item (G_LIST_MODEL (model), i);

      if (gtk_bitset_is_empty (selected) || gtk_bitset_contains (selected, i))
        append_line (self, text, line);
    }
  return g_string_free_and_steal (text);
}

static void
activate_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsReportView *self = MPS_REPORT_VIEW (widget);
  g_autofree char *text = dup_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  mps_feedback_toast (widget, _ ("The list was copied."));
}

static void
mps_report_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_REPORT_VIEW);
  G_OBJECT_CLASS (mps_report_view_parent_class)->dispose (object);
}

static void
mps_report_view_class_init (MpsReportViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_report_view_dispose;
  gtk_widget_class_install_action (widget_class, "report.copy", NULL, activate_copy);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-report-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsReportView, list);
  gtk_widget_class_bind_template_child (widget_class, MpsReportView, number_title);
  gtk_widget_class_bind_template_child (widget_class, MpsReportView, subject_title);
  gtk_widget_class_bind_template_child (widget_class, MpsReportView, detail_title);
  gtk_widget_class_bind_template_callback (widget_class, row_label);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, exact_breaks);
}

static void
mps_report_view_init (MpsReportView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_report_view_set_lines:
 * @self: a report view
 * @lines: (nullable): a list of #MpsReportLine
 */
void
mps_report_view_set_lines (MpsReportView *self, GListModel *lines)
{
  g_autoptr (GtkMultiSelection) model = NULL;

  g_return_if_fail (MPS_IS_REPORT_VIEW (self));
  g_return_if_fail (lines == NULL || G_IS_LIST_MODEL (lines));
  model = lines ? gtk_multi_selection_new (g_object_ref (lines)) : NULL;
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
}

/**
 * mps_report_view_set_titles:
 * @self: a report view
 * @number: (nullable): the title of the numbers; %NULL where the lines have none
 * @subject: the title of the subjects
 * @detail: the title of the details
 */
void
mps_report_view_set_titles (MpsReportView *self, const char *number, const char *subject,
                            const char *detail)
{
  g_return_if_fail (MPS_IS_REPORT_VIEW (self));
  gtk_label_set_label (self->number_title, number ? number : "");
  gtk_widget_set_visible (GTK_WIDGET (self->number_title), number != NULL);
  gtk_label_set_label (self->subject_title, subject);
  gtk_label_set_label (self->detail_title, detail);
}
