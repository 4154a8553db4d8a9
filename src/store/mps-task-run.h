/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-error.h"
#include "fleet/mps-progress.h"

#include "mps-job.h"
#include "mps-task-rows.h"

G_BEGIN_DECLS

/**
 * MpsTaskRun:
 * @id: the task
 * @done: how many items were done
 * @failed: how many were refused
 * @canceled: set by the work when it was canceled half-way
 * @failure: (nullable): set by the work when the system failed half-way, and what was done before
 *   is to be kept; borrowed
 *
 * A task while it runs.
 */
typedef struct {
  MpsJob *job;
  gint64 id;
  guint done;
  guint failed;
  gboolean canceled;
  const GError *failure;
  guint n_items;
} MpsTaskRun;

/**
 * MpsTaskSpec:
 * @kind: what it is
 * @organization: in which; 0 for none or several
 * @total: how many items it has; 0 when that is not known before
 * @file_name: (nullable): the file it is about
 * @durability: what the end of the task promises
 * @check: (nullable): refuses the whole; called before the task exists
 * @work: does the work and counts into the run; it may still refuse the whole
 * @progress: (nullable): told which task it is
 */
typedef struct {
  MpsTaskKind kind;
  gint64 organization;
  guint total;
  const char *file_name;
  MpsDurability durability;
  gboolean (*check) (MpsJob *job, gpointer data, GError **error);
  gboolean (*work) (MpsTaskRun *run, gpointer data, GError **error);
  MpsProgress *progress;
} MpsTaskSpec;

gboolean mps_task_run (MpsJob *job, const MpsTaskSpec *spec, gpointer data, gint64 *id,
                       GError **error);
MpsTask *mps_task_run_to_task (MpsJob *job, const MpsTaskSpec *spec, gpointer data, GError **error);

gboolean mps_task_run_add_done (MpsTaskRun *self, const char *item, GError **error);
gboolean mps_task_run_set_contact (MpsTaskRun *self, gint64 contact, GError **error);
gboolean mps_task_run_add_assigned (MpsTaskRun *self, const MpsPrinterRecord *printer,
                                    GError **error);
gboolean mps_task_run_add_failed (MpsTaskRun *self, const char *item, const char *code,
                                  const char *reason, GError **error);
gboolean mps_task_run_add_not_done (MpsTaskRun *self, const char *item, GError **error);
void mps_task_run_forget_items (MpsTaskRun *self);
gboolean mps_task_run_add_problem (MpsTaskRun *self, const MpsProblem *problem, GError **error);

G_END_DECLS
