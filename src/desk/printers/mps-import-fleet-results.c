/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-import-fleet-results.h"

#include "desk/widgets/mps-feedback.h"
#include "desk/widgets/mps-report-line.h"
#include "desk/widgets/mps-report-page.h"

#include <glib/gi18n.h>

struct _MpsImportFleetResults {
  AdwNavigationPage parent_instance;

  GPtrArray *problems;

  AdwPreferencesPage *page;
  AdwActionRow *created_row;
  AdwActionRow *updated_row;
  AdwActionRow *unchanged_row;
  AdwActionRow *rejected_row;
  GtkWidget *rejected_arrow;
  AdwActionRow *ignored_row;
  AdwActionRow *encoding_row;
};

G_DEFINE_FINAL_TYPE (MpsImportFleetResults, mps_import_fleet_results, ADW_TYPE_NAVIGATION_PAGE)

static void
set_count (AdwActionRow *row, guint count)
{
  g_autofree char *text = g_strdup_printf ("%'u", count);

  adw_action_row_set_subtitle (row, text);
}

static char *
dup_summary (const MpsPrinterImport *import)
{
  if (import->canceled)
    return g_strdup_printf (ngettext ("The import was canceled. The %'u row read before is in.",
                                      "The import was canceled. The %'u rows read before are in.",
                                      import->rows),
                            import->rows);
  return g_strdup_printf (ngettext ("%'u row was read.", "%'u rows were read.", import->rows),
                          import->rows);
}

static void
on_rejected_activated (MpsImportFleetResults *self)
{
  g_autoptr (GListModel) lines = mps_report_lines_new_for_problems (self->problems);

  mps_report_page_push (GTK_WIDGET (self), _ ("Rejected rows"), lines, _ ("Line"), _ ("Column"),
                        _ ("Reason"));
}

static void
mps_import_fleet_results_dispose (GObject *object)
{
  MpsImportFleetResults *self = MPS_IMPORT_FLEET_RESULTS (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_IMPORT_FLEET_RESULTS);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  G_OBJECT_CLASS (mps_import_fleet_results_parent_class)->dispose (object);
}

static void
mps_import_fleet_results_class_init (MpsImportFleetResultsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_import_fleet_results_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-import-fleet-results.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsImportFleetResults, page);
  gtk_widget_class_bind_template_child (widget_class, MpsImportFleetResults, created_row);
  gtk_widget_class_bind_template_child (widget_class, MpsImportFleetResults, updated_row);
  gtk_widget_class_bind_template_child (widget_class, MpsImportFleetResults, unchanged_row);
  gtk_widget_class_bind_template_child (widget_class, MpsImportFleetResults, rejected_row);
  gtk_widget_class_bind_template_child (widget_class, MpsImportFleetResults, rejected_arrow);
  gtk_widget_class_bind_template_child (widget_class, MpsImportFleetResults, ignored_row);
  gtk_widget_class_bind_template_child (widget_class, MpsImportFleetResults, encoding_row);
  gtk_widget_class_bind_template_callback (widget_class, on_rejected_activated);
}

static void
mps_import_fleet_results_init (MpsImportFleetResults *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_import_fleet_results_show:
 * @self: a results page
 * @import: what was done
 * @file: the file that was read
 *
 * Shows the outcome of an import.
 */
void
mps_import_fleet_results_show (MpsImportFleetResults *self, const MpsPrinterImport *import,
                               MpsFleetFile *file)
{
  g_autofree char *summary = dup_summary (import);
  g_autofree char *ignored = NULL;

  g_return_if_fail (MPS_IS_IMPORT_FLEET_RESULTS (self));
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  self->problems = g_ptr_array_ref (import->problems);
  ignored = g_strjoinv (", ", (GStrv) mps_fleet_file_get_ignored_columns (file));
  adw_preferences_page_set_description (self->page, summary);
  mps_feedback_say (GTK_WIDGET (self), summary);
  set_count (self->created_row, import->created);
  set_count (self->updated_row, import->updated);
  set_count (self->unchanged_row, import->unchanged);
  set_count (self->rejected_row, import->rejected);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->rejected_row), import->rejected > 0);
  gtk_widget_set_visible (self->rejected_arrow, import->rejected > 0);
  adw_action_row_set_subtitle (self->ignored_row, ignored);
  gtk_widget_set_visible (GTK_WIDGET (self->ignored_row), *ignored != '\0');
  adw_action_row_set_subtitle (self->encoding_row, mps_fleet_file_get_encoding (file));
}
