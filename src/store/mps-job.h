/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-worker.h"

G_BEGIN_DECLS

/**
 * MpsJob:
 * @connection: the database
 *
 * One piece of work on the store's thread, and what its transaction changes.
 */
struct _MpsJob {
  MpsWorker *worker;
  MpsConnection *connection;
  GCancellable *cancellable;
  MpsChanges *changes;
  GArray *printers; /* ids of what was added or changed */
  GArray *contacts;
  gboolean agents;
  gboolean organizations;
};

void mps_job_init (MpsJob *self, MpsWorker *worker, GCancellable *cancellable);
void mps_job_clear (MpsJob *self);

gboolean mps_job_is_cancelled (MpsJob *self);
gboolean mps_job_set_error_if_cancelled (MpsJob *self, GError **error);

gboolean mps_job_begin (MpsJob *self, MpsDurability durability, GError **error);
gboolean mps_job_commit (MpsJob *self, GError **error);
void mps_job_rollback (MpsJob *self);

void mps_job_touch_printer (MpsJob *self, gint64 id);
void mps_job_remove_printer (MpsJob *self, gint64 id);
void mps_job_touch_contact (MpsJob *self, gint64 id);
void mps_job_remove_contact (MpsJob *self, gint64 id);

G_END_DECLS
