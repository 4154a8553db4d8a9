/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/widgets/mps-row-selection.h"

G_BEGIN_DECLS

/**
 * MpsEligibilityScope:
 * @selection: the selection of the table
 * @held: (nullable) (element-type gint64): ids of the printers that it goes on to speak of
 * @selecting: while one of its own is being selected
 *
 * Which printers the eligibility sidebar speaks of: the selected ones, or all
 * that the table shows when none is selected. A printer that is chosen in the
 * sidebar is selected in the table without changing that, so that one can look
 * at one after the other.
 */
typedef struct {
  MpsRowSelection *selection;
  GArray *held;
  gboolean selecting;
} MpsEligibilityScope;

void mps_eligibility_scope_init (MpsEligibilityScope *self, MpsRowSelection *selection);
void mps_eligibility_scope_clear (MpsEligibilityScope *self);
guint32 *mps_eligibility_scope_dup_rows (MpsEligibilityScope *self, guint *n_rows, char **text);
void mps_eligibility_scope_release (MpsEligibilityScope *self);
gboolean mps_eligibility_scope_select (MpsEligibilityScope *self, const guint32 *rows, guint n_rows,
                                       guint *first);
gboolean mps_eligibility_scope_select_one (MpsEligibilityScope *self, guint32 row, guint *first);

G_END_DECLS
