/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-eligibility-section.h"

void
mps_eligibility_section_init (MpsEligibilitySection *self, MpsStatus status)
{
  self->explanation = mps_eligibility_item_new (MPS_ELIGIBILITY_EXPLANATION, status);
  self->toggle = mps_eligibility_item_new (MPS_ELIGIBILITY_TOGGLE, status);
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint32));
}

void
mps_eligibility_section_clear (MpsEligibilitySection *self)
{
  g_clear_object (&self->explanation);
  g_clear_object (&self->toggle);
  g_clear_pointer (&self->shown, g_array_unref);
}

/**
 * mps_eligibility_section_get_length:
 * @self: a section
 *
 * Returns: how many lines it has, with the first and the last
 */
guint
mps_eligibility_section_get_length (const MpsEligibilitySection *self)
{
  return self->shown->len + 2;
}

/**
 * mps_eligibility_section_compare:
 * @self: a section
 * @rows: (nullable) (array length=n_rows): the printers that it is to show
 * @n_rows: how many
 *
 * Returns: the smallest change that leads there
 */
MpsEligibilitySplice
mps_eligibility_section_compare (const MpsEligibilitySection *self, const guint32 *rows,
                                 guint n_rows)
{
  const guint32 *old = (const guint32 *) self->shown->data;
  const guint n_old = self->shown->len;
  const guint n_common = MIN (n_rows, n_old);
  guint first = 0, last = 0;

  while (first < n_common && old[first] == rows[first])
    first++;
  while (last < n_common - first && old[n_old - 1 - last] == rows[n_rows - 1 - last])
    last++;
  return (MpsEligibilitySplice) { first, n_old - first - last, n_rows - first - last };
}
