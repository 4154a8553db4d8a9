/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-recent-databases.h"

#include "exchange/mps-sample-fleet.h"

#include <glib/gi18n.h>

/* More would be a list to search in; then the file dialog serves better. */
#define MAX_DATABASES 8

static char *
dup_uri (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return g_file_get_uri (file);
}

/* Without @uri, and with it at the beginning if it is to be @first. */
static void
change (const char *uri, gboolean first)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_auto (GStrv) known = g_settings_get_strv (settings, MPS_RECENT_DATABASES_KEY);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) changed = NULL;
  guint n = first ? 1 : 0;

  if (first)
    g_strv_builder_add (builder, uri);
  for (guint i = 0; known[i] && n < MAX_DATABASES; i++)
    if (!g_str_equal (known[i], uri))
      {
        g_strv_builder_add (builder, known[i]);
        n++;
      }
  changed = g_strv_builder_end (builder);
  if (!g_strv_equal ((const char *const *) known, (const char *const *) changed))
    g_settings_set_strv (settings, MPS_RECENT_DATABASES_KEY, (const char *const *) changed);
}

/**
 * mps_recent_databases_add:
 * @path: the absolute path of a database that was opened
 *
 * Remembers it as the last one.
 */
void
mps_recent_databases_add (const char *path)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (path != NULL);
  if (mps_sample_fleet_is_path (path))
    return;
  uri = dup_uri (path);
  change (uri, TRUE);
}

/**
 * mps_recent_databases_remove:
 * @path: the absolute path of a database that is not there any more
 *
 * Forgets it.
 */
void
mps_recent_databases_remove (const char *path)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (path != NULL);
  uri = dup_uri (path);
  change (uri, FALSE);
}

/* The name of a file tells which one it is, unless another one has the same. */
static gboolean
is_ambiguous (char **uris, const char *name)
{
  guint n = 0;

  for (guint i = 0; uris[i]; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uris[i]);
      g_autofree char *other = g_file_get_basename (file);

      n += g_strcmp0 (other, name) == 0;
    }
  return n > 1;
}

static char *
dup_label (char **uris, const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *path = g_file_get_parse_name (file);
  g_autofree char *shown
      = is_ambiguous (uris, name) ? g_strdup (path) : g_filename_display_name (name);
  g_auto (GStrv) parts = g_strsplit (shown, "_", -1);

  /* An underline would be a mnemonic. */
  return g_strjoinv ("__", parts);
}

/**
 * mps_recent_databases_build_menu:
 *
 * Returns: (transfer full): an item for each, which activates win.open-recent
 */
GMenu *
mps_recent_databases_build_menu (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_auto (GStrv) uris = g_settings_get_strv (settings, MPS_RECENT_DATABASES_KEY);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; uris[i]; i++)
    {
      g_autofree char *label = dup_label (uris, uris[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-recent", "s", uris[i]);
      g_menu_append_item (menu, item);
    }
  return menu;
}
