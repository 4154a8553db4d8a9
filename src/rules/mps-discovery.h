/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-records.h"

G_BEGIN_DECLS

/**
 * MpsDiscovery:
 *
 * Where an agent looks for printers: at its addresses, but not at those that
 * are excluded. Immutable.
 */
typedef struct _MpsDiscovery MpsDiscovery;

MpsDiscovery *mps_discovery_new (const char *const *addresses, const char *const *excluded);
void mps_discovery_free (MpsDiscovery *self);
gboolean mps_discovery_covers (const MpsDiscovery *self, const char *ip_address,
                               const char *host_name);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsDiscovery, mps_discovery_free)

G_END_DECLS
