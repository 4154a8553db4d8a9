/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-window-actions.h"

#include "mps-import-drop.h"

#include "desk/agents/mps-agent-page.h"
#include "desk/agents/mps-agents-page.h"
#include "desk/databases/mps-backup-commands.h"
#include "desk/organizations/mps-organization-page.h"
#include "desk/preferences/mps-preferences-dialog.h"
#include "desk/printers/mps-import-fleet-dialog.h"
#include "desk/printers/mps-printer-page.h"
#include "desk/printers/mps-printers-page.h"
#include "desk/requests/mps-act-page.h"
#include "desk/requests/mps-exchange-commands.h"
#include "desk/widgets/mps-dialog-focus.h"
#include "desk/widgets/mps-feedback.h"

#include <glib/gi18n.h>

static void
activate_show_printers (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MpsWindow *window = user_data;
  const char *criterion;
  gint64 value;

  if (mps_window_get_session (window) == NULL)
    return;
  g_variant_get (parameter, "(&sx)", &criterion, &value);
  mps_window_show_page (window, "printers");
  mps_printers_page_narrow (MPS_PRINTERS_PAGE (mps_window_get_visible_page (window)), criterion,
                            value);
}

static void
activate_show_printer (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MpsWindow *window = user_data;
  MpsSession *session = mps_window_get_session (window);
  const gint64 printer = g_variant_get_int64 (parameter);

  if (session == NULL)
    return;
  if (mps_fleet_find_printer (mps_session_get_fleet (session), printer) == MPS_NO_ROW)
    mps_feedback_toast (GTK_WIDGET (window), _ ("The printer is not in the list any more."));
  else
    mps_window_push (window, mps_printer_page_new (session, printer));
}

static void
activate_show_task (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mps_window_show_task (user_data, g_variant_get_int64 (parameter));
}

static void
activate_show_organization (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MpsWindow *window = user_data;
  MpsSession *session = mps_window_get_session (window);
  const gint64 organization = g_variant_get_int64 (parameter);

  if (session == NULL)
    return;
  if (organization == 0
      || mps_organization_list_find (mps_session_get_organizations (session), organization) == NULL)
    mps_feedback_toast (GTK_WIDGET (window), _ ("There is no such organization any more."));
  else
    mps_window_push (window, mps_organization_page_new (session, organization));
}

static void
activate_show_act (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MpsWindow *window = user_data;
  MpsSession *session = mps_window_get_session (window);

  if (session)
    mps_window_push (window, mps_act_page_new (session, g_variant_get_int64 (parameter)));
}

/* An agent is shown once, though two of its details lead to it. */
static void
activate_show_agent (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MpsWindow *window = user_data;
  MpsSession *session = mps_window_get_session (window);
  AdwNavigationPage *page = mps_window_get_visible_page (window);
  const gint64 agent = g_variant_get_int64 (parameter);

  if (session == NULL)
    return;
  if (mps_fleet_find_agent (mps_session_get_fleet (session), agent) == NULL)
    mps_feedback_toast (GTK_WIDGET (window), _ ("The agent is not there any more."));
  else if (!MPS_IS_AGENT_PAGE (page) || mps_agent_page_get_agent (MPS_AGENT_PAGE (page)) != agent)
    mps_window_push (window, mps_agent_page_new (session, agent));
}

static void
activate_show_outdated_agents (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MpsWindow *window = user_data;

  if (mps_window_get_session (window) == NULL)
    return;
  mps_window_show_page (window, "agents");
  mps_agents_page_show_outdated (MPS_AGENTS_PAGE (mps_window_get_visible_page (window)));
}

static void
activate_preferences (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MpsSession *session = mps_window_get_session (user_data);

  if (session)
    adw_dialog_present (mps_preferences_dialog_new (session), user_data);
}

static void
activate_import_printers (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MpsSession *session = mps_window_get_session (user_data);

  if (session)
    adw_dialog_present (mps_import_fleet_dialog_new (session, NULL), user_data);
}

static const GActionEntry actions[] = {
  { "preferences", activate_preferences },
  { "show-printers", activate_show_printers, "(sx)" },
  { "show-agent", activate_show_agent, "x" },
  { "show-outdated-agents", activate_show_outdated_agents },
  { "show-printer", activate_show_printer, "x" },
  { "show-organization", activate_show_organization, "x" },
  { "show-task", activate_show_task, "x" },
  { "show-act", activate_show_act, "x" },
  { "import-printers", activate_import_printers },
};

/**
 * mps_window_actions_add:
 * @window: a window
 *
 * Gives the window the actions that need nothing of it but what anyone may
 * ask: those of the exchange, and those that show something (mps-window.h).
 * Files that are dropped on it are imported, and the keyboard stays in its dialogs.
 */
void
mps_window_actions_add (MpsWindow *window)
{
  g_return_if_fail (MPS_IS_WINDOW (window));
  mps_backup_commands_add_actions (window);
  mps_exchange_commands_add_actions (window);
  mps_import_drop_enable (ADW_APPLICATION_WINDOW (window));
  mps_dialog_focus_keep (ADW_APPLICATION_WINDOW (window));
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
}
