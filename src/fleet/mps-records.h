/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-types.h"

G_BEGIN_DECLS

/*
 * Records are what travels between a file, the store and the fleet: plain
 * structures that own their strings. An id of 0 means "none" or "not stored
 * yet". Strings are never NULL in a complete record; "" means empty.
 */

#define MPS_PAGES_UNKNOWN (-1)

typedef struct {
  gint64 id;
  char *name;
  gint64 parent;
  gboolean entitled;
} MpsOrganizationRecord;

typedef struct {
  gint64 id;
  gint64 organization;
  char *name;
  MpsAgentKind kind;
  char *version;
  gboolean active;
  char *last_seen;  /* RFC 3339, UTC: the last fleet list that named it; "" for none */
  char **addresses; /* where it looks for printers, as mps_address_get_text() spells them */
  char **excluded;  /* and where it does not */
} MpsAgentRecord;

typedef struct {
  gint64 id;
  gint64 organization;
  gint64 contact;
  gint64 agent;
  char *serial;
  char *model;
  char *ip_address;
  char *host_name;
  char *location;
  char *asset_tag;
  char *firmware;
  gint32 average_pages; /* a month, or MPS_PAGES_UNKNOWN */
  MpsManaged managed;
  gboolean communicating;
} MpsPrinterRecord;

/**
 * MpsContactField:
 *
 * The columns of the contacts file, in its order.
 */
typedef enum {
  MPS_CONTACT_FIRST_NAME,
  MPS_CONTACT_LAST_NAME,
  MPS_CONTACT_COMPANY,
  MPS_CONTACT_EMAIL,
  MPS_CONTACT_COUNTRY_CODE,
  MPS_CONTACT_PHONE,
  MPS_CONTACT_EXTENSION,
  MPS_CONTACT_ADDRESS_LINE_1,
  MPS_CONTACT_ADDRESS_LINE_2,
  MPS_CONTACT_CITY,
  MPS_CONTACT_STATE_OR_PROVINCE,
  MPS_CONTACT_POSTAL_CODE,
  MPS_CONTACT_COUNTRY,
} MpsContactField;

#define MPS_N_CONTACT_FIELDS 13

typedef struct {
  gint64 id;
  gint64 organization;
  gint64 revision; /* counts the updates, so that a change meanwhile is noticed */
  char *fields[MPS_N_CONTACT_FIELDS];
} MpsContactRecord;

const char *mps_contact_field_get_id (MpsContactField field);
const char *mps_contact_field_get_header (MpsContactField field);
const char *mps_contact_field_get_japanese_header (MpsContactField field);

MpsOrganizationRecord *mps_organization_record_new (void);
void mps_organization_record_free (MpsOrganizationRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsOrganizationRecord, mps_organization_record_free)

MpsAgentRecord *mps_agent_record_new (void);
void mps_agent_record_free (MpsAgentRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsAgentRecord, mps_agent_record_free)

MpsPrinterRecord *mps_printer_record_new (void);
void mps_printer_record_clear (MpsPrinterRecord *record);
void mps_printer_record_free (MpsPrinterRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsPrinterRecord, mps_printer_record_free)

MpsContactRecord *mps_contact_record_new (void);
MpsContactRecord *mps_contact_record_copy (const MpsContactRecord *record);
void mps_contact_record_free (MpsContactRecord *record);
char *mps_contact_record_dup_identity (const MpsContactRecord *record);
char *mps_contact_record_dup_name (const MpsContactRecord *record);
char *mps_contact_record_dup_phone (const MpsContactRecord *record);
char *mps_contact_record_dup_address (const MpsContactRecord *record);
gboolean mps_contact_name_is_family_first (const char *first, const char *last,
                                           const char *country);
char *mps_contact_name_format (const char *first, const char *last, gboolean family_first);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsContactRecord, mps_contact_record_free)

G_END_DECLS
