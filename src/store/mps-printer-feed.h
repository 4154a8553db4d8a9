/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-fleet.h"

G_BEGIN_DECLS

/**
 * MpsPrinterFeed:
 *
 * Adds printers to a fleet on a thread of its own, while the one who reads
 * them from the database reads on. Nobody else may touch the fleet until the
 * feed is freed.
 */
typedef struct _MpsPrinterFeed MpsPrinterFeed;

MpsPrinterFeed *mps_printer_feed_new (MpsFleet *fleet);
void mps_printer_feed_free (MpsPrinterFeed *self);
void mps_printer_feed_add (MpsPrinterFeed *self, const MpsPrinterRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsPrinterFeed, mps_printer_feed_free)

G_END_DECLS
