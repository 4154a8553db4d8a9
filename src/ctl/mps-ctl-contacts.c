/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-database.h"
#include "mps-ctl-records.h"
#include "mps-ctl-serials.h"
#include "mps-ctl-table.h"
#include "mps-ctl-task.h"

#include "fleet/mps-contact-list.h"
#include "store/mps-store-contacts.h"
#include "store/mps-store-printers.h"

#include <glib/gi18n.h>

static char *search;
static char *company;
static char *city;
static char *serials_file;
static gboolean all_items;

static MpsContactList *
load_list (MpsCtl *ctl, GError **error)
{
  MpsContactList *list;

  if (!mps_ctl_load (ctl, error))
    return NULL;
  list = mps_contact_list_new (ctl->fleet);
  mps_row_list_set_organization (MPS_ROW_LIST (list), ctl->organization);
  if (search)
    mps_row_list_set_search (MPS_ROW_LIST (list), search);
  if (company)
    mps_contact_list_set_company (list, company);
  if (city)
    mps_contact_list_set_city (list, city);
  mps_row_list_set_sort (MPS_ROW_LIST (list), MPS_CONTACT_COLUMN_NAME, FALSE);
  return list;
}

static void
json_list (MpsCtl *ctl, const guint32 *rows, guint n_rows)
{
  g_autoptr (MpsCtlJson) json = mps_ctl_json_new (ctl->output);

  mps_ctl_json_begin_object (json, NULL);
  mps_ctl_json_integer (json, "total", n_rows);
  mps_ctl_json_begin_array (json, "contacts");
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (MpsContactRecord) contact = mps_fleet_dup_contact (ctl->fleet, rows[i]);

      mps_ctl_json_contact (json, contact, mps_fleet_get_contact_printers (ctl->fleet, rows[i]));
    }
  mps_ctl_json_end (json);
  mps_ctl_json_end (json);
}

static void
print_row (MpsCtlTable *table, MpsFleet *fleet, guint32 row)
{
  g_autofree char *name = mps_fleet_dup_contact_name (fleet, row);

  mps_ctl_table_number (table, mps_fleet_get_contact_id (fleet, row));
  mps_ctl_table_row (table, name, mps_fleet_get_contact_field (fleet, row, MPS_CONTACT_COMPANY),
                     mps_fleet_get_contact_field (fleet, row, MPS_CONTACT_CITY),
                     mps_fleet_get_contact_field (fleet, row, MPS_CONTACT_PHONE),
                     mps_fleet_get_contact_field (fleet, row, MPS_CONTACT_EMAIL), NULL);
  mps_ctl_table_number (table, mps_fleet_get_contact_printers (fleet, row));
}

static void
print_list (MpsCtl *ctl, const guint32 *rows, guint n_rows)
{
  MpsCtlTable *table = mps_ctl_table_new (ctl->output, 7, MPS_CTL_NUMBER (0) | MPS_CTL_NUMBER (6));

  mps_ctl_table_row (table, _ ("ID"), _ ("Name"), _ ("Company"), _ ("City"), _ ("Phone"),
                     _ ("Email"), _ ("Printers"), NULL);
  for (guint i = 0; i < n_rows; i++)
    print_row (table, ctl->fleet, rows[i]);
  mps_ctl_table_end (table);
  mps_ctl_output_print (ctl->output, ngettext ("%u contact\n", "%u contacts\n", n_rows), n_rows);
}

static MpsCtlStatus
list (MpsCtl *ctl, GError **error)
{
  g_autoptr (MpsContactList) contacts = load_list (ctl, error);
  const guint32 *rows;
  guint n_rows;

  if (contacts == NULL)
    return MPS_CTL_FAILED;
  rows = mps_row_list_get_rows (MPS_ROW_LIST (contacts), &n_rows);
  if (ctl->json)
    json_list (ctl, rows, n_rows);
  else
    print_list (ctl, rows, n_rows);
  return MPS_CTL_DONE;
}

static GArray *
parse_ids (MpsCtl *ctl, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < mps_ctl_get_n_arguments (ctl); i++)
    {
      gint64 id;

      if (!mps_ctl_parse_id (ctl->arguments[i], &id, error))
        return NULL;
      g_array_append_val (ids, id);
    }
  return g_steal_pointer (&ids);
}

static char *
dup_refusal (const MpsContactRefusal *refusal)
{
  if (refusal->printers == 0)
    return g_strdup_printf (_ ("There is no contact %lld."), (long long) refusal->contact);
  return g_strdup_printf (ngettext ("Contact %lld is assigned to %u printer.",
                                    "Contact %lld is assigned to %u printers.", refusal->printers),
                          (long long) refusal->contact, refusal->printers);
}

/* When none could be deleted, nothing changed, and the whole is refused. */
static gboolean
check_any_deleted (GPtrArray *deleted, GArray *refused, GError **error)
{
  g_autoptr (GPtrArray) problems = mps_problems_new ();
  MpsErrorCode code = MPS_ERROR_UNKNOWN_CONTACT;

  for (guint i = 0; i < refused->len; i++)
    {
      const MpsContactRefusal *refusal = &g_array_index (refused, MpsContactRefusal, i);
      MpsErrorCode reason
          = refusal->printers > 0 ? MPS_ERROR_CONTACT_ASSIGNED : MPS_ERROR_UNKNOWN_CONTACT;
      g_autofree char *sentence = dup_refusal (refusal);

      if (reason == MPS_ERROR_CONTACT_ASSIGNED)
        code = reason;
      g_ptr_array_add (problems,
                       mps_problem_new (0, NULL, mps_error_code_get_id (reason), "%s", sentence));
    }
  if (deleted->len > 0)
    return TRUE;
  g_propagate_error (
      error, mps_error_new_with_problems (code, problems, "%s", _ ("No contact was deleted.")));
  return FALSE;
}

static void
json_deletion (MpsCtl *ctl, GPtrArray *deleted, GArray *refused)
{
  g_autoptr (MpsCtlJson) json = mps_ctl_json_new (ctl->output);

  mps_ctl_json_begin_object (json, NULL);
  mps_ctl_json_begin_array (json, "deleted");
  for (guint i = 0; i < deleted->len; i++)
    {
      const MpsDeletedContact *contact = g_ptr_array_index (deleted, i);

      mps_ctl_json_integer (json, NULL, contact->contact->id);
    }
  mps_ctl_json_end (json);
  mps_ctl_json_begin_array (json, "refused");
  for (guint i = 0; i < refused->len; i++)
    {
      const MpsContactRefusal *refusal = &g_array_index (refused, MpsContactRefusal, i);

      mps_ctl_json_begin_object (json, NULL);
      mps_ctl_json_integer (json, "id", refusal->contact);
      mps_ctl_json_integer (json, "printers", refusal->printers);
      mps_ctl_json_end (json);
    }
  mps_ctl_json_end (json);
  mps_ctl_json_end (json);
}

static void
print_deletion (MpsCtl *ctl, GPtrArray *deleted, GArray *refused)
{
  mps_ctl_output_print (ctl->output,
                        ngettext ("%u contact deleted.\n", "%u contacts deleted.\n", deleted->len),
                        deleted->len);
  for (guint i = 0; i < refused->len; i++)
    {
      g_autofree char *sentence = dup_refusal (&g_array_index (refused, MpsContactRefusal, i));

      mps_ctl_output_print (ctl->output, "%s\n", sentence);
    }
}

static MpsCtlStatus
delete_contacts (MpsCtl *ctl, GError **error)
{
  g_autoptr (GArray) ids = parse_ids (ctl, error);
  g_autoptr (GPtrArray) deleted = NULL;
  g_autoptr (GArray) refused = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  if (ids == NULL || !mps_ctl_open_organization (ctl, MPS_STORE_OPEN_EXISTING, error))
    return MPS_CTL_FAILED;
  mps_store_delete_contacts_async (ctl->store, ctl->organization, (const gint64 *) ids->data,
                                   ids->len, ctl->cancellable, mps_ctl_ready, &result);
  mps_ctl_wait (ctl, &result);
  if (!mps_store_delete_contacts_finish (ctl->store, result, &deleted, &refused, error)
      || !check_any_deleted (deleted, refused, error))
    return MPS_CTL_FAILED;
  if (ctl->json)
    json_deletion (ctl, deleted, refused);
  else
    print_deletion (ctl, deleted, refused);
  return refused->len > 0 ? MPS_CTL_PARTLY : MPS_CTL_DONE;
}

static MpsCtlStatus
assign (MpsCtl *ctl, GError **error)
{
  g_auto (GStrv) serials = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsTask) task = NULL;
  gint64 contact;

  if (!mps_ctl_parse_id (ctl->arguments[0], &contact, error))
    return MPS_CTL_FAILED;
  serials = mps_ctl_dup_serials (ctl, 1, serials_file, error);
  if (serials == NULL || !mps_ctl_open_organization (ctl, MPS_STORE_OPEN_EXISTING, error))
    return MPS_CTL_FAILED;
  mps_store_assign_contact_async (ctl->store, ctl->organization, contact,
                                  mps_targets_new_serials ((const char *const *) serials),
                                  ctl->progress, ctl->cancellable, mps_ctl_ready, &result);
  mps_ctl_wait (ctl, &result);
  task = mps_store_assign_contact_finish (ctl->store, result, error);
  return task ? mps_ctl_report_task (ctl, task, all_items, -1) : MPS_CTL_FAILED;
}

static const GOptionEntry list_options[] = {
  { "search", 0, 0, G_OPTION_ARG_FILENAME, &search, N_ ("Only those that contain the text"),
    "TEXT" },
  { "company", 0, 0, G_OPTION_ARG_FILENAME, &company, N_ ("Only those of the company"), "TEXT" },
  { "city", 0, 0, G_OPTION_ARG_FILENAME, &city, N_ ("Only those in the city"), "TEXT" },
  G_OPTION_ENTRY_NULL,
};

static const GOptionEntry assign_options[] = {
  MPS_CTL_SERIALS_FROM_ENTRY (serials_file),
  MPS_CTL_ALL_ITEMS_ENTRY (all_items),
  G_OPTION_ENTRY_NULL,
};

const MpsCtlCommand mps_ctl_contacts_commands[] = {
  { "contacts", "list", "[--search TEXT] [--company TEXT] [--city TEXT]", N_ ("List contacts"),
    list_options, 0, 0, FALSE, list },
  { "contacts", "delete", "ID…", N_ ("Delete contacts that are not assigned"), NULL, 1, G_MAXUINT,
    FALSE, delete_contacts },
  { "contacts", "assign", "ID SERIAL… [--serials-from FILE] [--all-items]",
    N_ ("Assign a contact to printers"), assign_options, 1, G_MAXUINT, FALSE, assign },
  { NULL },
};
