/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/session/mps-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsImportFleetDialog:
 *
 * “Import printers”: chooses a fleet list, imports it and tells what came of it.
 */
#define MPS_TYPE_IMPORT_FLEET_DIALOG (mps_import_fleet_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MpsImportFleetDialog, mps_import_fleet_dialog, MPS, IMPORT_FLEET_DIALOG,
                      AdwDialog)

AdwDialog *mps_import_fleet_dialog_new (MpsSession *session, GFile *file);

G_END_DECLS
