/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-ctl.h"

G_BEGIN_DECLS

const char *mps_ctl_get_database (MpsCtl *self);
gboolean mps_ctl_has_database (MpsCtl *self);
gboolean mps_ctl_open (MpsCtl *self, MpsStoreOpenMode mode, GError **error);
gboolean mps_ctl_open_organization (MpsCtl *self, MpsStoreOpenMode mode, GError **error);
gboolean mps_ctl_open_trial (MpsCtl *self, GError **error);
gboolean mps_ctl_load (MpsCtl *self, GError **error);
GPtrArray *mps_ctl_list_organizations (MpsCtl *self, GError **error);
const MpsOrganizationRecord *mps_ctl_get_organization (GPtrArray *organizations, gint64 id);
const MpsOrganizationRecord *mps_ctl_find_organization (GPtrArray *organizations, const char *name);
gboolean mps_ctl_require_organization (MpsCtl *self, GError **error);
guint32 mps_ctl_find_serial (MpsCtl *self, const char *serial);

G_END_DECLS
