/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-checklist-item.h"
#include "desk/session/mps-session.h"

G_BEGIN_DECLS

/**
 * MpsChecklist:
 *
 * “Before you begin”: what the organization that is looked at still wants
 * before its printers can be added to MPS Express. It follows the fleet. Main
 * thread only.
 */
#define MPS_TYPE_CHECKLIST (mps_checklist_get_type ())
G_DECLARE_FINAL_TYPE (MpsChecklist, mps_checklist, MPS, CHECKLIST, GObject)

MpsChecklist *mps_checklist_new (MpsSession *session);
MpsSession *mps_checklist_get_session (MpsChecklist *self);
MpsChecklistItem *mps_checklist_get_item (MpsChecklist *self, MpsChecklistStep step);
MpsChecklistItem *mps_checklist_get_next (MpsChecklist *self);
guint mps_checklist_get_n_done (MpsChecklist *self);
guint mps_checklist_get_n_eligible (MpsChecklist *self);
gboolean mps_checklist_get_available (MpsChecklist *self);

G_END_DECLS
