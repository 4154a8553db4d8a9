/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-store.h"

G_BEGIN_DECLS

/* (element-type MpsOrganizationRecord), parents first, by collated name */
void mps_store_list_organizations_async (MpsStore *self, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *mps_store_list_organizations_finish (MpsStore *self, GAsyncResult *result,
                                                GError **error);

/* @parent: 0 for the one parent company there is */
void mps_store_add_organization_async (MpsStore *self, const char *name, gint64 parent,
                                       GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer user_data);
MpsOrganizationRecord *mps_store_add_organization_finish (MpsStore *self, GAsyncResult *result,
                                                          GError **error);

void mps_store_rename_organization_async (MpsStore *self, gint64 organization, const char *name,
                                          GCancellable *cancellable, GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean mps_store_rename_organization_finish (MpsStore *self, GAsyncResult *result,
                                               GError **error);

/* MPS_ERROR_ORGANIZATION_NOT_EMPTY when it is entitled, or has children, printers, contacts or
 * agents. */
void mps_store_delete_organization_async (MpsStore *self, gint64 organization,
                                          GCancellable *cancellable, GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean mps_store_delete_organization_finish (MpsStore *self, GAsyncResult *result,
                                               GError **error);

/* Irreversible. @confirmation must be the organization's name. */
void mps_store_entitle_async (MpsStore *self, gint64 organization, const char *confirmation,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean mps_store_entitle_finish (MpsStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
