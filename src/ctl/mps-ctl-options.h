/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-ctl-command.h"

G_BEGIN_DECLS

/* What every command takes, for help. */
extern const GOptionEntry mps_ctl_global_options[];

gboolean mps_ctl_options_parse (MpsCtl *ctl, const char *const *argv, const MpsCtlCommand **command,
                                GError **error);

G_END_DECLS
