/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

static void
on_request (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_object_set_data_full (window, "desk-request", g_variant_print (parameter, FALSE), g_free);
}

void
desk_catch_requests (GtkWidget *window)
{
  static const GActionEntry entries[] = { { "show-printers", on_request, "(sx)" },
                                          { "show-agent", on_request, "x" },
                                          { "show-task", on_request, "x" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), window);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
}

const char *
desk_get_request (GtkWidget *window)
{
  return g_object_get_data (G_OBJECT (window), "desk-request");
}
