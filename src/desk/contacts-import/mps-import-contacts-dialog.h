/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/session/mps-session.h"

G_BEGIN_DECLS

/**
 * MpsImportContactsDialog:
 *
 * “Import contacts” in three steps: choose a file, check and correct it, run
 * and see the results. An import that runs goes on when the dialog is closed;
 * its end is told in the window then, with a way to its results.
 */
#define MPS_TYPE_IMPORT_CONTACTS_DIALOG (mps_import_contacts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MpsImportContactsDialog, mps_import_contacts_dialog, MPS,
                      IMPORT_CONTACTS_DIALOG, AdwDialog)

AdwDialog *mps_import_contacts_dialog_new (MpsSession *session, GFile *file);

G_END_DECLS
