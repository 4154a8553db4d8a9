/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/mps-contacts-import.h"

G_BEGIN_DECLS

/**
 * MpsImportChecker:
 *
 * Follows the corrections of a contacts file and finds out again after each of
 * them which of its contacts exist already. Main thread only.
 *
 * “checked” (GError, nullable): after every check; the error says why it could
 * not be made.
 */
#define MPS_TYPE_IMPORT_CHECKER (mps_import_checker_get_type ())
G_DECLARE_FINAL_TYPE (MpsImportChecker, mps_import_checker, MPS, IMPORT_CHECKER, GObject)

MpsImportChecker *mps_import_checker_new (MpsStore *store, gint64 organization,
                                          MpsContactsFile *file);
void mps_import_checker_stop (MpsImportChecker *self);
gboolean mps_import_checker_get_busy (MpsImportChecker *self);

G_END_DECLS
