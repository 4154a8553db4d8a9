/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MpsProgress:
 *
 * How far a long piece of work is. The working thread reports as often as it
 * likes; the thread-default main context of the thread that made it is told
 * ("notify::done", "notify::total", "notify::fraction", "notify::task") at most
 * once a frame.
 */
#define MPS_TYPE_PROGRESS (mps_progress_get_type ())
G_DECLARE_FINAL_TYPE (MpsProgress, mps_progress, MPS, PROGRESS, GObject)

MpsProgress *mps_progress_new (void);
void mps_progress_report (MpsProgress *self, guint64 done, guint64 total);
guint64 mps_progress_get_done (MpsProgress *self);
guint64 mps_progress_get_total (MpsProgress *self);
double mps_progress_get_fraction (MpsProgress *self);
void mps_progress_set_task (MpsProgress *self, gint64 task);
gint64 mps_progress_get_task (MpsProgress *self);

G_END_DECLS
