/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-enroll-dialog.h"

#include "mps-eligibility-group.h"
#include "mps-enroll-result-page.h"
#include "mps-status-page.h"
#include "mps-terms-page.h"

#include "desk/widgets/mps-feedback.h"
#include "desk/widgets/mps-progress-page.h"

#include "store/mps-store-printers.h"

#include <glib/gi18n.h>

struct _MpsEnrollDialog {
  AdwDialog parent_instance;

  MpsSession *session;
  gint64 organization;
  gint64 *printers;
  gsize n_printers;
  GArray *eligible; /* (element-type gint64): ids of those that are eligible now */

  AdwNavigationView *navigation;
  AdwWindowTitle *window_title;
  MpsEligibilityGroup *eligibility_group;
  MpsTermsPage *terms_page;
  MpsProgressPage *progress_page;
  MpsEnrollResultPage *result_page;
};

G_DEFINE_FINAL_TYPE (MpsEnrollDialog, mps_enroll_dialog, ADW_TYPE_DIALOG)

static void
refresh_actions (MpsEnrollDialog *self)
{
  gboolean any = self->eligible->len > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "enroll.continue", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "enroll.run",
                                 any && mps_terms_page_get_accepted (self->terms_page));
}

/* Rows move when the fleet is loaded again, ids do not; so ids are what is kept. */
static MpsBreakdown *
break_down (MpsEnrollDialog *self, MpsFleet *fleet)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (gsize i = 0; i < self->n_printers; i++)
    {
      guint32 row = mps_fleet_find_printer (fleet, self->printers[i]);

      if (row != MPS_NO_ROW)
        g_array_append_val (rows, row);
    }
  return mps_breakdown_new (fleet, (const guint32 *) rows->data, rows->len);
}

static void
refresh_eligibility (MpsEnrollDialog *self)
{
  MpsFleet *fleet = mps_session_get_fleet (self->session);
  g_autoptr (MpsBreakdown) breakdown = break_down (self, fleet);
  const guint32 *rows = mps_breakdown_get_rows (breakdown, MPS_STATUS_ELIGIBLE);
  guint n_rows = mps_breakdown_get_count (breakdown, MPS_STATUS_ELIGIBLE);

  g_array_set_size (self->eligible, 0);
  for (guint i = 0; i < n_rows; i++)
    {
      gint64 id = mps_fleet_get_id (fleet, rows[i]);

      g_array_append_val (self->eligible, id);
    }
  mps_eligibility_group_set_breakdown (self->eligibility_group, breakdown);
  mps_terms_page_set_n_printers (self->terms_page, n_rows);
  refresh_actions (self);
}

static void
on_status_activated (MpsEnrollDialog *self, int status)
{
  adw_navigation_view_push (self->navigation,
                            mps_status_page_new (mps_session_get_fleet (self->session),
                                                 self->printers, self->n_printers, status));
}

static void
activate_continue (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsEnrollDialog *self = MPS_ENROLL_DIALOG (widget);

  mps_terms_page_show (self->terms_page,
                       mps_store_get_policy (mps_session_get_store (self->session)));
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (self->terms_page));
}

/* Terms that were replaced in the meantime are to be read again; another process may have done it
 * so recently that the store has not heard of it yet. */
static void
on_store_changed (MpsEnrollDialog *self, MpsChanges *changes)
{
  if (changes->policy)
    mps_terms_page_update (self->terms_page,
                           mps_store_get_policy (mps_session_get_store (self->session)));
}

static void
on_enrolled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsEnrollDialog) self = user_data;
  g_autoptr (MpsTask) task = NULL;
  g_autoptr (GError) error = NULL;

  task = mps_store_enroll_finish (MPS_STORE (source), result, &error);
  mps_progress_page_end (self->progress_page);
  if (task == NULL)
    {
      adw_navigation_view_pop (self->navigation);
      mps_terms_page_set_error (self->terms_page, mps_feedback_is_quiet (error) ? NULL : error);
      return;
    }
  mps_enroll_result_page_show (self->result_page, self->session, task);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (self->result_page));
}

/* Only what was eligible on the screen is asked for; the store judges it once more. */
static void
activate_run (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsEnrollDialog *self = MPS_ENROLL_DIALOG (widget);
  g_autoptr (MpsActivity) activity = mps_activity_begin (self->session, MPS_TASK_ENROLL);
  MpsAcceptedTerms terms;

  mps_terms_page_get_terms (self->terms_page, &terms);
  mps_terms_page_set_error (self->terms_page, NULL);
  mps_progress_page_run (self->progress_page, self->navigation, activity);
  mps_store_enroll_async (
      mps_session_get_store (self->session), self->organization, &terms,
      mps_targets_new_ids ((const gint64 *) self->eligible->data, self->eligible->len),
      mps_activity_get_progress (activity), mps_activity_get_cancellable (activity), on_enrolled,
      g_object_ref (self));
}

static void
mps_enroll_dialog_dispose (GObject *object)
{
  MpsEnrollDialog *self = MPS_ENROLL_DIALOG (object);

  /* Libadwaita 1.7 never frees the child of a dialog that was presented. */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_ENROLL_DIALOG);
  g_clear_object (&self->session);
  g_clear_pointer (&self->printers, g_free);
  g_clear_pointer (&self->eligible, g_array_unref);
  G_OBJECT_CLASS (mps_enroll_dialog_parent_class)->dispose (object);
}

static void
mps_enroll_dialog_class_init (MpsEnrollDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_enroll_dialog_dispose;

  g_type_ensure (MPS_TYPE_ELIGIBILITY_GROUP);
  g_type_ensure (MPS_TYPE_TERMS_PAGE);
  g_type_ensure (MPS_TYPE_PROGRESS_PAGE);
  g_type_ensure (MPS_TYPE_ENROLL_RESULT_PAGE);
  gtk_widget_class_install_action (widget_class, "enroll.continue", NULL, activate_continue);
  gtk_widget_class_install_action (widget_class, "enroll.run", NULL, activate_run);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-enroll-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsEnrollDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, MpsEnrollDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, MpsEnrollDialog, eligibility_group);
  gtk_widget_class_bind_template_child (widget_class, MpsEnrollDialog, terms_page);
  gtk_widget_class_bind_template_child (widget_class, MpsEnrollDialog, progress_page);
  gtk_widget_class_bind_template_child (widget_class, MpsEnrollDialog, result_page);
  gtk_widget_class_bind_template_callback (widget_class, on_status_activated);
  gtk_widget_class_bind_template_callback (widget_class, refresh_actions);
}

static void
mps_enroll_dialog_init (MpsEnrollDialog *self)
{
  self->eligible = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_enroll_dialog_new:
 * @session: the session whose organization the printers belong to
 * @printers: (array length=n_printers): ids of printers
 * @n_printers: how many
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
mps_enroll_dialog_new (MpsSession *session, const gint64 *printers, gsize n_printers)
{
  g_autofree char *subtitle = NULL;
  MpsEnrollDialog *self;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  g_return_val_if_fail (!mps_session_get_read_only (session), NULL);
  self = g_object_new (MPS_TYPE_ENROLL_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->organization = mps_session_get_organization (session);
  self->printers = g_memdup2 (printers, n_printers * sizeof *printers);
  self->n_printers = n_printers;
  subtitle = g_strdup_printf (
      ngettext ("%u printer selected", "%u printers selected", (gulong) n_printers),
      (guint) n_printers);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  g_signal_connect_object (mps_session_get_fleet (session), "printers-changed",
                           G_CALLBACK (refresh_eligibility), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mps_session_get_store (session), "changed",
                           G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  refresh_eligibility (self);
  return ADW_DIALOG (self);
}
