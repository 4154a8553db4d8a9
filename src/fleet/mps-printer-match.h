/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-fleet.h"
#include "mps-search.h"

G_BEGIN_DECLS

/**
 * MpsPrinterMatch:
 *
 * A search of printers, made ready for looking at many: each model and
 * location is searched once, not once a printer. Good until the fleet changes.
 */
typedef struct _MpsPrinterMatch MpsPrinterMatch;

MpsPrinterMatch *mps_printer_match_new (MpsFleet *fleet, const MpsSearch *search);
void mps_printer_match_free (MpsPrinterMatch *self);
gboolean mps_printer_match_has (const MpsPrinterMatch *self, guint32 row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsPrinterMatch, mps_printer_match_free)

G_END_DECLS
