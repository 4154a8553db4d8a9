/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-records.h"

#include "mps-ctl-database.h"
#include "mps-ctl-table.h"

#include "fleet/mps-problem-group.h"

#include <glib/gi18n.h>

/* More of them would fill the terminal with numbers; the JSON has all. */
#define MAX_RANGES 50

static void
json_line (MpsCtlJson *json, guint line)
{
  if (line > 0)
    mps_ctl_json_integer (json, "line", line);
  else
    mps_ctl_json_null (json, "line");
}

/**
 * mps_ctl_json_problems:
 * @json: a writer
 * @member: (nullable): the array's name
 * @problems: (nullable) (element-type MpsProblem): what is wrong
 *
 * Writes an array of {"line","column","code","reason"}, where line and column
 * are null for what has none.
 */
void
mps_ctl_json_problems (MpsCtlJson *json, const char *member, GPtrArray *problems)
{
  mps_ctl_json_begin_array (json, member);
  for (guint i = 0; problems && i < problems->len; i++)
    {
      const MpsProblem *problem = problems->pdata[i];

      mps_ctl_json_begin_object (json, NULL);
      json_line (json, problem->line);
      mps_ctl_json_string (json, "column", problem->column);
      mps_ctl_json_string (json, "code", problem->code);
      mps_ctl_json_string (json, "reason", problem->reason);
      mps_ctl_json_end (json);
    }
  mps_ctl_json_end (json);
}

/**
 * mps_ctl_json_organization:
 * @json: a writer
 * @organization: an organization
 * @organizations: (element-type MpsOrganizationRecord): all of them, for its parent's name
 */
void
mps_ctl_json_organization (MpsCtlJson *json, const MpsOrganizationRecord *organization,
                           GPtrArray *organizations)
{
  const MpsOrganizationRecord *parent
      = mps_ctl_get_organization (organizations, organization->parent);

  mps_ctl_json_begin_object (json, NULL);
  mps_ctl_json_string (json, "name", organization->name);
  mps_ctl_json_string (json, "parent", parent ? parent->name : NULL);
  mps_ctl_json_boolean (json, "entitled", organization->entitled);
  mps_ctl_json_end (json);
}

static void
json_statuses (MpsCtlJson *json, MpsStatusMask mask)
{
  mps_ctl_json_begin_array (json, "statuses");
  for (int status = 0; status < MPS_N_STATUSES; status++)
    if (mps_status_mask_has (mask, status))
      mps_ctl_json_string (json, NULL, mps_status_get_id (status));
  mps_ctl_json_end (json);
}

static void
json_place (MpsCtlJson *json, MpsFleet *fleet, guint32 row)
{
  const MpsOrganizationRecord *organization
      = mps_fleet_find_organization (fleet, mps_fleet_get_organization (fleet, row));
  const MpsAgentRecord *agent = mps_fleet_find_agent (fleet, mps_fleet_get_agent (fleet, row));

  mps_ctl_json_string (json, "location", mps_fleet_get_location (fleet, row));
  mps_ctl_json_string (json, "organization", organization ? organization->name : "");
  mps_ctl_json_string (json, "agent", agent ? agent->name : "");
  mps_ctl_json_string (json, "agent_version", agent ? agent->version : "");
}

static void
json_facts (MpsCtlJson *json, MpsFleet *fleet, guint32 row)
{
  gint32 pages = mps_fleet_get_average_pages (fleet, row);
  gint64 contact = mps_fleet_get_contact (fleet, row);

  if (pages == MPS_PAGES_UNKNOWN)
    mps_ctl_json_null (json, "average_pages");
  else
    mps_ctl_json_integer (json, "average_pages", pages);
  if (contact == 0)
    mps_ctl_json_null (json, "contact");
  else
    mps_ctl_json_integer (json, "contact", contact);
}

/**
 * mps_ctl_json_printer:
 * @json: a writer
 * @fleet: the fleet
 * @row: a printer's row
 *
 * Writes a PRINTER.
 */
void
mps_ctl_json_printer (MpsCtlJson *json, MpsFleet *fleet, guint32 row)
{
  mps_ctl_json_begin_object (json, NULL);
  mps_ctl_json_string (json, "serial", mps_fleet_get_serial (fleet, row));
  mps_ctl_json_string (json, "model", mps_fleet_get_model (fleet, row));
  mps_ctl_json_string (json, "ip_address", mps_fleet_get_ip_address (fleet, row));
  mps_ctl_json_string (json, "host_name", mps_fleet_get_host_name (fleet, row));
  json_place (json, fleet, row);
  json_facts (json, fleet, row);
  mps_ctl_json_string (json, "managed", mps_managed_get_id (mps_fleet_get_managed (fleet, row)));
  mps_ctl_json_boolean (json, "communicating", mps_fleet_get_communicating (fleet, row));
  json_statuses (json, mps_fleet_get_mask (fleet, row));
  mps_ctl_json_end (json);
}

/**
 * mps_ctl_json_contact:
 * @json: a writer
 * @contact: a contact
 * @printers: how many printers it is assigned to
 *
 * Writes a CONTACT.
 */
void
mps_ctl_json_contact (MpsCtlJson *json, const MpsContactRecord *contact, guint printers)
{
  mps_ctl_json_begin_object (json, NULL);
  mps_ctl_json_integer (json, "id", contact->id);
  for (int field = 0; field < MPS_N_CONTACT_FIELDS; field++)
    mps_ctl_json_string (json, mps_contact_field_get_id (field), contact->fields[field]);
  mps_ctl_json_integer (json, "printers", printers);
  mps_ctl_json_end (json);
}

static char *
dup_lines (const MpsProblemGroup *group)
{
  g_autofree char *lines = mps_problem_group_dup_lines (group, MAX_RANGES);

  if (group->lines->len == 0)
    return g_strdup ("");
  /* Translators: %s is one line number or several, as in 3–17, 20 */
  return g_strdup_printf (ngettext ("Line %s", "Lines %s", group->lines->len), lines);
}

/**
 * mps_ctl_print_problems:
 * @output: where to
 * @problems: (element-type MpsProblem): of a file, with lines and columns
 *
 * Writes for people what is wrong, and with which lines: the same thing once.
 */
void
mps_ctl_print_problems (MpsCtlOutput *output, GPtrArray *problems)
{
  g_autoptr (GPtrArray) groups = mps_problem_groups_new (problems);
  g_autoptr (MpsCtlTable) table = mps_ctl_table_new (output, 3, 0);

  for (guint i = 0; i < groups->len; i++)
    {
      const MpsProblemGroup *group = groups->pdata[i];
      g_autofree char *lines = dup_lines (group);

      mps_ctl_table_row (table, mps_problem_get_column_label (group->problem),
                         group->problem->reason, lines, NULL);
    }
}
