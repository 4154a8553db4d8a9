/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "exchange/mps-contacts-import.h"

#include "desk/session/mps-activity.h"

G_BEGIN_DECLS

/**
 * MpsImportRun:
 *
 * One import of a contacts file, from its beginning to its report. It is an
 * activity of the session and goes on until it ends by itself or is canceled,
 * whoever looks at it. Main thread only.
 *
 * “done”: when there is a report, or an error that says why it did not begin.
 */
#define MPS_TYPE_IMPORT_RUN (mps_import_run_get_type ())
G_DECLARE_FINAL_TYPE (MpsImportRun, mps_import_run, MPS, IMPORT_RUN, GObject)

MpsImportRun *mps_import_run_begin (MpsSession *session, gint64 organization,
                                    MpsContactsFile *file);
MpsSession *mps_import_run_get_session (MpsImportRun *self);
gint64 mps_import_run_get_organization (MpsImportRun *self);
MpsContactsFile *mps_import_run_get_file (MpsImportRun *self);
MpsActivity *mps_import_run_get_activity (MpsImportRun *self);
MpsContactsReport *mps_import_run_get_report (MpsImportRun *self);
const GError *mps_import_run_get_error (MpsImportRun *self);
char *mps_import_run_dup_summary (MpsImportRun *self);

G_END_DECLS
