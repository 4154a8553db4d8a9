/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-import-results-page.h"

#include "mps-import-outcome.h"
#include "mps-save-file.h"

#include <glib/gi18n.h>

struct _MpsImportResultsPage {
  AdwNavigationPage parent_instance;

  MpsContactsReport *report;
  MpsContactsFile *file;

  AdwPreferencesPage *page;
  MpsImportOutcome *outcome;
};

G_DEFINE_FINAL_TYPE (MpsImportResultsPage, mps_import_results_page, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
have_rejected (const MpsContactsReport *report)
{
  return report->invalid->len > 0 || report->existing->len > 0 || report->first_line != 0;
}

static char *
dup_summary (const MpsContactsReport *report)
{
  if (report->imported == 0)
    return g_strdup (_ ("No contact was imported."));
  return g_strdup_printf (
      ngettext ("%u contact was imported.", "%u contacts were imported.", report->imported),
      report->imported);
}

static void
activate_save_rejected (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsImportResultsPage *self = MPS_IMPORT_RESULTS_PAGE (widget);
  g_autoptr (GBytes) rejected = mps_contacts_report_dup_rejected (self->report, self->file);

  mps_save_file (widget, _ ("Save Rejected Rows"), "rejected-contacts.csv", rejected);
}

static void
mps_import_results_page_dispose (GObject *object)
{
  MpsImportResultsPage *self = MPS_IMPORT_RESULTS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_IMPORT_RESULTS_PAGE);
  g_clear_pointer (&self->report, mps_contacts_report_free);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (mps_import_results_page_parent_class)->dispose (object);
}

static void
mps_import_results_page_class_init (MpsImportResultsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_import_results_page_dispose;
  g_type_ensure (MPS_TYPE_IMPORT_OUTCOME);
  gtk_widget_class_install_action (widget_class, "results.save-rejected", NULL,
                                   activate_save_rejected);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-import-results-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsImportResultsPage, page);
  gtk_widget_class_bind_template_child (widget_class, MpsImportResultsPage, outcome);
}

static void
mps_import_results_page_init (MpsImportResultsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_import_results_page_show:
 * @self: an import results page
 * @report: the outcome of the import
 * @file: what was imported, from which the rejected rows are taken
 */
void
mps_import_results_page_show (MpsImportResultsPage *self, const MpsContactsReport *report,
                              MpsContactsFile *file)
{
  g_autofree char *summary = NULL;

  g_return_if_fail (MPS_IS_IMPORT_RESULTS_PAGE (self));
  g_clear_pointer (&self->report, mps_contacts_report_free);
  self->report = mps_contacts_report_copy (report);
  g_set_object (&self->file, file);
  summary = dup_summary (report);
  adw_preferences_page_set_description (self->page, summary);
  mps_import_outcome_set_report (self->outcome, report);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "results.save-rejected",
                                 have_rejected (report));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), summary,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
