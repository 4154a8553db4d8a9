/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-checklist-card.h"

#include "mps-checklist-row.h"
#include "desk/widgets/mps-feedback.h"

#include <glib/gi18n.h>

struct _MpsChecklistCard {
  AdwBin parent_instance;

  MpsChecklist *checklist;
  GSettings *settings;

  AdwExpanderRow *expander;
};

G_DEFINE_FINAL_TYPE (MpsChecklistCard, mps_checklist_card, ADW_TYPE_BIN)

static gboolean
is_wanted (MpsChecklistCard *self)
{
  return g_settings_get_boolean (self->settings, "show-checklist")
         && mps_checklist_get_available (self->checklist)
         && mps_checklist_get_n_done (self->checklist) < MPS_N_CHECKLIST_STEPS;
}

static void
refresh (MpsChecklistCard *self)
{
  MpsChecklistItem *next = mps_checklist_get_next (self->checklist);
  g_autofree char *text = next ? mps_checklist_item_dup_text (next) : g_strdup ("");
  /* Translators: how many steps of a checklist are done, and how many there are. */
  g_autofree char *title
      = g_strdup_printf (_ ("Before you begin: %u of %u done"),
                         mps_checklist_get_n_done (self->checklist), (guint) MPS_N_CHECKLIST_STEPS);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->expander), title);
  adw_expander_row_set_subtitle (self->expander, text);
  gtk_widget_set_visible (GTK_WIDGET (self), is_wanted (self));
}

static void
show_again (GtkWidget *widget, gpointer data)
{
  g_settings_set_boolean (G_SETTINGS (data), "show-checklist", TRUE);
}

static void
on_hide_clicked (MpsChecklistCard *self)
{
  mps_feedback_toast_with_undo (
      GTK_WIDGET (self), _ ("The checklist is a page of its own, “Before you begin”, as well."),
      show_again, g_object_ref (self->settings), g_object_unref);
  g_settings_set_boolean (self->settings, "show-checklist", FALSE);
}

static void
mps_checklist_card_dispose (GObject *object)
{
  MpsChecklistCard *self = MPS_CHECKLIST_CARD (object);

  /* The template takes its named children away, and the bin would take this one a second time. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_CHECKLIST_CARD);
  g_clear_object (&self->checklist);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mps_checklist_card_parent_class)->dispose (object);
}

static void
mps_checklist_card_class_init (MpsChecklistCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_checklist_card_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-checklist-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsChecklistCard, expander);
  gtk_widget_class_bind_template_callback (widget_class, on_hide_clicked);
}

static void
mps_checklist_card_init (MpsChecklistCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (APPLICATION_ID);
}

/**
 * mps_checklist_card_follow:
 * @self: a card
 * @session: (transfer none): the session whose checklist to show; set once
 */
void
mps_checklist_card_follow (MpsChecklistCard *self, MpsSession *session)
{
  g_return_if_fail (MPS_IS_CHECKLIST_CARD (self));
  g_return_if_fail (self->checklist == NULL);
  self->checklist = mps_checklist_new (session);
  for (guint i = 0; i < MPS_N_CHECKLIST_STEPS; i++)
    adw_expander_row_add_row (self->expander,
                              mps_checklist_row_new (self->checklist, (MpsChecklistStep) i));
  g_signal_connect_object (self->checklist, "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::show-checklist", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}
