/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-organization-rows.h"

#include "fleet/mps-error.h"
#include "fleet/mps-text.h"

#include <glib/gi18n.h>

#define MAX_NAME 128

static MpsOrganizationRecord *
read_organization (MpsStatement *statement)
{
  MpsOrganizationRecord *record = mps_organization_record_new ();

  record->id = mps_statement_get_int (statement, 0);
  record->parent = mps_statement_get_int (statement, 1);
  record->entitled = mps_statement_get_int (statement, 2) != 0;
  g_set_str (&record->name, mps_statement_get_text (statement, 3));
  return record;
}

static int
compare_organizations (gconstpointer a, gconstpointer b)
{
  const MpsOrganizationRecord *first = a;
  const MpsOrganizationRecord *second = b;

  if ((first->parent == 0) != (second->parent == 0))
    return first->parent == 0 ? -1 : 1;
  return g_utf8_collate (first->name, second->name);
}

/**
 * mps_organization_rows_list:
 * @connection: the database
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type MpsOrganizationRecord): all of them, the
 *   parent company first, then by name
 */
GPtrArray *
mps_organization_rows_list (MpsConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_organization_record_free);
  g_autoptr (MpsStatement) statement
      = mps_connection_prepare (connection, "SELECT id, parent, entitled, name FROM organizations");
  MpsStep step;

  while ((step = mps_statement_step (statement, error)) == MPS_STEP_ROW)
    g_ptr_array_add (list, read_organization (statement));
  g_ptr_array_sort_values (list, compare_organizations);
  return step == MPS_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

/**
 * mps_organization_rows_require:
 * @connection: the database
 * @id: of an organization
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: %FALSE, with MPS_ERROR_UNKNOWN_ORGANIZATION, when it is not there
 */
gboolean
mps_organization_rows_require (MpsConnection *connection, gint64 id, GError **error)
{
  g_autoptr (MpsStatement) statement
      = mps_connection_prepare (connection, "SELECT 1 FROM organizations WHERE id = ?");
  MpsStep step;

  mps_statement_bind_int (statement, 1, id);
  step = mps_statement_step (statement, error);
  if (step == MPS_STEP_DONE)
    g_set_error (error, MPS_ERROR, MPS_ERROR_UNKNOWN_ORGANIZATION,
                 _ ("The organization is not there any more. Choose another one."));
  return step == MPS_STEP_ROW;
}

/**
 * mps_organization_rows_read:
 * @connection: the database
 * @id: of an organization
 * @error: return location for a #GError: MPS_ERROR_UNKNOWN_ORGANIZATION
 *
 * Returns: (transfer full) (nullable): the organization
 */
MpsOrganizationRecord *
mps_organization_rows_read (MpsConnection *connection, gint64 id, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      connection, "SELECT parent, entitled, name FROM organizations WHERE id = ?");
  MpsOrganizationRecord *record;

  if (!mps_organization_rows_require (connection, id, error))
    return NULL;
  mps_statement_bind_int (statement, 1, id);
  if (mps_statement_step (statement, error) != MPS_STEP_ROW)
    return NULL;
  record = mps_organization_record_new ();
  record->id = id;
  record->parent = mps_statement_get_int (statement, 0);
  record->entitled = mps_statement_get_int (statement, 1) != 0;
  g_set_str (&record->name, mps_statement_get_text (statement, 2));
  return record;
}

/**
 * mps_organization_rows_check_name:
 * @connection: the database
 * @id: the organization that is to have it; 0 for a new one
 * @name: a name
 * @identity: the same, folded, by which two names are one
 * @error: return location for a #GError: MPS_ERROR_INVALID_FIELDS, MPS_ERROR_ORGANIZATION_EXISTS
 *
 * Returns: whether the organization can have the name
 */
gboolean
mps_organization_rows_check_name (MpsConnection *connection, gint64 id, const char *name,
                                  const char *identity, GError **error)
{
  g_autoptr (MpsStatement) statement = mps_connection_prepare (
      connection, "SELECT name FROM organizations WHERE identity = ? AND id <> ?");
  MpsStep step;

  if (*identity == '\0')
    {
      g_set_error (error, MPS_ERROR, MPS_ERROR_INVALID_FIELDS,
                   _ ("The organization has no name. Enter one."));
      return FALSE;
    }
  if (mps_text_has_control (name))
    {
      g_set_error_literal (error, MPS_ERROR, MPS_ERROR_INVALID_FIELDS,
                           _ ("The name has a line break, a tab or another invisible character in "
                              "it. Enter it without."));
      return FALSE;
    }
  if (g_utf8_strlen (name, -1) > MAX_NAME)
    {
      g_set_error (error, MPS_ERROR, MPS_ERROR_INVALID_FIELDS,
                   _ ("The name is too long. Enter one of at most %d characters."), MAX_NAME);
      return FALSE;
    }
  mps_statement_bind_text (statement, 1, identity);
  mps_statement_bind_int (statement, 2, id);
  step = mps_statement_step (statement, error);
  if (step == MPS_STEP_ROW)
    g_set_error (error, MPS_ERROR, MPS_ERROR_ORGANIZATION_EXISTS,
                 _ ("There is an organization “%s” already. Choose another name."),
                 mps_statement_get_text (statement, 0));
  return step == MPS_STEP_DONE;
}
