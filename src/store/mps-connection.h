/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-statement.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MpsConnection:
 *
 * An open database file. It belongs to one thread at a time.
 */
typedef struct _MpsConnection MpsConnection;

/**
 * MpsDurability:
 * @MPS_DURABLE: a commit survives a crash of the program, and is whole after a power cut
 * @MPS_IRREVOCABLE: a commit survives a power cut; for what can't be taken back
 * @MPS_BULK: as @MPS_IRREVOCABLE, for what fills a database that is nearly empty: it is written
 *   once and not, as through a log, twice. Who opens the database meanwhile waits until the end;
 *   when another program has it open already, the log is kept and nobody waits
 */
typedef enum {
  MPS_DURABLE,
  MPS_IRREVOCABLE,
  MPS_BULK,
} MpsDurability;

MpsConnection *mps_connection_open (const char *path, guint busy_timeout, GError **error);
MpsConnection *mps_connection_open_memory (GError **error);
MpsConnection *mps_connection_open_read_only (const char *path, gboolean unchanging,
                                              GError **error);
void mps_connection_free (MpsConnection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsConnection, mps_connection_free)

const char *mps_connection_get_path (MpsConnection *self);
void mps_connection_set_path (MpsConnection *self, const char *path);
sqlite3 *mps_connection_get_db (MpsConnection *self);
void mps_connection_set_cancellable (MpsConnection *self, GCancellable *cancellable);
gboolean mps_connection_read_header (MpsConnection *self, guint8 *header, gsize length,
                                     GError **error);
gboolean mps_connection_exec (MpsConnection *self, const char *sql, GError **error);
MpsStatement *mps_connection_prepare (MpsConnection *self, const char *sql);
gboolean mps_connection_query_int (MpsConnection *self, const char *sql, gint64 *value,
                                   GError **error);
gint64 mps_connection_get_last_id (MpsConnection *self);
gint64 mps_connection_get_n_changed (MpsConnection *self);

gboolean mps_connection_has_moved (MpsConnection *self);
gboolean mps_connection_begin (MpsConnection *self, MpsDurability durability, GError **error);
gboolean mps_connection_commit (MpsConnection *self, GError **error);
gboolean mps_connection_is_in_transaction (MpsConnection *self);
void mps_connection_rollback (MpsConnection *self);

G_END_DECLS
