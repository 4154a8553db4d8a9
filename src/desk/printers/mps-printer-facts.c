/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-facts.h"

#include "desk/agents/mps-agent-verdict.h"

#include "fleet/mps-printer-column.h"
#include "fleet/mps-time.h"

#include <glib/gi18n.h>

/* What the other groups tell in more words is left out. */
static const MpsPrinterColumn facts[] = {
  MPS_PRINTER_COLUMN_SERIAL,    MPS_PRINTER_COLUMN_MODEL,        MPS_PRINTER_COLUMN_IP_ADDRESS,
  MPS_PRINTER_COLUMN_HOST_NAME, MPS_PRINTER_COLUMN_LOCATION,     MPS_PRINTER_COLUMN_ASSET_TAG,
  MPS_PRINTER_COLUMN_FIRMWARE,  MPS_PRINTER_COLUMN_ORGANIZATION, MPS_PRINTER_COLUMN_COMMUNICATION,
};

/**
 * mps_printer_facts_show:
 * @group: a group of its own
 * @fleet: the fleet
 * @row: a printer
 *
 * Shows what identifies the printer and where it is.
 */
void
mps_printer_facts_show (MpsFactsGroup *group, MpsFleet *fleet, guint32 row)
{
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *text = mps_printer_column_dup_text (facts[i], fleet, row);

      mps_facts_group_set (group, mps_printer_column_get_label (facts[i]), text);
    }
}

/* An e-mail address may be left out of a contact, and then there is nothing to tell. */
static const char *
fill (const char *text)
{
  return text && *text ? text : NULL;
}

/**
 * mps_printer_facts_show_contact:
 * @group: a group of its own
 * @fleet: the fleet
 * @row: a printer
 *
 * Shows to whom and where the printer's supplies are delivered.
 */
void
mps_printer_facts_show_contact (MpsFactsGroup *group, MpsFleet *fleet, guint32 row)
{
  const guint32 contact_row = mps_fleet_find_contact (fleet, mps_fleet_get_contact (fleet, row));
  g_autoptr (MpsContactRecord) contact = NULL;
  g_autofree char *name = NULL, *phone = NULL, *address = NULL;

  if (contact_row != MPS_NO_ROW)
    {
      contact = mps_fleet_dup_contact (fleet, contact_row);
      name = mps_contact_record_dup_name (contact);
      phone = mps_contact_record_dup_phone (contact);
      address = mps_contact_record_dup_address (contact);
    }
  mps_facts_group_set (group, _ ("Name"), name ? name : _ ("No contact is assigned."));
  mps_facts_group_set (group, _ ("Company"),
                       contact ? fill (contact->fields[MPS_CONTACT_COMPANY]) : NULL);
  mps_facts_group_set (group, _ ("Address"), fill (address));
  mps_facts_group_set (group, _ ("Phone"), fill (phone));
  mps_facts_group_set (group, _ ("Email"),
                       contact ? fill (contact->fields[MPS_CONTACT_EMAIL]) : NULL);
}

/**
 * mps_printer_facts_show_agent:
 * @group: a group of its own
 * @fleet: the fleet
 * @row: a printer
 * @policy: the policy in force
 *
 * Shows the agent that looks after the printer, and whether the policy accepts it.
 */
void
mps_printer_facts_show_agent (MpsFactsGroup *group, MpsFleet *fleet, guint32 row, MpsPolicy *policy)
{
  const MpsAgentRecord *agent = mps_fleet_find_agent (fleet, mps_fleet_get_agent (fleet, row));
  g_autofree char *judgement = agent ? mps_agent_verdict_dup_sentence (agent, policy) : NULL;

  mps_facts_group_set (group, _ ("Name"), agent ? agent->name : _ ("The printer has no agent."));
  mps_facts_group_set (group, _ ("Kind"), agent ? mps_agent_kind_get_label (agent->kind) : NULL);
  mps_facts_group_set (group, _ ("Version"), agent ? agent->version : NULL);
  mps_facts_group_set (group, _ ("Policy"), judgement);
  mps_facts_group_set (group, _ ("State"), agent && !agent->active ? _ ("Inactive") : NULL);
}

static char *
dup_limit (MpsFleet *fleet, guint32 row, MpsPolicy *policy)
{
  gint32 limit;

  if (!mps_policy_supports (policy, mps_fleet_get_model (fleet, row), &limit))
    return g_strdup (_ ("None: the policy does not support this model."));
  return g_strdup_printf (ngettext ("%'d page a month", "%'d pages a month", (gulong) limit),
                          limit);
}

/**
 * mps_printer_facts_show_pages:
 * @group: a group of its own
 * @fleet: the fleet
 * @row: a printer
 * @policy: the policy in force
 *
 * Shows how much the printer prints, how that is known, and how much the policy allows it.
 */
void
mps_printer_facts_show_pages (MpsFactsGroup *group, MpsFleet *fleet, guint32 row, MpsPolicy *policy)
{
  const gboolean known = mps_fleet_get_average_pages (fleet, row) != MPS_PAGES_UNKNOWN;
  g_autofree char *pages
      = mps_printer_column_dup_text (MPS_PRINTER_COLUMN_AVERAGE_PAGES, fleet, row);
  g_autofree char *limit = dup_limit (fleet, row, policy);

  mps_facts_group_set (group, mps_printer_column_get_label (MPS_PRINTER_COLUMN_AVERAGE_PAGES),
                       pages);
  mps_facts_group_set (group, _ ("Limit"), limit);
  mps_facts_group_set (group, _ ("Source"),
                       known ? _ ("The imported fleet list")
                             : _ ("No imported fleet list has a page count for this printer."));
  mps_facts_group_set (group, _ ("Policy"), mps_policy_get_version (policy));
}

static void
show_request (MpsFactsGroup *group, const MpsPrinterRequest *request)
{
  g_autofree char *made = request ? mps_time_dup_text_of (request->created) : NULL;
  g_autofree char *accepted = request ? mps_time_dup_text_of (request->accepted_at) : NULL;
  g_autofree char *exported = request ? mps_time_dup_text_of (request->exported_at) : NULL;
  g_autofree char *answered = request ? mps_time_dup_text_of (request->answered_at) : NULL;
  g_autofree char *terms = NULL;

  /* Translators: a version of the terms of use, a user, and a time. */
  if (request)
    terms = g_strdup_printf (_ ("Version %s, accepted by %s, %s"), request->terms_version,
                             request->accepted_by, accepted);
  mps_facts_group_set (group, _ ("Request"), request ? request->uuid : NULL);
  mps_facts_group_set (group, _ ("Request made"), made);
  mps_facts_group_set (group, _ ("Terms of use"), terms);
  mps_facts_group_set (group, _ ("SHA-256 of the terms"), request ? request->terms_sha256 : NULL);
  mps_facts_group_set (group, _ ("Request file saved"),
                       exported && *exported == '\0' ? _ ("Not yet") : exported);
  mps_facts_group_set (group, _ ("Answer imported"),
                       answered && *answered == '\0' ? _ ("Not yet") : answered);
}

/**
 * mps_printer_facts_show_managed:
 * @group: a group of its own
 * @fleet: the fleet
 * @row: a printer
 * @details: (nullable): what the store knows of it; %NULL as long as that is not known
 *
 * Shows where the printer stands with MPS Express, and by what request.
 */
void
mps_printer_facts_show_managed (MpsFactsGroup *group, MpsFleet *fleet, guint32 row,
                                const MpsPrinterDetails *details)
{
  const MpsManaged managed = mps_fleet_get_managed (fleet, row);
  const char *reason = managed == MPS_MANAGED_FAILED && details ? details->failure_reason : NULL;

  mps_facts_group_set (group, _ ("State"),
                       managed == MPS_MANAGED_NONE ? _ ("Not in MPS Express")
                                                   : mps_managed_get_label (managed));
  mps_facts_group_set (group, _ ("Reason"), reason);
  mps_facts_group_set (group, _ ("Source"),
                       details && details->reported ? _ ("The imported fleet list") : NULL);
  show_request (group, details ? details->request : NULL);
}
