/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "mps-lazy-list.h"

G_BEGIN_DECLS

/**
 * MpsLookupStack:
 *
 * The rows of a lazy list, or what there is to say instead: that they are being
 * looked up, that there are none yet, that none matches, or what failed.
 * Properties: icon-name, empty-title, empty-description, no-match-title
 * (strings), content (GtkWidget): what shows the rows. Action: lookup.try-again.
 */
#define MPS_TYPE_LOOKUP_STACK (mps_lookup_stack_get_type ())
G_DECLARE_FINAL_TYPE (MpsLookupStack, mps_lookup_stack, MPS, LOOKUP_STACK, AdwBin)

void mps_lookup_stack_follow (MpsLookupStack *self, MpsLazyList *list);
void mps_lookup_stack_set_narrowed (MpsLookupStack *self, gboolean narrowed);

G_END_DECLS
