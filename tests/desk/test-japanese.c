/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/window/mps-window.h"

#include <libintl.h>
#include <locale.h>

/* The words are other ones, and wider: whatever does not fit warns, and warnings are fatal. */
static void
test_window (DeskFixture *fixture, gconstpointer data)
{
  const int width = GPOINTER_TO_INT (data);
  g_autofree char *path = g_build_filename (fixture->folder, "other.db", NULL);
  MpsWindow *window = g_object_new (MPS_TYPE_WINDOW, NULL);

  gtk_window_set_default_size (GTK_WINDOW (window), width, 640);
  mps_window_open (window, path, MPS_STORE_OPEN_CREATE);
  gtk_window_present (GTK_WINDOW (window));
  desk_wait_for_text (GTK_WIDGET (window), "プリンタ");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "contacts");
  desk_wait_for_text (GTK_WIDGET (window), "連絡先");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  const int wide = 1280, narrow = 360;

  g_test_add ("/japanese/wide", DeskFixture, GINT_TO_POINTER (wide), desk_fixture_set_up,
              test_window, desk_fixture_tear_down);
  g_test_add ("/japanese/narrow", DeskFixture, GINT_TO_POINTER (narrow), desk_fixture_set_up,
              test_window, desk_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_autofree char *catalogues = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "..", "po", NULL);

  g_setenv ("LC_ALL", "ja_JP.UTF-8", TRUE);
  if (!setlocale (LC_ALL, ""))
    {
      g_print ("1..0 # SKIP There is no Japanese locale here\n");
      return 0;
    }
  bindtextdomain (GETTEXT_PACKAGE, catalogues);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  return desk_test_run (argc, argv, add_tests);
}
