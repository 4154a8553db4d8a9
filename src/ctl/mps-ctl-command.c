/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-command.h"

#include "mps-ctl-table.h"

#include <glib/gi18n.h>

static const MpsCtlCommand *const groups[] = {
  mps_ctl_organizations_commands,   mps_ctl_printers_commands,  mps_ctl_printer_lists_commands,
  mps_ctl_contacts_import_commands, mps_ctl_contacts_commands,  mps_ctl_contact_forms_commands,
  mps_ctl_eligibility_commands,     mps_ctl_enrolment_commands, mps_ctl_agents_commands,
  mps_ctl_agent_changes_commands,   mps_ctl_exchange_commands,  mps_ctl_policy_commands,
  mps_ctl_tasks_commands,           mps_ctl_audit_commands,
};

/**
 * mps_ctl_command_is_group:
 * @name: the first word of a command
 *
 * Returns: whether a second word follows it
 */
gboolean
mps_ctl_command_is_group (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const MpsCtlCommand *command = groups[i]; command->name; command++)
      if (g_str_equal (command->name, name) && command->subcommand)
        return TRUE;
  return FALSE;
}

/**
 * mps_ctl_command_find:
 * @name: the first word
 * @subcommand: (nullable): the second word
 *
 * Returns: (nullable): the command; static
 */
const MpsCtlCommand *
mps_ctl_command_find (const char *name, const char *subcommand)
{
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const MpsCtlCommand *command = groups[i]; command->name; command++)
      if (g_str_equal (command->name, name) && g_strcmp0 (command->subcommand, subcommand) == 0)
        return command;
  return NULL;
}

/**
 * mps_ctl_command_dup_words:
 * @self: a command
 *
 * Returns: (transfer full): how it is called, without its arguments
 */
char *
mps_ctl_command_dup_words (const MpsCtlCommand *self)
{
  return g_strjoin (" ", "mpsctl", self->name, self->subcommand, NULL);
}

/**
 * mps_ctl_command_print_list:
 * @output: where to
 * @name: (nullable): the first word of the commands, or %NULL for all commands
 */
void
mps_ctl_command_print_list (MpsCtlOutput *output, const char *name)
{
  g_autoptr (MpsCtlTable) table = mps_ctl_table_new (output, 2, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const MpsCtlCommand *command = groups[i]; command->name; command++)
      {
        g_autofree char *words = g_strjoin (" ", " ", command->name, command->subcommand, NULL);

        if (name == NULL || g_str_equal (command->name, name))
          mps_ctl_table_row (table, words, _ (command->summary), NULL);
      }
}
