/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/session/mps-session.h"

G_BEGIN_DECLS

/**
 * MpsOrganizationDialog:
 *
 * Asks for the name of a new child organization, or another one of an
 * organization. It stays open, with what was typed, until the name is accepted.
 */
#define MPS_TYPE_ORGANIZATION_DIALOG (mps_organization_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MpsOrganizationDialog, mps_organization_dialog, MPS, ORGANIZATION_DIALOG,
                      AdwDialog)

AdwDialog *mps_organization_dialog_new_add (MpsSession *session);
AdwDialog *mps_organization_dialog_new_rename (MpsSession *session, gint64 organization);

G_END_DECLS
