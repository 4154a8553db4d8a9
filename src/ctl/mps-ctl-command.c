/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-command.h"

static const MpsCtlCommand *const groups[] = {
  mps_ctl_organizations_commands,   mps_ctl_printers_commands,  mps_ctl_printer_lists_commands,
  mps_ctl_contacts_import_commands, mps_ctl_contacts_commands,  mps_ctl_contact_forms_commands,
  mps_ctl_eligibility_commands,     mps_ctl_enrolment_commands, mps_ctl_agents_commands,
  mps_ctl_agent_changes_commands,   mps_ctl_exchange_commands,  mps_ctl_policy_commands,
  mps_ctl_tasks_commands,           mps_ctl_audit_commands,     mps_ctl_backup_commands,
  mps_ctl_sample_commands,          mps_ctl_help_commands,
};

/**
 * mps_ctl_command_get_all:
 *
 * Returns: (transfer none) (element-type MpsCtlCommand): every command there
 *   is, in the order in which help lists them; static
 */
GPtrArray *
mps_ctl_command_get_all (void)
{
  static GPtrArray *all;

  if (all)
    return all;
  all = g_ptr_array_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const MpsCtlCommand *command = groups[i]; command->name; command++)
      g_ptr_array_add (all, (gpointer) command);
  return all;
}

/**
 * mps_ctl_command_is_group:
 * @name: the first word of a command
 *
 * Returns: whether a second word follows it
 */
gboolean
mps_ctl_command_is_group (const char *name)
{
  GPtrArray *all = mps_ctl_command_get_all ();

  for (guint i = 0; i < all->len; i++)
    {
      const MpsCtlCommand *command = all->pdata[i];

      if (command->subcommand && g_str_equal (command->name, name))
        return TRUE;
    }
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
  GPtrArray *all = mps_ctl_command_get_all ();

  for (guint i = 0; i < all->len; i++)
    {
      const MpsCtlCommand *command = all->pdata[i];

      if (g_str_equal (command->name, name) && g_strcmp0 (command->subcommand, subcommand) == 0)
        return command;
    }
  return NULL;
}

/**
 * mps_ctl_command_dup_name:
 * @self: a command
 *
 * Returns: (transfer full): its one or two words
 */
char *
mps_ctl_command_dup_name (const MpsCtlCommand *self)
{
  return g_strjoin (" ", self->name, self->subcommand, NULL);
}

/**
 * mps_ctl_command_dup_choices:
 * @self: (nullable): a command
 * @option: the long name of one of its options
 *
 * Returns: (transfer full) (nullable): the few words that the option takes, or
 *   %NULL when it takes any
 */
GStrv
mps_ctl_command_dup_choices (const MpsCtlCommand *self, const char *option)
{
  if (self == NULL || self->choices == NULL)
    return NULL;
  for (const MpsCtlChoices *choices = self->choices; choices->option; choices++)
    if (g_str_equal (choices->option, option))
      return choices->dup ();
  return NULL;
}
