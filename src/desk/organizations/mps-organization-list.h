/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "mps-organization-item.h"

G_BEGIN_DECLS

/**
 * MpsOrganizationList:
 *
 * The child organizations, as #MpsOrganizationItem by name, and what each has.
 * They are counted in one pass over the fleet, however many organizations and
 * changes there are: before the next frame. Main thread only.
 *
 * "counted" (): what one of them has, or its name or entitlement, may be
 *   another
 */
#define MPS_TYPE_ORGANIZATION_LIST (mps_organization_list_get_type ())
G_DECLARE_FINAL_TYPE (MpsOrganizationList, mps_organization_list, MPS, ORGANIZATION_LIST, GObject)

MpsOrganizationList *mps_organization_list_new (MpsFleet *fleet);
MpsOrganizationItem *mps_organization_list_get_all (MpsOrganizationList *self);
MpsOrganizationItem *mps_organization_list_find (MpsOrganizationList *self, gint64 id);
gint64 mps_organization_list_choose_first (MpsOrganizationList *self);

G_END_DECLS
