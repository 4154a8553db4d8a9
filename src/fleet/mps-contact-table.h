/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-dictionary.h"
#include "mps-ids.h"
#include "mps-match.h"
#include "mps-records.h"

G_BEGIN_DECLS

/**
 * MpsContactTable:
 * @printers: how many printers each contact is assigned to, dead ones included
 *   as long as they are assigned
 * @names_changed: counts how often a name that was there became another
 *
 * The contacts in columns, by row, ids ascending. What many contacts share is in
 * dictionaries, the rest in @texts.
 */
typedef struct {
  guint n_rows;
  guint n_allocated;
  guint n_alive;
  gint64 *id;
  gint64 *revision;
  guint32 *organization;
  guint32 *first_name;
  guint32 *last_name;
  guint32 *company;
  guint32 *city;
  guint32 *state;
  guint32 *country_code;
  guint32 *extension;
  guint32 *country;
  guint32 *printers;
  guint8 *family_first;
  guint8 *alive;
  MpsTextBlocks texts;
  MpsIdNumbers organizations;
  MpsDictionary names;
  MpsDictionary companies;
  MpsDictionary cities;
  MpsDictionary states;
  MpsDictionary codes; /* of countries, and extensions; not searched */
  guint names_changed;
} MpsContactTable;

void mps_contact_table_init (MpsContactTable *self);
void mps_contact_table_clear (MpsContactTable *self);
guint32 mps_contact_table_find (const MpsContactTable *self, gint64 id);
guint32 mps_contact_table_append (MpsContactTable *self, const MpsContactRecord *record);
void mps_contact_table_update (MpsContactTable *self, guint32 row, const MpsContactRecord *record);
void mps_contact_table_remove (MpsContactTable *self, guint32 row);
guint64 mps_contact_table_get_name_key (MpsContactTable *self, guint32 row);
const guint32 *mps_contact_table_get_numbers (MpsContactTable *self, MpsContactField field,
                                              MpsDictionary **dictionary);
MpsMatch *mps_contact_table_match (MpsContactTable *self, const MpsSearch *search);
const char *mps_contact_table_get (const MpsContactTable *self, guint32 row, MpsContactField field);

G_END_DECLS
