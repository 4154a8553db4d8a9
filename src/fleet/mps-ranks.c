/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ranks.h"

#include "mps-text.h"

#include <string.h>

typedef struct {
  const char *key;
  guint number;
} Ranked;

typedef int (*CompareKeys) (const char *a, const char *b);

static int
compare_ranked (gconstpointer a, gconstpointer b, gpointer user_data)
{
  CompareKeys compare = user_data;

  return compare (((const Ranked *) a)->key, ((const Ranked *) b)->key);
}

/* Equal keys have the same rank. */
static guint32 *
rank (const char *const *keys, guint n_keys, CompareKeys compare)
{
  g_autofree Ranked *sorted = g_new (Ranked, n_keys);
  guint32 *ranks = g_new (guint32, n_keys);
  guint32 current = 0;

  for (guint i = 0; i < n_keys; i++)
    sorted[i] = (Ranked) { keys[i], i };
  g_sort_array (sorted, n_keys, sizeof *sorted, compare_ranked, compare);
  for (guint i = 0; i < n_keys; i++)
    {
      if (i > 0 && compare (sorted[i - 1].key, sorted[i].key) != 0)
        current++;
      ranks[sorted[i].number] = current;
    }
  return ranks;
}

/**
 * mps_ranks_by_collation:
 * @texts: (array length=n_texts): texts
 * @n_texts: how many
 *
 * Returns: (transfer full): the place of each text in the order of the user's
 *   language, from 0
 */
guint32 *
mps_ranks_by_collation (const char *const *texts, guint n_texts)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_full (n_texts, g_free);

  for (guint i = 0; i < n_texts; i++)
    g_ptr_array_add (keys, g_utf8_collate_key (texts[i], -1));
  return rank ((const char *const *) keys->pdata, n_texts, strcmp);
}

/**
 * mps_ranks_by_version:
 * @versions: (array length=n_versions): versions, as 1.3.10, or ""
 * @n_versions: how many
 *
 * Returns: (transfer full): the place of each version, counted by number, part
 *   by part, from 0
 */
guint32 *
mps_ranks_by_version (const char *const *versions, guint n_versions)
{
  return rank (versions, n_versions, mps_text_compare_versions);
}
