/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-store.h"

G_BEGIN_DECLS

/* Id 0 creates; else updates, refused when @contact's revision is not the stored one. */
void mps_store_save_contact_async (MpsStore *self, const MpsContactRecord *contact,
                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data);
MpsContactRecord *mps_store_save_contact_finish (MpsStore *self, GAsyncResult *result,
                                                 GError **error);

/* The one that is the same as @contact; MPS_ERROR_UNKNOWN_CONTACT when there is none. */
void mps_store_find_contact_async (MpsStore *self, const MpsContactRecord *contact,
                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data);
MpsContactRecord *mps_store_find_contact_finish (MpsStore *self, GAsyncResult *result,
                                                 GError **error);

/* MPS_ERROR_UNKNOWN_CONTACT when it is not there, or of another organization than @organization
 * where that is not 0. */
void mps_store_get_contact_async (MpsStore *self, gint64 organization, gint64 contact,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
MpsContactRecord *mps_store_get_contact_finish (MpsStore *self, GAsyncResult *result,
                                                guint *printers, GError **error);

/**
 * MpsContactRefusal:
 * @contact: the contact that was not deleted
 * @printers: how many it is assigned to; 0 when there is no such contact
 */
typedef struct {
  gint64 contact;
  guint printers;
} MpsContactRefusal;

/**
 * MpsDeletedContact:
 * @contact: the contact as it was
 * @task: the import that brought it; 0 for none
 */
typedef struct {
  MpsContactRecord *contact;
  gint64 task;
} MpsDeletedContact;

/* @deleted: (element-type MpsDeletedContact), @refused: (element-type MpsContactRefusal) */
void mps_store_delete_contacts_async (MpsStore *self, gint64 organization, const gint64 *contacts,
                                      gsize n_contacts, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
gboolean mps_store_delete_contacts_finish (MpsStore *self, GAsyncResult *result,
                                           GPtrArray **deleted, GArray **refused, GError **error);
void mps_store_restore_contacts_async (MpsStore *self, GPtrArray *deleted,
                                       GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean mps_store_restore_contacts_finish (MpsStore *self, GAsyncResult *result, guint *n_restored,
                                            GError **error);

/**
 * MpsContactRow:
 * @line: its first line in the file
 * @contact: checked and normalised
 */
typedef struct {
  guint line;
  MpsContactRecord *contact;
} MpsContactRow;

/**
 * MpsContactImport:
 * @task: the task's id; 0 after a check
 * @imported: how many went in, or would
 * @existing: (element-type guint): indices into the rows, of those that exist already
 * @not_imported: index of the first row that was not reached, or the number of rows
 * @error: (nullable): why those were not: a cancellation or what failed in the system
 */
typedef struct {
  gint64 task;
  guint imported;
  GArray *existing;
  guint not_imported;
  GError *error;
} MpsContactImport;

void mps_contact_import_free (MpsContactImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsContactImport, mps_contact_import_free)

/*
 * @rows: (element-type MpsContactRow): in file order; not changed, shared with the thread
 * @n_invalid: rows that the check rejected before, for the task's count of failures
 * @problems: (element-type MpsProblem): why, for the task's items
 * @check: compare only, write nothing
 */
void mps_store_import_contacts_async (MpsStore *self, gint64 organization, GPtrArray *rows,
                                      guint n_invalid, GPtrArray *problems, const char *file_name,
                                      gboolean check, MpsProgress *progress,
                                      GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer user_data);
MpsContactImport *mps_store_import_contacts_finish (MpsStore *self, GAsyncResult *result,
                                                    GError **error);

void mps_store_undo_contacts_import_async (MpsStore *self, gint64 organization, gint64 task,
                                           GCancellable *cancellable, GAsyncReadyCallback callback,
                                           gpointer user_data);
guint mps_store_undo_contacts_import_finish (MpsStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
