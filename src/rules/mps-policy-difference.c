/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-policy-difference.h"

#include "fleet/mps-text.h"

#include <glib/gi18n.h>

/* A pattern of one of the policies, the first of those that are written alike. */
typedef struct {
  char *folded;
  const char *text;
  gint32 limit;
  gboolean own_limit;
} Model;

static void
clear_model (gpointer data)
{
  g_free (((Model *) data)->folded);
}

static void
add (GPtrArray *differences, const char *id, const char *subject, const char *detail)
{
  MpsPolicyDifference *difference = g_new (MpsPolicyDifference, 1);

  difference->id = id;
  difference->subject = g_strdup (subject);
  difference->detail = g_strdup (detail);
  g_ptr_array_add (differences, difference);
}

static void
compare_texts (GPtrArray *differences, const char *id, const char *subject, const char *before,
               const char *after)
{
  g_autofree char *detail = NULL;

  if (g_str_equal (before, after))
    return;
  /* Translators: a value before and after a change, such as “1.3.10 → 1.4.0”. */
  detail = g_strdup_printf (_ ("%s → %s"), before, after);
  add (differences, id, subject, detail);
}

static char *
dup_pages (gint32 pages)
{
  return g_strdup_printf (ngettext ("%'d page a month", "%'d pages a month", (gulong) pages),
                          pages);
}

static void
compare_limits (GPtrArray *differences, MpsPolicy *before, MpsPolicy *after)
{
  g_autofree char *old = dup_pages (mps_policy_get_max_average_pages (before));
  g_autofree char *new = dup_pages (mps_policy_get_max_average_pages (after));

  compare_texts (differences, "max-average-pages", _ ("Maximum average pages"), old, new);
  compare_texts (differences, "minimum-fleet-agent", _ ("Minimum Fleet Agent version"),
                 mps_policy_get_minimum_fleet_agent (before),
                 mps_policy_get_minimum_fleet_agent (after));
}

static GArray *
list_models (MpsPolicy *policy)
{
  GArray *models = g_array_new (FALSE, FALSE, sizeof (Model));

  g_array_set_clear_func (models, clear_model);
  for (guint i = 0; i < mps_policy_get_n_models (policy); i++)
    {
      Model model;

      model.text = mps_policy_get_model (policy, i, &model.limit, &model.own_limit);
      model.folded = mps_text_fold_identity (model.text);
      g_array_append_val (models, model);
    }
  return models;
}

/* Of patterns that are written alike only the first ever decides. */
static GHashTable *
index_models (GArray *models)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < models->len; i++)
    {
      Model *model = &g_array_index (models, Model, i);

      if (!g_hash_table_contains (index, model->folded))
        g_hash_table_insert (index, model->folded, model);
    }
  return index;
}

static char *
dup_limit (const Model *model)
{
  g_autofree char *pages = dup_pages (model->limit);

  if (model->own_limit)
    return g_steal_pointer (&pages);
  /* Translators: %s is a number of pages, such as “5,000 pages a month”. */
  return g_strdup_printf (_ ("%s, as for all models"), pages);
}

static void
add_supported (GPtrArray *differences, const Model *model)
{
  g_autofree char *limit = dup_limit (model);
  /* Translators: %s is a number of pages, such as “5,000 pages a month”. */
  g_autofree char *detail = g_strdup_printf (_ ("Supported from now on: %s"), limit);

  add (differences, "model-added", model->text, detail);
}

/* Where neither has a limit of its own, that of all models tells the difference. */
static void
compare_model (GPtrArray *differences, const Model *before, const Model *after)
{
  g_autofree char *old = dup_limit (before);
  g_autofree char *new = dup_limit (after);

  if (before->own_limit || after->own_limit)
    compare_texts (differences, "model-changed", after->text, old, new);
}

static void
compare_models (GPtrArray *differences, GArray *models, GHashTable *before, GHashTable *after)
{
  for (guint i = 0; i < models->len; i++)
    {
      const Model *model = &g_array_index (models, Model, i);
      const Model *old = g_hash_table_lookup (before, model->folded);

      if (g_hash_table_lookup (after, model->folded) != model)
        continue;
      if (old)
        compare_model (differences, old, model);
      else
        add_supported (differences, model);
    }
}

static void
add_removed (GPtrArray *differences, GArray *models, GHashTable *before, GHashTable *after)
{
  for (guint i = 0; i < models->len; i++)
    {
      const Model *model = &g_array_index (models, Model, i);

      if (g_hash_table_lookup (before, model->folded) == model
          && !g_hash_table_contains (after, model->folded))
        add (differences, "model-removed", model->text, _ ("Not supported any more"));
    }
}

static const Model *
next_common (GArray *models, guint *i, GHashTable *own, GHashTable *others)
{
  while (*i < models->len)
    {
      const Model *model = &g_array_index (models, Model, (*i)++);

      if (g_hash_table_lookup (own, model->folded) == model
          && g_hash_table_contains (others, model->folded))
        return model;
    }
  return NULL;
}

static gboolean
is_same_order (GArray *old, GArray *new, GHashTable *before, GHashTable *after)
{
  guint i = 0, j = 0;
  const Model *a, *b;

  do
    {
      a = next_common (old, &i, before, after);
      b = next_common (new, &j, after, before);
    }
  while (a && b && g_str_equal (a->folded, b->folded));
  return a == NULL && b == NULL;
}

static void
compare_all_models (GPtrArray *differences, MpsPolicy *before, MpsPolicy *after)
{
  g_autoptr (GArray) old = list_models (before);
  g_autoptr (GArray) new = list_models (after);
  g_autoptr (GHashTable) old_index = index_models (old);
  g_autoptr (GHashTable) new_index = index_models (new);

  add_removed (differences, old, old_index, new_index);
  compare_models (differences, new, old_index, new_index);
  if (!is_same_order (old, new, old_index, new_index))
    add (differences, "models-order", _ ("Order of the models"),
         _ ("It is another one. The first pattern that matches a model decides."));
}

static gboolean
has_same_text (MpsPolicy *before, MpsPolicy *after, const char *language)
{
  const char *const languages[] = { language, NULL };

  return g_str_equal (mps_policy_get_terms_text (before, languages, NULL),
                      mps_policy_get_terms_text (after, languages, NULL));
}

static void
compare_terms (GPtrArray *differences, MpsPolicy *before, MpsPolicy *after)
{
  compare_texts (differences, "terms-version", _ ("Version of the terms of use"),
                 mps_policy_get_terms_version (before), mps_policy_get_terms_version (after));
  if (!has_same_text (before, after, "en"))
    add (differences, "terms-text", _ ("Terms of use in English"), _ ("The text differs."));
  if (!has_same_text (before, after, "ja"))
    add (differences, "terms-text", _ ("Terms of use in Japanese"), _ ("The text differs."));
}

static const char *
name_kind (MpsPolicy *policy)
{
  return mps_policy_is_sample (policy) ? _ ("Sample policy") : _ ("Agreed with Lexmark");
}

void
mps_policy_difference_free (MpsPolicyDifference *self)
{
  g_free (self->subject);
  g_free (self->detail);
  g_free (self);
}

/**
 * mps_policy_compare:
 * @before: the policy in force
 * @after: one that may take its place
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type MpsPolicyDifference): in which they
 *   differ, for people; empty when they mean the same
 */
GPtrArray *
mps_policy_compare (MpsPolicy *before, MpsPolicy *after)
{
  GPtrArray *differences
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_policy_difference_free);

  g_return_val_if_fail (before != NULL && after != NULL, differences);

  compare_texts (differences, "version", _ ("Version"), mps_policy_get_version (before),
                 mps_policy_get_version (after));
  compare_texts (differences, "sample", _ ("Kind"), name_kind (before), name_kind (after));
  compare_limits (differences, before, after);
  compare_all_models (differences, before, after);
  compare_terms (differences, before, after);
  return differences;
}
