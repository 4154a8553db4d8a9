/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store-fixture-backup.h"

G_BEGIN_DECLS

/**
 * FaultJob:
 * @name: what is done
 * @run: does it to the database, which it opens and closes
 * @is_partial: what failed half-way may leave what it reported: @run tells how many
 *
 * A piece of work that is to be cut off in the middle.
 */
typedef struct {
  const char *name;
  gboolean (*run) (const char *path, guint *reported, GError **error);
  const char *prepared; /* the file that it begins with */
  gboolean is_partial;
} FaultJob;

extern const FaultJob fault_jobs[];
guint fault_jobs_get_n (void);

/* Makes what the jobs begin with, in a folder beside @path. */
void fault_jobs_prepare (const char *path);
/* Puts a fresh copy of what @job begins with at @path, and empties the folder of backups. */
void fault_jobs_begin (const FaultJob *job, const char *path);
/* All that is stored but for the tasks. */
char *fault_jobs_describe (const char *path);
/* Opened, the database is sound, and its tasks have ended and say what is true: with @is_done,
 * that the job is done. */
void fault_jobs_assert_truth (const FaultJob *job, const char *path, gboolean is_done);

G_END_DECLS
