/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"
#include "desk-interface.h"

static const char *const button_types[] = {
  "GtkButton", "GtkToggleButton", "GtkMenuButton", "AdwSplitButton", NULL,
};

static gboolean
has (const DeskInterfaceObject *object, const char *property)
{
  return g_hash_table_contains (object->properties, property);
}

/* Named by the code or by what they remove, which differs from place to place. */
static const char *const named_by_place[]
    = { "mps-contact-value-filter.ui", "mps-criteria-group.ui", NULL };

/* An icon alone says too little: to who can't see it, and to who has not learned it yet. */
static void
test_icon_buttons (void)
{
  g_autoptr (GPtrArray) objects = desk_interface_read ();
  guint n_buttons = 0, n_nameless = 0;

  for (guint i = 0; i < objects->len; i++)
    {
      const DeskInterfaceObject *object = objects->pdata[i];

      if (!g_strv_contains (button_types, object->type) || !has (object, "icon-name")
          || has (object, "label") || g_strv_contains (named_by_place, object->file))
        continue;
      n_buttons++;
      if (!has (object, "tooltip-text") || !object->has_label)
        {
          g_test_message ("%s: a %s with the icon %s has no tooltip or no accessible name",
                          object->file, object->type,
                          (char *) g_hash_table_lookup (object->properties, "icon-name"));
          n_nameless++;
        }
    }
  g_assert_cmpuint (n_nameless, ==, 0);
  g_assert_cmpuint (n_buttons, >, 15);
}

static void
add_tests (void)
{
  g_test_add_func ("/interface/icon-buttons", test_icon_buttons);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
