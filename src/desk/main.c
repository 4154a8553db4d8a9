/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-window.h"

#include <glib/gi18n.h>
#include <locale.h>

GResource *mps_desk_get_resource (void);

static void
on_activate (GApplication *application)
{
  gtk_window_present (g_object_new (MPS_TYPE_WINDOW, "application", application, NULL));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_resources_register (mps_desk_get_resource ());
  application = adw_application_new (APPLICATION_ID, G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
