/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk/window/mps-application.h"

#include <glib/gi18n.h>
#include <locale.h>

/* As for the tools of gettext, a variable leads to catalogues that are not installed. */
static void
set_up_locale (void)
{
  const char *folder = g_getenv ("TEXTDOMAINDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  g_autoptr (MpsApplication) application = NULL;

  set_up_locale ();
  application = mps_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
