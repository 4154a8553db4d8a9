/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-organization-table.h"

#include "fleet/mps-text.h"

#include "mps-organization-rows.h"
#include "mps-rows.h"

struct _MpsOrganizationTable {
  GPtrArray *organizations; /* owned: MpsOrganizationRecord */
  GHashTable *by_name;      /* owned: char *identity → MpsOrganizationRecord */
};

/**
 * mps_organization_table_new:
 * @connection: the database
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: (transfer full) (nullable): a table of the organizations there are
 */
MpsOrganizationTable *
mps_organization_table_new (MpsConnection *connection, GError **error)
{
  GPtrArray *organizations = mps_organization_rows_list (connection, error);
  MpsOrganizationTable *self;

  if (organizations == NULL)
    return NULL;
  self = g_new0 (MpsOrganizationTable, 1);
  self->organizations = organizations;
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < organizations->len; i++)
    {
      MpsOrganizationRecord *record = g_ptr_array_index (organizations, i);

      g_hash_table_insert (self->by_name, mps_text_fold_identity (record->name), record);
    }
  return self;
}

void
mps_organization_table_free (MpsOrganizationTable *self)
{
  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->organizations);
  g_free (self);
}

/**
 * mps_organization_table_find:
 * @self: the organizations
 * @name: a name, of which width, case and spaces make no difference
 *
 * Returns: the id of the organization; 0 when there is none
 */
gint64
mps_organization_table_find (MpsOrganizationTable *self, const char *name)
{
  g_autofree char *identity = mps_text_fold_identity (name);
  const MpsOrganizationRecord *record = g_hash_table_lookup (self->by_name, identity);

  return record ? record->id : 0;
}
