/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-interface.h"

#include <gio/gio.h>
#include <string.h>

#define FOLDER "/io/github/mpsdesk/MpsDesk/ui/"

typedef struct {
  const char *file;
  GPtrArray *objects; /* all that were begun */
  GPtrArray *open;    /* borrowed from them; those that were not ended */
  char *property;     /* of the innermost, whose text comes */
  gboolean in_accessibility;
} Reading;

static void
object_free (gpointer data)
{
  DeskInterfaceObject *object = data;

  g_free (object->file);
  g_free (object->type);
  g_hash_table_unref (object->properties);
  g_free (object);
}

static void
begin_object (Reading *reading, const char *type)
{
  DeskInterfaceObject *object = g_new0 (DeskInterfaceObject, 1);

  object->file = g_strdup (reading->file);
  object->type = g_strdup (type);
  object->properties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_ptr_array_add (reading->objects, object);
  g_ptr_array_add (reading->open, object);
}

static DeskInterfaceObject *
get_innermost (Reading *reading)
{
  return reading->open->len ? reading->open->pdata[reading->open->len - 1] : NULL;
}

static const char *
find_attribute (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i]; i++)
    if (g_str_equal (names[i], name))
      return values[i];
  return NULL;
}

static void
start_element (GMarkupParseContext *context, const char *element, const char **names,
               const char **values, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  const char *class = find_attribute (names, values, "class");
  const char *name = find_attribute (names, values, "name");
  DeskInterfaceObject *object = get_innermost (reading);

  if (g_str_equal (element, "object") || g_str_equal (element, "template"))
    begin_object (reading, class ? class : "");
  else if (g_str_equal (element, "accessibility"))
    reading->in_accessibility = TRUE;
  else if (g_str_equal (element, "property") && object && !reading->in_accessibility)
    g_set_str (&reading->property, name);
  else if (g_str_equal (element, "binding") && object)
    g_hash_table_insert (object->properties, g_strdup (name), g_strdup (""));
  if (reading->in_accessibility && object && g_strcmp0 (name, "label") == 0)
    object->has_label = TRUE;
  if (g_str_equal (element, "property") && find_attribute (names, values, "bind-source"))
    g_hash_table_insert (object->properties, g_strdup (name), g_strdup (""));
}

static void
end_element (GMarkupParseContext *context, const char *element, gpointer user_data, GError **error)
{
  Reading *reading = user_data;

  if (g_str_equal (element, "object") || g_str_equal (element, "template"))
    g_ptr_array_set_size (reading->open, (int) reading->open->len - 1);
  else if (g_str_equal (element, "accessibility"))
    reading->in_accessibility = FALSE;
  else if (g_str_equal (element, "property"))
    g_clear_pointer (&reading->property, g_free);
}

static void
read_text (GMarkupParseContext *context, const char *text, gsize length, gpointer user_data,
           GError **error)
{
  Reading *reading = user_data;
  DeskInterfaceObject *object = get_innermost (reading);

  if (object && reading->property)
    g_hash_table_insert (object->properties, g_strdup (reading->property),
                         g_strndup (text, length));
}

/* What a cell is made of stands in the file as text; here it is read as if it stood there. */
static char *
dup_flat (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("<!\\[CDATA\\[\\s*(<\\?xml[^>]*>)?|\\]\\]>", 0, 0, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, "", 0, NULL);
}

static void
read_file (GPtrArray *objects, const char *file)
{
  const GMarkupParser parser
      = { .start_element = start_element, .end_element = end_element, .text = read_text };
  g_autofree char *path = g_strconcat (FOLDER, file, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *flat = dup_flat (text);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  Reading reading = { .file = file, .objects = objects, .open = open };
  g_autoptr (GMarkupParseContext) context
      = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &reading, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, flat, -1, &error);
  g_assert_no_error (error);
}

GPtrArray *
desk_interface_read (void)
{
  g_auto (GStrv) files
      = g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GPtrArray *objects = g_ptr_array_new_with_free_func (object_free);

  g_assert_nonnull (files);
  for (guint i = 0; files[i]; i++)
    read_file (objects, files[i]);
  return objects;
}
