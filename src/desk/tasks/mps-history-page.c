/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-history-page.h"

#include "desk/widgets/mps-cell-tooltip.h"
#include "desk/widgets/mps-gradual-rows.h"
#include "desk/widgets/mps-lookup-copy.h"
#include "desk/widgets/mps-lookup-stack.h"

#include "fleet/mps-history.h"
#include "fleet/mps-time.h"

#include <glib/gi18n.h>

struct _MpsHistoryPage {
  AdwNavigationPage parent_instance;

  MpsSession *session;
  MpsLazyList *entries;

  GtkSearchEntry *search_entry;
  GtkDropDown *act_dropdown;
  MpsLookupStack *stack;
  GtkColumnView *view;
  GtkLabel *count_label;
};

G_DEFINE_FINAL_TYPE (MpsHistoryPage, mps_history_page, ADW_TYPE_NAVIGATION_PAGE)

static char *
dup_when (GObject *cell, const MpsHistoryEntry *entry)
{
  return mps_time_dup_text_of (entry ? entry->at : NULL);
}

static char *
dup_who (GObject *cell, const MpsHistoryEntry *entry)
{
  return g_strdup (entry ? entry->who : "");
}

static char *
dup_act (GObject *cell, const MpsHistoryEntry *entry)
{
  return g_strdup (entry ? mps_history_get_act_label (entry->act) : "");
}

static char *
dup_subject (GObject *cell, const MpsHistoryEntry *entry)
{
  return g_strdup (entry ? entry->subject : "");
}

static char *
dup_detail (GObject *cell, const MpsHistoryEntry *entry)
{
  return entry ? mps_history_dup_detail (entry->act, entry->detail) : g_strdup ("");
}

static char *
dup_row_name (GObject *row, const MpsHistoryEntry *entry)
{
  if (entry == NULL)
    return g_strdup ("");
  return g_strjoin (" ", mps_history_get_act_label (entry->act), entry->subject, NULL);
}

/* The first entry of the choices is all of them. */
static const char *
get_act (MpsHistoryPage *self)
{
  const guint selected = gtk_drop_down_get_selected (self->act_dropdown);

  return selected == 0 || selected > MPS_HISTORY_N_ACTS ? NULL : mps_history_get_act (selected - 1);
}

static void
look_up (MpsHistoryPage *self)
{
  const char *search = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  if (self->entries == NULL)
    return;
  mps_lookup_stack_set_narrowed (self->stack, *search != '\0' || get_act (self) != NULL);
  mps_lazy_list_set_lookup (self->entries, mps_lookup_new_history (get_act (self), search));
}

static void
on_found (MpsHistoryPage *self)
{
  const guint n_entries = g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  g_autofree char *count = g_strdup_printf (ngettext ("%'u act", "%'u acts", n_entries), n_entries);

  gtk_label_set_label (self->count_label, count);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.save", n_entries > 0);
}

static void
on_store_changed (MpsHistoryPage *self, MpsChanges *changes)
{
  if (changes->history)
    mps_lazy_list_refresh (self->entries);
}

static void
on_stop_search (MpsHistoryPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_row_activated (MpsHistoryPage *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-act", "x",
                              mps_lazy_list_get_key (self->entries, position));
}

static void
on_act_clicked (GtkColumnViewCell *cell, int n_press, double x, double y, GtkGesture *click)
{
  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_activate_action (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click)),
                              "win.show-act", "x",
                              mps_lazy_row_get_key (gtk_column_view_cell_get_item (cell)));
}

static void
activate_find (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (MPS_HISTORY_PAGE (widget)->search_entry));
}

static void
activate_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsHistoryPage *self = MPS_HISTORY_PAGE (widget);

  mps_lookup_save (widget, mps_session_get_store (self->session),
                   mps_lazy_list_get_lookup (self->entries),
                   /* Translators: the name of a file, without spaces. */
                   _ ("history.csv"));
}

static void
fill_choices (MpsHistoryPage *self)
{
  g_autoptr (GtkStringList) acts = gtk_string_list_new (NULL);

  gtk_string_list_append (acts, _ ("All acts"));
  for (guint i = 0; i < MPS_HISTORY_N_ACTS; i++)
    gtk_string_list_append (acts, mps_history_get_act_label (mps_history_get_act (i)));
  gtk_drop_down_set_model (self->act_dropdown, G_LIST_MODEL (acts));
}

static void
mps_history_page_dispose (GObject *object)
{
  MpsHistoryPage *self = MPS_HISTORY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_HISTORY_PAGE);
  g_clear_object (&self->entries);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mps_history_page_parent_class)->dispose (object);
}

static void
mps_history_page_class_init (MpsHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_history_page_dispose;
  g_type_ensure (MPS_TYPE_LAZY_ROW);
  g_type_ensure (MPS_TYPE_LOOKUP_STACK);
  gtk_widget_class_install_action (widget_class, "history.find", NULL, activate_find);
  gtk_widget_class_install_action (widget_class, "history.save", NULL, activate_save);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsHistoryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MpsHistoryPage, act_dropdown);
  gtk_widget_class_bind_template_child (widget_class, MpsHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MpsHistoryPage, view);
  gtk_widget_class_bind_template_child (widget_class, MpsHistoryPage, count_label);
  gtk_widget_class_bind_template_callback (widget_class, look_up);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_act_clicked);
  gtk_widget_class_bind_template_callback (widget_class, dup_when);
  gtk_widget_class_bind_template_callback (widget_class, dup_who);
  gtk_widget_class_bind_template_callback (widget_class, dup_act);
  gtk_widget_class_bind_template_callback (widget_class, dup_subject);
  gtk_widget_class_bind_template_callback (widget_class, dup_detail);
  gtk_widget_class_bind_template_callback (widget_class, dup_row_name);
  gtk_widget_class_bind_template_callback (widget_class, mps_cell_tooltip_query);
}

static void
mps_history_page_init (MpsHistoryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self));
  fill_choices (self);
}

/**
 * mps_history_page_new:
 * @session: what is open
 *
 * Returns: (transfer floating): the page of its history
 */
AdwNavigationPage *
mps_history_page_new (MpsSession *session)
{
  MpsHistoryPage *self;
  g_autoptr (MpsGradualRows) model = NULL;
  MpsStore *store;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  self = g_object_new (MPS_TYPE_HISTORY_PAGE, NULL);
  store = mps_session_get_store (session);
  self->session = g_object_ref (session);
  self->entries = mps_lazy_list_new (store);
  g_signal_connect_object (self->entries, "found", G_CALLBACK (on_found), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  mps_lookup_stack_follow (self->stack, self->entries);
  model = mps_gradual_rows_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->entries)))));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (model));
  look_up (self);
  return ADW_NAVIGATION_PAGE (self);
}
