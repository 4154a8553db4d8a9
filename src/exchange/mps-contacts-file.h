/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-contacts-row.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define MPS_MAX_CONTACTS 300
#define MPS_MAX_CONTACTS_FILE (4 * 1024 * 1024)

/**
 * MpsContactsFile:
 *
 * A contacts file, read whole and checked (source: contacts-file.md). What
 * can't be read as one is refused as a whole by the load function.
 *
 * It is a list model of #MpsContactsRow: every row that is not blank, in file
 * order; the list itself never changes. Rows are corrected in memory, each
 * correction is checked at once and can be undone. The file on disk stays as
 * it is. Of the main thread, once it is loaded.
 */
#define MPS_TYPE_CONTACTS_FILE (mps_contacts_file_get_type ())
G_DECLARE_FINAL_TYPE (MpsContactsFile, mps_contacts_file, MPS, CONTACTS_FILE, GObject)

MpsContactsFile *mps_contacts_file_load (GFile *file, const char *encoding,
                                         GCancellable *cancellable, GError **error);
void mps_contacts_file_load_async (GFile *file, const char *encoding, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
MpsContactsFile *mps_contacts_file_load_finish (GAsyncResult *result, GError **error);

const char *mps_contacts_file_get_name (MpsContactsFile *self);
const char *mps_contacts_file_get_encoding (MpsContactsFile *self);
const char *const *mps_contacts_file_get_header (MpsContactsFile *self);
guint mps_contacts_file_get_n_rows (MpsContactsFile *self);
MpsContactsRow *mps_contacts_file_get_row (MpsContactsFile *self, guint index);
guint mps_contacts_file_count (MpsContactsFile *self, MpsContactsRowStatus status);
GPtrArray *mps_contacts_file_get_problems (MpsContactsFile *self);

/* Corrections; ::changed follows each of them once. */
gboolean mps_contacts_file_set_cell (MpsContactsFile *self, guint index, guint column,
                                     const char *text);
gboolean mps_contacts_file_set_cells (MpsContactsFile *self, guint index, const char *const *cells);
gboolean mps_contacts_file_set_excluded (MpsContactsFile *self, guint index, gboolean excluded);
void mps_contacts_file_begin_step (MpsContactsFile *self);
void mps_contacts_file_end_step (MpsContactsFile *self);
gboolean mps_contacts_file_get_can_undo (MpsContactsFile *self);
gboolean mps_contacts_file_undo (MpsContactsFile *self);

void mps_contacts_file_forget_outcome (MpsContactsFile *self);

/* The sample file that shows the format; @language "en" or "ja". */
GBytes *mps_contacts_file_dup_sample (const char *language);

G_END_DECLS
