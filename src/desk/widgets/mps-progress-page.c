/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-progress-page.h"

#include "mps-page-focus.h"

struct _MpsProgressPage {
  AdwNavigationPage parent_instance;

  char *heading;
  char *description;
  MpsActivity *activity;
  AdwDialog *dialog; /* (unowned): the one that is held open while the work runs */

  GtkProgressBar *bar;
};

typedef enum {
  PROP_HEADING = 1,
  PROP_DESCRIPTION,
} MpsProgressPageProperty;

static GParamSpec *properties[PROP_DESCRIPTION + 1];

G_DEFINE_FINAL_TYPE (MpsProgressPage, mps_progress_page, ADW_TYPE_NAVIGATION_PAGE)

static void
activate_cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mps_progress_page_cancel (MPS_PROGRESS_PAGE (widget));
}

static void
refresh_cancel (MpsProgressPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "progress.cancel",
                                 !mps_activity_get_canceling (self->activity));
}

/* A navigation view swallows Escape above a page that can't be left; the dialog decides. */
static void
activate_close (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (widget, ADW_TYPE_DIALOG);

  if (dialog)
    adw_dialog_close (ADW_DIALOG (dialog));
}

static void
mps_progress_page_shown (AdwNavigationPage *page)
{
  GtkWidget *bar = GTK_WIDGET (MPS_PROGRESS_PAGE (page)->bar);

  mps_page_focus_keep (GTK_WIDGET (page), gtk_widget_get_parent (bar));
}

static void
mps_progress_page_dispose (GObject *object)
{
  MpsProgressPage *self = MPS_PROGRESS_PAGE (object);

  g_clear_weak_pointer (&self->dialog);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_PROGRESS_PAGE);
  g_clear_object (&self->activity);
  g_clear_pointer (&self->heading, g_free);
  g_clear_pointer (&self->description, g_free);
  G_OBJECT_CLASS (mps_progress_page_parent_class)->dispose (object);
}

static void
mps_progress_page_get_property (GObject *object, guint property_id, GValue *value,
                                GParamSpec *pspec)
{
  MpsProgressPage *self = MPS_PROGRESS_PAGE (object);

  switch ((MpsProgressPageProperty) property_id)
    {
    case PROP_HEADING:
      g_value_set_string (value, self->heading);
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, self->description);
      break;
    }
}

static void
mps_progress_page_set_property (GObject *object, guint property_id, const GValue *value,
                                GParamSpec *pspec)
{
  MpsProgressPage *self = MPS_PROGRESS_PAGE (object);

  switch ((MpsProgressPageProperty) property_id)
    {
    case PROP_HEADING:
      if (g_set_str (&self->heading, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_DESCRIPTION:
      if (g_set_str (&self->description, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    }
}

static void
mps_progress_page_class_init (MpsProgressPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = mps_progress_page_dispose;
  object_class->get_property = mps_progress_page_get_property;
  object_class->set_property = mps_progress_page_set_property;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = mps_progress_page_shown;

  properties[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL, flags);
  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "progress.cancel", NULL, activate_cancel);
  gtk_widget_class_install_action (widget_class, "progress.close", NULL, activate_close);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-progress-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsProgressPage, bar);
}

static void
mps_progress_page_init (MpsProgressPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_progress_page_begin:
 * @self: a progress page
 * @activity: what begins; its Cancel button cancels it
 */
void
mps_progress_page_begin (MpsProgressPage *self, MpsActivity *activity)
{
  g_return_if_fail (MPS_IS_PROGRESS_PAGE (self));
  g_return_if_fail (MPS_IS_ACTIVITY (activity));
  g_set_object (&self->activity, activity);
  g_object_bind_property (mps_activity_get_progress (activity), "fraction", self->bar, "fraction",
                          G_BINDING_SYNC_CREATE);
  /* It may be canceled elsewhere, too. */
  g_signal_connect_object (activity, "notify::canceling", G_CALLBACK (refresh_cancel), self,
                           G_CONNECT_SWAPPED);
  refresh_cancel (self);
}

/**
 * mps_progress_page_run:
 * @self: a progress page that is not shown
 * @navigation: in a dialog
 * @activity: what begins
 *
 * Begins, and shows the page. Until mps_progress_page_end() the dialog stays
 * open: a wish to close it, as Escape is, cancels the work.
 */
void
mps_progress_page_run (MpsProgressPage *self, AdwNavigationView *navigation, MpsActivity *activity)
{
  GtkWidget *dialog;

  g_return_if_fail (MPS_IS_PROGRESS_PAGE (self));
  g_return_if_fail (ADW_IS_NAVIGATION_VIEW (navigation));
  dialog = gtk_widget_get_ancestor (GTK_WIDGET (navigation), ADW_TYPE_DIALOG);
  g_return_if_fail (dialog != NULL);
  mps_progress_page_begin (self, activity);
  g_set_weak_pointer (&self->dialog, ADW_DIALOG (dialog));
  adw_dialog_set_can_close (self->dialog, FALSE);
  g_signal_connect_object (self->dialog, "close-attempt", G_CALLBACK (mps_progress_page_cancel),
                           self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (navigation, ADW_NAVIGATION_PAGE (self));
}

/**
 * mps_progress_page_cancel:
 * @self: a progress page
 *
 * Cancels the work that has begun. It ends when it has put things in order.
 */
void
mps_progress_page_cancel (MpsProgressPage *self)
{
  g_return_if_fail (MPS_IS_PROGRESS_PAGE (self));
  g_return_if_fail (self->activity != NULL);
  mps_activity_cancel (self->activity);
}

/**
 * mps_progress_page_end:
 * @self: a progress page whose work has called back
 *
 * Says that the activity is done, and lets the dialog be closed that was held open.
 */
void
mps_progress_page_end (MpsProgressPage *self)
{
  g_return_if_fail (MPS_IS_PROGRESS_PAGE (self));
  g_return_if_fail (self->activity != NULL);
  mps_activity_end (self->activity);
  if (self->dialog == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->dialog, mps_progress_page_cancel, self);
  adw_dialog_set_can_close (self->dialog, TRUE);
  g_clear_weak_pointer (&self->dialog);
}
