/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-problem-group.h"

#include <glib/gi18n.h>

static void
group_free (MpsProblemGroup *self)
{
  g_array_unref (self->lines);
  g_free (self);
}

static MpsProblemGroup *
group_new (const MpsProblem *problem)
{
  MpsProblemGroup *self = g_new0 (MpsProblemGroup, 1);

  self->problem = problem;
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

static guint
hash_problem (gconstpointer key)
{
  const MpsProblem *problem = key;

  return g_str_hash (problem->reason) ^ (problem->column ? g_str_hash (problem->column) : 0);
}

/* A code can have several reasons, as a postal code has one for each country. */
static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  const MpsProblem *one = a, *other = b;

  return g_strcmp0 (one->column, other->column) == 0 && g_str_equal (one->code, other->code)
         && g_str_equal (one->reason, other->reason);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *) a, other = *(const guint *) b;

  return (one > other) - (one < other);
}

static void
sort_lines (GArray *lines)
{
  guint n = 0;

  g_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    if (n == 0 || g_array_index (lines, guint, i) != g_array_index (lines, guint, n - 1))
      g_array_index (lines, guint, n++) = g_array_index (lines, guint, i);
  g_array_set_size (lines, n);
}

/**
 * mps_problem_groups_new:
 * @problems: (element-type MpsProblem): what is wrong with an input; must
 *   outlive the groups
 *
 * Returns: (transfer full) (element-type MpsProblemGroup): a group for those of
 *   the same column, code and reason, in the order of the first of each
 */
GPtrArray *
mps_problem_groups_new (GPtrArray *problems)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  g_autoptr (GHashTable) found = g_hash_table_new (hash_problem, is_same);

  for (guint i = 0; i < problems->len; i++)
    {
      const MpsProblem *problem = problems->pdata[i];
      MpsProblemGroup *group = g_hash_table_lookup (found, problem);

      if (group == NULL)
        {
          group = group_new (problem);
          g_hash_table_insert (found, (gpointer) problem, group);
          g_ptr_array_add (groups, group);
        }
      if (problem->line > 0)
        g_array_append_val (group->lines, problem->line);
    }
  for (guint i = 0; i < groups->len; i++)
    sort_lines (((MpsProblemGroup *) groups->pdata[i])->lines);
  return groups;
}

/* The index behind the last of the lines that follow one another from @first on. */
static guint
find_end (GArray *lines, guint first)
{
  guint end = first + 1;

  while (end < lines->len
         && g_array_index (lines, guint, end) == g_array_index (lines, guint, end - 1) + 1)
    end++;
  return end;
}

static void
append_range (GString *text, guint first, guint last)
{
  if (first == last)
    g_string_append_printf (text, "%u", first);
  else
    /* Translators: a range of line numbers, from the first to the last */
    g_string_append_printf (text, _ ("%u–%u"), first, last);
}

/**
 * mps_problem_group_dup_lines:
 * @self: a group
 * @max_ranges: how many ranges are told, before "…" takes the place of the
 *   others; 0 for all
 *
 * Returns: (transfer full): its line numbers for people, as "3–17, 20"; "" for none
 */
char *
mps_problem_group_dup_lines (const MpsProblemGroup *self, guint max_ranges)
{
  GString *text = g_string_new (NULL);
  guint n_ranges = 0;

  for (guint first = 0, end; first < self->lines->len; first = end)
    {
      end = find_end (self->lines, first);
      if (first > 0)
        /* Translators: stands between line numbers, as in 3–17, 20 */
        g_string_append (text, _ (", "));
      if (max_ranges > 0 && n_ranges++ == max_ranges)
        {
          g_string_append (text, "…");
          break;
        }
      append_range (text, g_array_index (self->lines, guint, first),
                    g_array_index (self->lines, guint, end - 1));
    }
  return g_string_free_and_steal (text);
}
