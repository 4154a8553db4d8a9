/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-model-pattern.h"

#include "fleet/mps-text.h"

#include <string.h>

struct _MpsModelPattern {
  char **parts; /* what stands between the stars, folded; one more than stars */
  guint n_parts;
};

/**
 * mps_model_pattern_new:
 * @pattern: valid UTF-8 with more than spaces; a star stands for any run of characters
 *
 * Returns: (transfer full): the pattern, ready to be asked
 */
MpsModelPattern *
mps_model_pattern_new (const char *pattern)
{
  MpsModelPattern *self = g_new0 (MpsModelPattern, 1);
  g_autofree char *folded = mps_text_fold_identity (pattern);

  g_assert (*folded);
  self->parts = g_strsplit (folded, "*", -1);
  self->n_parts = g_strv_length (self->parts);
  return self;
}

void
mps_model_pattern_free (MpsModelPattern *self)
{
  g_strfreev (self->parts);
  g_free (self);
}

/**
 * mps_model_pattern_matches:
 * @self: a pattern
 * @folded_model: the whole model name, from mps_text_fold_identity()
 *
 * The parts between two stars are found from left to right, each at its first
 * place. No other place could let more of the rest match, so there is nothing
 * to go back to and the time is linear, whatever the pattern.
 *
 * Returns: whether the whole name matches
 */
gboolean
mps_model_pattern_matches (const MpsModelPattern *self, const char *folded_model)
{
  const char *rest = folded_model;
  guint last = self->n_parts - 1;

  if (self->n_parts == 1)
    return g_str_equal (self->parts[0], rest);
  if (!g_str_has_prefix (rest, self->parts[0]))
    return FALSE;

  rest += strlen (self->parts[0]);
  for (guint i = 1; i < last; i++)
    {
      rest = strstr (rest, self->parts[i]);
      if (!rest)
        return FALSE;
      rest += strlen (self->parts[i]);
    }
  return g_str_has_suffix (rest, self->parts[last]);
}
