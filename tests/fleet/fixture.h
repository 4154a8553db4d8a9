/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-fleet.h"

/* A printer named after its id: “S0007”. The caller changes what matters to the test. */
static inline MpsPrinterRecord *
make_printer (gint64 id)
{
  MpsPrinterRecord *record = mps_printer_record_new ();

  record->id = id;
  record->organization = 1;
  g_free (record->serial);
  record->serial = g_strdup_printf ("S%04d", (int) id);
  g_set_str (&record->model, "CX730de");
  return record;
}

/* As the rules do it. */
static inline void
set_mask (MpsFleet *fleet, guint32 row, MpsStatusMask mask)
{
  mps_fleet_get_columns (fleet).mask[row] = mask;
}

static inline MpsContactRecord *
make_contact (gint64 id, const char *first, const char *last)
{
  MpsContactRecord *record = mps_contact_record_new ();

  record->id = id;
  record->organization = 1;
  record->revision = 1;
  g_set_str (&record->fields[MPS_CONTACT_FIRST_NAME], first);
  g_set_str (&record->fields[MPS_CONTACT_LAST_NAME], last);
  return record;
}

static inline MpsAgentRecord *
make_agent (gint64 id, const char *name, const char *version)
{
  MpsAgentRecord *record = mps_agent_record_new ();

  record->id = id;
  record->organization = 1;
  g_set_str (&record->name, name);
  g_set_str (&record->version, version);
  return record;
}

static inline GPtrArray *
make_agents (const char *version)
{
  GPtrArray *agents = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_agent_record_free);

  g_ptr_array_add (agents, make_agent (1, "Tokyo", version));
  g_ptr_array_add (agents, make_agent (2, "Osaka", "1.9.0"));
  return agents;
}

static inline void
add_printer (MpsFleet *fleet, MpsPrinterRecord *record)
{
  mps_fleet_add_printer (fleet, record);
  mps_printer_record_free (record);
}

static inline void
add_contact (MpsFleet *fleet, MpsContactRecord *record)
{
  mps_fleet_add_contact (fleet, record);
  mps_contact_record_free (record);
}

static inline void
apply_printer (MpsFleet *fleet, MpsPrinterRecord *record)
{
  g_autoptr (MpsChanges) changes = mps_changes_new ();

  g_ptr_array_add (changes->printers, record);
  mps_fleet_apply (fleet, changes);
}

static inline void
remove_printer (MpsFleet *fleet, gint64 id)
{
  g_autoptr (MpsChanges) changes = mps_changes_new ();

  g_array_append_val (changes->removed_printers, id);
  mps_fleet_apply (fleet, changes);
}

static inline void
apply_contact (MpsFleet *fleet, MpsContactRecord *record)
{
  g_autoptr (MpsChanges) changes = mps_changes_new ();

  g_ptr_array_add (changes->contacts, record);
  mps_fleet_apply (fleet, changes);
}

/* Fleets of printers 1 … n. */
static inline MpsFleet *
make_fleet (guint n_printers)
{
  MpsFleet *fleet = mps_fleet_new ();

  for (guint id = 1; id <= n_printers; id++)
    add_printer (fleet, make_printer (id));
  return fleet;
}

/* Contacts 1 “Bob Miller”, 2 “Ann Smith”, 3 “Ann Jones”. */
static inline MpsFleet *
make_contact_fleet (void)
{
  MpsFleet *fleet = mps_fleet_new ();

  add_contact (fleet, make_contact (1, "Bob", "Miller"));
  add_contact (fleet, make_contact (2, "Ann", "Smith"));
  add_contact (fleet, make_contact (3, "Ann", "Jones"));
  return fleet;
}
