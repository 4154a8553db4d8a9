/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "mps-checklist.h"

G_BEGIN_DECLS

/**
 * MpsChecklistCard:
 *
 * “Before you begin” in little room, for the top of a page: what comes next,
 * and all steps where it is opened. It goes away when all are done, or when
 * the user hides it.
 */
#define MPS_TYPE_CHECKLIST_CARD (mps_checklist_card_get_type ())
G_DECLARE_FINAL_TYPE (MpsChecklistCard, mps_checklist_card, MPS, CHECKLIST_CARD, AdwBin)

void mps_checklist_card_follow (MpsChecklistCard *self, MpsSession *session);

G_END_DECLS
