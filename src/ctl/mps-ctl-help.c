/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-help.h"

#include "mps-ctl-json.h"
#include "mps-ctl-options.h"
#include "mps-ctl-table.h"

#include <glib/gi18n.h>

static gboolean
is_meant (const MpsCtlCommand *command, const char *name, const MpsCtlCommand *only)
{
  return only ? command == only : name == NULL || g_str_equal (command->name, name);
}

static void
print_options (MpsCtlOutput *output)
{
  g_autoptr (MpsCtlTable) table = mps_ctl_table_new (output, 2, 0);

  for (const GOptionEntry *option = mps_ctl_global_options; option->long_name; option++)
    {
      g_autofree char *letter
          = option->short_name ? g_strdup_printf ("-%c, ", option->short_name) : g_strdup ("");
      g_autofree char *call
          = g_strconcat ("  ", letter, "--", option->long_name, option->arg_description ? "=" : "",
                         option->arg_description, NULL);

      mps_ctl_table_row (table, call, _ (option->description), NULL);
    }
}

static void
print_list (MpsCtlOutput *output, const char *name)
{
  g_autoptr (MpsCtlTable) table = mps_ctl_table_new (output, 2, 0);
  GPtrArray *all = mps_ctl_command_get_all ();

  for (guint i = 0; i < all->len; i++)
    {
      const MpsCtlCommand *command = all->pdata[i];
      g_autofree char *words = g_strjoin (" ", " ", command->name, command->subcommand, NULL);

      if (is_meant (command, name, NULL))
        mps_ctl_table_row (table, words, _ (command->summary), NULL);
    }
}

static void
print_commands (MpsCtlOutput *output, const char *name)
{
  mps_ctl_help_print_usage (output, NULL);
  mps_ctl_output_print (output, "\n%s\n", _ ("Options:"));
  print_options (output);
  mps_ctl_output_print (output, "\n%s\n", _ ("Commands:"));
  print_list (output, name);
  mps_ctl_output_print (output, "\n%s\n", _ ("“mpsctl help COMMAND” says more about one of them."));
}

static void
print_command (MpsCtlOutput *output, const MpsCtlCommand *command)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->usage);
  g_autofree char *name = mps_ctl_command_dup_name (command);
  g_autofree char *words = g_strconcat ("mpsctl ", name, NULL);
  g_autofree char *help = NULL;

  g_set_prgname (words);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _ (command->summary));
  if (command->options)
    g_option_context_add_main_entries (context, command->options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, mps_ctl_global_options, GETTEXT_PACKAGE);
  help = g_option_context_get_help (context, TRUE, NULL);
  mps_ctl_output_puts (output, help);
}

static void
json_choices (MpsCtlJson *json, const MpsCtlCommand *command, const char *option)
{
  g_auto (GStrv) choices = mps_ctl_command_dup_choices (command, option);

  if (choices == NULL)
    return;
  mps_ctl_json_begin_array (json, "choices");
  for (guint i = 0; choices[i]; i++)
    mps_ctl_json_string (json, NULL, choices[i]);
  mps_ctl_json_end (json);
}

static void
json_options (MpsCtlJson *json, const MpsCtlCommand *command, const GOptionEntry *options)
{
  mps_ctl_json_begin_array (json, "options");
  for (; options && options->long_name; options++)
    {
      const char letter[] = { options->short_name, '\0' };

      mps_ctl_json_begin_object (json, NULL);
      mps_ctl_json_string (json, "name", options->long_name);
      if (*letter)
        mps_ctl_json_string (json, "letter", letter);
      if (options->arg_description)
        mps_ctl_json_string (json, "value", options->arg_description);
      json_choices (json, command, options->long_name);
      mps_ctl_json_string (json, "summary", _ (options->description));
      mps_ctl_json_end (json);
    }
  mps_ctl_json_end (json);
}

static void
json_command (MpsCtlJson *json, const MpsCtlCommand *command)
{
  g_autofree char *name = mps_ctl_command_dup_name (command);

  mps_ctl_json_begin_object (json, NULL);
  mps_ctl_json_string (json, "name", name);
  mps_ctl_json_string (json, "usage", command->usage);
  mps_ctl_json_string (json, "summary", _ (command->summary));
  mps_ctl_json_boolean (json, "takes_file", command->takes_file);
  json_options (json, command, command->options);
  mps_ctl_json_end (json);
}

static void
json_help (MpsCtlOutput *output, const char *name, const MpsCtlCommand *only)
{
  g_autoptr (MpsCtlJson) json = mps_ctl_json_new (output);
  GPtrArray *all = mps_ctl_command_get_all ();

  mps_ctl_json_begin_object (json, NULL);
  json_options (json, NULL, mps_ctl_global_options);
  mps_ctl_json_begin_array (json, "commands");
  for (guint i = 0; i < all->len; i++)
    if (is_meant (all->pdata[i], name, only))
      json_command (json, all->pdata[i]);
  mps_ctl_json_end (json);
  mps_ctl_json_end (json);
}

/**
 * mps_ctl_help_print:
 * @ctl: a run, which says whether help is for people or for programs
 * @name: (nullable): the first word of the commands that are of interest
 * @command: (nullable): the one command that is of interest
 */
void
mps_ctl_help_print (MpsCtl *ctl, const char *name, const MpsCtlCommand *command)
{
  if (ctl->json)
    json_help (ctl->output, name, command);
  else if (command)
    print_command (ctl->output, command);
  else
    print_commands (ctl->output, name);
}

/**
 * mps_ctl_help_print_usage:
 * @output: where to
 * @command: (nullable): a command, or %NULL for the program
 */
void
mps_ctl_help_print_usage (MpsCtlOutput *output, const MpsCtlCommand *command)
{
  g_autofree char *name = command ? mps_ctl_command_dup_name (command) : NULL;

  mps_ctl_output_print (output, "%s\n", _ ("Usage:"));
  if (command)
    mps_ctl_output_print (output, "  mpsctl %s%s%s\n", name, *command->usage ? " " : "",
                          command->usage);
  else
    mps_ctl_output_puts (output, "  mpsctl [--database FILE] [--organization NAME] [--json] "
                                 "COMMAND …\n");
}

/* Reading the command line answers it, as it answers “--help”. */
const MpsCtlCommand mps_ctl_help_commands[] = {
  { "help", NULL, "[COMMAND]", N_ ("Show help"), NULL, 0, 2, FALSE, NULL },
  { NULL },
};
