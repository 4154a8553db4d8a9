/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-ctl-command.h"
#include "mps-ctl-json.h"

G_BEGIN_DECLS

void mps_ctl_json_problems (MpsCtlJson *json, const char *member, GPtrArray *problems);
void mps_ctl_json_organization (MpsCtlJson *json, const MpsOrganizationRecord *organization,
                                GPtrArray *organizations);
void mps_ctl_json_printer (MpsCtlJson *json, MpsFleet *fleet, guint32 row);
void mps_ctl_json_contact (MpsCtlJson *json, const MpsContactRecord *contact, guint printers);
void mps_ctl_print_problems (MpsCtlOutput *output, GPtrArray *problems);

G_END_DECLS
