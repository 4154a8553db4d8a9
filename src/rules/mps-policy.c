/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-policy-private.h"

#include "fleet/mps-text.h"
#include "rules/mps-rules-resources.h"

#include <gio/gio.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (MpsPolicy, mps_policy, mps_policy_ref, mps_policy_unref)

static void
clear_model (gpointer data)
{
  MpsPolicyModel *model = data;

  g_clear_pointer (&model->pattern, mps_model_pattern_free);
  g_clear_pointer (&model->text, g_free);
}

static MpsPolicy *
policy_new_empty (void)
{
  MpsPolicy *self = g_new0 (MpsPolicy, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->models = g_array_new (FALSE, FALSE, sizeof (MpsPolicyModel));
  g_array_set_clear_func (self->models, clear_model);
  return self;
}

/**
 * mps_policy_new_from_json:
 * @json: what was read from a file; need not be valid in any way
 * @length: its length in bytes, or -1 if it ends with NUL
 * @error: %MPS_ERROR_BAD_POLICY with everything that is wrong as its problems;
 *   the column of each is its JSON path
 *
 * Reads a policy strictly (source: files "Policy"; data/policy.schema.json).
 *
 * Returns: (transfer full) (nullable): the policy
 */
MpsPolicy *
mps_policy_new_from_json (const char *json, gssize length, GError **error)
{
  g_autoptr (MpsPolicy) self = policy_new_empty ();
  g_autoptr (GPtrArray) problems = mps_problems_new ();

  g_return_val_if_fail (json != NULL, NULL);

  mps_policy_read (self, json, length, problems);
  if (problems->len > 0)
    {
      const MpsProblem *first = g_ptr_array_index (problems, 0);

      if (error)
        *error = mps_error_new_with_problems (MPS_ERROR_BAD_POLICY, problems, "%s", first->reason);
      return NULL;
    }
  self->json = length < 0 ? g_strdup (json) : g_strndup (json, length);
  return g_steal_pointer (&self);
}

/**
 * mps_policy_new_sample:
 *
 * Returns: (transfer full): the policy that ships with the program, which says
 *   of itself that it is a sample
 */
MpsPolicy *
mps_policy_new_sample (void)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (
      mps_rules_get_resource (), "/io/github/mpsdesk/MpsDesk/rules/sample-policy.json",
      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GError) error = NULL;
  MpsPolicy *self;
  gsize length;
  const char *json = g_bytes_get_data (bytes, &length);

  self = mps_policy_new_from_json (json, length, &error);
  g_assert_no_error (error);
  return self;
}

MpsPolicy *
mps_policy_ref (MpsPolicy *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
mps_policy_unref (MpsPolicy *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->json);
  g_free (self->version);
  g_array_unref (self->models);
  g_free (self->minimum_fleet_agent);
  g_free (self->terms_version);
  g_free (self->terms_en);
  g_free (self->terms_ja);
  g_free (self);
}

/**
 * mps_policy_get_json:
 * @self: a policy
 *
 * Returns: the text that it was read from, unchanged
 */
const char *
mps_policy_get_json (MpsPolicy *self)
{
  return self->json;
}

const char *
mps_policy_get_version (MpsPolicy *self)
{
  return self->version;
}

gboolean
mps_policy_is_sample (MpsPolicy *self)
{
  return self->is_sample;
}

/**
 * mps_policy_get_max_average_pages:
 * @self: a policy
 *
 * Returns: the most pages a month that are not over the limit, for models
 *   without a limit of their own
 */
gint32
mps_policy_get_max_average_pages (MpsPolicy *self)
{
  return self->max_average_pages;
}

const char *
mps_policy_get_minimum_fleet_agent (MpsPolicy *self)
{
  return self->minimum_fleet_agent;
}

const char *
mps_policy_get_terms_version (MpsPolicy *self)
{
  return self->terms_version;
}

static gboolean
is_language (const char *name, const char *language)
{
  return g_str_has_prefix (name, language) && !g_ascii_isalpha (name[strlen (language)]);
}

/**
 * mps_policy_get_terms_text:
 * @self: a policy
 * @languages: (array zero-terminated=1): what the person reads, best first, as
 *   g_get_language_names() gives it
 * @language: (out) (optional) (transfer none): the language of the text, "en" or "ja"
 *
 * Returns: the terms of use in the first of @languages that there is, or in English
 */
const char *
mps_policy_get_terms_text (MpsPolicy *self, const char *const *languages, const char **language)
{
  gboolean japanese = FALSE;

  for (; *languages && !japanese; languages++)
    {
      if (is_language (*languages, "en"))
        break;
      japanese = is_language (*languages, "ja");
    }
  if (language)
    *language = japanese ? "ja" : "en";
  return japanese ? self->terms_ja : self->terms_en;
}

/**
 * mps_policy_dup_terms_sha256:
 * @self: a policy
 * @language: (nullable): the language in which the terms of use are shown; any other than "ja"
 *   is English
 *
 * Returns: (transfer full): the SHA-256 of their text, as 64 hexadecimal digits
 */
char *
mps_policy_dup_terms_sha256 (MpsPolicy *self, const char *language)
{
  const char *const languages[] = { language, NULL };
  const char *text = mps_policy_get_terms_text (self, languages, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/**
 * mps_policy_get_n_models:
 * @self: a policy
 *
 * Returns: how many patterns of supported models it has
 */
guint
mps_policy_get_n_models (MpsPolicy *self)
{
  return self->models->len;
}

/**
 * mps_policy_get_model:
 * @self: a policy
 * @index: which pattern, in the order in which they are asked
 * @max_average_pages: (out): the most pages a month that are not over the limit
 *   of the models that it matches
 * @own_limit: (out) (optional): whether that is said of the pattern itself, and is
 *   not the limit of all models
 *
 * Returns: the pattern, as it stands in the file
 */
const char *
mps_policy_get_model (MpsPolicy *self, guint index, gint32 *max_average_pages, gboolean *own_limit)
{
  const MpsPolicyModel *model;

  g_return_val_if_fail (index < self->models->len, NULL);
  model = &g_array_index (self->models, MpsPolicyModel, index);
  *max_average_pages = model->max_average_pages;
  if (own_limit)
    *own_limit = model->own_limit;
  return model->text;
}

/**
 * mps_policy_supports:
 * @self: a policy
 * @model: the whole model name
 * @max_average_pages: (out) (optional): the most pages a month that are not
 *   over this model's limit; 0 if it is not supported
 *
 * The first pattern that matches decides.
 *
 * Returns: whether MPS Express supports @model
 */
gboolean
mps_policy_supports (MpsPolicy *self, const char *model, gint32 *max_average_pages)
{
  g_autofree char *folded = mps_text_fold_identity (model);

  if (max_average_pages)
    *max_average_pages = 0;
  for (guint i = 0; i < self->models->len; i++)
    {
      const MpsPolicyModel *rule = &g_array_index (self->models, MpsPolicyModel, i);

      if (!mps_model_pattern_matches (rule->pattern, folded))
        continue;
      if (max_average_pages)
        *max_average_pages = rule->max_average_pages;
      return TRUE;
    }
  return FALSE;
}

/**
 * mps_policy_accepts_agent:
 * @self: a policy
 * @kind: what kind of agent a printer has
 * @version: its version, "" if unknown
 *
 * Only a Fleet Agent can be too old; one that does not tell its version is.
 *
 * Returns: whether a printer with the agent passes the rule
 */
gboolean
mps_policy_accepts_agent (MpsPolicy *self, MpsAgentKind kind, const char *version)
{
  if (kind != MPS_AGENT_FLEET)
    return TRUE;
  return mps_text_is_version (version)
         && mps_text_compare_versions (version, self->minimum_fleet_agent) >= 0;
}
