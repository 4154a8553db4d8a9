/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-store.h"

G_BEGIN_DECLS

/**
 * MpsImportColumns:
 *
 * Which columns a fleet file has: what it has not, an import leaves alone.
 */
typedef enum {
  MPS_IMPORT_ORGANIZATION = 1 << 0,
  MPS_IMPORT_IP_ADDRESS = 1 << 1,
  MPS_IMPORT_HOST_NAME = 1 << 2,
  MPS_IMPORT_LOCATION = 1 << 3,
  MPS_IMPORT_ASSET_TAG = 1 << 4,
  MPS_IMPORT_FIRMWARE = 1 << 5,
  MPS_IMPORT_AVERAGE_PAGES = 1 << 6,
  MPS_IMPORT_MANAGED = 1 << 7,
  MPS_IMPORT_AGENT = 1 << 8,
  MPS_IMPORT_AGENT_KIND = 1 << 9,
  MPS_IMPORT_AGENT_VERSION = 1 << 10,
  MPS_IMPORT_COMMUNICATION = 1 << 11,
} MpsImportColumns;

/**
 * MpsPrinterRow:
 * @line: the line of the file, for messages
 * @printer: its ids of organization, contact and agent are not used
 * @organization: the name in the file; "" for the chosen one
 * @agent: (nullable): name, kind and version in the file, or "" for no agent
 *
 * One checked row of a fleet file, on its way into the store.
 */
typedef struct {
  guint line;
  MpsPrinterRecord printer;
  char *organization;
  char *agent;
  MpsAgentKind agent_kind;
  char *agent_version;
} MpsPrinterRow;

/**
 * MpsPrinterSource:
 *
 * Where an import takes its rows from, one at a time, on a thread beside the
 * store's; so that a file of any size passes through without being held. No two
 * rows have the same serial number.
 */
#define MPS_TYPE_PRINTER_SOURCE (mps_printer_source_get_type ())
G_DECLARE_INTERFACE (MpsPrinterSource, mps_printer_source, MPS, PRINTER_SOURCE, GObject)

struct _MpsPrinterSourceInterface {
  GTypeInterface parent_iface;

  /* Reads the start of the file; errors here are whole-file refusals. */
  gboolean (*open) (MpsPrinterSource *self, MpsImportColumns *columns, GCancellable *cancellable,
                    GError **error);
  /*
   * The next good row, valid until the next call; NULL at the end, and NULL
   * with @error set when the file can't be read on. Bad rows are skipped: their
   * problems are added to @problems.
   */
  const MpsPrinterRow *(*next) (MpsPrinterSource *self, GPtrArray *problems, GError **error);
  /* How many data rows were read so far, good and bad. */
  guint (*get_n_rows) (MpsPrinterSource *self);
  /* How much was read, of how much: bytes; total 0 when unknown. */
  void (*get_position) (MpsPrinterSource *self, guint64 *done, guint64 *total);
};

gboolean mps_printer_source_open (MpsPrinterSource *self, MpsImportColumns *columns,
                                  GCancellable *cancellable, GError **error);
const MpsPrinterRow *mps_printer_source_next (MpsPrinterSource *self, GPtrArray *problems,
                                              GError **error);
guint mps_printer_source_get_n_rows (MpsPrinterSource *self);
void mps_printer_source_get_position (MpsPrinterSource *self, guint64 *done, guint64 *total);

/**
 * MpsPrinterImport:
 * @task: the task's id
 * @rows: data rows in the file, good and bad
 * @problems: (element-type MpsProblem): of the rejected rows, by line; a row
 *   with several bad cells has several
 * @canceled: what was read before is in
 */
typedef struct {
  gint64 task;
  guint rows;
  guint created;
  guint updated;
  guint unchanged;
  guint rejected;
  GPtrArray *problems;
  gboolean canceled;
} MpsPrinterImport;

void mps_printer_import_free (MpsPrinterImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsPrinterImport, mps_printer_import_free)

/* @organization: the chosen one, for rows that name none; 0 when all rows must name one */
void mps_store_import_printers_async (MpsStore *self, gint64 organization, MpsPrinterSource *source,
                                      const char *file_name, MpsProgress *progress,
                                      GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer user_data);
MpsPrinterImport *mps_store_import_printers_finish (MpsStore *self, GAsyncResult *result,
                                                    GError **error);

/**
 * MpsTargets:
 *
 * Which printers a piece of work is about: ids, or serial numbers of which
 * some may be unknown, or all of an organization.
 */
typedef struct _MpsTargets MpsTargets;
MpsTargets *mps_targets_new_ids (const gint64 *ids, gsize n_ids);
MpsTargets *mps_targets_new_serials (const char *const *serials);
MpsTargets *mps_targets_new_all (gint64 organization);
void mps_targets_free (MpsTargets *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsTargets, mps_targets_free)

/*
 * Those below that take @targets own them, and return a MpsTask with the outcome of
 * each item: state completed, completed with errors, or canceled. With
 * @organization not 0, printers of other organizations are failed items.
 */
void mps_store_assign_contact_async (MpsStore *self, gint64 organization, gint64 contact,
                                     MpsTargets *targets, MpsProgress *progress,
                                     GCancellable *cancellable, GAsyncReadyCallback callback,
                                     gpointer user_data);
MpsTask *mps_store_assign_contact_finish (MpsStore *self, GAsyncResult *result, GError **error);

/**
 * MpsFoundPrinter:
 * @id: the printer; 0 for a serial number that is not known
 * @organization: whose it is
 */
typedef struct {
  gint64 id;
  gint64 organization;
} MpsFoundPrinter;

void mps_store_find_printers_async (MpsStore *self, const char *const *serials,
                                    GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);
GArray *mps_store_find_printers_finish (MpsStore *self, GAsyncResult *result, GError **error);

/* MPS_ERROR_CONTACT_EXISTS: mps_store_find_contact_async() tells which. */
void mps_store_create_and_assign_async (MpsStore *self, const MpsContactRecord *contact,
                                        MpsTargets *targets, MpsProgress *progress,
                                        GCancellable *cancellable, GAsyncReadyCallback callback,
                                        gpointer user_data);
MpsTask *mps_store_create_and_assign_finish (MpsStore *self, GAsyncResult *result, GError **error);

/* @task: one that assigned a contact. MPS_ERROR_NOTHING_TO_UNDO, and no task, when no printer has
 * that contact any more. */
void mps_store_undo_assignment_async (MpsStore *self, gint64 task, MpsProgress *progress,
                                      GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer user_data);
MpsTask *mps_store_undo_assignment_finish (MpsStore *self, GAsyncResult *result, GError **error);

/**
 * MpsAcceptedTerms:
 * @version: of the terms of use
 * @sha256: (nullable): of the text that was shown, so that no other text is taken for accepted;
 *   %NULL where none was shown, as in a script
 * @language: (nullable): in which it was shown, "en" or "ja"
 *
 * What the user accepted.
 */
typedef struct {
  const char *version;
  const char *sha256;
  const char *language;
} MpsAcceptedTerms;

/* Irreversible. Adds those of @targets that are eligible at that moment, all of them or none. */
void mps_store_enroll_async (MpsStore *self, gint64 organization, const MpsAcceptedTerms *terms,
                             MpsTargets *targets, MpsProgress *progress, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
MpsTask *mps_store_enroll_finish (MpsStore *self, GAsyncResult *result, GError **error);

/* MPS_ERROR_MANAGED_PRINTERS, and no task, when all of @targets are managed or pending. */
void mps_store_unenroll_async (MpsStore *self, gint64 organization, MpsTargets *targets,
                               MpsProgress *progress, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
MpsTask *mps_store_unenroll_finish (MpsStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
