/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-policy-private.h"

#include "fleet/mps-json-parser.h"
#include "fleet/mps-json-path.h"
#include "fleet/mps-text.h"

#include <glib/gi18n.h>

#define MAX_PAGES 10000000
#define MAX_NAME 128
#define MAX_VERSION 64
#define MAX_TERMS 1000000

static void
read_model (MpsPolicy *self, const MpsJsonPath *path, GPtrArray *problems)
{
  static const char *const members[] = { "pattern", "max_average_pages", NULL };
  MpsPolicyModel model = { .max_average_pages = self->max_average_pages };
  const char *pattern;
  MpsJsonPath limit;

  if (!mps_json_path_expect_object (path, members, problems))
    return;
  pattern = mps_json_path_get_text (path, "pattern", MAX_NAME, problems);
  model.own_limit = mps_json_path_enter_member (path, "max_average_pages", NULL, &limit);
  if (model.own_limit)
    mps_json_path_get_integer (path, "max_average_pages", 0, MAX_PAGES, &model.max_average_pages,
                               problems);
  if (!pattern)
    return;
  model.text = g_strdup (pattern);
  model.pattern = mps_model_pattern_new (pattern);
  g_array_append_val (self->models, model);
}

static void
read_models (MpsPolicy *self, const MpsJsonPath *root, GPtrArray *problems)
{
  MpsJsonPath models, model;
  guint n_models;

  if (!mps_json_path_enter_member (root, "models", problems, &models)
      || !mps_json_path_expect_array (&models, &n_models, problems))
    return;
  /* An empty list would make every printer unsupported, which nobody means. */
  if (n_models == 0)
    g_ptr_array_add (problems, mps_problem_new (0, "$.models", "empty",
                                                _ ("%s is empty. Add the models that are "
                                                   "supported."),
                                                "$.models"));
  for (guint i = 0; i < n_models; i++)
    {
      mps_json_path_enter_element (&models, i, &model);
      read_model (self, &model, problems);
    }
}

static void
read_minimum_fleet_agent (MpsPolicy *self, const MpsJsonPath *root, GPtrArray *problems)
{
  const char *version = mps_json_path_get_text (root, "minimum_fleet_agent", MAX_VERSION, problems);

  if (version && !mps_text_is_version (version))
    g_ptr_array_add (problems, mps_problem_new (0, "$.minimum_fleet_agent", "bad-version",
                                                _ ("%s must be numbers with dots between them, "
                                                   "such as 1.3.10."),
                                                "$.minimum_fleet_agent"));
  self->minimum_fleet_agent = g_strdup (version);
}

static void
read_terms (MpsPolicy *self, const MpsJsonPath *root, GPtrArray *problems)
{
  static const char *const members[] = { "version", "text", NULL };
  static const char *const languages[] = { "en", "ja", NULL };
  MpsJsonPath terms, text;

  if (!mps_json_path_enter_member (root, "terms", problems, &terms)
      || !mps_json_path_expect_object (&terms, members, problems))
    return;
  self->terms_version
      = g_strdup (mps_json_path_get_text (&terms, "version", MAX_VERSION, problems));
  if (!mps_json_path_enter_member (&terms, "text", problems, &text)
      || !mps_json_path_expect_object (&text, languages, problems))
    return;
  self->terms_en = g_strdup (mps_json_path_get_lines (&text, "en", MAX_TERMS, problems));
  self->terms_ja = g_strdup (mps_json_path_get_lines (&text, "ja", MAX_TERMS, problems));
}

static void
read_policy (MpsPolicy *self, JsonNode *node, GPtrArray *problems)
{
  static const char *const members[] = {
    "format", "version", "sample", "max_average_pages", "models", "minimum_fleet_agent",
    "terms",  NULL,
  };
  MpsJsonPath root;

  mps_json_path_enter_root (node, &root);
  if (!mps_json_path_expect_object (&root, members, problems))
    return;
  mps_json_path_expect_format (&root, "mps-desk-policy", problems);
  self->version = g_strdup (mps_json_path_get_text (&root, "version", MAX_VERSION, problems));
  mps_json_path_get_boolean (&root, "sample", &self->is_sample, problems);
  mps_json_path_get_integer (&root, "max_average_pages", 0, MAX_PAGES, &self->max_average_pages,
                             problems);
  read_models (self, &root, problems);
  read_minimum_fleet_agent (self, &root, problems);
  read_terms (self, &root, problems);
}

/**
 * mps_policy_read:
 * @self: a policy without anything in it
 * @json: what was read from a file; need not be valid in any way
 * @length: its length in bytes, or -1 if it ends with NUL
 * @problems: (element-type MpsProblem): takes everything that is wrong
 *
 * Reads a policy strictly. With a problem, @self is not to be used.
 */
void
mps_policy_read (MpsPolicy *self, const char *json, gssize length, GPtrArray *problems)
{
  g_autoptr (JsonNode) root = mps_json_parse (json, length, problems);

  if (root)
    read_policy (self, root, problems);
}
