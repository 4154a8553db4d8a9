/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-ctl-command.h"

G_BEGIN_DECLS

void mps_ctl_help_print (MpsCtl *ctl, const char *name, const MpsCtlCommand *command);
void mps_ctl_help_print_usage (MpsCtlOutput *output, const MpsCtlCommand *command);

G_END_DECLS
