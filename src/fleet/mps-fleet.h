/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "mps-changes.h"
#include "mps-match.h"

G_BEGIN_DECLS

#define MPS_TYPE_FLEET (mps_fleet_get_type ())
G_DECLARE_FINAL_TYPE (MpsFleet, mps_fleet, MPS, FLEET, GObject)

/**
 * MpsFleetEvaluator:
 * @fleet: the fleet
 * @rows: (nullable) (array length=n_rows): the printers' rows to evaluate, or %NULL for
 *   all: at first, and after a reload, when models and agents may have other numbers
 * @n_rows: how many
 * @user_data: what was given to mps_fleet_set_evaluator()
 *
 * Writes the statuses of printers into the masks of mps_fleet_get_columns(). It
 * is how the rules, which stand above the fleet, reach its rows.
 */
typedef void (*MpsFleetEvaluator) (MpsFleet *fleet, const guint32 *rows, guint n_rows,
                                   gpointer user_data);

/*
 * Signals, on the main thread, after the columns and masks are up to date:
 *
 * "printers-changed" (gpointer rows, guint n_rows): const guint32 *rows of the
 *   printers that were added, changed, re-evaluated or removed; NULL when it
 *   may be any of them (after a reload or another policy)
 * "contacts-changed" (gpointer rows, guint n_rows): the same for contacts; the
 *   number of printers assigned counts as a change of the contact
 * "agents-changed", "organizations-changed": the small tables
 */

MpsFleet *mps_fleet_new (void);

/* Filling. No signal; ids ascending; before the fleet is shown to anyone. */
void mps_fleet_add_printer (MpsFleet *self, const MpsPrinterRecord *record);
void mps_fleet_add_contact (MpsFleet *self, const MpsContactRecord *record);
void mps_fleet_set_agents (MpsFleet *self, GPtrArray *agents);
void mps_fleet_set_organizations (MpsFleet *self, GPtrArray *organizations);

void mps_fleet_prepare (MpsFleet *self);

/* Changing: O(changed). */
gboolean mps_fleet_can_apply (MpsFleet *self, MpsChanges *changes);
void mps_fleet_apply (MpsFleet *self, MpsChanges *changes);
void mps_fleet_replace (MpsFleet *self, MpsFleet *loaded);
void mps_fleet_set_evaluator (MpsFleet *self, MpsFleetEvaluator evaluator, gpointer user_data,
                              GDestroyNotify destroy);
void mps_fleet_reevaluate (MpsFleet *self);

/* Printers, by row. Texts are borrowed until the next change. */
guint mps_fleet_get_n_rows (MpsFleet *self);
guint mps_fleet_get_n_printers (MpsFleet *self);
gboolean mps_fleet_is_alive (MpsFleet *self, guint32 row);
guint32 mps_fleet_find_printer (MpsFleet *self, gint64 id);
guint32 mps_fleet_find_serial (MpsFleet *self, const char *serial);
MpsMatch *mps_fleet_match_printers (MpsFleet *self, const MpsSearch *search);
gint64 mps_fleet_get_id (MpsFleet *self, guint32 row);
gint64 mps_fleet_get_organization (MpsFleet *self, guint32 row);
gint64 mps_fleet_get_contact (MpsFleet *self, guint32 row);
gint64 mps_fleet_get_agent (MpsFleet *self, guint32 row);
const char *mps_fleet_get_serial (MpsFleet *self, guint32 row);
const char *mps_fleet_get_model (MpsFleet *self, guint32 row);
const char *mps_fleet_get_ip_address (MpsFleet *self, guint32 row);
const char *mps_fleet_get_host_name (MpsFleet *self, guint32 row);
const char *mps_fleet_get_location (MpsFleet *self, guint32 row);
const char *mps_fleet_get_asset_tag (MpsFleet *self, guint32 row);
const char *mps_fleet_get_firmware (MpsFleet *self, guint32 row);
gint32 mps_fleet_get_average_pages (MpsFleet *self, guint32 row);
MpsManaged mps_fleet_get_managed (MpsFleet *self, guint32 row);
gboolean mps_fleet_get_communicating (MpsFleet *self, guint32 row);
MpsStatusMask mps_fleet_get_mask (MpsFleet *self, guint32 row);

/* Models are few: each distinct one has a number, and a rule is asked once a model. */
guint mps_fleet_get_n_models (MpsFleet *self);
const char *mps_fleet_get_model_name (MpsFleet *self, guint model);

/* So are agents: number 0 is "no agent", and the others stand for an id each. */
guint mps_fleet_get_n_agent_numbers (MpsFleet *self);
gint64 mps_fleet_get_numbered_agent (MpsFleet *self, guint number);

/* And the organizations that have or had printers: a number each. */
guint mps_fleet_get_n_organization_numbers (MpsFleet *self);
gint64 mps_fleet_get_numbered_organization (MpsFleet *self, guint number);

/**
 * MpsFleetColumns:
 * @n_rows: how many rows, dead ones included
 * @organization: numbers of organizations
 * @contact: ids; 0 for none
 * @model: numbers of models
 * @agent: numbers of agents; 0 for none
 * @average_pages: a month, or %MPS_PAGES_UNKNOWN
 * @managed: of #MpsManaged
 * @mask: the statuses
 *
 * The columns that a rule reads, for a pass over a million rows. Borrowed
 * until the next change. Whatever stands in a dead row is of no account.
 */
typedef struct {
  guint n_rows;
  const guint32 *organization;
  const gint64 *contact;
  const guint32 *model;
  const guint32 *agent;
  const gint32 *average_pages;
  const guint8 *managed;
  MpsStatusMask *mask;
} MpsFleetColumns;

MpsFleetColumns mps_fleet_get_columns (MpsFleet *self);

/* Contacts, by row of their own. */
guint mps_fleet_get_n_contact_rows (MpsFleet *self);
guint mps_fleet_get_n_contacts (MpsFleet *self);
gboolean mps_fleet_is_contact_alive (MpsFleet *self, guint32 row);
guint32 mps_fleet_find_contact (MpsFleet *self, gint64 id);
gint64 mps_fleet_get_contact_id (MpsFleet *self, guint32 row);
gint64 mps_fleet_get_contact_organization (MpsFleet *self, guint32 row);
gint64 mps_fleet_get_contact_revision (MpsFleet *self, guint32 row);
const char *mps_fleet_get_contact_field (MpsFleet *self, guint32 row, MpsContactField field);
guint mps_fleet_get_contact_printers (MpsFleet *self, guint32 row);
char *mps_fleet_dup_contact_name (MpsFleet *self, guint32 row);
MpsContactRecord *mps_fleet_dup_contact (MpsFleet *self, guint32 row);

/* Agents and organizations: whole records, borrowed until the next change. */
GPtrArray *mps_fleet_get_agents (MpsFleet *self);
const MpsAgentRecord *mps_fleet_find_agent (MpsFleet *self, gint64 id);
GPtrArray *mps_fleet_get_organizations (MpsFleet *self);
const MpsOrganizationRecord *mps_fleet_find_organization (MpsFleet *self, gint64 id);

G_END_DECLS
