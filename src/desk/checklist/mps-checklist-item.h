/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MpsChecklistStep:
 * @MPS_CHECKLIST_ENTITLEMENT: the organization is entitled to MPS Express
 * @MPS_CHECKLIST_PRINTERS: its printers are known
 * @MPS_CHECKLIST_CONTACTS: a supplies delivery contact exists
 * @MPS_CHECKLIST_ASSIGNMENT: every printer that needs a contact has one
 * @MPS_CHECKLIST_AGENTS: every Fleet Agent is new enough
 *
 * What comes before adding printers to MPS Express, in this order.
 */
typedef enum {
  MPS_CHECKLIST_ENTITLEMENT,
  MPS_CHECKLIST_PRINTERS,
  MPS_CHECKLIST_CONTACTS,
  MPS_CHECKLIST_ASSIGNMENT,
  MPS_CHECKLIST_AGENTS,
} MpsChecklistStep;

#define MPS_N_CHECKLIST_STEPS 5

/**
 * MpsChecklistState:
 * @MPS_CHECKLIST_TO_DO: there is something to do
 * @MPS_CHECKLIST_WAITING: there will be, after an earlier step
 * @MPS_CHECKLIST_DONE: nothing is left to do
 */
typedef enum {
  MPS_CHECKLIST_TO_DO,
  MPS_CHECKLIST_WAITING,
  MPS_CHECKLIST_DONE,
} MpsChecklistState;

/**
 * MpsChecklistItem:
 *
 * A step of “Before you begin” as it is shown: its state as a sign and in
 * words, how many it is about, and what its buttons say.
 */
#define MPS_TYPE_CHECKLIST_ITEM (mps_checklist_item_get_type ())
G_DECLARE_FINAL_TYPE (MpsChecklistItem, mps_checklist_item, MPS, CHECKLIST_ITEM, GObject)

MpsChecklistItem *mps_checklist_item_new (MpsChecklistStep step);
void mps_checklist_item_set (MpsChecklistItem *self, MpsChecklistState state, guint count);
MpsChecklistStep mps_checklist_item_get_step (MpsChecklistItem *self);
MpsChecklistState mps_checklist_item_get_state (MpsChecklistItem *self);
const char *mps_checklist_item_get_title (MpsChecklistItem *self);
char *mps_checklist_item_dup_text (MpsChecklistItem *self);

G_END_DECLS
