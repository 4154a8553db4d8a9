/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "mps-organization-list.h"

G_BEGIN_DECLS

/**
 * MpsOrganizationsTable:
 *
 * The child organizations in a table, of which one can be chosen and each
 * opens its page.
 *
 * "changed" (): another one is chosen, or others are shown
 */
#define MPS_TYPE_ORGANIZATIONS_TABLE (mps_organizations_table_get_type ())
G_DECLARE_FINAL_TYPE (MpsOrganizationsTable, mps_organizations_table, MPS, ORGANIZATIONS_TABLE,
                      AdwBin)

void mps_organizations_table_show (MpsOrganizationsTable *self, MpsOrganizationList *list);
void mps_organizations_table_set_search (MpsOrganizationsTable *self, const char *search);
guint mps_organizations_table_get_n_shown (MpsOrganizationsTable *self);
gint64 mps_organizations_table_get_chosen (MpsOrganizationsTable *self);

G_END_DECLS
