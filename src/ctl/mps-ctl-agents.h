/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-ctl.h"

G_BEGIN_DECLS

const MpsAgentRecord *mps_ctl_find_agent (MpsCtl *ctl, const char *name, GError **error);

G_END_DECLS
