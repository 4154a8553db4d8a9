/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/session/mps-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsPreferencesDialog:
 *
 * The preferences: the programme policy in force and where it came from, how
 * tables are exported, and which language is spoken.
 */
#define MPS_TYPE_PREFERENCES_DIALOG (mps_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MpsPreferencesDialog, mps_preferences_dialog, MPS, PREFERENCES_DIALOG,
                      AdwPreferencesDialog)

AdwDialog *mps_preferences_dialog_new (MpsSession *session);
void mps_preferences_dialog_load_policy (MpsPreferencesDialog *self, GFile *file);

G_END_DECLS
