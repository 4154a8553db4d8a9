/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-error.h"
#include "fleet/mps-records.h"

G_BEGIN_DECLS

gboolean mps_contact_rules_check (const char *const raw[MPS_N_CONTACT_FIELDS], guint line,
                                  MpsContactRecord *record, GPtrArray *problems);
gboolean mps_contact_rules_needs_state (const char *country);

G_END_DECLS
