/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-enroll-result-page.h"

#include "mps-feedback.h"
#include "mps-report-page.h"
#include "mps-save-file.h"
#include "mps-task-report.h"

#include "exchange/mps-exchange-file.h"

#include <glib/gi18n.h>

struct _MpsEnrollResultPage {
  AdwNavigationPage parent_instance;

  MpsStore *store;
  gint64 organization;
  GListModel *not_added;

  AdwPreferencesPage *page;
  GtkLabel *added_count;
  GtkWidget *not_added_row;
  GtkLabel *not_added_count;
  GtkLabel *task_id;
};

G_DEFINE_FINAL_TYPE (MpsEnrollResultPage, mps_enroll_result_page, ADW_TYPE_NAVIGATION_PAGE)

static void
set_number (GtkLabel *label, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  gtk_label_set_label (label, text);
}

static void
on_not_added_activated (MpsEnrollResultPage *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view),
                            mps_report_page_new (_ ("Printers not added"), self->not_added, NULL,
                                                 _ ("Serial number"), _ ("Reason")));
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsEnrollResultPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (mps_exchange_export_finish (MPS_STORE (source), result, &error) >= 0)
    {
      mps_feedback_toast (GTK_WIDGET (self), _ ("The request file was saved."));
      return;
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "result.save-request", TRUE);
  mps_feedback_error (GTK_WIDGET (self), _ ("The Request File Was Not Saved"), error);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsEnrollResultPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;

  file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (file != NULL)
    mps_enroll_result_page_save_request (self, file);
  else
    mps_feedback_error (GTK_WIDGET (self), _ ("The Request File Was Not Saved"), error);
}

static void
activate_save_request (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Save Request File"));
  gtk_file_dialog_set_initial_name (dialog, "mps-express-request.json");
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_file_chosen,
                        g_object_ref (widget));
}

static void
mps_enroll_result_page_dispose (GObject *object)
{
  MpsEnrollResultPage *self = MPS_ENROLL_RESULT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_ENROLL_RESULT_PAGE);
  g_clear_object (&self->store);
  g_clear_object (&self->not_added);
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
  gtk_widget_class_bind_template_child (widget_class, MpsEnrollResultPage, added_count);
  gtk_widget_class_bind_template_child (widget_class, MpsEnrollResultPage, not_added_row);
  gtk_widget_class_bind_template_child (widget_class, MpsEnrollResultPage, not_added_count);
  gtk_widget_class_bind_template_child (widget_class, MpsEnrollResultPage, task_id);
  gtk_widget_class_bind_template_callback (widget_class, on_not_added_activated);
}

static void
mps_enroll_result_page_init (MpsEnrollResultPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_enroll_result_page_show:
 * @self: an enroll result page
 * @store: where the request waits to be exported
 * @organization: whose request it is
 * @task: the ended task, with its items
 */
void
mps_enroll_result_page_show (MpsEnrollResultPage *self, MpsStore *store, gint64 organization,
                             MpsTask *task)
{
  guint n_added;
  guint n_not_added;

  g_return_if_fail (MPS_IS_ENROLL_RESULT_PAGE (self));
  g_set_object (&self->store, store);
  self->organization = organization;
  g_clear_object (&self->not_added);
  self->not_added = mps_task_report_new_lines (task);
  n_added = mps_task_get_done (task);
  n_not_added = g_list_model_get_n_items (self->not_added);
  set_number (self->added_count, n_added);
  set_number (self->not_added_count, n_not_added);
  set_number (self->task_id, mps_task_get_id (task));
  gtk_widget_set_visible (self->not_added_row, n_not_added > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "result.save-request", n_added > 0);
  adw_preferences_page_set_description (
      self->page, n_added > 0 ? _ ("The printers are added as MPS Express (Pending).")
                              : _ ("No printer was added to MPS Express."));
}

/**
 * mps_enroll_result_page_save_request:
 * @self: an enroll result page that shows a task
 * @file: where to
 *
 * Writes the organization's requests that were not exported yet, and says how
 * that ended.
 */
void
mps_enroll_result_page_save_request (MpsEnrollResultPage *self, GFile *file)
{
  g_return_if_fail (MPS_IS_ENROLL_RESULT_PAGE (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "result.save-request", FALSE);
  mps_exchange_export_async (self->store, self->organization, NULL, file, NULL, on_exported,
                             g_object_ref (self));
}
