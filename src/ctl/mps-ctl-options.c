/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-options.h"

#include "mps-ctl-help.h"

#include <glib/gi18n.h>

/* What every command takes, before and after its words. */
typedef struct {
  char *database;
  char *organization;
  gboolean json;
  gboolean help;
  gboolean version;
  GStrv rest;
} Globals;

static void
globals_clear (Globals *self)
{
  g_free (self->database);
  g_free (self->organization);
  g_strfreev (self->rest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Globals, globals_clear)

/* The data of each is its place in Globals. */
const GOptionEntry mps_ctl_global_options[] = {
  { "database", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER (offsetof (Globals, database)),
    N_ ("The database; without it, the application’s own"), "FILE" },
  { "organization", 0, 0, G_OPTION_ARG_FILENAME,
    GSIZE_TO_POINTER (offsetof (Globals, organization)),
    N_ ("The child organization that is meant"), "NAME" },
  { "json", 0, 0, G_OPTION_ARG_NONE, GSIZE_TO_POINTER (offsetof (Globals, json)),
    N_ ("Print one JSON document"), NULL },
  { "help", 'h', 0, G_OPTION_ARG_NONE, GSIZE_TO_POINTER (offsetof (Globals, help)),
    N_ ("Show help"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, GSIZE_TO_POINTER (offsetof (Globals, version)),
    N_ ("Show the version"), NULL },
  G_OPTION_ENTRY_NULL,
};

/* Texts come as bytes: GLib refuses a Japanese option of its string type where the locale is "C",
 * as it is for cron. */
static gboolean
check_text (const char *text, GError **error)
{
  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return TRUE;
  mps_ctl_set_usage_error (error, _ ("“%s” is not UTF-8 text."), text);
  return FALSE;
}

static gboolean
check_option_texts (const GOptionEntry *options, GError **error)
{
  for (const GOptionEntry *entry = options; entry && entry->long_name; entry++)
    if (entry->arg == G_OPTION_ARG_FILENAME && g_strcmp0 (entry->arg_description, "FILE") != 0
        && !check_text (*(char **) entry->arg_data, error))
      return FALSE;
  return TRUE;
}

static void
add_globals (GOptionContext *context, Globals *globals)
{
  GOptionEntry entries[G_N_ELEMENTS (mps_ctl_global_options)];

  memcpy (entries, mps_ctl_global_options, sizeof entries);
  for (GOptionEntry *entry = entries; entry->long_name; entry++)
    entry->arg_data = G_STRUCT_MEMBER_P (globals, GPOINTER_TO_SIZE (entry->arg_data));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static GOptionContext *
new_context (Globals *globals, const MpsCtlCommand *command)
{
  const GOptionEntry rest[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &globals->rest, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context = g_option_context_new (NULL);

  g_option_context_set_help_enabled (context, FALSE);
  if (command && command->options)
    g_option_context_add_main_entries (context, command->options, GETTEXT_PACKAGE);
  add_globals (context, globals);
  if (command)
    g_option_context_add_main_entries (context, rest, GETTEXT_PACKAGE);
  return context;
}

static gboolean
parse_globals (MpsCtl *ctl, GOptionContext *context, Globals *globals, GStrv *args, GError **error)
{
  if (!g_option_context_parse_strv (context, args, error))
    return FALSE;
  ctl->json |= globals->json;
  if (globals->database)
    g_set_str (&ctl->database, globals->database);
  if (globals->organization)
    g_set_str (&ctl->organization_name, globals->organization);
  return check_text (ctl->organization_name, error);
}

static char *
take_word (GStrv args)
{
  char *word = args[0] ? args[1] : NULL;

  for (char **arg = args + 1; word && *arg; arg++)
    arg[0] = arg[1];
  return word;
}

static void
print_version (MpsCtl *ctl)
{
  mps_ctl_output_print (ctl->output, "mpsctl %s\n", PACKAGE_VERSION);
}

static gboolean
set_unknown_command (const char *name, const char *subcommand, GError **error)
{
  g_autofree char *words = g_strjoin (" ", name, subcommand, NULL);

  if (mps_ctl_command_is_group (name) && subcommand == NULL)
    mps_ctl_set_usage_error (error, _ ("“%s” needs a second word, as “%s list”."), name, name);
  else
    mps_ctl_set_usage_error (error, _ ("There is no command “%s”."), words);
  return FALSE;
}

static gboolean
print_help (MpsCtl *ctl, const char *name, const char *subcommand, GError **error)
{
  const MpsCtlCommand *command = name ? mps_ctl_command_find (name, subcommand) : NULL;

  if (name && command == NULL && (subcommand || !mps_ctl_command_is_group (name)))
    return set_unknown_command (name, subcommand, error);
  mps_ctl_help_print (ctl, name, command);
  return TRUE;
}

static gboolean
check_arguments (MpsCtl *ctl, const MpsCtlCommand *command, GError **error)
{
  guint n = mps_ctl_get_n_arguments (ctl);

  g_assert (command);
  if (n < command->min_arguments)
    mps_ctl_set_usage_error (error, "%s", _ ("An argument is missing."));
  else if (n > command->max_arguments)
    mps_ctl_set_usage_error (error, _ ("“%s” is one argument too many."),
                             ctl->arguments[command->max_arguments]);
  if (n < command->min_arguments || n > command->max_arguments)
    return FALSE;
  for (guint i = command->takes_file ? 1 : 0; i < n; i++)
    if (!check_text (ctl->arguments[i], error))
      return FALSE;
  return check_option_texts (command->options, error);
}

static gboolean
parse_command (MpsCtl *ctl, const MpsCtlCommand **command, GStrv *args, GError **error)
{
  g_auto (Globals) globals = { 0 };
  g_autoptr (GOptionContext) context = new_context (&globals, *command);

  if (!parse_globals (ctl, context, &globals, args, error))
    return FALSE;
  if (globals.help || globals.version)
    {
      if (globals.version)
        print_version (ctl);
      else
        mps_ctl_help_print (ctl, NULL, *command);
      *command = NULL;
      return TRUE;
    }
  ctl->arguments = globals.rest ? g_steal_pointer (&globals.rest) : g_new0 (char *, 1);
  return check_arguments (ctl, *command, error);
}

/*
 * Reads options up to the next word, which is part of the command's name.
 * @word stays NULL when there is none, and when @answered.
 */
static gboolean
parse_word (MpsCtl *ctl, GStrv *args, const char *group, char **word, gboolean *answered,
            GError **error)
{
  g_auto (Globals) globals = { 0 };
  g_autoptr (GOptionContext) context = new_context (&globals, NULL);

  g_option_context_set_strict_posix (context, TRUE);
  if (!parse_globals (ctl, context, &globals, args, error))
    return FALSE;
  *answered = globals.help || globals.version;
  if (globals.version)
    print_version (ctl);
  else if (globals.help)
    return print_help (ctl, group, NULL, error);
  else
    *word = take_word (*args);
  return TRUE;
}

static gboolean
parse_help (MpsCtl *ctl, GStrv args, GError **error)
{
  g_auto (Globals) globals = { 0 };
  g_autoptr (GOptionContext) context = new_context (&globals, NULL);
  g_autofree char *name = NULL;
  g_autofree char *subcommand = NULL;

  if (!parse_globals (ctl, context, &globals, &args, error))
    return FALSE;
  name = take_word (args);
  subcommand = take_word (args);
  return print_help (ctl, name, subcommand, error);
}

/**
 * mps_ctl_options_parse:
 * @ctl: the run, which takes up what the command line says
 * @argv: the command line, as bytes
 * @command: (out): the command that is to be run, or %NULL when help or the
 *   version was asked for, and is printed; with @error, the command that was
 *   called wrongly, if that is clear
 * @error: a %G_OPTION_ERROR
 *
 * Returns: whether the command line is right
 */
gboolean
mps_ctl_options_parse (MpsCtl *ctl, const char *const *argv, const MpsCtlCommand **command,
                       GError **error)
{
  g_auto (GStrv) args = g_strdupv ((GStrv) argv);
  g_autofree char *name = NULL;
  g_autofree char *subcommand = NULL;
  gboolean answered = FALSE;

  *command = NULL;
  if (!parse_word (ctl, &args, NULL, &name, &answered, error))
    return FALSE;
  if (answered)
    return TRUE;
  if (name == NULL)
    {
      mps_ctl_set_usage_error (error, "%s", _ ("A command is missing."));
      return FALSE;
    }
  if (g_str_equal (name, "help"))
    return parse_help (ctl, args, error);
  if (mps_ctl_command_is_group (name)
      && !parse_word (ctl, &args, name, &subcommand, &answered, error))
    return FALSE;
  if (answered)
    return TRUE;
  *command = mps_ctl_command_find (name, subcommand);
  if (*command == NULL)
    return set_unknown_command (name, subcommand, error);
  return parse_command (ctl, command, &args, error);
}
