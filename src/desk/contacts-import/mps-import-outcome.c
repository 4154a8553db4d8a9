/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-import-outcome.h"

#include "desk/widgets/mps-report-line.h"
#include "desk/widgets/mps-report-page.h"

#include <glib/gi18n.h>

struct _MpsImportOutcome {
  AdwPreferencesGroup parent_instance;

  MpsContactsReport *report;
  AdwPreferencesRow *imported_row;
  GtkLabel *imported_count;
  GtkWidget *existing_row;
  GtkLabel *existing_count;
  GtkWidget *not_imported_row;
  GtkLabel *not_imported_lines;
  GtkWidget *invalid_row;
  GtkLabel *invalid_count;
};

G_DEFINE_FINAL_TYPE (MpsImportOutcome, mps_import_outcome, ADW_TYPE_PREFERENCES_GROUP)

static char *
dup_number (guint number)
{
  return g_strdup_printf ("%'u", number);
}

static char *
dup_range (const MpsContactsReport *report)
{
  if (report->first_line == 0)
    return dup_number (0);
  if (report->first_line == report->last_line)
    return g_strdup_printf ("%u", report->first_line);
  /* Translators: a range of line numbers, from the first to the last */
  return g_strdup_printf (_ ("%u–%u"), report->first_line, report->last_line);
}

static const char *
get_cause_label (const MpsContactsReport *report)
{
  if (report->cause == NULL)
    return "";
  return g_str_equal (report->cause, "import-canceled") ? _ ("Import canceled")
                                                        : _ ("System error");
}

/* Problems are in the order of their lines, and a bad row can have several. */
static guint
count_lines (GPtrArray *problems)
{
  guint n = 0;
  guint last_line = 0;

  for (guint i = 0; i < problems->len; i++)
    {
      const MpsProblem *problem = problems->pdata[i];

      n += problem->line != last_line;
      last_line = problem->line;
    }
  return n;
}

static void
set_row (GtkWidget *row, GtkLabel *label, char *text, gboolean has_details)
{
  gtk_label_set_label (label, text);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), has_details);
  g_free (text);
}

static void
on_existing_activated (MpsImportOutcome *self)
{
  g_autoptr (GListModel) lines = mps_report_lines_new ();

  for (guint i = 0; i < self->report->existing->len; i++)
    {
      const MpsExistingContact *contact = self->report->existing->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u", contact->line);

      mps_report_lines_append (lines, number, contact->first_name, contact->last_name);
    }
  mps_report_page_push (GTK_WIDGET (self), _ ("Contacts already exist"), lines, _ ("Line"),
                        _ ("First name"), _ ("Last name"));
}

static void
on_not_imported_activated (MpsImportOutcome *self)
{
  g_autoptr (GListModel) lines = mps_report_lines_new ();
  g_autofree char *range = dup_range (self->report);

  mps_report_lines_append (lines, range, get_cause_label (self->report), self->report->message);
  mps_report_page_push (GTK_WIDGET (self), _ ("Contacts not imported"), lines, _ ("Lines"),
                        _ ("Cause"), _ ("What happened"));
}

static void
on_invalid_activated (MpsImportOutcome *self)
{
  g_autoptr (GListModel) lines = mps_report_lines_new_for_problems (self->report->invalid);

  mps_report_page_push (GTK_WIDGET (self), _ ("Missing or invalid information"), lines, _ ("Line"),
                        _ ("Column"), _ ("Reason"));
}

static void
mps_import_outcome_dispose (GObject *object)
{
  MpsImportOutcome *self = MPS_IMPORT_OUTCOME (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_IMPORT_OUTCOME);
  g_clear_pointer (&self->report, mps_contacts_report_free);
  G_OBJECT_CLASS (mps_import_outcome_parent_class)->dispose (object);
}

static void
mps_import_outcome_class_init (MpsImportOutcomeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_import_outcome_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-import-outcome.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsImportOutcome, imported_row);
  gtk_widget_class_bind_template_child (widget_class, MpsImportOutcome, imported_count);
  gtk_widget_class_bind_template_child (widget_class, MpsImportOutcome, existing_row);
  gtk_widget_class_bind_template_child (widget_class, MpsImportOutcome, existing_count);
  gtk_widget_class_bind_template_child (widget_class, MpsImportOutcome, not_imported_row);
  gtk_widget_class_bind_template_child (widget_class, MpsImportOutcome, not_imported_lines);
  gtk_widget_class_bind_template_child (widget_class, MpsImportOutcome, invalid_row);
  gtk_widget_class_bind_template_child (widget_class, MpsImportOutcome, invalid_count);
  gtk_widget_class_bind_template_callback (widget_class, on_existing_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_not_imported_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_invalid_activated);
}

static void
mps_import_outcome_init (MpsImportOutcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_import_outcome_set_report:
 * @self: an import outcome
 * @report: the outcome of an import, or of a check, which has no task
 *
 * Shows a copy of @report.
 */
void
mps_import_outcome_set_report (MpsImportOutcome *self, const MpsContactsReport *report)
{
  gboolean checked;

  g_return_if_fail (MPS_IS_IMPORT_OUTCOME (self));
  checked = report->task == 0;
  g_clear_pointer (&self->report, mps_contacts_report_free);
  self->report = mps_contacts_report_copy (report);
  adw_preferences_row_set_title (self->imported_row,
                                 checked ? _ ("New contacts") : _ ("Imported contacts"));
  set_row (GTK_WIDGET (self->imported_row), self->imported_count, dup_number (report->imported),
           FALSE);
  set_row (self->existing_row, self->existing_count, dup_number (report->existing->len),
           report->existing->len > 0);
  set_row (self->not_imported_row, self->not_imported_lines, dup_range (report),
           report->first_line != 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->not_imported_row), get_cause_label (report));
  gtk_widget_set_visible (self->not_imported_row, !checked || report->first_line != 0);
  set_row (self->invalid_row, self->invalid_count, dup_number (count_lines (report->invalid)),
           report->invalid->len > 0);
}
