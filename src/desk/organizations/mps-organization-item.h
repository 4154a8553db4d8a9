/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-organization-counts.h"

G_BEGIN_DECLS

/**
 * MpsOrganizationItem:
 *
 * An organization as lists show it: its name, whether it is entitled to MPS
 * Express, and what it has. It lives as long as the organization does, and its
 * properties follow it. The one with the id 0 stands for all of them.
 */
#define MPS_TYPE_ORGANIZATION_ITEM (mps_organization_item_get_type ())
G_DECLARE_FINAL_TYPE (MpsOrganizationItem, mps_organization_item, MPS, ORGANIZATION_ITEM, GObject)

MpsOrganizationItem *mps_organization_item_new (gint64 id);
void mps_organization_item_set (MpsOrganizationItem *self, const char *name, gboolean entitled,
                                const MpsOrganizationTally *tally);
gint64 mps_organization_item_get_id (MpsOrganizationItem *self);
const char *mps_organization_item_get_name (MpsOrganizationItem *self);
gboolean mps_organization_item_get_entitled (MpsOrganizationItem *self);
const MpsOrganizationTally *mps_organization_item_get_tally (MpsOrganizationItem *self);

G_END_DECLS
