/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-checklist-page.h"

#include "mps-checklist-row.h"

#include <glib/gi18n.h>

struct _MpsChecklistPage {
  AdwNavigationPage parent_instance;

  MpsChecklist *checklist;
  GSettings *settings;

  AdwWindowTitle *window_title;
  GtkStack *stack;
  AdwPreferencesGroup *steps_group;
  AdwActionRow *eligible_row;
  GtkLabel *eligible_label;
  GtkWidget *show_row;
};

G_DEFINE_FINAL_TYPE (MpsChecklistPage, mps_checklist_page, ADW_TYPE_NAVIGATION_PAGE)

static const char *
get_eligible_text (MpsChecklistPage *self)
{
  MpsSession *session = mps_checklist_get_session (self->checklist);

  if (mps_checklist_get_n_eligible (self->checklist) == 0)
    return _ ("None can be added to MPS Express now. What each printer wants is said beside the "
              "printers.");
  if (!mps_session_get_entitled (session))
    return _ ("They can be added to MPS Express as soon as the organization is entitled.");
  return _ ("They can be added to MPS Express.");
}

static void
refresh_eligible (MpsChecklistPage *self)
{
  const guint n_eligible = mps_checklist_get_n_eligible (self->checklist);
  g_autofree char *text = g_strdup_printf ("%'u", n_eligible);

  gtk_label_set_label (self->eligible_label, text);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->eligible_row), n_eligible > 0);
  adw_action_row_set_subtitle (self->eligible_row, get_eligible_text (self));
}

static void
refresh (MpsChecklistPage *self)
{
  const gboolean available = mps_checklist_get_available (self->checklist);
  const guint n_done = mps_checklist_get_n_done (self->checklist);
  g_autofree char *title = g_strdup_printf (
      /* Translators: how many steps of a checklist are done, and how many there are. */
      _ ("%u of %u done"), n_done, (guint) MPS_N_CHECKLIST_STEPS);

  gtk_stack_set_visible_child_name (self->stack, available ? "steps" : "all");
  adw_window_title_set_subtitle (
      self->window_title,
      mps_session_get_organization_name (mps_checklist_get_session (self->checklist)));
  adw_preferences_group_set_title (self->steps_group, title);
  refresh_eligible (self);
}

static void
on_eligible_activated (MpsChecklistPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-printers", "(sx)", "status",
                              (gint64) MPS_STATUS_ELIGIBLE);
}

static void
mps_checklist_page_dispose (GObject *object)
{
  MpsChecklistPage *self = MPS_CHECKLIST_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_CHECKLIST_PAGE);
  g_clear_object (&self->checklist);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mps_checklist_page_parent_class)->dispose (object);
}

static void
mps_checklist_page_class_init (MpsChecklistPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_checklist_page_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-checklist-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsChecklistPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, MpsChecklistPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MpsChecklistPage, steps_group);
  gtk_widget_class_bind_template_child (widget_class, MpsChecklistPage, eligible_row);
  gtk_widget_class_bind_template_child (widget_class, MpsChecklistPage, eligible_label);
  gtk_widget_class_bind_template_child (widget_class, MpsChecklistPage, show_row);
  gtk_widget_class_bind_template_callback (widget_class, on_eligible_activated);
}

static void
mps_checklist_page_init (MpsChecklistPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (APPLICATION_ID);
  g_settings_bind (self->settings, "show-checklist", self->show_row, "active",
                   G_SETTINGS_BIND_DEFAULT);
}

/**
 * mps_checklist_page_new:
 * @session: (transfer none): the session
 *
 * Returns: (transfer floating): the page of its checklist
 */
AdwNavigationPage *
mps_checklist_page_new (MpsSession *session)
{
  MpsChecklistPage *self;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  self = g_object_new (MPS_TYPE_CHECKLIST_PAGE, NULL);
  self->checklist = mps_checklist_new (session);
  for (guint i = 0; i < MPS_N_CHECKLIST_STEPS; i++)
    adw_preferences_group_add (self->steps_group,
                               mps_checklist_row_new (self->checklist, (MpsChecklistStep) i));
  g_signal_connect_object (self->checklist, "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
  return ADW_NAVIGATION_PAGE (self);
}
