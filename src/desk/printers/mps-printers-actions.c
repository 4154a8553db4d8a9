/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printers-actions.h"

#include "mps-printer-commands.h"

#include <glib/gi18n.h>

/**
 * Action:
 * @name: of the action, as “printers.assign”
 * @activate: does it to printers
 * @get_hindrance: why it can't be done to so many of them now, translated; %NULL when it can
 */
typedef struct {
  const char *name;
  void (*activate) (GtkWidget *widget, MpsSession *session, const guint32 *rows, guint n_rows);
  const char *(*get_hindrance) (MpsSession *session, guint n_printers);
} Action;

static const char *
get_selection_hindrance (MpsSession *session, guint n_printers)
{
  return n_printers == 0 ? _ ("Select printers in the table first.") : NULL;
}

/* All that can be done to the selected printers: a line each, and one in the page's menus. */
static const Action actions[] = {
  { "printers.assign", mps_printer_commands_assign, mps_printer_commands_get_assign_hindrance },
  { "printers.create-and-assign", mps_printer_commands_create_and_assign,
    mps_printer_commands_get_assign_hindrance },
  { "printers.enroll", mps_printer_commands_enroll, mps_printer_commands_get_enroll_hindrance },
  { "printers.unenroll", mps_printer_commands_unenroll, mps_printer_commands_get_assign_hindrance },
  { "printers.copy", mps_printer_commands_copy, get_selection_hindrance },
};

static const Action *
find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_strcmp0 (actions[i].name, name) == 0)
      return &actions[i];
  return NULL;
}

/**
 * mps_printers_actions_install:
 * @widget_class: the class of a page of printers
 * @activate: to be called for each, which calls mps_printers_actions_activate()
 *
 * Gives the class the actions.
 */
void
mps_printers_actions_install (GtkWidgetClass *widget_class, GtkWidgetActionActivateFunc activate)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, activate);
}

/**
 * mps_printers_actions_update:
 * @widget: a page of printers
 * @session: its session
 * @n_selected: how many of its printers are selected
 *
 * Enables what can be done now.
 */
void
mps_printers_actions_update (GtkWidget *widget, MpsSession *session, guint n_selected)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (widget, actions[i].name,
                                   actions[i].get_hindrance (session, n_selected) == NULL);
}

/**
 * mps_printers_actions_explain:
 * @box: a box of buttons of the actions
 * @session: the session
 * @n_selected: how many printers are selected
 *
 * Gives each button that can't be used now a tooltip that says why.
 */
void
mps_printers_actions_explain (GtkWidget *box, MpsSession *session, guint n_selected)
{
  g_return_if_fail (GTK_IS_WIDGET (box));
  for (GtkWidget *button = gtk_widget_get_first_child (box); button;
       button = gtk_widget_get_next_sibling (button))
    {
      const Action *action = find (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)));

      g_assert (action != NULL);
      gtk_widget_set_tooltip_text (button, action->get_hindrance (session, n_selected));
    }
}

/**
 * mps_printers_actions_activate:
 * @widget: a page of printers
 * @name: one of the actions
 * @session: the page's session
 * @selection: the page's selection
 *
 * Does it to the selected printers.
 */
void
mps_printers_actions_activate (GtkWidget *widget, const char *name, MpsSession *session,
                               MpsRowSelection *selection)
{
  const Action *action = find (name);
  g_autofree guint32 *rows = NULL;
  guint n_rows;

  g_return_if_fail (action != NULL);
  rows = mps_row_selection_dup_rows (selection, &n_rows);
  action->activate (widget, session, rows, n_rows);
}
