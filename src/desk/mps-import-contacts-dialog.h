/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "mps-session.h"

G_BEGIN_DECLS

/**
 * MpsImportContactsDialog:
 *
 * “Import contacts” in three steps: file, progress, results.
 */
#define MPS_TYPE_IMPORT_CONTACTS_DIALOG (mps_import_contacts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MpsImportContactsDialog, mps_import_contacts_dialog, MPS,
                      IMPORT_CONTACTS_DIALOG, AdwDialog)

AdwDialog *mps_import_contacts_dialog_new (MpsSession *session, GFile *file);

G_END_DECLS
