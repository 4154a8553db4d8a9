/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-row-list.h"

G_BEGIN_DECLS

/**
 * MpsChosenList:
 *
 * Those of some chosen printers that have a status, as #MpsPrinter, by serial
 * number. It follows the fleet.
 */
#define MPS_TYPE_CHOSEN_LIST (mps_chosen_list_get_type ())
G_DECLARE_FINAL_TYPE (MpsChosenList, mps_chosen_list, MPS, CHOSEN_LIST, MpsRowList)

MpsChosenList *mps_chosen_list_new (MpsFleet *fleet, const gint64 *printers, gsize n_printers,
                                    MpsStatus status);

G_END_DECLS
