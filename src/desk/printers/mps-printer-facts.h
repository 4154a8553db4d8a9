/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/widgets/mps-facts-group.h"

#include "rules/mps-policy.h"
#include "store/mps-store-printer.h"

G_BEGIN_DECLS

void mps_printer_facts_show (MpsFactsGroup *group, MpsFleet *fleet, guint32 row);
void mps_printer_facts_show_contact (MpsFactsGroup *group, MpsFleet *fleet, guint32 row);
void mps_printer_facts_show_agent (MpsFactsGroup *group, MpsFleet *fleet, guint32 row,
                                   MpsPolicy *policy);
void mps_printer_facts_show_pages (MpsFactsGroup *group, MpsFleet *fleet, guint32 row,
                                   MpsPolicy *policy);
void mps_printer_facts_show_managed (MpsFactsGroup *group, MpsFleet *fleet, guint32 row,
                                     const MpsPrinterDetails *details);

G_END_DECLS
