/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-shortcuts.h"

#include <glib/gi18n.h>

#define ANYWHERE N_ ("Anywhere")
#define PRINTERS N_ ("Printers")
#define CONTACTS N_ ("Contacts")
#define ACCOUNT N_ ("Account management")
#define CHECK N_ ("Check contacts")
#define DIALOGS N_ ("Dialogs")

static const MpsShortcut shortcuts[] = {
  { ANYWHERE, N_ ("Help"), "F1", { "app.help" } },
  { ANYWHERE, N_ ("Keyboard shortcuts"), "<Control>question", { "app.shortcuts" } },
  { ANYWHERE, N_ ("Preferences"), "<Control>comma", { "win.preferences" } },
  { ANYWHERE, N_ ("Main menu"), "F10", { NULL } },
  /* In the order of the list of pages. */
  { ANYWHERE, N_ ("Go to “Before you begin”"), "<Alt>1", { "win.show-page::checklist" } },
  { ANYWHERE, N_ ("Go to the printers"), "<Alt>2", { "win.show-page::printers" } },
  { ANYWHERE, N_ ("Go to the contacts"), "<Alt>3", { "win.show-page::contacts" } },
  { ANYWHERE, N_ ("Go to the agents"), "<Alt>4", { "win.show-page::agents" } },
  { ANYWHERE, N_ ("Go to account management"), "<Alt>5", { "win.show-page::account" } },
  { ANYWHERE, N_ ("Go to the tasks"), "<Alt>6", { "win.show-page::tasks" } },
  { ANYWHERE, N_ ("Go to the history"), "<Alt>7", { "win.show-page::history" } },
  { ANYWHERE,
    N_ ("Search"),
    "<Control>f",
    { "filter.find", "contacts.search", "agents.search", "tasks.find", "items.search",
      "history.find", "account.find", "help.find" } },
  { ANYWHERE, N_ ("Undo, as long as it is offered"), "<Control>z", { NULL } },
  { ANYWHERE, N_ ("Copy the selected rows, or all"), "<Control>c", { "report.copy" } },
  { ANYWHERE, N_ ("Close the window"), "<Control>w", { "window.close" } },
  { ANYWHERE, N_ ("Quit"), "<Control>q", { "app.quit" } },

  { PRINTERS, N_ ("Import printers"), "<Control>o", { "printers.import" } },
  { PRINTERS, N_ ("Export printers"), "<Control><Shift>e", { "printers.export" } },
  { PRINTERS, N_ ("Select by serial numbers"), "<Control>l", { "printers.select-serials" } },
  { PRINTERS, N_ ("Select none"), "Escape", { "printers.escape" } },
  { PRINTERS, N_ ("Printer eligibility status"), "F9", { "printers.show-status" } },
  { PRINTERS, N_ ("Menu of the selected printers"), "<Shift>F10|Menu", { "table.show-menu" } },
  { PRINTERS, N_ ("Unenroll"), "Delete|KP_Delete", { "printers.unenroll" } },

  { CONTACTS, N_ ("Create contact"), "<Control>n", { "contacts.create" } },
  { CONTACTS, N_ ("Import contacts"), "<Control>o", { "contacts.import" } },
  { CONTACTS, N_ ("Delete contact"), "Delete", { "contacts.delete" } },

  { ACCOUNT, N_ ("Add organization"), "<Control>n", { "account.add" } },
  { ACCOUNT, N_ ("Rename organization"), "F2", { "account.rename", "organization.rename" } },

  { CHECK, N_ ("Next problem"), "F8", { "check.next-problem" } },
  { CHECK, N_ ("Previous problem"), "<Shift>F8", { "check.previous-problem" } },
  { CHECK, N_ ("Correct the cell"), "F2", { NULL } },
  { CHECK, N_ ("Undo the last correction"), "<Control>z", { "check.undo" } },

  { DIALOGS,
    N_ ("Close the dialog; the work in it goes on"),
    "Escape",
    { "progress.close", "window.close" } },
  { DIALOGS, N_ ("Move the column to the left"), "<Alt>Up|<Alt>KP_Up", { "dialog.focused-up" } },
  { DIALOGS,
    N_ ("Move the column to the right"),
    "<Alt>Down|<Alt>KP_Down",
    { "dialog.focused-down" } },
  { DIALOGS,
    N_ ("Find the serial numbers"),
    "<Control>Return|<Control>KP_Enter",
    { "serials.find" } },
};

/**
 * mps_shortcuts_get:
 * @n_shortcuts: (out): how many
 *
 * Returns: (transfer none) (array length=n_shortcuts): every shortcut there is,
 *   those of a group together
 */
const MpsShortcut *
mps_shortcuts_get (guint *n_shortcuts)
{
  *n_shortcuts = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

static gboolean
is_of_window (const char *action)
{
  return action
         && (g_str_has_prefix (action, "app.") || g_str_has_prefix (action, "win.")
             || g_str_has_prefix (action, "window."));
}

/**
 * mps_shortcuts_install:
 * @application: the application
 *
 * Gives the actions of @application and of its windows their keys.
 */
void
mps_shortcuts_install (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (is_of_window (shortcuts[i].actions[0]))
      gtk_application_set_accels_for_action (application, shortcuts[i].actions[0],
                                             (const char *const[]) { shortcuts[i].trigger, NULL });
}
