/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-application.h"

#include "mps-fleet-view.h"
#include "desk/help/mps-help-window.h"
#include "mps-import-drop.h"
#include "desk/widgets/mps-item-names.h"
#include "desk/help/mps-shortcuts.h"
#include "mps-window.h"
#include "exchange/mps-sample-fleet.h"
#include "ui/mps-desk-resources.h"

#include <glib/gi18n.h>

struct _MpsApplication {
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (MpsApplication, mps_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "database", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open this database"), N_ ("FILE") },
  { "page", 0, 0, G_OPTION_ARG_STRING, NULL,
    N_ ("Show this page: checklist, printers, contacts, agents, account, tasks or history"),
    N_ ("PAGE") },
  { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Try the sample fleet"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[FILE…]") },
  { NULL },
};

/* As if each window were closed: work that runs comes to an end, what was typed is asked for, and
 * databases are closed, so that all of one is in its file. Without a window the program ends. */
static void
activate_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *window = windows; window; window = window->next)
    gtk_window_close (window->data);
}

static void
activate_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  adw_show_about_dialog (
      GTK_WIDGET (window), "application-name", _ ("MPS Desk"), "application-icon", APPLICATION_ID,
      "version", PACKAGE_VERSION, "license-type", GTK_LICENSE_GPL_3_0, "developer-name",
      _ ("The MPS Desk developers"), "comments",
      _ ("Brings a fleet’s printers into MPS Express and keeps them there.\n\nMPS Desk is an "
         "independent program. It is not made, endorsed or supported by Lexmark."),
      /* Translators: your names, one a line, to be shown in the About dialog */
      "translator-credits", _ ("translator-credits"), NULL);
}

static void
activate_help (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mps_help_present (user_data, NULL);
}

static void
activate_show_help (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mps_help_present (user_data, g_variant_get_string (parameter, NULL));
}

static void
activate_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_dialog_present (mps_shortcuts_dialog_new (),
                      GTK_WIDGET (gtk_application_get_active_window (user_data)));
}

static MpsWindow *
find_window (MpsApplication *self, const char *path)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (; windows; windows = windows->next)
    if (MPS_IS_WINDOW (windows->data) && g_strcmp0 (mps_window_get_path (windows->data), path) == 0)
      return windows->data;
  return NULL;
}

static MpsWindow *
show_window (MpsApplication *self, const char *path, MpsStoreOpenMode mode, const char *page)
{
  MpsWindow *window = find_window (self, path);

  if (window == NULL)
    {
      window = mps_window_new (GTK_APPLICATION (self));
      mps_window_open (window, path, mode);
    }
  if (page)
    mps_window_show_page (window, page);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* What a notification leads to; its database need not be open any more. */
static void
activate_show_task (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *path;
  gint64 task;

  g_variant_get (parameter, "(&sx)", &path, &task);
  mps_window_show_task (show_window (user_data, path, MPS_STORE_OPEN_EXISTING, NULL), task);
}

static const GActionEntry actions[] = {
  { "quit", activate_quit },           { "about", activate_about },
  { "help", activate_help },           { "show-help", activate_show_help, "s" },
  { "shortcuts", activate_shortcuts }, { "show-task", activate_show_task, "(sx)" },
};

static void
mps_application_activate (GApplication *application)
{
  g_autofree char *path = mps_store_dup_default_path ();

  show_window (MPS_APPLICATION (application), path, MPS_STORE_OPEN_CREATE, NULL);
}

/* The window that was used last. */
static MpsWindow *
find_last_window (MpsApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (; windows; windows = windows->next)
    if (MPS_IS_WINDOW (windows->data))
      return windows->data;
  return NULL;
}

/* What comes in from outside belongs to what the user works on. */
static void
mps_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  MpsApplication *self = MPS_APPLICATION (application);

  if (find_last_window (self) == NULL)
    mps_application_activate (application);
  for (int i = 0; i < n_files; i++)
    mps_import_drop_hand_over (find_last_window (self), files[i]);
  gtk_window_present (GTK_WINDOW (find_last_window (self)));
}

static void
hand_over_arguments (MpsWindow *window, GApplicationCommandLine *command_line)
{
  GVariantDict *values = g_application_command_line_get_options_dict (command_line);
  g_autofree const char **names = NULL;

  g_variant_dict_lookup (values, G_OPTION_REMAINING, "^a&ay", &names);
  for (guint i = 0; names && names[i]; i++)
    {
      g_autoptr (GFile) file
          = g_application_command_line_create_file_for_arg (command_line, names[i]);

      mps_import_drop_hand_over (window, file);
    }
}

/* A named database must be there, since a mistyped name should not make an empty one. */
static int
mps_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  MpsApplication *self = MPS_APPLICATION (application);
  GVariantDict *values = g_application_command_line_get_options_dict (command_line);
  g_autofree char *default_path = mps_store_dup_default_path ();
  g_autofree char *sample_path = mps_sample_fleet_dup_path ();
  g_autoptr (GFile) file = NULL;
  const char *name = NULL, *page = NULL;
  MpsWindow *window = NULL;

  g_variant_dict_lookup (values, "database", "^&ay", &name);
  g_variant_dict_lookup (values, "page", "&s", &page);
  if (page && !mps_fleet_view_has_page (page))
    {
      g_application_command_line_printerr (command_line, _ ("There is no page “%s”.\n"), page);
      return 2;
    }
  if (name)
    file = g_application_command_line_create_file_for_arg (command_line, name);
  else if (g_variant_dict_contains (values, "sample"))
    file = g_file_new_for_path (sample_path);
  if (file && g_file_peek_path (file) == NULL)
    {
      g_application_command_line_printerr (command_line, "%s\n",
                                           _ ("The file is not on a disk of this computer. Copy it "
                                              "to one."));
      return 2;
    }
  if (file == NULL && page == NULL && g_variant_dict_contains (values, G_OPTION_REMAINING))
    window = find_last_window (self);
  if (window == NULL)
    window = show_window (self, file ? g_file_peek_path (file) : default_path,
                          file ? MPS_STORE_OPEN_EXISTING : MPS_STORE_OPEN_CREATE, page);
  hand_over_arguments (window, command_line);
  gtk_window_present (GTK_WINDOW (window));
  return 0;
}

static int
mps_application_handle_local_options (GApplication *application, GVariantDict *values)
{
  if (!g_variant_dict_contains (values, "version"))
    return -1;
  g_print ("MPS Desk %s\n", PACKAGE_VERSION);
  return 0;
}

static void
mps_application_startup (GApplication *application)
{
  GtkApplication *self = GTK_APPLICATION (application);

  G_APPLICATION_CLASS (mps_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  mps_shortcuts_install (self);
  mps_item_names_install ();
  /* A text that can be copied is not marked already when Tab comes by. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
}

static void
mps_application_class_init (MpsApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = mps_application_startup;
  application_class->activate = mps_application_activate;
  application_class->open = mps_application_open;
  application_class->command_line = mps_application_command_line;
  application_class->handle_local_options = mps_application_handle_local_options;
}

static void
mps_application_init (MpsApplication *self)
{
  g_resources_register (mps_desk_get_resource ());
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * mps_application_new:
 *
 * Returns: (transfer full): the application
 */
MpsApplication *
mps_application_new (void)
{
  return g_object_new (MPS_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/mpsdesk/MpsDesk", NULL);
}
