/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-contacts-file.h"
#include "store/mps-store-contacts.h"

G_BEGIN_DECLS

/**
 * MpsExistingContact: a row whose contact exists already.
 */
typedef struct {
  guint line;
  char *first_name;
  char *last_name;
} MpsExistingContact;

MpsExistingContact *mps_existing_contact_new (guint line, const char *first_name,
                                              const char *last_name);
void mps_existing_contact_free (MpsExistingContact *self);

/**
 * MpsContactsReport:
 * @task: the task's id, 0 after a check
 * @imported: how many went in, or would
 * @existing: (element-type MpsExistingContact)
 * @first_line: first line of the range not imported; 0 when all were reached
 * @last_line: its last line
 * @cause: (nullable): "system-error" or "import-canceled"; static
 * @message: (nullable): what failed, for people
 * @invalid: (element-type MpsProblem): bad cells, by line
 * @excluded: how many rows the user left out
 *
 * The outcome of an import, in the seed's classes.
 */
typedef struct {
  gint64 task;
  guint imported;
  GPtrArray *existing;
  guint first_line;
  guint last_line;
  const char *cause;
  char *message;
  GPtrArray *invalid;
  guint excluded;
} MpsContactsReport;

#define MPS_TYPE_CONTACTS_REPORT (mps_contacts_report_get_type ())
GType mps_contacts_report_get_type (void);
MpsContactsReport *mps_contacts_report_new (void);
MpsContactsReport *mps_contacts_report_copy (const MpsContactsReport *self);
void mps_contacts_report_free (MpsContactsReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsContactsReport, mps_contacts_report_free)

/*
 * The runner that the window and mpsctl share. @check: writes nothing.
 * A cancellation or a failure of the system half-way is not an error but part
 * of the report; an error means that the import did not begin.
 */
void mps_contacts_import_async (MpsStore *store, gint64 organization, MpsContactsFile *file,
                                gboolean check, MpsProgress *progress, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
MpsContactsReport *mps_contacts_import_finish (MpsStore *store, GAsyncResult *result,
                                               GError **error);

/* The rejected rows as CSV: the original columns, then line, column and reason. */
GBytes *mps_contacts_report_dup_rejected (MpsContactsReport *self, MpsContactsFile *file);

G_END_DECLS
