/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-contact-table.h"
#include "mps-fleet.h"
#include "mps-printer-table.h"

G_BEGIN_DECLS

/**
 * MpsFleetRanks:
 * @ranks: (nullable): by number of an organization or agent
 * @n_ranks: how many numbers there were when they were made
 */
typedef struct {
  guint32 *ranks;
  guint n_ranks;
} MpsFleetRanks;

struct _MpsFleet {
  GObject parent_instance;

  MpsPrinterTable printers;
  MpsContactTable contacts;
  GPtrArray *agents;
  GPtrArray *organizations;
  GHashTable *agents_by_id;        /* borrowed from agents */
  GHashTable *organizations_by_id; /* borrowed from organizations */
  gboolean is_counted;             /* whether the contacts' printers are counted */
  guint32 *serial_order; /* (nullable): all rows by serial number; until something changes */

  MpsFleetRanks organization_ranks;
  MpsFleetRanks agent_ranks;
  MpsFleetRanks agent_version_ranks;

  MpsFleetEvaluator evaluator;
  gpointer evaluator_data;
  GDestroyNotify evaluator_destroy;
};

/* Rows are counted when it is first asked for, because printers may be loaded before contacts. */
void mps_fleet_count_contact_printers (MpsFleet *self);

/* By number of an organization or agent, its place in the order of names or versions. */
const guint32 *mps_fleet_get_organization_ranks (MpsFleet *self);
const guint32 *mps_fleet_get_agent_ranks (MpsFleet *self);
const guint32 *mps_fleet_get_agent_version_ranks (MpsFleet *self);

/* All rows in the order of their serial numbers, which it gives away; NULL where it isn't known. */
guint32 *mps_fleet_steal_serial_order (MpsFleet *self);

void mps_fleet_evaluate (MpsFleet *self, const guint32 *rows, guint n_rows);
void mps_fleet_emit_printers_changed (MpsFleet *self, const guint32 *rows, guint n_rows);
void mps_fleet_emit_contacts_changed (MpsFleet *self, const guint32 *rows, guint n_rows);
void mps_fleet_emit_agents_changed (MpsFleet *self);
void mps_fleet_emit_organizations_changed (MpsFleet *self);

G_END_DECLS
