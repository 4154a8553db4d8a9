/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/session/mps-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsImportAnswersDialog:
 *
 * Imports Lexmark's answer to enrolment requests, and shows what became of
 * each printer that it names.
 */
#define MPS_TYPE_IMPORT_ANSWERS_DIALOG (mps_import_answers_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MpsImportAnswersDialog, mps_import_answers_dialog, MPS, IMPORT_ANSWERS_DIALOG,
                      AdwDialog)

AdwDialog *mps_import_answers_dialog_new (MpsSession *session, GFile *file);

G_END_DECLS
