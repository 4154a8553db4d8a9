/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/session/mps-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsExportRequestsDialog:
 *
 * The enrolment requests of an organization: exports those that were not
 * exported yet, or any of them once more.
 */
#define MPS_TYPE_EXPORT_REQUESTS_DIALOG (mps_export_requests_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MpsExportRequestsDialog, mps_export_requests_dialog, MPS,
                      EXPORT_REQUESTS_DIALOG, AdwDialog)

AdwDialog *mps_export_requests_dialog_new (MpsSession *session);
void mps_export_requests_dialog_export (MpsExportRequestsDialog *self, const char *again,
                                        GFile *file);

G_END_DECLS
