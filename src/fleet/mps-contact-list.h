/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-row-list.h"

G_BEGIN_DECLS

typedef enum {
  MPS_CONTACT_COLUMN_NAME,
  MPS_CONTACT_COLUMN_COMPANY,
  MPS_CONTACT_COLUMN_CITY,
  MPS_CONTACT_COLUMN_PHONE,
  MPS_CONTACT_COLUMN_EMAIL,
  MPS_CONTACT_COLUMN_PRINTERS,
} MpsContactColumn;

#define MPS_N_CONTACT_COLUMNS 6

/**
 * MpsContactList:
 *
 * Contacts, of #MpsContact, filtered by organization, search, company and
 * city, and sorted by a #MpsContactColumn.
 */
#define MPS_TYPE_CONTACT_LIST (mps_contact_list_get_type ())
G_DECLARE_FINAL_TYPE (MpsContactList, mps_contact_list, MPS, CONTACT_LIST, MpsRowList)

MpsContactList *mps_contact_list_new (MpsFleet *fleet);
void mps_contact_list_set_company (MpsContactList *self, const char *company);
void mps_contact_list_set_city (MpsContactList *self, const char *city);
void mps_contact_list_set_value (MpsContactList *self, MpsContactField field, const char *text);

G_END_DECLS
