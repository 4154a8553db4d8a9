/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-policy-load-page.h"

#include "mps-policy-effects.h"
#include "mps-policy-page.h"

#include "desk/session/mps-activity.h"
#include "desk/widgets/mps-error-view.h"
#include "desk/widgets/mps-feedback.h"
#include "desk/widgets/mps-report-line.h"
#include "desk/widgets/mps-report-page.h"

#include "exchange/mps-exchange-file.h"
#include "rules/mps-policy-difference.h"
#include "store/mps-store-programme.h"

#include <glib/gi18n.h>

/* So many differences are shown as rows; the rest are behind the last one. */
#define MAX_ROWS 12

struct _MpsPolicyLoadPage {
  AdwNavigationPage parent_instance;

  MpsSession *session;
  GCancellable *cancellable; /* of the reading */
  MpsActivity *activity;     /* of the loading */
  MpsPolicy *policy;         /* what the file has */
  GPtrArray *differences;
  GPtrArray *rows; /* borrowed: those of the differences */

  GtkStack *stack;
  MpsErrorView *read_error_view;
  MpsErrorView *load_error_view;
  AdwBanner *sample_banner;
  AdwPreferencesGroup *differences_group;
  MpsPolicyEffects *effects;
  GtkWidget *bar;
};

G_DEFINE_FINAL_TYPE (MpsPolicyLoadPage, mps_policy_load_page, ADW_TYPE_NAVIGATION_PAGE)

static AdwNavigationView *
find_view (MpsPolicyLoadPage *self)
{
  return ADW_NAVIGATION_VIEW (
      gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW));
}

static void
show_all_differences (MpsPolicyLoadPage *self)
{
  g_autoptr (GListModel) lines = mps_report_lines_new ();

  for (guint i = 0; i < self->differences->len; i++)
    {
      const MpsPolicyDifference *difference = self->differences->pdata[i];

      mps_report_lines_append (lines, NULL, difference->subject, difference->detail);
    }
  mps_report_page_push (GTK_WIDGET (self), _ ("What differs"), lines, NULL,
                        /* Translators: which part of a policy */
                        _ ("Part"), _ ("Difference"));
}

static void
add_row (MpsPolicyLoadPage *self, GtkWidget *row)
{
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->differences_group, row);
}

static void
add_row_for_all (MpsPolicyLoadPage *self)
{
  const guint n = self->differences->len;
  g_autofree char *title
      = g_strdup_printf (ngettext ("Show the %'u difference", "Show all %'u differences", n), n);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "activatable", TRUE, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_object (row, "activated", G_CALLBACK (show_all_differences), self,
                           G_CONNECT_SWAPPED);
  add_row (self, row);
}

static void
show_differences (MpsPolicyLoadPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->differences_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < MIN (self->differences->len, MAX_ROWS); i++)
    {
      const MpsPolicyDifference *difference = self->differences->pdata[i];

      add_row (self, g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                                   difference->subject, "subtitle", difference->detail, NULL));
    }
  if (self->differences->len > MAX_ROWS)
    add_row_for_all (self);
}

/* The policy in force may be replaced while this one is looked at. */
static void
compare (MpsPolicyLoadPage *self)
{
  MpsPolicy *current = mps_store_get_policy (mps_session_get_store (self->session));

  if (self->policy == NULL || self->activity)
    return;
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  self->differences = mps_policy_compare (current, self->policy);
  show_differences (self);
  mps_policy_effects_show (self->effects, mps_session_get_fleet (self->session), self->policy);
  adw_banner_set_revealed (self->sample_banner, mps_policy_is_sample (self->policy));
  gtk_widget_set_visible (self->bar, self->differences->len > 0);
  gtk_stack_set_visible_child_name (self->stack,
                                    self->differences->len > 0 ? "differences" : "same");
}

static void
on_store_changed (MpsPolicyLoadPage *self, MpsChanges *changes)
{
  if (changes->policy || changes->reload)
    compare (self);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsPolicyLoadPage) self = user_data;
  g_autoptr (GError) error = NULL;
  MpsPolicy *policy = mps_exchange_read_policy_finish (result, &error);

  if (mps_feedback_is_quiet (error))
    return;
  self->policy = policy;
  if (policy)
    {
      compare (self);
      return;
    }
  mps_error_view_set_error (self->read_error_view, error);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsPolicyLoadPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  AdwNavigationView *view = find_view (self);

  mps_store_load_policy_finish (MPS_STORE (source), result, &error);
  mps_activity_end (self->activity);
  g_clear_object (&self->activity);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "policy.load", TRUE);
  mps_error_view_set_error (self->load_error_view, mps_feedback_is_quiet (error) ? NULL : error);
  if (error || view == NULL)
    return;
  text = g_strdup_printf (_ ("The policy, version %s, is in force."),
                          mps_policy_get_version (self->policy));
  mps_feedback_toast (GTK_WIDGET (self), text);
  adw_navigation_view_pop_to_page (
      view, adw_navigation_view_get_previous_page (view, ADW_NAVIGATION_PAGE (self)));
}

static void
activate_load (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsPolicyLoadPage *self = MPS_POLICY_LOAD_PAGE (widget);

  self->activity = mps_activity_begin (self->session, MPS_TASK_LOAD_POLICY);
  gtk_widget_action_set_enabled (widget, "policy.load", FALSE);
  mps_store_load_policy_async (mps_session_get_store (self->session), self->policy,
                               mps_activity_get_cancellable (self->activity), on_loaded,
                               g_object_ref (self));
}

static void
activate_show (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsPolicyLoadPage *self = MPS_POLICY_LOAD_PAGE (widget);

  adw_navigation_view_push (find_view (self), mps_policy_page_new (self->policy));
}

static void
mps_policy_load_page_dispose (GObject *object)
{
  MpsPolicyLoadPage *self = MPS_POLICY_LOAD_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_POLICY_LOAD_PAGE);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->activity);
  g_clear_object (&self->session);
  g_clear_pointer (&self->policy, mps_policy_unref);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (mps_policy_load_page_parent_class)->dispose (object);
}

static void
mps_policy_load_page_class_init (MpsPolicyLoadPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_policy_load_page_dispose;
  g_type_ensure (MPS_TYPE_ERROR_VIEW);
  g_type_ensure (MPS_TYPE_POLICY_EFFECTS);
  gtk_widget_class_install_action (widget_class, "policy.load", NULL, activate_load);
  gtk_widget_class_install_action (widget_class, "policy.show", NULL, activate_show);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-policy-load-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsPolicyLoadPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MpsPolicyLoadPage, read_error_view);
  gtk_widget_class_bind_template_child (widget_class, MpsPolicyLoadPage, load_error_view);
  gtk_widget_class_bind_template_child (widget_class, MpsPolicyLoadPage, sample_banner);
  gtk_widget_class_bind_template_child (widget_class, MpsPolicyLoadPage, differences_group);
  gtk_widget_class_bind_template_child (widget_class, MpsPolicyLoadPage, effects);
  gtk_widget_class_bind_template_child (widget_class, MpsPolicyLoadPage, bar);
}

static void
mps_policy_load_page_init (MpsPolicyLoadPage *self)
{
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_policy_load_page_new:
 * @session: a session
 * @file: what was chosen
 *
 * Returns: (transfer floating): a page to push, which begins to read @file
 */
AdwNavigationPage *
mps_policy_load_page_new (MpsSession *session, GFile *file)
{
  MpsPolicyLoadPage *self;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  self = g_object_new (MPS_TYPE_POLICY_LOAD_PAGE, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (mps_session_get_store (session), "changed",
                           G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  mps_exchange_read_policy_async (file, self->cancellable, on_read, g_object_ref (self));
  return ADW_NAVIGATION_PAGE (self);
}
