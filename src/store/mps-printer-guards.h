/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-connection.h"

G_BEGIN_DECLS

/**
 * MpsPrinterGuards:
 *
 * The schema judges each new printer by itself, which takes as long as writing
 * it. Where very many come at once, these guards are lifted, all within one
 * transaction; the statement that writes asks what they ask, before they stand
 * again. Cut off in between, they never were lifted.
 */
typedef struct _MpsPrinterGuards MpsPrinterGuards;

MpsPrinterGuards *mps_printer_guards_lift (MpsConnection *connection, gboolean with_index,
                                           GError **error);
char *mps_printer_guards_dup_condition (MpsPrinterGuards *self);
gboolean mps_printer_guards_restore (MpsPrinterGuards *self, GError **error);
void mps_printer_guards_free (MpsPrinterGuards *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsPrinterGuards, mps_printer_guards_free)

G_END_DECLS
