/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-json-path.h"

#include "mps-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* A name from a hostile file may be a megabyte long; nobody reads that in a message. */
#define MAX_NAME_SHOWN 64

static gboolean
is_plain_name (const char *name)
{
  return *name
         && strspn (name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")
                == strlen (name);
}

static void
append_name (GString *text, const char *name)
{
  g_autofree char *plain = mps_text_dup_plain (name);
  g_autofree char *shown = g_utf8_truncate_middle (plain, MAX_NAME_SHOWN);

  if (is_plain_name (shown))
    {
      g_string_append_printf (text, ".%s", shown);
      return;
    }
  g_string_append (text, "['");
  for (const char *p = shown; *p; p++)
    {
      if (*p == '\'' || *p == '\\')
        g_string_append_c (text, '\\');
      g_string_append_c (text, *p);
    }
  g_string_append (text, "']");
}

static void
append_path (GString *text, const MpsJsonPath *path)
{
  if (!path->parent)
    {
      g_string_append_c (text, '$');
      return;
    }
  append_path (text, path->parent);
  if (path->member)
    append_name (text, path->member);
  else
    g_string_append_printf (text, "[%u]", path->index);
}

/**
 * mps_json_path_dup_text:
 * @self: a path
 *
 * Returns: (transfer full): the path as people and scripts read it, as
 *   $.models[3].pattern
 */
char *
mps_json_path_dup_text (const MpsJsonPath *self)
{
  GString *text = g_string_new (NULL);

  append_path (text, self);
  return g_string_free_and_steal (text);
}

static gboolean
holds (const MpsJsonPath *path, GType type)
{
  return JSON_NODE_HOLDS_VALUE (path->node) && json_node_get_value_type (path->node) == type;
}

static void
add_wrong_type (const MpsJsonPath *path, GPtrArray *problems, GType wanted)
{
  g_autofree char *where = mps_json_path_dup_text (path);
  MpsProblem *problem;

  if (wanted == G_TYPE_STRING)
    problem = mps_problem_new (0, where, "wrong-type", _ ("%s must be a text in quotes."), where);
  else if (wanted == G_TYPE_INT64)
    problem = mps_problem_new (0, where, "wrong-type",
                               _ ("%s must be a whole number without quotes."), where);
  else if (wanted == G_TYPE_BOOLEAN)
    problem = mps_problem_new (0, where, "wrong-type", _ ("%s must be true or false."), where);
  else if (wanted == JSON_TYPE_ARRAY)
    problem = mps_problem_new (0, where, "wrong-type", _ ("%s must be a list in brackets."), where);
  else
    problem
        = mps_problem_new (0, where, "wrong-type", _ ("%s must be an object in braces."), where);
  g_ptr_array_add (problems, problem);
}

/**
 * mps_json_path_enter_root:
 * @root: the document
 * @path: (out caller-allocates): where to start reading it
 */
void
mps_json_path_enter_root (JsonNode *root, MpsJsonPath *path)
{
  *path = (MpsJsonPath) { .node = root };
}

/**
 * mps_json_path_enter_member:
 * @object: the path of an object
 * @member: the name of a member
 * @problems: (nullable): gets a "missing-member" if there is none; %NULL for a
 *   member that may be left out
 * @path: (out caller-allocates): the member's path
 *
 * Returns: whether the object has the member
 */
gboolean
mps_json_path_enter_member (const MpsJsonPath *object, const char *member, GPtrArray *problems,
                            MpsJsonPath *path)
{
  *path = (MpsJsonPath) { .parent = object, .member = member };
  path->node = json_object_get_member (json_node_get_object (object->node), member);
  if (!path->node && problems)
    {
      g_autofree char *where = mps_json_path_dup_text (path);

      g_ptr_array_add (problems, mps_problem_new (0, where, "missing-member",
                                                  _ ("%s is missing. Add it."), where));
    }
  return path->node != NULL;
}

/**
 * mps_json_path_enter_element:
 * @array: the path of a list
 * @index: a position that it has
 * @path: (out caller-allocates): the element's path
 */
void
mps_json_path_enter_element (const MpsJsonPath *array, guint index, MpsJsonPath *path)
{
  *path = (MpsJsonPath) { .parent = array, .index = index };
  path->node = json_array_get_element (json_node_get_array (array->node), index);
}

/**
 * mps_json_path_expect_object:
 * @self: a path
 * @members: (nullable) (array zero-terminated=1): the names that are known, or
 *   %NULL if any name is welcome
 * @problems: gets a "wrong-type", or an "unknown-member" for each other name
 *
 * Returns: whether it is an object, with or without unknown members
 */
gboolean
mps_json_path_expect_object (const MpsJsonPath *self, const char *const *members,
                             GPtrArray *problems)
{
  g_autoptr (GList) names = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (self->node))
    {
      add_wrong_type (self, problems, JSON_TYPE_OBJECT);
      return FALSE;
    }

  names = members ? json_object_get_members (json_node_get_object (self->node)) : NULL;
  for (GList *l = names; l; l = l->next)
    if (!g_strv_contains (members, l->data))
      {
        MpsJsonPath unknown = { .parent = self, .member = l->data };
        g_autofree char *where = mps_json_path_dup_text (&unknown);

        g_ptr_array_add (
            problems,
            mps_problem_new (0, where, "unknown-member",
                             _ ("%s is not known here. Correct its name or remove it."), where));
      }
  return TRUE;
}

/**
 * mps_json_path_expect_array:
 * @self: a path
 * @length: (out): how many elements the list has
 * @problems: gets a "wrong-type" if it is no list
 *
 * Returns: whether it is a list
 */
gboolean
mps_json_path_expect_array (const MpsJsonPath *self, guint *length, GPtrArray *problems)
{
  *length = 0;
  if (!JSON_NODE_HOLDS_ARRAY (self->node))
    {
      add_wrong_type (self, problems, JSON_TYPE_ARRAY);
      return FALSE;
    }
  *length = json_array_get_length (json_node_get_array (self->node));
  return TRUE;
}

/**
 * mps_json_path_expect_format:
 * @object: the path of the document's object
 * @format: what its member "format" must say
 * @problems: gets a "missing-member", a "wrong-type" or a "bad-format"
 *
 * Returns: whether the document says that it is of @format
 */
gboolean
mps_json_path_expect_format (const MpsJsonPath *object, const char *format, GPtrArray *problems)
{
  MpsJsonPath path;
  g_autofree char *where = NULL;

  if (!mps_json_path_enter_member (object, "format", problems, &path))
    return FALSE;
  if (!holds (&path, G_TYPE_STRING))
    {
      add_wrong_type (&path, problems, G_TYPE_STRING);
      return FALSE;
    }
  if (g_str_equal (json_node_get_string (path.node), format))
    return TRUE;

  where = mps_json_path_dup_text (&path);
  g_ptr_array_add (problems, mps_problem_new (0, where, "bad-format",
                                              _ ("%s is not “%s”: this file is for something else. "
                                                 "Choose another file."),
                                              where, format));
  return FALSE;
}

static void
add_text_problem (const MpsJsonPath *path, GPtrArray *problems, const char *text,
                  guint max_characters)
{
  g_autofree char *where = mps_json_path_dup_text (path);

  if (*text == '\0')
    g_ptr_array_add (problems,
                     mps_problem_new (0, where, "empty", _ ("%s is empty. Fill it in."), where));
  else if (g_utf8_strlen (text, -1) > max_characters)
    g_ptr_array_add (
        problems,
        mps_problem_new (0, where, "too-long",
                         ngettext ("%s has more than %u character. Shorten it.",
                                   "%s has more than %u characters. Shorten it.", max_characters),
                         where, max_characters));
  else
    g_ptr_array_add (problems, mps_problem_new (0, where, "control-character",
                                                _ ("%s has an invisible character in it that "
                                                   "steers how text is shown. Take it out."),
                                                where));
}

/* Lines and tabs are how a long text is laid out. */
static gboolean
has_control (const char *text, gboolean lines)
{
  if (!lines)
    return mps_text_has_control (text);
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    if (mps_text_is_control (g_utf8_get_char (p)) && !strchr ("\t\n\r", *p))
      return TRUE;
  return FALSE;
}

static const char *
get_text (const MpsJsonPath *object, const char *member, guint max_characters, gboolean lines,
          GPtrArray *problems)
{
  MpsJsonPath path;
  const char *text, *start;

  if (!mps_json_path_enter_member (object, member, problems, &path))
    return NULL;
  if (!holds (&path, G_TYPE_STRING))
    {
      add_wrong_type (&path, problems, G_TYPE_STRING);
      return NULL;
    }
  text = start = json_node_get_string (path.node);
  while (g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  if (*start && g_utf8_strlen (text, -1) <= max_characters && !has_control (text, lines))
    return text;
  add_text_problem (&path, problems, *start ? text : "", max_characters);
  return NULL;
}

/**
 * mps_json_path_get_text:
 * @object: the path of an object
 * @member: the name of a member that it must have
 * @max_characters: how many characters it may have
 * @problems: gets a "missing-member", "wrong-type", "empty", "too-long" or
 *   "control-character"
 *
 * Returns: (transfer none) (nullable): a text on one line that does not consist
 *   of spaces, or %NULL if there is none
 */
const char *
mps_json_path_get_text (const MpsJsonPath *object, const char *member, guint max_characters,
                        GPtrArray *problems)
{
  return get_text (object, member, max_characters, FALSE, problems);
}

/**
 * mps_json_path_get_lines:
 *
 * As mps_json_path_get_text(), for a text that may have several lines.
 */
const char *
mps_json_path_get_lines (const MpsJsonPath *object, const char *member, guint max_characters,
                         GPtrArray *problems)
{
  return get_text (object, member, max_characters, TRUE, problems);
}

/**
 * mps_json_path_get_integer:
 * @object: the path of an object
 * @member: the name of a member that it must have
 * @minimum: the least that is right
 * @maximum: the most that is right
 * @value: (out): the number; untouched if there is none
 * @problems: gets a "missing-member", "wrong-type" or "out-of-range"
 *
 * Returns: whether @value is set
 */
gboolean
mps_json_path_get_integer (const MpsJsonPath *object, const char *member, int minimum, int maximum,
                           int *value, GPtrArray *problems)
{
  MpsJsonPath path;
  g_autofree char *where = NULL;
  gint64 number;

  if (!mps_json_path_enter_member (object, member, problems, &path))
    return FALSE;
  if (!holds (&path, G_TYPE_INT64))
    {
      add_wrong_type (&path, problems, G_TYPE_INT64);
      return FALSE;
    }

  number = json_node_get_int (path.node);
  if (number >= minimum && number <= maximum)
    {
      *value = (int) number;
      return TRUE;
    }
  where = mps_json_path_dup_text (&path);
  g_ptr_array_add (problems,
                   mps_problem_new (0, where, "out-of-range", _ ("%s must be from %d to %d."),
                                    where, minimum, maximum));
  return FALSE;
}

/**
 * mps_json_path_get_boolean:
 * @object: the path of an object
 * @member: the name of a member that it may have
 * @value: (out): what it says; untouched if it is left out
 * @problems: gets a "wrong-type"
 *
 * Returns: whether @value is set
 */
gboolean
mps_json_path_get_boolean (const MpsJsonPath *object, const char *member, gboolean *value,
                           GPtrArray *problems)
{
  MpsJsonPath path;

  if (!mps_json_path_enter_member (object, member, NULL, &path))
    return FALSE;
  if (!holds (&path, G_TYPE_BOOLEAN))
    {
      add_wrong_type (&path, problems, G_TYPE_BOOLEAN);
      return FALSE;
    }
  *value = json_node_get_boolean (path.node);
  return TRUE;
}
