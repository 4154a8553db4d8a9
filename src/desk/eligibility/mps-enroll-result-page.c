/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-enroll-result-page.h"

#include "desk/requests/mps-request-export.h"
#include "desk/tasks/mps-task-report.h"
#include "desk/widgets/mps-feedback.h"
#include "desk/widgets/mps-report-page.h"

#include <glib/gi18n.h>

struct _MpsEnrollResultPage {
  AdwNavigationPage parent_instance;

  MpsSession *session;
  gint64 organization;
  MpsTask *task;

  AdwPreferencesPage *page;
  GtkListBoxRow *added_row;
  GtkWidget *added_arrow;
  GtkLabel *added_count;
  AdwActionRow *not_added_row;
  GtkLabel *not_added_count;
  GtkLabel *task_id;
  GtkWidget *next_group;
};

G_DEFINE_FINAL_TYPE (MpsEnrollResultPage, mps_enroll_result_page, ADW_TYPE_NAVIGATION_PAGE)

static void
set_number (GtkLabel *label, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  gtk_label_set_label (label, text);
}

static void
push_lines (MpsEnrollResultPage *self, const char *title, GListModel *lines, const char *detail)
{
  mps_report_page_push (GTK_WIDGET (self), title, lines, NULL, _ ("Serial number"), detail);
}

static void
on_added_activated (MpsEnrollResultPage *self)
{
  g_autoptr (GListModel) lines
      = mps_task_report_new_done_lines (self->task, mps_session_get_fleet (self->session));

  push_lines (self, _ ("Printers added"), lines, _ ("Model"));
}

static void
on_not_added_activated (MpsEnrollResultPage *self)
{
  g_autoptr (GListModel) lines = mps_task_report_new_lines (self->task);

  push_lines (self, _ ("Printers not added"), lines, _ ("Reason"));
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsEnrollResultPage) self = user_data;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "result.save-request",
                                 !mps_request_export_finish (GTK_WIDGET (source), result));
}

static void
activate_save_request (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mps_enroll_result_page_save_request (MPS_ENROLL_RESULT_PAGE (widget), NULL);
}

static void
mps_enroll_result_page_dispose (GObject *object)
{
  MpsEnrollResultPage *self = MPS_ENROLL_RESULT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_ENROLL_RESULT_PAGE);
  g_clear_object (&self->session);
  g_clear_object (&self->task);
  G_OBJECT_CLASS (mps_enroll_result_page_parent_class)->dispose (object);
}

static void
mps_enroll_result_page_class_init (MpsEnrollResultPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_enroll_result_page_dispose;
  gtk_widget_class_install_action (widget_class, "result.save-request", NULL,
                                   activate_save_request);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-enroll-result-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsEnrollResultPage, page);
  gtk_widget_class_bind_template_child (widget_class, MpsEnrollResultPage, added_row);
  gtk_widget_class_bind_template_child (widget_class, MpsEnrollResultPage, added_arrow);
  gtk_widget_class_bind_template_child (widget_class, MpsEnrollResultPage, added_count);
  gtk_widget_class_bind_template_child (widget_class, MpsEnrollResultPage, not_added_row);
  gtk_widget_class_bind_template_child (widget_class, MpsEnrollResultPage, not_added_count);
  gtk_widget_class_bind_template_child (widget_class, MpsEnrollResultPage, task_id);
  gtk_widget_class_bind_template_child (widget_class, MpsEnrollResultPage, next_group);
  gtk_widget_class_bind_template_callback (widget_class, on_added_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_not_added_activated);
}

static void
mps_enroll_result_page_init (MpsEnrollResultPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
get_summary (MpsTask *task)
{
  if (mps_task_get_state (task) == MPS_TASK_CANCELED)
    return _ ("Adding was canceled. No printer was added, and all of them are as they were.");
  if (mps_task_get_done (task) == 0)
    return _ ("No printer was added to MPS Express.");
  return _ ("The printers are added as MPS Express (Pending). This cannot be taken back.");
}

/**
 * mps_enroll_result_page_show:
 * @self: an enroll result page
 * @session: the session in whose organization it was done
 * @task: the ended task, with its items
 */
void
mps_enroll_result_page_show (MpsEnrollResultPage *self, MpsSession *session, MpsTask *task)
{
  const gboolean canceled = mps_task_get_state (task) == MPS_TASK_CANCELED;
  guint n_added, n_not_added;

  g_return_if_fail (MPS_IS_ENROLL_RESULT_PAGE (self));
  g_set_object (&self->session, session);
  g_set_object (&self->task, task);
  self->organization = mps_session_get_organization (session);
  n_added = mps_task_get_done (task);
  n_not_added = mps_task_get_items (task)->len - n_added;
  set_number (self->added_count, n_added);
  set_number (self->not_added_count, n_not_added);
  set_number (self->task_id, mps_task_get_id (task));
  gtk_list_box_row_set_activatable (self->added_row, n_added > 0);
  gtk_widget_set_visible (self->added_arrow, n_added > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->not_added_row), n_not_added > 0);
  adw_action_row_set_subtitle (self->not_added_row,
                               canceled ? "" : _ ("They were no longer eligible at that moment."));
  gtk_widget_set_visible (self->next_group, n_added > 0);
  adw_preferences_page_set_description (self->page, get_summary (task));
  mps_feedback_say (GTK_WIDGET (self), get_summary (task));
}

/**
 * mps_enroll_result_page_save_request:
 * @self: an enroll result page that shows a task
 * @file: (nullable): where to; %NULL to ask
 *
 * Saves the organization's requests that were not exported yet, and says how
 * that ended.
 */
void
mps_enroll_result_page_save_request (MpsEnrollResultPage *self, GFile *file)
{
  g_return_if_fail (MPS_IS_ENROLL_RESULT_PAGE (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "result.save-request", FALSE);
  mps_request_export_async (GTK_WIDGET (self), mps_session_get_store (self->session),
                            self->organization, NULL, file, on_exported, g_object_ref (self));
}
