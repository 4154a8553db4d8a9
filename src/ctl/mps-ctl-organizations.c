/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-database.h"
#include "mps-ctl-records.h"
#include "mps-ctl-table.h"

#include "store/mps-store-organizations.h"

#include <glib/gi18n.h>

static char *parent_name;
static char *confirmation;

static const MpsOrganizationRecord *
find_named (GPtrArray *organizations, const char *name, GError **error)
{
  const MpsOrganizationRecord *organization = mps_ctl_find_organization (organizations, name);

  if (organization == NULL)
    g_set_error (error, MPS_ERROR, MPS_ERROR_UNKNOWN_ORGANIZATION,
                 _ ("There is no organization “%s”. “mpsctl organizations list” shows those that "
                    "there are."),
                 name);
  return organization;
}

static void
print_table (MpsCtl *ctl, GPtrArray *organizations)
{
  g_autoptr (MpsCtlTable) table = mps_ctl_table_new (ctl->output, 3, 0);

  mps_ctl_table_row (table, _ ("Name"), _ ("Parent"), _ ("MPS Express"), NULL);
  for (guint i = 0; i < organizations->len; i++)
    {
      const MpsOrganizationRecord *organization = organizations->pdata[i];
      const MpsOrganizationRecord *parent
          = mps_ctl_get_organization (organizations, organization->parent);

      mps_ctl_table_row (table, organization->name, parent ? parent->name : "",
                         organization->entitled ? _ ("Entitled") : "", NULL);
    }
}

static MpsCtlStatus
list (MpsCtl *ctl, GError **error)
{
  g_autoptr (MpsCtlJson) json = mps_ctl_json_new (ctl->output);
  g_autoptr (GPtrArray) organizations = NULL;

  if (!mps_ctl_open (ctl, MPS_STORE_OPEN_EXISTING, error))
    return MPS_CTL_FAILED;
  organizations = mps_ctl_list_organizations (ctl, error);
  if (organizations == NULL)
    return MPS_CTL_FAILED;
  if (!ctl->json)
    {
      print_table (ctl, organizations);
      return MPS_CTL_DONE;
    }
  mps_ctl_json_begin_array (json, NULL);
  for (guint i = 0; i < organizations->len; i++)
    mps_ctl_json_organization (json, organizations->pdata[i], organizations);
  mps_ctl_json_end (json);
  return MPS_CTL_DONE;
}

/* Reads the organization again: what is reported is what is stored. */
static MpsCtlStatus
report (MpsCtl *ctl, gint64 id, const char *sentence, GError **error)
{
  g_autoptr (MpsCtlJson) json = mps_ctl_json_new (ctl->output);
  g_autoptr (GPtrArray) organizations = mps_ctl_list_organizations (ctl, error);
  const MpsOrganizationRecord *organization;

  if (organizations == NULL)
    return MPS_CTL_FAILED;
  organization = mps_ctl_get_organization (organizations, id);
  g_assert (organization != NULL);
  if (ctl->json)
    mps_ctl_json_organization (json, organization, organizations);
  else
    mps_ctl_output_print (ctl->output, "%s\n", sentence);
  return MPS_CTL_DONE;
}

static gboolean
find_parent (MpsCtl *ctl, gint64 *parent, GError **error)
{
  g_autoptr (GPtrArray) organizations = NULL;
  const MpsOrganizationRecord *record;

  *parent = 0;
  if (parent_name == NULL)
    return TRUE;
  organizations = mps_ctl_list_organizations (ctl, error);
  record = organizations ? find_named (organizations, parent_name, error) : NULL;
  *parent = record ? record->id : 0;
  return record != NULL;
}

static MpsOrganizationRecord *
add_record (MpsCtl *ctl, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  gint64 parent;

  if (!find_parent (ctl, &parent, error))
    return NULL;
  mps_store_add_organization_async (ctl->store, ctl->arguments[0], parent, ctl->cancellable,
                                    mps_ctl_ready, &result);
  mps_ctl_wait (ctl, &result);
  return mps_store_add_organization_finish (ctl->store, result, error);
}

/* What is refused must not leave a new database behind. */
static gboolean
try_new (MpsCtl *ctl, GError **error)
{
  g_autoptr (MpsOrganizationRecord) record = NULL;

  if (mps_ctl_has_database (ctl))
    return TRUE;
  if (mps_ctl_open_trial (ctl, error))
    record = add_record (ctl, error);
  return record != NULL;
}

static MpsCtlStatus
add (MpsCtl *ctl, GError **error)
{
  g_autoptr (MpsOrganizationRecord) record = NULL;
  g_autofree char *sentence = NULL;

  if (!try_new (ctl, error) || !mps_ctl_open (ctl, MPS_STORE_OPEN_CREATE, error))
    return MPS_CTL_FAILED;
  record = add_record (ctl, error);
  if (record == NULL)
    return MPS_CTL_FAILED;
  sentence = g_strdup_printf (_ ("Organization “%s” is added."), record->name);
  return report (ctl, record->id, sentence, error);
}

static MpsCtlStatus
entitle (MpsCtl *ctl, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) organizations = NULL;
  g_autofree char *sentence = NULL;
  const MpsOrganizationRecord *record;

  if (!mps_ctl_open (ctl, MPS_STORE_OPEN_EXISTING, error))
    return MPS_CTL_FAILED;
  organizations = mps_ctl_list_organizations (ctl, error);
  record = organizations ? find_named (organizations, ctl->arguments[0], error) : NULL;
  if (record == NULL)
    return MPS_CTL_FAILED;
  mps_store_entitle_async (ctl->store, record->id, confirmation ? confirmation : "",
                           ctl->cancellable, mps_ctl_ready, &result);
  mps_ctl_wait (ctl, &result);
  if (!mps_store_entitle_finish (ctl->store, result, error))
    return MPS_CTL_FAILED;
  sentence = g_strdup_printf (_ ("Organization “%s” is entitled to MPS Express."), record->name);
  return report (ctl, record->id, sentence, error);
}

static const GOptionEntry add_options[] = {
  { "parent", 0, 0, G_OPTION_ARG_FILENAME, &parent_name,
    N_ ("The parent company; without it, the only one"), "NAME" },
  G_OPTION_ENTRY_NULL,
};

static const GOptionEntry entitle_options[] = {
  { "confirm", 0, 0, G_OPTION_ARG_FILENAME, &confirmation,
    N_ ("The organization’s name once more, as this cannot be taken back"), "NAME" },
  G_OPTION_ENTRY_NULL,
};

const MpsCtlCommand mps_ctl_organizations_commands[] = {
  { "organizations", "list", "", N_ ("List the organizations"), NULL, 0, 0, FALSE, list },
  { "organizations", "add", "NAME [--parent NAME]", N_ ("Add a child organization"), add_options, 1,
    1, FALSE, add },
  { "organizations", "entitle", "NAME --confirm NAME",
    N_ ("Entitle an organization to MPS Express, for ever"), entitle_options, 1, 1, FALSE,
    entitle },
  { NULL },
};
