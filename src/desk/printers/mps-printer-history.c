/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-history.h"

#include "fleet/mps-history.h"
#include "fleet/mps-task.h"
#include "fleet/mps-time.h"
#include "store/mps-store-printer.h"

#include <glib/gi18n.h>

struct _MpsPrinterHistory {
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* borrowed from the group */
};

G_DEFINE_FINAL_TYPE (MpsPrinterHistory, mps_printer_history, ADW_TYPE_PREFERENCES_GROUP)

static const char *
get_title (const MpsPrinterEvent *event)
{
  switch (event->kind)
    {
    case MPS_PRINTER_EVENT_ANSWER:
      return event->answer == MPS_MANAGED_MANAGED ? _ ("Registered in MPS Express")
                                                  : mps_managed_get_label (event->answer);
    case MPS_PRINTER_EVENT_HISTORY:
      return mps_history_get_act_label (event->act);
    case MPS_PRINTER_EVENT_REQUEST:
      return _ ("Terms of use accepted, request made");
    case MPS_PRINTER_EVENT_TASK:
      return mps_task_kind_get_label (event->task_kind);
    }
  g_return_val_if_reached ("");
}

static void
add_part (GString *line, const char *part)
{
  if (*part)
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
}

/* When, who and what became of it, and below that what else there is to say. */
static char *
dup_subtitle (const MpsPrinterEvent *event)
{
  g_autofree char *at = mps_time_dup_text_of (event->at);
  g_autofree char *detail = NULL;
  GString *text = g_string_new (at);

  add_part (text, event->who);
  if (event->outcome)
    add_part (text, mps_task_outcome_get_label (event->outcome));
  if (event->kind == MPS_PRINTER_EVENT_HISTORY)
    detail = mps_history_dup_detail (event->act, event->text);
  else
    detail = g_strdup (event->text);
  if (*detail)
    g_string_append_printf (text, "\n%s", detail);
  return g_string_free_and_steal (text);
}

static void
make_link (GtkWidget *row, gint64 task)
{
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-task");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", task);
}

static GtkWidget *
new_row (const MpsPrinterEvent *event)
{
  g_autofree char *subtitle = dup_subtitle (event);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", get_title (event), "use-markup",
                                 FALSE, "subtitle", subtitle, NULL);

  if (event->task > 0)
    make_link (row, event->task);
  else
    adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  return row;
}

static gboolean
is_same (GtkWidget *row, GtkWidget *other)
{
  return g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                      adw_preferences_row_get_title (ADW_PREFERENCES_ROW (other)))
         && g_strcmp0 (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)),
                       adw_action_row_get_subtitle (ADW_ACTION_ROW (other)))
                == 0;
}

static gboolean
are_same (GPtrArray *rows, GPtrArray *others)
{
  if (rows->len != others->len)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!is_same (rows->pdata[i], others->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
replace_rows (MpsPrinterHistory *self, GPtrArray *rows)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), rows->pdata[i]);
      g_ptr_array_add (self->rows, rows->pdata[i]);
    }
}

static void
mps_printer_history_finalize (GObject *object)
{
  g_ptr_array_unref (MPS_PRINTER_HISTORY (object)->rows);
  G_OBJECT_CLASS (mps_printer_history_parent_class)->finalize (object);
}

static void
mps_printer_history_class_init (MpsPrinterHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mps_printer_history_finalize;
}

static void
mps_printer_history_init (MpsPrinterHistory *self)
{
  self->rows = g_ptr_array_new ();
}

static const char *
get_description (guint n_events)
{
  if (n_events == 0)
    return _ ("Nothing is known yet that happened to this printer.");
  if (n_events < MPS_PRINTER_MAX_EVENTS)
    return NULL;
  return _ ("Only the newest entries are shown. The history has all of them.");
}

/**
 * mps_printer_history_show:
 * @self: a printer's history
 * @events: (element-type MpsPrinterEvent): what happened to it, the newest first
 */
void
mps_printer_history_show (MpsPrinterHistory *self, GPtrArray *events)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (MPS_IS_PRINTER_HISTORY (self));
  for (guint i = 0; i < events->len; i++)
    g_ptr_array_add (rows, g_object_ref_sink (new_row (events->pdata[i])));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         get_description (events->len));
  /* Rows that stay keep the focus that may be in them. */
  if (!are_same (self->rows, rows))
    replace_rows (self, rows);
}
