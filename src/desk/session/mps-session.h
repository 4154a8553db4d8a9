/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/organizations/mps-organization-list.h"

#include "store/mps-store.h"

G_BEGIN_DECLS

/**
 * MpsSession:
 *
 * What the pages and dialogs of one window share: the open database, its
 * picture in memory, and which organization is looked at. Main thread only.
 */
#define MPS_TYPE_SESSION (mps_session_get_type ())
G_DECLARE_FINAL_TYPE (MpsSession, mps_session, MPS, SESSION, GObject)

MpsSession *mps_session_new (MpsStore *store, MpsFleet *fleet);
MpsStore *mps_session_get_store (MpsSession *self);
MpsFleet *mps_session_get_fleet (MpsSession *self);
MpsOrganizationList *mps_session_get_organizations (MpsSession *self);
gint64 mps_session_get_organization (MpsSession *self);
void mps_session_set_organization (MpsSession *self, gint64 organization);
const char *mps_session_get_organization_name (MpsSession *self);
gboolean mps_session_get_entitled (MpsSession *self);
gboolean mps_session_get_read_only (MpsSession *self);
const char *mps_session_get_database_name (MpsSession *self);
GListStore *mps_session_get_activities (MpsSession *self);

G_END_DECLS
