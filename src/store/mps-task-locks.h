/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Which tasks are really running. A process holds a lock on the byte of a
 * task's id in a file beside the database as long as it works on the task, and
 * loses it when it dies, however that happens. These are open file description
 * locks, so two stores of one process tell each other apart as well.
 */

/* Not a task's id: whoever works with the database shares it, from opening to closing it. */
#define MPS_TASK_LOCKS_OPEN 0

int mps_task_locks_open (const char *database, GError **error);
void mps_task_locks_close (int locks);
void mps_task_locks_share_open (int locks);
gboolean mps_task_locks_take (int locks, gint64 task);
void mps_task_locks_drop (int locks, gint64 task);
gboolean mps_task_locks_is_any_taken (int locks);
gboolean mps_task_locks_is_taken (int locks, gint64 task);

G_END_DECLS
