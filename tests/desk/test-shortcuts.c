/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"
#include "desk-interface.h"

#include "desk/help/mps-shortcuts.h"
#include "desk/window/mps-application.h"

#include <string.h>

/* What a list of the program's may leave out: they do what they do everywhere. */
static const char *const usual_keys[] = { "Escape", "Return", "KP_Enter", "ISO_Enter" };

static gboolean
is_listed (const char *trigger, const char *action)
{
  guint n_shortcuts;
  const MpsShortcut *shortcuts = mps_shortcuts_get (&n_shortcuts);

  for (guint i = 0; i < n_shortcuts; i++)
    for (guint j = 0; j < MPS_SHORTCUT_MAX_ACTIONS; j++)
      if (g_str_equal (shortcuts[i].trigger, trigger)
          && g_strcmp0 (shortcuts[i].actions[j], action) == 0)
        return TRUE;
  return FALSE;
}

/* (element-type utf8): the triggers of the Blueprint files with their actions, as "F9 a.b" */
static GHashTable *
find_triggers (void)
{
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) objects = desk_interface_read ();

  for (guint i = 0; i < objects->len; i++)
    {
      const DeskInterfaceObject *object = objects->pdata[i];
      const char *action = g_hash_table_lookup (object->properties, "action");
      const char *trigger = g_hash_table_lookup (object->properties, "trigger");
      g_autofree char *name = NULL;

      if (!g_str_equal (object->type, "GtkShortcut"))
        continue;
      g_assert_nonnull (trigger);
      g_assert_true (g_str_has_prefix (action, "action(") && g_str_has_suffix (action, ")"));
      name = g_strndup (action + strlen ("action("), strlen (action) - strlen ("action()"));
      g_hash_table_add (found, g_strconcat (trigger, " ", name, NULL));
    }
  return found;
}

static void
test_none_is_missing (void)
{
  g_autoptr (GHashTable) found = find_triggers ();
  GHashTableIter iter;
  gpointer key;

  g_assert_cmpuint (g_hash_table_size (found), >, 20);
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_auto (GStrv) parts = g_strsplit (key, " ", 2);

      if (!is_listed (parts[0], parts[1]))
        g_error ("the shortcut %s is not listed", (char *) key);
    }
}

static gboolean
is_of_application (GtkApplication *application, const char *trigger, const char *action)
{
  g_auto (GStrv) accelerators = gtk_application_get_accels_for_action (application, action);

  return g_strv_contains ((const char *const *) accelerators, trigger);
}

static void
test_each_is_there (void)
{
  g_autoptr (GHashTable) found = find_triggers ();
  g_autoptr (MpsApplication) application = mps_application_new ();
  guint n_shortcuts;
  const MpsShortcut *shortcuts = mps_shortcuts_get (&n_shortcuts);

  mps_shortcuts_install (GTK_APPLICATION (application));
  for (guint i = 0; i < n_shortcuts; i++)
    for (guint j = 0; j < MPS_SHORTCUT_MAX_ACTIONS && shortcuts[i].actions[j]; j++)
      {
        g_autofree char *key
            = g_strconcat (shortcuts[i].trigger, " ", shortcuts[i].actions[j], NULL);

        if (!g_hash_table_contains (found, key)
            && !is_of_application (GTK_APPLICATION (application), shortcuts[i].trigger,
                                   shortcuts[i].actions[j]))
          g_error ("the shortcut %s does not exist", key);
      }
}

/* Whether some shortcut is of @key, whatever is pressed with it. */
static gboolean
is_listed_key (const char *key)
{
  guint n_shortcuts;
  const MpsShortcut *shortcuts = mps_shortcuts_get (&n_shortcuts);

  if (g_strv_contains (usual_keys, key))
    return TRUE;
  for (guint i = 0; i < n_shortcuts; i++)
    {
      g_auto (GStrv) alternatives = g_strsplit (shortcuts[i].trigger, "|", -1);

      for (guint j = 0; alternatives[j]; j++)
        {
          const char *end = strrchr (alternatives[j], '>');

          if (g_str_equal (end ? end + 1 : alternatives[j], key))
            return TRUE;
        }
    }
  return FALSE;
}

static void
check_source (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GRegex) regex = g_regex_new ("GDK_KEY_(\\w+)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_regex_match (regex, text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *key = g_match_info_fetch (match, 1);

      if (!is_listed_key (key))
        g_error ("the key %s of %s is not listed", key, path);
    }
}

/* Widgets that draw themselves have keys of their own. */
static void
test_keys_of_widgets (void)
{
  g_autofree char *folder
      = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "src", "desk", NULL);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (files);
  while ((name = g_dir_read_name (files)))
    if (g_str_has_suffix (name, ".c"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        check_source (path);
      }
}

static void
test_dialog (DeskFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = mps_shortcuts_dialog_new ();

  desk_present (fixture, dialog);
  g_assert_true (desk_shows (GTK_WIDGET (dialog), "Unenroll"));
  g_assert_true (desk_shows (GTK_WIDGET (dialog), "Shift+Ctrl+E"));
  g_assert_true (desk_shows (GTK_WIDGET (dialog), "F1"));
  desk_close (dialog);
}

static void
add_tests (void)
{
  g_test_add_func ("/shortcuts/none-is-missing", test_none_is_missing);
  g_test_add_func ("/shortcuts/each-is-there", test_each_is_there);
  g_test_add_func ("/shortcuts/keys-of-widgets", test_keys_of_widgets);
  desk_fixture_add ("/shortcuts/dialog", test_dialog);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
