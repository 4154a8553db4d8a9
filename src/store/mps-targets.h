/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-progress.h"

#include "mps-store-printers.h"
#include "mps-task-run.h"

G_BEGIN_DECLS

/**
 * MpsTarget:
 * @id: a printer; 0 for a serial number that is not known
 * @serial: (nullable): the serial number that was asked for
 */
typedef struct {
  gint64 id;
  char *serial;
} MpsTarget;

/**
 * MpsTargetFunc:
 * @run: the task
 * @printer: a printer that is known and of the organization
 * @data: what was given with it
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Does what the task is about to one printer, and adds its item.
 */
typedef gboolean (*MpsTargetFunc) (MpsTaskRun *run, const MpsPrinterRecord *printer, gpointer data,
                                   GError **error);

/**
 * MpsTargetTest:
 *
 * Returns: whether there is something to be done to the printer
 */
typedef gboolean (*MpsTargetTest) (const MpsPrinterRecord *printer, gpointer data);

GArray *mps_target_list_new (void);
void mps_target_list_add (GArray *targets, gint64 id, const char *serial);
GArray *mps_targets_resolve (MpsTargets *self, MpsConnection *connection, GError **error);
GArray *mps_targets_list_of_agent (MpsConnection *connection, gint64 agent, GError **error);
MpsPrinterRecord *mps_targets_read (MpsConnection *connection, gint64 id, GError **error);
gboolean mps_targets_run (GArray *targets, MpsTaskRun *run, gint64 organization,
                          MpsProgress *progress, MpsTargetFunc func, gpointer data, GError **error);
gboolean mps_targets_leave (GArray *targets, MpsTaskRun *run, GError **error);
gboolean mps_targets_find (GArray *targets, MpsConnection *connection, gint64 organization,
                           MpsTargetTest test, gpointer data, gboolean *known, gboolean *found,
                           GError **error);

G_END_DECLS
