/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-ctl-command.h"

G_BEGIN_DECLS

gboolean mps_ctl_options_parse (MpsCtl *ctl, const char *const *argv, const MpsCtlCommand **command,
                                GError **error);
void mps_ctl_options_print_usage (MpsCtlOutput *output, const MpsCtlCommand *command);

G_END_DECLS
