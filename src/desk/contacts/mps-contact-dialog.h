/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/session/mps-session.h"

G_BEGIN_DECLS

/**
 * MpsContactDialog:
 *
 * A form to create a supplies delivery contact, alone or from a copy of
 * another, or to update one. What was changed meanwhile elsewhere is never
 * overwritten, and unsaved changes are not lost without a question.
 */
#define MPS_TYPE_CONTACT_DIALOG (mps_contact_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MpsContactDialog, mps_contact_dialog, MPS, CONTACT_DIALOG, AdwDialog)

AdwDialog *mps_contact_dialog_new_create (MpsSession *session);
AdwDialog *mps_contact_dialog_new_copy (MpsSession *session, gint64 contact);
AdwDialog *mps_contact_dialog_new_update (MpsSession *session, gint64 contact);

G_END_DECLS
