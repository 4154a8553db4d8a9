/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-import-results-page.h"

#include "mps-import-outcome.h"

#include "desk/widgets/mps-feedback.h"
#include "desk/widgets/mps-page-focus.h"
#include "desk/widgets/mps-save-file.h"

#include <glib/gi18n.h>

struct _MpsImportResultsPage {
  AdwNavigationPage parent_instance;

  MpsImportRun *run;

  AdwPreferencesPage *page;
  MpsImportOutcome *outcome;
  GtkWidget *correct_button;
};

G_DEFINE_FINAL_TYPE (MpsImportResultsPage, mps_import_results_page, ADW_TYPE_NAVIGATION_PAGE)

/* Contacts that exist already are in: there is nothing to save or correct about them. */
static gboolean
have_rejected (const MpsContactsReport *report)
{
  return report->invalid->len > 0 || report->first_line != 0;
}

static void
set_undo_enabled (MpsImportResultsPage *self, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "results.undo", enabled);
}

static void
activate_save_rejected (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsImportResultsPage *self = MPS_IMPORT_RESULTS_PAGE (widget);
  g_autoptr (GBytes) rejected = mps_contacts_report_dup_rejected (
      mps_import_run_get_report (self->run), mps_import_run_get_file (self->run));

  /* Within the page, whose toasts leave its buttons free. */
  mps_save_file (GTK_WIDGET (self->page), _ ("Save rejected rows"), "rejected-contacts.csv",
                 rejected);
}

/* What was undone can be corrected and imported again. */
static void
on_undone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsImportResultsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  const guint n = mps_store_undo_contacts_import_finish (MPS_STORE (source), result, &error);

  set_undo_enabled (self, error != NULL);
  if (error)
    {
      mps_feedback_error (GTK_WIDGET (self), _ ("Import not undone"), error);
      return;
    }
  mps_contacts_file_forget_outcome (mps_import_run_get_file (self->run));
  text = g_strdup_printf (ngettext ("The import was undone: %u contact was deleted again.",
                                    "The import was undone: %u contacts were deleted again.", n),
                          n);
  adw_preferences_page_set_description (self->page, text);
  gtk_widget_set_visible (GTK_WIDGET (self->outcome), FALSE);
  gtk_widget_set_visible (self->correct_button, TRUE);
  mps_feedback_say (GTK_WIDGET (self), text);
}

static void
activate_undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsImportResultsPage *self = MPS_IMPORT_RESULTS_PAGE (widget);
  MpsStore *store = mps_session_get_store (mps_import_run_get_session (self->run));

  set_undo_enabled (self, FALSE);
  mps_store_undo_contacts_import_async (store, mps_import_run_get_organization (self->run),
                                        mps_import_run_get_report (self->run)->task, NULL,
                                        on_undone, g_object_ref (self));
}

static void
mps_import_results_page_shown (AdwNavigationPage *page)
{
  mps_page_focus_keep (GTK_WIDGET (page), GTK_WIDGET (MPS_IMPORT_RESULTS_PAGE (page)->page));
}

static void
mps_import_results_page_dispose (GObject *object)
{
  MpsImportResultsPage *self = MPS_IMPORT_RESULTS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_IMPORT_RESULTS_PAGE);
  g_clear_object (&self->run);
  G_OBJECT_CLASS (mps_import_results_page_parent_class)->dispose (object);
}

static void
mps_import_results_page_class_init (MpsImportResultsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_import_results_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = mps_import_results_page_shown;
  g_type_ensure (MPS_TYPE_IMPORT_OUTCOME);
  gtk_widget_class_install_action (widget_class, "results.save-rejected", NULL,
                                   activate_save_rejected);
  gtk_widget_class_install_action (widget_class, "results.undo", NULL, activate_undo);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-import-results-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsImportResultsPage, page);
  gtk_widget_class_bind_template_child (widget_class, MpsImportResultsPage, outcome);
  gtk_widget_class_bind_template_child (widget_class, MpsImportResultsPage, correct_button);
}

static void
mps_import_results_page_init (MpsImportResultsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_import_results_page_show:
 * @self: an import results page
 * @run: an import with a report
 */
void
mps_import_results_page_show (MpsImportResultsPage *self, MpsImportRun *run)
{
  const MpsContactsReport *report = mps_import_run_get_report (run);
  const gboolean rejected = have_rejected (report);
  g_autofree char *summary = mps_import_run_dup_summary (run);

  g_return_if_fail (MPS_IS_IMPORT_RESULTS_PAGE (self));
  g_set_object (&self->run, run);
  adw_preferences_page_set_description (self->page, summary);
  mps_import_outcome_set_report (self->outcome, report);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "results.save-rejected", rejected);
  set_undo_enabled (self, report->imported > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->outcome), TRUE);
  gtk_widget_set_visible (self->correct_button, rejected);
  mps_feedback_say (GTK_WIDGET (self), summary);
}
