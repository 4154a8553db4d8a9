/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-window-actions.h"

#include "mps-exchange-commands.h"
#include "mps-feedback.h"
#include "mps-printer-page.h"

#include <glib/gi18n.h>

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

static const GActionEntry actions[] = {
  { "show-printer", activate_show_printer, "x" },
};

/**
 * mps_window_actions_add:
 * @window: a window
 *
 * Gives the window the actions that need nothing of it but what anyone may
 * ask: those of the exchange, and win.show-printer (x: a printer's id).
 */
void
mps_window_actions_add (MpsWindow *window)
{
  g_return_if_fail (MPS_IS_WINDOW (window));
  mps_exchange_commands_add_actions (window);
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
}
