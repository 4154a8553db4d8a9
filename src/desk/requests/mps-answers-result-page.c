/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-answers-result-page.h"

#include "desk/widgets/mps-feedback.h"
#include "desk/widgets/mps-report-line.h"
#include "desk/widgets/mps-report-page.h"

#include <glib/gi18n.h>

struct _MpsAnswersResultPage {
  AdwNavigationPage parent_instance;

  MpsFleet *fleet;
  MpsAnswerImport *import;

  AdwPreferencesPage *page;
  AdwActionRow *registered_row;
  GtkLabel *registered_count;
  AdwActionRow *failed_row;
  GtkLabel *failed_count;
  AdwActionRow *rejected_row;
  GtkLabel *rejected_count;
  AdwActionRow *not_done_row;
  GtkLabel *not_done_count;
  GtkLabel *task_id;
};

G_DEFINE_FINAL_TYPE (MpsAnswersResultPage, mps_answers_result_page, ADW_TYPE_NAVIGATION_PAGE)

static void
push_lines (MpsAnswersResultPage *self, const char *title, GListModel *lines, const char *detail)
{
  mps_report_page_push (GTK_WIDGET (self), title, lines, NULL, _ ("Serial number"), detail);
}

static void
on_registered_activated (MpsAnswersResultPage *self)
{
  g_autoptr (GListModel) lines = mps_report_lines_new ();

  for (guint i = 0; i < self->import->registered_serials->len; i++)
    {
      const char *serial = self->import->registered_serials->pdata[i];
      const guint32 row = mps_fleet_find_serial (self->fleet, serial);

      mps_report_lines_append (lines, "", serial,
                               row == MPS_NO_ROW ? NULL : mps_fleet_get_model (self->fleet, row));
    }
  push_lines (self, _ ("Registered printers"), lines, _ ("Model"));
}

static void
on_failed_activated (MpsAnswersResultPage *self)
{
  g_autoptr (GListModel) lines = mps_report_lines_new_for_problems (self->import->failures);

  push_lines (self, _ ("Registration failed"), lines, _ ("Reason"));
}

static void
on_rejected_activated (MpsAnswersResultPage *self)
{
  g_autoptr (GListModel) lines = mps_report_lines_new_for_problems (self->import->rejected);

  push_lines (self, _ ("Rejected answers"), lines, _ ("Reason"));
}

static void
mps_answers_result_page_dispose (GObject *object)
{
  MpsAnswersResultPage *self = MPS_ANSWERS_RESULT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_ANSWERS_RESULT_PAGE);
  g_clear_object (&self->fleet);
  g_clear_pointer (&self->import, mps_answer_import_free);
  G_OBJECT_CLASS (mps_answers_result_page_parent_class)->dispose (object);
}

static void
mps_answers_result_page_class_init (MpsAnswersResultPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_answers_result_page_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-answers-result-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsAnswersResultPage, page);
  gtk_widget_class_bind_template_child (widget_class, MpsAnswersResultPage, registered_row);
  gtk_widget_class_bind_template_child (widget_class, MpsAnswersResultPage, registered_count);
  gtk_widget_class_bind_template_child (widget_class, MpsAnswersResultPage, failed_row);
  gtk_widget_class_bind_template_child (widget_class, MpsAnswersResultPage, failed_count);
  gtk_widget_class_bind_template_child (widget_class, MpsAnswersResultPage, rejected_row);
  gtk_widget_class_bind_template_child (widget_class, MpsAnswersResultPage, rejected_count);
  gtk_widget_class_bind_template_child (widget_class, MpsAnswersResultPage, not_done_row);
  gtk_widget_class_bind_template_child (widget_class, MpsAnswersResultPage, not_done_count);
  gtk_widget_class_bind_template_child (widget_class, MpsAnswersResultPage, task_id);
  gtk_widget_class_bind_template_callback (widget_class, on_registered_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_failed_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_rejected_activated);
}

static void
mps_answers_result_page_init (MpsAnswersResultPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_count (AdwActionRow *row, GtkLabel *label, guint count)
{
  g_autofree char *text = g_strdup_printf ("%'u", count);

  gtk_label_set_label (label, text);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), count > 0);
}

static const char *
get_summary (const MpsAnswerImport *import)
{
  if (import->not_done > 0)
    return _ ("The import was canceled. What was imported before stays.");
  if (import->registered + import->failed == 0)
    return _ ("The file changed nothing.");
  return _ ("The answers were imported.");
}

/**
 * mps_answers_result_page_show:
 * @self: a page
 * @fleet: where the printers are
 * @import: (transfer full): what became of the answers
 */
void
mps_answers_result_page_show (MpsAnswersResultPage *self, MpsFleet *fleet, MpsAnswerImport *import)
{
  g_autofree char *not_done = g_strdup_printf ("%'u", import->not_done);
  g_autofree char *task = g_strdup_printf ("%" G_GINT64_FORMAT, import->task);

  g_return_if_fail (MPS_IS_ANSWERS_RESULT_PAGE (self));
  g_set_object (&self->fleet, fleet);
  g_clear_pointer (&self->import, mps_answer_import_free);
  self->import = import;
  adw_preferences_page_set_description (self->page, get_summary (import));
  mps_feedback_say (GTK_WIDGET (self), get_summary (import));
  set_count (self->registered_row, self->registered_count, import->registered);
  set_count (self->failed_row, self->failed_count, import->failed);
  set_count (self->rejected_row, self->rejected_count, import->rejected->len);
  gtk_label_set_label (self->not_done_count, not_done);
  gtk_widget_set_visible (GTK_WIDGET (self->not_done_row), import->not_done > 0);
  gtk_label_set_label (self->task_id, task);
}
