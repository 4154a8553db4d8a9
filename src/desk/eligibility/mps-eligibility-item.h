/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-fleet.h"

G_BEGIN_DECLS

/**
 * MpsEligibilityKind:
 * @MPS_ELIGIBILITY_EXPLANATION: what the status means and what to do; a section's first item
 * @MPS_ELIGIBILITY_PRINTER: one printer that has the status
 * @MPS_ELIGIBILITY_TOGGLE: shows and hides the printers; a section's last item
 */
typedef enum {
  MPS_ELIGIBILITY_EXPLANATION,
  MPS_ELIGIBILITY_PRINTER,
  MPS_ELIGIBILITY_TOGGLE,
} MpsEligibilityKind;

/**
 * MpsEligibilityItem:
 *
 * One line of the eligibility sidebar. Properties, readable: kind (uint),
 * status (uint), title, icon-name, count-text, share-text, searching
 * (boolean), explanation, remedy-label, hindrance, toggle-label, toggle-icon-name, serial, model,
 * others.
 */
#define MPS_TYPE_ELIGIBILITY_ITEM (mps_eligibility_item_get_type ())
G_DECLARE_FINAL_TYPE (MpsEligibilityItem, mps_eligibility_item, MPS, ELIGIBILITY_ITEM, GObject)

MpsEligibilityItem *mps_eligibility_item_new (MpsEligibilityKind kind, MpsStatus status);
MpsEligibilityItem *mps_eligibility_item_new_printer (MpsStatus status, MpsFleet *fleet,
                                                      guint32 row);
MpsEligibilityKind mps_eligibility_item_get_kind (MpsEligibilityItem *self);
MpsStatus mps_eligibility_item_get_status (MpsEligibilityItem *self);
guint32 mps_eligibility_item_get_row (MpsEligibilityItem *self);
void mps_eligibility_item_set_count (MpsEligibilityItem *self, guint count, guint total);
void mps_eligibility_item_set_found (MpsEligibilityItem *self, int found);
void mps_eligibility_item_set_expanded (MpsEligibilityItem *self, gboolean expanded);
void mps_eligibility_item_set_hindrance (MpsEligibilityItem *self, const char *hindrance);
void mps_eligibility_item_refresh (MpsEligibilityItem *self);

G_END_DECLS
