/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-targets.h"

G_BEGIN_DECLS

/**
 * MpsPrintersWork:
 * @organization: printers of others are failed items; 0 for any
 * @resolved: (element-type MpsTarget): the targets, once it runs
 *
 * What assigning, enrolling and unenrolling have in common.
 */
typedef struct {
  gint64 organization;
  MpsTargets *targets;
  MpsProgress *progress;
  GArray *resolved;
} MpsPrintersWork;

void mps_printers_work_init (MpsPrintersWork *self, gint64 organization, MpsTargets *targets,
                             MpsProgress *progress);
void mps_printers_work_clear (MpsPrintersWork *self);
gboolean mps_printers_work_look (MpsPrintersWork *self, MpsJob *job, gint64 organization,
                                 MpsTargetTest test, gpointer data, gboolean *found,
                                 GError **error);
MpsTask *mps_printers_work_run (MpsPrintersWork *self, MpsJob *job, MpsTaskSpec *spec,
                                gpointer data, GError **error);

G_END_DECLS
