/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-fleet-json.h"

#include "fleet/mps-text.h"
#include "fleet/mps-json-parser.h"
#include "fleet/mps-json-path.h"

#include <glib/gi18n.h>
#include <string.h>

struct _MpsFleetJson {
  JsonNode *root;
  MpsJsonPath root_path;
  MpsJsonPath list;
  guint n_printers;
  guint next;
  GArray *lines; /* guint: where each printer begins */
  MpsImportColumns columns;
  GPtrArray *ignored; /* members that were not understood, in file order */
  MpsFleetCells cells;
  char *path;
  char *texts[MPS_N_FLEET_COLUMNS];
};

typedef struct {
  guint line;
  guint depth;
  guint list_depth;
  gboolean in_list;
  gboolean at_element;
  const char *last_text;
} LineFinder;

static const char *
skip_text (const char *p, const char *end)
{
  for (p++; p < end && *p != '"'; p++)
    if (*p == '\\')
      p++;
  return p;
}

static void
see_token (LineFinder *finder, const char *p, GArray *lines)
{
  if (finder->at_element && *p != ']')
    g_array_append_val (lines, finder->line);
  finder->at_element = FALSE;
  if (*p == '"')
    finder->last_text = p;
  else if (*p == '{' || *p == '[')
    {
      finder->depth++;
      if (*p != '[' || finder->depth != finder->list_depth)
        return;
      finder->in_list
          = finder->depth == 1
            || (finder->last_text && g_str_has_prefix (finder->last_text, "\"printers\""));
      finder->at_element = finder->in_list;
    }
  else if (*p == '}' || *p == ']')
    {
      finder->depth--;
      finder->in_list &= finder->depth >= finder->list_depth;
    }
  else if (*p == ',')
    finder->at_element = finder->in_list && finder->depth == finder->list_depth;
}

/* JSON-GLib does not keep where a value stood. @text is valid JSON. */
static void
find_lines (const char *text, gsize length, guint list_depth, GArray *lines)
{
  LineFinder finder = { .line = 1, .list_depth = list_depth };
  const char *end = text + length;

  for (const char *p = text; p < end; p++)
    {
      if (*p == '\n' || (*p == '\r' && (p + 1 == end || p[1] != '\n')))
        finder.line++;
      if (g_ascii_isspace (*p))
        continue;
      see_token (&finder, p, lines);
      if (*p == '"')
        p = skip_text (p, end);
    }
}

static void
ignore_member (MpsFleetJson *self, const char *name)
{
  g_autofree char *plain = mps_text_dup_plain (name);

  if (!g_ptr_array_find_with_equal_func (self->ignored, plain, g_str_equal, NULL))
    g_ptr_array_add (self->ignored, g_steal_pointer (&plain));
}

static void
see_members (MpsFleetJson *self, JsonObject *object)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *l = names; l; l = l->next)
    {
      int column = mps_fleet_column_from_id (l->data);

      if (column < 0)
        ignore_member (self, l->data);
      else
        self->columns |= mps_fleet_column_get_flag ((MpsFleetColumn) column);
    }
}

static gboolean
enter_list (MpsFleetJson *self, GPtrArray *problems)
{
  g_autoptr (GList) names = NULL;

  mps_json_path_enter_root (self->root, &self->root_path);
  self->list = self->root_path;
  if (JSON_NODE_HOLDS_OBJECT (self->root))
    {
      if (!mps_json_path_enter_member (&self->root_path, "printers", problems, &self->list))
        return FALSE;
      names = json_object_get_members (json_node_get_object (self->root));
      for (GList *l = names; l; l = l->next)
        if (!g_str_equal (l->data, "printers") && !g_str_equal (l->data, "total"))
          ignore_member (self, l->data);
    }
  return mps_json_path_expect_array (&self->list, &self->n_printers, problems);
}

static void
read_list (MpsFleetJson *self, const char *text, gsize length)
{
  JsonArray *printers = json_node_get_array (self->list.node);

  find_lines (text, length, self->list.parent ? 2 : 1, self->lines);
  for (guint i = 0; i < self->n_printers; i++)
    {
      JsonNode *printer = json_array_get_element (printers, i);

      if (JSON_NODE_HOLDS_OBJECT (printer))
        see_members (self, json_node_get_object (printer));
    }
}

/**
 * mps_fleet_json_new:
 * @text: UTF-8
 * @length: in bytes
 * @error: %MPS_ERROR_BAD_FLEET with JSON paths
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the printers of @text, not yet checked
 */
MpsFleetJson *
mps_fleet_json_new (const char *text, gsize length, GError **error)
{
  g_autoptr (MpsFleetJson) self = g_new0 (MpsFleetJson, 1);
  g_autoptr (GPtrArray) problems = mps_problems_new ();
  const MpsProblem *first;

  self->ignored = g_ptr_array_new_null_terminated (1, g_free, TRUE);
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  self->root = mps_json_parse (text, (gssize) length, problems);
  if (self->root && enter_list (self, problems))
    {
      read_list (self, text, length);
      return g_steal_pointer (&self);
    }
  first = g_ptr_array_index (problems, 0);
  g_propagate_error (
      error, mps_error_new_with_problems (MPS_ERROR_BAD_FLEET, problems, "%s", first->reason));
  return NULL;
}

static void
clear_cells (MpsFleetJson *self)
{
  g_clear_pointer (&self->path, g_free);
  for (int i = 0; i < MPS_N_FLEET_COLUMNS; i++)
    g_clear_pointer (&self->texts[i], g_free);
}

/**
 * mps_fleet_json_free:
 * @self: a list
 */
void
mps_fleet_json_free (MpsFleetJson *self)
{
  clear_cells (self);
  g_clear_pointer (&self->root, json_node_unref);
  g_ptr_array_unref (self->ignored);
  g_array_unref (self->lines);
  g_free (self);
}

/**
 * mps_fleet_json_get_columns:
 * @self: a list
 *
 * Returns: the optional columns that any printer of it has
 */
MpsImportColumns
mps_fleet_json_get_columns (MpsFleetJson *self)
{
  return self->columns;
}

/**
 * mps_fleet_json_dup_ignored:
 * @self: a list
 *
 * Returns: (transfer full): the members that were not understood, in file order
 */
GStrv
mps_fleet_json_dup_ignored (MpsFleetJson *self)
{
  return g_strdupv ((char **) self->ignored->pdata);
}

/* The ids of JSON become the words of a CSV, which are then checked. */
static char *
dup_words (MpsFleetColumn column, const char *text)
{
  int managed = column == MPS_FLEET_MANAGED ? mps_managed_from_id (text) : -1;
  int kind = column == MPS_FLEET_AGENT_KIND ? mps_agent_kind_from_id (text) : -1;

  if (managed >= 0)
    return g_strdup (mps_managed_get_label ((MpsManaged) managed));
  if (kind >= 0)
    return g_strdup (mps_agent_kind_get_label ((MpsAgentKind) kind));
  return g_strdup (text);
}

static char *
dup_value (MpsFleetColumn column, JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("");
  if (type == G_TYPE_STRING)
    return dup_words (column, json_node_get_string (node));
  if (column == MPS_FLEET_COMMUNICATION && type == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "Communicating" : "Not communicating");
  if (column == MPS_FLEET_AVERAGE_PAGES && (type == G_TYPE_INT64 || type == G_TYPE_DOUBLE))
    return json_to_string (node, FALSE);
  return NULL;
}

static void
add_problem (MpsFleetJson *self, GPtrArray *problems, MpsFleetColumn column, const char *code,
             const char *english)
{
  g_autofree char *name = mps_fleet_cell_dup_column (&self->cells, column);

  g_ptr_array_add (problems, mps_problem_new_marked (self->cells.line, name, code, english));
}

static void
read_member (MpsFleetJson *self, JsonObject *printer, MpsFleetColumn column, GPtrArray *problems)
{
  JsonNode *node = json_object_get_member (printer, mps_fleet_column_get_id (column));

  if (node)
    {
      self->texts[column] = dup_value (column, node);
      if (!self->texts[column])
        add_problem (self, problems, column, "wrong-type", N_ ("It must be a text in quotes."));
    }
  else if (self->columns & mps_fleet_column_get_flag (column))
    /* To leave it alone for some printers only is more than an import can do, and to clear it
     * would destroy what the file does not speak of. */
    add_problem (self, problems, column, "missing-member",
                 N_ ("It is missing, though other printers of the file have it. Add it, with null "
                     "where it is empty."));
  self->cells.texts[column] = self->texts[column];
}

/**
 * mps_fleet_json_next:
 * @self: a list
 * @problems: (element-type MpsProblem): what is wrong with its form is added
 *
 * Returns: (transfer none) (nullable): the next printer, valid until the next
 *   call; to be skipped when @problems grew; %NULL at the end
 */
const MpsFleetCells *
mps_fleet_json_next (MpsFleetJson *self, GPtrArray *problems)
{
  MpsJsonPath path;

  clear_cells (self);
  if (self->next == self->n_printers)
    return NULL;
  mps_json_path_enter_element (&self->list, self->next, &path);
  self->path = mps_json_path_dup_text (&path);
  self->cells = (MpsFleetCells) { .path = self->path };
  if (self->next < self->lines->len)
    self->cells.line = g_array_index (self->lines, guint, self->next);
  self->next++;
  if (!JSON_NODE_HOLDS_OBJECT (path.node))
    {
      g_ptr_array_add (problems, mps_problem_new (self->cells.line, self->path, "wrong-type",
                                                  _ ("It must be an object in braces.")));
      return &self->cells;
    }
  for (int i = 0; i < MPS_N_FLEET_COLUMNS; i++)
    read_member (self, json_node_get_object (path.node), (MpsFleetColumn) i, problems);
  return &self->cells;
}
