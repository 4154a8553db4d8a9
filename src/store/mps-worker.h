/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-changes.h"
#include "rules/mps-policy.h"

#include "mps-connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _MpsJob MpsJob;

/**
 * MpsWorker:
 *
 * The store's thread: it owns the connection and does one job after the other.
 */
typedef struct _MpsWorker MpsWorker;

/**
 * MpsJobFunc:
 * @job: the job, valid until it returns
 * @data: the task data of its #GTask
 * @error: return location for a #GError of %MPS_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Runs on the store's thread.
 *
 * Returns: the result; not looked at when @error is set
 */
typedef gpointer (*MpsJobFunc) (MpsJob *job, gpointer data, GError **error);

/**
 * MpsWorkerNotify:
 * @owner: the object that the worker works for
 * @changes: what was committed
 * @policy: (nullable): the new policy, if it changed
 *
 * Runs on the main context.
 */
typedef void (*MpsWorkerNotify) (gpointer owner, MpsChanges *changes, MpsPolicy *policy);

MpsWorker *mps_worker_new (GObject *owner, MpsWorkerNotify notify);
void mps_worker_push (MpsWorker *self, GTask *task, MpsJobFunc func, GDestroyNotify destroy_result);
void mps_worker_stop (MpsWorker *self);

/* On the thread. */
gboolean mps_worker_open (MpsWorker *self, const char *path, gboolean create, GError **error);
MpsConnection *mps_worker_get_connection (MpsWorker *self);
MpsPolicy *mps_worker_read_policy (MpsWorker *self, GError **error);
gboolean mps_worker_is_stopping (MpsWorker *self);
void mps_worker_post (MpsWorker *self, MpsChanges *changes);
int mps_worker_get_task_locks (MpsWorker *self);

G_END_DECLS
