/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-ctl-json.h"
#include "mps-ctl.h"

G_BEGIN_DECLS

/* The option of every command that prints a TASK. */
#define MPS_CTL_ALL_ITEMS_ENTRY(flag)                                                                \
  { "all-items", 0, 0, G_OPTION_ARG_NONE, &(flag), N_ ("List every item, not only the failed ones"), \
    NULL }

void mps_ctl_json_task (MpsCtlJson *json, MpsTask *task, gboolean all_items, int added);
MpsCtlStatus mps_ctl_report_task (MpsCtl *ctl, MpsTask *task, gboolean all_items, int added);
void mps_ctl_print_task (MpsCtlOutput *output, MpsTask *task, gboolean all_items);

G_END_DECLS
