/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/session/mps-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsAddAddressDialog:
 *
 * Adds addresses to an agent's discovery criteria, typed or pasted. What is
 * wrong with them, and what should be known of them, is said as they are typed.
 */
#define MPS_TYPE_ADD_ADDRESS_DIALOG (mps_add_address_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MpsAddAddressDialog, mps_add_address_dialog, MPS, ADD_ADDRESS_DIALOG,
                      AdwDialog)

AdwDialog *mps_add_address_dialog_new (MpsSession *session, gint64 agent);

G_END_DECLS
