/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-eligibility-item.h"

G_BEGIN_DECLS

/**
 * MpsEligibilitySection:
 * @explanation: the first line
 * @toggle: the last line
 * @expanded: whether the user opened it
 * @shown: (element-type guint32): rows of the printers between the two
 *
 * One status in the model of the eligibility sidebar.
 */
typedef struct {
  MpsEligibilityItem *explanation;
  MpsEligibilityItem *toggle;
  gboolean expanded;
  GArray *shown;
} MpsEligibilitySection;

/**
 * MpsEligibilitySplice:
 * @first: the first printer of the section that changes
 * @removed: how many go from there
 * @added: how many come there
 */
typedef struct {
  guint first;
  guint removed;
  guint added;
} MpsEligibilitySplice;

void mps_eligibility_section_init (MpsEligibilitySection *self, MpsStatus status);
void mps_eligibility_section_clear (MpsEligibilitySection *self);
guint mps_eligibility_section_get_length (const MpsEligibilitySection *self);
MpsEligibilitySplice mps_eligibility_section_compare (const MpsEligibilitySection *self,
                                                      const guint32 *rows, guint n_rows);

G_END_DECLS
