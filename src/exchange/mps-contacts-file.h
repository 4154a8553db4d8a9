/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/mps-store-contacts.h"

G_BEGIN_DECLS

#define MPS_MAX_CONTACTS 300
#define MPS_MAX_CONTACTS_FILE (4 * 1024 * 1024)

/**
 * MpsContactsFileRow:
 * @line: its first line in the file, from 1
 * @cells: (array zero-terminated=1): as they stand in the file
 * @contact: (nullable): checked and normalised; %NULL when a cell is bad
 */
typedef struct {
  guint line;
  GStrv cells;
  MpsContactRecord *contact;
} MpsContactsFileRow;

/**
 * MpsContactsFile:
 *
 * A contacts file, read whole and checked (source: contacts-file.md). What
 * can't be read as one is refused as a whole by the load function.
 */
#define MPS_TYPE_CONTACTS_FILE (mps_contacts_file_get_type ())
G_DECLARE_FINAL_TYPE (MpsContactsFile, mps_contacts_file, MPS, CONTACTS_FILE, GObject)

void mps_contacts_file_load_async (GFile *file, const char *encoding, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
MpsContactsFile *mps_contacts_file_load_finish (GAsyncResult *result, GError **error);

const char *mps_contacts_file_get_name (MpsContactsFile *self);
const char *mps_contacts_file_get_encoding (MpsContactsFile *self);
/* The first row, as it stands in the file. */
const char *const *mps_contacts_file_get_header (MpsContactsFile *self);
/* (element-type MpsContactsFileRow): every data row, in file order */
GPtrArray *mps_contacts_file_get_rows (MpsContactsFile *self);
/* (element-type MpsProblem): every bad cell */
GPtrArray *mps_contacts_file_get_problems (MpsContactsFile *self);

/* The sample file that shows the format; @language "en" or "ja". */
GBytes *mps_contacts_file_dup_sample (const char *language);

G_END_DECLS
