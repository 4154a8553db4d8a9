/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-history.h"
#include "fleet/mps-records.h"
#include "rules/mps-policy.h"

#include "mps-connection.h"

G_BEGIN_DECLS

/*
 * How rows of the tables become records and back. The lists of columns are in
 * the order in which the functions beside them read or bind.
 */

#define MPS_ROWS_PRINTER                                                                           \
  "id, organization, contact, agent, serial, model, ip_address, host_name, location, asset_tag, "  \
  "firmware, average_pages, managed, communicating"

#define MPS_ROWS_CONTACT_FIELDS                                                                    \
  "first_name, last_name, company, email, country_code, phone, extension, address_line_1, "        \
  "address_line_2, city, state_or_province, postal_code, country"
#define MPS_ROWS_CONTACT "id, organization, revision, " MPS_ROWS_CONTACT_FIELDS

#define MPS_ROWS_HISTORY "id, at, who, act, subject, detail"

void mps_rows_borrow_printer (MpsStatement *statement, MpsPrinterRecord *record);
MpsPrinterRecord *mps_rows_read_printer (MpsStatement *statement);
void mps_rows_borrow_contact (MpsStatement *statement, MpsContactRecord *record);
MpsContactRecord *mps_rows_read_contact (MpsStatement *statement);
void mps_rows_read_contact_fields (MpsStatement *statement, int first, MpsContactRecord *record);
void mps_rows_bind_contact_fields (MpsStatement *statement, int first,
                                   const MpsContactRecord *record);

MpsPolicy *mps_rows_read_policy (MpsConnection *connection, gint64 id, GError **error);
gboolean mps_rows_add_policy (MpsConnection *connection, MpsPolicy *policy, GError **error);
MpsHistoryEntry *mps_rows_read_history (MpsStatement *statement);
gboolean mps_rows_add_history (MpsConnection *connection, const char *act, const char *subject,
                               const char *detail, GError **error);
gboolean mps_rows_add_accepted_act (MpsConnection *connection, const char *act, const char *subject,
                                    const char *detail, gint64 acceptance, GError **error);

char *mps_rows_dup_now (void);

G_END_DECLS
