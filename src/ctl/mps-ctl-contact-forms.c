/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-database.h"
#include "mps-ctl-records.h"

#include "rules/mps-contact-rules.h"
#include "store/mps-store-contacts.h"

#include <glib/gi18n.h>

/* What was given for each field; NULL where nothing was. */
static char *given[MPS_N_CONTACT_FIELDS];

static MpsContactRecord *
read_contact (MpsCtl *ctl, guint *printers, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  gint64 id;

  if (!mps_ctl_parse_id (ctl->arguments[0], &id, error)
      || !mps_ctl_open_organization (ctl, MPS_STORE_OPEN_EXISTING, error))
    return NULL;
  mps_store_get_contact_async (ctl->store, ctl->organization, id, ctl->cancellable, mps_ctl_ready,
                               &result);
  mps_ctl_wait (ctl, &result);
  return mps_store_get_contact_finish (ctl->store, result, printers, error);
}

/* The fields given over those of @base, checked as an import checks them. */
static MpsContactRecord *
fill_in (const MpsContactRecord *base, GError **error)
{
  g_autoptr (MpsContactRecord) contact = mps_contact_record_new ();
  g_autoptr (GPtrArray) problems = mps_problems_new ();
  const char *raw[MPS_N_CONTACT_FIELDS];

  for (int field = 0; field < MPS_N_CONTACT_FIELDS; field++)
    raw[field] = given[field] ? given[field] : base ? base->fields[field] : "";
  if (mps_contact_rules_check (raw, 0, contact, problems))
    return g_steal_pointer (&contact);
  g_propagate_error (error, mps_error_new_with_problems (
                                MPS_ERROR_INVALID_FIELDS, problems, "%s",
                                _ ("The contact was not saved, as some fields are missing or "
                                   "invalid.")));
  return NULL;
}

static MpsCtlStatus
save (MpsCtl *ctl, const MpsContactRecord *contact, guint printers, GError **error)
{
  g_autoptr (MpsCtlJson) json = mps_ctl_json_new (ctl->output);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsContactRecord) saved = NULL;

  mps_store_save_contact_async (ctl->store, contact, ctl->cancellable, mps_ctl_ready, &result);
  mps_ctl_wait (ctl, &result);
  saved = mps_store_save_contact_finish (ctl->store, result, error);
  if (saved == NULL)
    return MPS_CTL_FAILED;
  if (ctl->json)
    mps_ctl_json_contact (json, saved, printers);
  else
    mps_ctl_output_print (ctl->output, _ ("The contact is saved. Its ID is %lld.\n"),
                          (long long) saved->id);
  return MPS_CTL_DONE;
}

/* The fields are checked first: a wrong one must not leave a new database behind. */
static MpsCtlStatus
create (MpsCtl *ctl, GError **error)
{
  g_autoptr (MpsContactRecord) contact = fill_in (NULL, error);

  if (contact == NULL || !mps_ctl_open_organization (ctl, MPS_STORE_OPEN_CREATE, error))
    return MPS_CTL_FAILED;
  contact->organization = ctl->organization;
  return save (ctl, contact, 0, error);
}

static MpsCtlStatus
update (MpsCtl *ctl, GError **error)
{
  guint printers = 0;
  g_autoptr (MpsContactRecord) base = read_contact (ctl, &printers, error);
  g_autoptr (MpsContactRecord) contact = base ? fill_in (base, error) : NULL;

  if (contact == NULL)
    return MPS_CTL_FAILED;
  contact->id = base->id;
  contact->organization = base->organization;
  contact->revision = base->revision;
  return save (ctl, contact, printers, error);
}

static MpsCtlStatus
copy (MpsCtl *ctl, GError **error)
{
  guint printers = 0;
  g_autoptr (MpsContactRecord) base = read_contact (ctl, &printers, error);
  g_autoptr (MpsContactRecord) contact = base ? fill_in (base, error) : NULL;

  if (contact == NULL)
    return MPS_CTL_FAILED;
  contact->organization = base->organization;
  return save (ctl, contact, 0, error);
}

#define FIELD(name, field, description)                                                            \
  { name, 0, 0, G_OPTION_ARG_FILENAME, &given[field], description, "TEXT" }

static const GOptionEntry field_options[] = {
  FIELD ("first-name", MPS_CONTACT_FIRST_NAME, N_ ("First name")),
  FIELD ("last-name", MPS_CONTACT_LAST_NAME, N_ ("Last name")),
  FIELD ("company", MPS_CONTACT_COMPANY, N_ ("Company")),
  FIELD ("email", MPS_CONTACT_EMAIL, N_ ("Email")),
  FIELD ("country-code", MPS_CONTACT_COUNTRY_CODE, N_ ("Country code")),
  FIELD ("phone", MPS_CONTACT_PHONE, N_ ("Phone")),
  FIELD ("extension", MPS_CONTACT_EXTENSION, N_ ("Extension")),
  FIELD ("address-line-1", MPS_CONTACT_ADDRESS_LINE_1, N_ ("Address line 1")),
  FIELD ("address-line-2", MPS_CONTACT_ADDRESS_LINE_2, N_ ("Address line 2")),
  FIELD ("city", MPS_CONTACT_CITY, N_ ("City")),
  FIELD ("state-or-province", MPS_CONTACT_STATE_OR_PROVINCE, N_ ("State or province")),
  FIELD ("postal-code", MPS_CONTACT_POSTAL_CODE, N_ ("Postal code")),
  FIELD ("country", MPS_CONTACT_COUNTRY, N_ ("Country")),
  G_OPTION_ENTRY_NULL,
};

#define FIELDS_USAGE                                                                               \
  "[--first-name TEXT] [--last-name TEXT] [--company TEXT] [--email TEXT] "                        \
  "[--country-code TEXT] [--phone TEXT] [--extension TEXT] [--address-line-1 TEXT] "               \
  "[--address-line-2 TEXT] [--city TEXT] [--state-or-province TEXT] [--postal-code TEXT] "         \
  "[--country TEXT]"

const MpsCtlCommand mps_ctl_contact_forms_commands[] = {
  { "contacts", "create", FIELDS_USAGE, N_ ("Create a contact"), field_options, 0, 0, FALSE,
    create },
  { "contacts", "update", "ID " FIELDS_USAGE, N_ ("Change the fields that are given"),
    field_options, 1, 1, FALSE, update },
  { "contacts", "copy", "ID " FIELDS_USAGE,
    N_ ("Create a contact like another but for the fields that are given"), field_options, 1, 1,
    FALSE, copy },
  { NULL },
};
