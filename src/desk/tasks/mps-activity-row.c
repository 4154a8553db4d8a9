/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-activity-row.h"

#include <glib/gi18n.h>

struct _MpsActivityRow {
  AdwActionRow parent_instance;

  MpsActivity *activity;

  GtkProgressBar *bar;
};

G_DEFINE_FINAL_TYPE (MpsActivityRow, mps_activity_row, ADW_TYPE_ACTION_ROW)

static void
refresh (MpsActivityRow *self)
{
  const gint64 task = mps_activity_get_task (self->activity);
  const gboolean canceling = mps_activity_get_canceling (self->activity);
  g_autofree char *id = NULL;

  if (task != 0)
    id = g_strdup_printf (_ ("Task %lld"), (long long) task);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), canceling ? _ ("Canceling…") : id);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), task != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "activity.cancel", !canceling);
}

static void
on_activated (MpsActivityRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-task", "x",
                              mps_activity_get_task (self->activity));
}

static void
activate_cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mps_activity_cancel (MPS_ACTIVITY_ROW (widget)->activity);
}

static void
mps_activity_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_ACTIVITY_ROW);
  g_clear_object (&MPS_ACTIVITY_ROW (object)->activity);
  G_OBJECT_CLASS (mps_activity_row_parent_class)->dispose (object);
}

static void
mps_activity_row_class_init (MpsActivityRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_activity_row_dispose;
  gtk_widget_class_install_action (widget_class, "activity.cancel", NULL, activate_cancel);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-activity-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsActivityRow, bar);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
mps_activity_row_init (MpsActivityRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_activity_row_new:
 * @activity: what runs
 *
 * Returns: (transfer floating): a row of a list box
 */
GtkWidget *
mps_activity_row_new (MpsActivity *activity)
{
  MpsActivityRow *self;

  g_return_val_if_fail (MPS_IS_ACTIVITY (activity), NULL);
  self = g_object_new (MPS_TYPE_ACTIVITY_ROW, "title",
                       mps_task_kind_get_label (mps_activity_get_kind (activity)), NULL);
  self->activity = g_object_ref (activity);
  g_object_bind_property (mps_activity_get_progress (activity), "fraction", self->bar, "fraction",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_object (activity, "notify::task", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (activity, "notify::canceling", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
