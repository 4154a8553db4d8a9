/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-json-parser.h"

#include "mps-json-path.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * JsonParser keeps the last of two members with the same name and says
 * nothing. A file in which "max_average_pages" stands twice was not meant by
 * anyone, so this parser counts the members of each object as they come.
 */
struct _MpsJsonParser {
  JsonParser parent_instance;

  GArray *counts;          /* guint: the members so far of each open object */
  JsonObject *repeated_in; /* owned; the first object with a repeated member */
  char *repeated;
  guint error_line;
  guint error_column;
};

#define MPS_TYPE_JSON_PARSER (mps_json_parser_get_type ())
G_DECLARE_FINAL_TYPE (MpsJsonParser, mps_json_parser, MPS, JSON_PARSER, JsonParser)
G_DEFINE_FINAL_TYPE (MpsJsonParser, mps_json_parser, JSON_TYPE_PARSER)

static void
mps_json_parser_object_start (JsonParser *parser)
{
  MpsJsonParser *self = MPS_JSON_PARSER (parser);
  guint none = 0;

  g_array_append_val (self->counts, none);
}

static void
mps_json_parser_object_member (JsonParser *parser, JsonObject *object, const char *member)
{
  MpsJsonParser *self = MPS_JSON_PARSER (parser);
  guint *count = &g_array_index (self->counts, guint, self->counts->len - 1);

  *count += 1;
  if (json_object_get_size (object) == *count || self->repeated_in)
    return;
  self->repeated_in = json_object_ref (object);
  self->repeated = g_strdup (member);
}

static void
mps_json_parser_object_end (JsonParser *parser, JsonObject *object)
{
  MpsJsonParser *self = MPS_JSON_PARSER (parser);

  g_array_set_size (self->counts, self->counts->len - 1);
}

static void
mps_json_parser_error (JsonParser *parser, const GError *error)
{
  MpsJsonParser *self = MPS_JSON_PARSER (parser);

  self->error_line = json_parser_get_current_line (parser);
  self->error_column = json_parser_get_current_pos (parser);
}

static void
mps_json_parser_finalize (GObject *object)
{
  MpsJsonParser *self = MPS_JSON_PARSER (object);

  g_array_unref (self->counts);
  g_clear_pointer (&self->repeated_in, json_object_unref);
  g_free (self->repeated);
  G_OBJECT_CLASS (mps_json_parser_parent_class)->finalize (object);
}

static void
mps_json_parser_class_init (MpsJsonParserClass *klass)
{
  JsonParserClass *parser_class = JSON_PARSER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mps_json_parser_finalize;
  parser_class->object_start = mps_json_parser_object_start;
  parser_class->object_member = mps_json_parser_object_member;
  parser_class->object_end = mps_json_parser_object_end;
  parser_class->error = mps_json_parser_error;
}

static void
mps_json_parser_init (MpsJsonParser *self)
{
  self->counts = g_array_new (FALSE, FALSE, sizeof (guint));
}

/* What the text says before it is parsed: where it begins, and why it is refused. */
typedef struct {
  const char *begin;
  const char *end;
  guint line;
  guint column;
} Extent;

static void
skip_to_value (Extent *extent)
{
  if (g_str_has_prefix (extent->begin, "\xEF\xBB\xBF"))
    extent->begin += 3;
  for (; *extent->begin && strchr (" \t\r\n", *extent->begin); extent->begin++)
    {
      gboolean new_line = *extent->begin == '\n';

      extent->line += new_line ? 1 : 0;
      extent->column = new_line ? 0 : extent->column + 1;
    }
}

static gboolean
is_too_deep (const Extent *extent)
{
  int depth = 0;
  gboolean quoted = FALSE;

  for (const char *p = extent->begin; p < extent->end && depth <= MPS_JSON_MAX_DEPTH; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (quoted)
        p += *p == '\\' ? 1 : 0;
      else
        depth += (*p == '{' || *p == '[') - (*p == '}' || *p == ']');
    }
  return depth > MPS_JSON_MAX_DEPTH;
}

/* A string of JSON may hold U+0000, and a string of C would end there. */
static gboolean
has_escaped_nul (const Extent *extent)
{
  for (const char *p = extent->begin; (p = strchr (p, '\\')); p += 2)
    if (g_str_has_prefix (p, "\\u0000"))
      return TRUE;
    else if (!p[1])
      return FALSE;
  return FALSE;
}

static const char *
why_refused (const Extent *extent)
{
  if (!g_utf8_validate (extent->begin, extent->end - extent->begin, NULL))
    return _ ("The text is not UTF-8. Save the file as UTF-8 and try again.");
  if (extent->begin == extent->end)
    return _ ("The file is empty. Choose the file that you were given.");
  if (is_too_deep (extent))
    return _ ("Too many lists and objects stand within each other. Ask for the file again.");
  if (has_escaped_nul (extent))
    return _ ("A text holds the character U+0000. Remove it.");
  return NULL;
}

static MpsProblem *
syntax_problem (MpsJsonParser *parser, const Extent *extent, int code)
{
  guint line = extent->line + parser->error_line;
  guint column = parser->error_column + (parser->error_line == 1 ? extent->column : 0);

  if (code == JSON_PARSER_ERROR_TRAILING_COMMA)
    return mps_problem_new (line, "$", "bad-json",
                            _ ("There is one comma too many at line %u, column %u. Remove it."),
                            line, column);
  if (code == JSON_PARSER_ERROR_MISSING_COMMA)
    return mps_problem_new (line, "$", "bad-json",
                            _ ("A comma is missing at line %u, column %u. Add it."), line, column);
  return mps_problem_new (line, "$", "bad-json",
                          _ ("This is not valid JSON at line %u, column %u. Correct it there."),
                          line, column);
}

/* Writes the path of @wanted, which stands at or below @path, into @where. */
static gboolean
find_object (const MpsJsonPath *path, JsonObject *wanted, const char *member, char **where)
{
  MpsJsonPath below;

  if (JSON_NODE_HOLDS_ARRAY (path->node))
    {
      JsonArray *array = json_node_get_array (path->node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          mps_json_path_enter_element (path, i, &below);
          if (find_object (&below, wanted, member, where))
            return TRUE;
        }
    }
  else if (JSON_NODE_HOLDS_OBJECT (path->node))
    {
      JsonObject *object = json_node_get_object (path->node);
      g_autoptr (GList) members = json_object_get_members (object);

      for (GList *l = members; l; l = l->next)
        {
          mps_json_path_enter_member (path, l->data, NULL, &below);
          if (object == wanted && g_str_equal (l->data, member))
            *where = mps_json_path_dup_text (&below);
          if (*where || find_object (&below, wanted, member, where))
            return TRUE;
        }
    }
  return FALSE;
}

static MpsProblem *
repeated_problem (MpsJsonParser *parser, JsonNode *root)
{
  MpsJsonPath path;
  g_autofree char *where = NULL;

  mps_json_path_enter_root (root, &path);
  if (!find_object (&path, parser->repeated_in, parser->repeated, &where))
    where = g_strdup ("$");
  return mps_problem_new (0, where, "duplicate-member",
                          _ ("%s is given more than once. Keep one of them."), where);
}

/**
 * mps_json_parse:
 * @text: what was read from a file; need not be valid in any way
 * @length: its length in bytes, or -1 if it ends with NUL
 * @problems: (element-type MpsProblem): gets one problem more, with the code
 *   "bad-json" or "duplicate-member", if @text is refused
 *
 * Parses JSON strictly: UTF-8 with or without BOM, exactly one value, no
 * comments, no member twice, no U+0000, and no deeper than %MPS_JSON_MAX_DEPTH.
 * Whole numbers beyond 64 bits become the nearest that fits.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL if @text is refused
 */
JsonNode *
mps_json_parse (const char *text, gssize length, GPtrArray *problems)
{
  /* JsonParser wants the NUL that a mapped or cut text may not have. */
  g_autofree char *copy = g_strndup (text, length < 0 ? strlen (text) : (gsize) length);
  Extent extent = { copy, copy + (length < 0 ? strlen (copy) : (gsize) length), 0, 0 };
  g_autoptr (MpsJsonParser) parser = g_object_new (MPS_TYPE_JSON_PARSER, "strict", TRUE, NULL);
  g_autoptr (GError) error = NULL;
  const char *reason;

  g_return_val_if_fail (copy != NULL, NULL);
  skip_to_value (&extent);
  reason = why_refused (&extent);
  if (reason)
    g_ptr_array_add (problems, mps_problem_new (0, "$", "bad-json", "%s", reason));
  else if (!json_parser_load_from_data (JSON_PARSER (parser), extent.begin,
                                        extent.end - extent.begin, &error))
    g_ptr_array_add (problems, syntax_problem (parser, &extent, error->code));
  else if (parser->repeated_in)
    g_ptr_array_add (problems,
                     repeated_problem (parser, json_parser_get_root (JSON_PARSER (parser))));
  else
    return json_parser_steal_root (JSON_PARSER (parser));
  return NULL;
}
