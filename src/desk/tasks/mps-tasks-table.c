/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-tasks-table.h"

#include "desk/widgets/mps-cell-tooltip.h"
#include "desk/widgets/mps-gradual-rows.h"

#include "fleet/mps-task.h"
#include "fleet/mps-time.h"

#include <glib/gi18n.h>

struct _MpsTasksTable {
  AdwBin parent_instance;

  MpsLazyList *tasks;

  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (MpsTasksTable, mps_tasks_table, ADW_TYPE_BIN)

static char *
dup_id (GObject *cell, gint64 key)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, key);
}

static char *
dup_kind (GObject *cell, MpsTask *task)
{
  return g_strdup (task ? mps_task_kind_get_label (mps_task_get_kind (task)) : "");
}

static char *
dup_state (GObject *cell, MpsTask *task)
{
  return g_strdup (task ? mps_task_state_get_label (mps_task_get_state (task)) : "");
}

static char *
dup_who (GObject *cell, MpsTask *task)
{
  return g_strdup (task ? mps_task_get_who (task) : "");
}

static char *
dup_started (GObject *cell, MpsTask *task)
{
  return mps_time_dup_text (task ? mps_task_get_started (task) : NULL);
}

static char *
dup_ended (GObject *cell, MpsTask *task)
{
  return mps_time_dup_text (task ? mps_task_get_ended (task) : NULL);
}

static char *
dup_done (GObject *cell, MpsTask *task)
{
  return task ? g_strdup_printf ("%'u", mps_task_get_done (task)) : g_strdup ("");
}

static char *
dup_failed (GObject *cell, MpsTask *task)
{
  return task ? g_strdup_printf ("%'u", mps_task_get_failed (task)) : g_strdup ("");
}

static char *
dup_subject (GObject *cell, MpsTask *task)
{
  return g_strdup (task ? mps_task_get_subject (task) : "");
}

static char *
dup_row_name (GObject *row, gint64 key, MpsTask *task)
{
  if (task == NULL)
    return g_strdup_printf (_ ("Task %lld"), (long long) key);
  /* Translators: what a screen reader says of a row: ID, kind and state of a task. */
  return g_strdup_printf (_ ("Task %lld, %s, %s"), (long long) key,
                          mps_task_kind_get_label (mps_task_get_kind (task)),
                          mps_task_state_get_label (mps_task_get_state (task)));
}

static void
on_row_activated (MpsTasksTable *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-task", "x",
                              mps_lazy_list_get_key (self->tasks, position));
}

static void
on_id_clicked (GtkColumnViewCell *cell, int n_press, double x, double y, GtkGesture *click)
{
  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_activate_action (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click)),
                              "win.show-task", "x",
                              mps_lazy_row_get_key (gtk_column_view_cell_get_item (cell)));
}

static gboolean
mps_tasks_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MPS_TASKS_TABLE (widget)->view));
}

static void
mps_tasks_table_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_TASKS_TABLE);
  g_clear_object (&MPS_TASKS_TABLE (object)->tasks);
  G_OBJECT_CLASS (mps_tasks_table_parent_class)->dispose (object);
}

static void
mps_tasks_table_class_init (MpsTasksTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_tasks_table_dispose;
  widget_class->grab_focus = mps_tasks_table_grab_focus;
  g_type_ensure (MPS_TYPE_LAZY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-tasks-table.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsTasksTable, view);
  gtk_widget_class_bind_template_callback (widget_class, dup_id);
  gtk_widget_class_bind_template_callback (widget_class, dup_kind);
  gtk_widget_class_bind_template_callback (widget_class, dup_state);
  gtk_widget_class_bind_template_callback (widget_class, dup_who);
  gtk_widget_class_bind_template_callback (widget_class, dup_started);
  gtk_widget_class_bind_template_callback (widget_class, dup_ended);
  gtk_widget_class_bind_template_callback (widget_class, dup_done);
  gtk_widget_class_bind_template_callback (widget_class, dup_failed);
  gtk_widget_class_bind_template_callback (widget_class, dup_subject);
  gtk_widget_class_bind_template_callback (widget_class, dup_row_name);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_id_clicked);
  gtk_widget_class_bind_template_callback (widget_class, mps_cell_tooltip_query);
}

static void
mps_tasks_table_init (MpsTasksTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_tasks_table_show:
 * @self: a tasks table
 * @tasks: a lazy list of tasks; can be set once
 */
void
mps_tasks_table_show (MpsTasksTable *self, MpsLazyList *tasks)
{
  g_autoptr (MpsGradualRows) model = NULL;

  g_return_if_fail (MPS_IS_TASKS_TABLE (self));
  g_return_if_fail (self->tasks == NULL);
  self->tasks = g_object_ref (tasks);
  model = mps_gradual_rows_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (tasks)))));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (model));
}
