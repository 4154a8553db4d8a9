/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-progress.h"
#include "fleet/mps-types.h"

#include "mps-session.h"

G_BEGIN_DECLS

/**
 * MpsActivity:
 *
 * A piece of work that a window has begun: what it is, how far it is, and what
 * cancels it. It is in mps_session_get_activities() from mps_activity_begin()
 * to mps_activity_end(). Main thread only.
 *
 * Properties: kind (string): what is done, translated; progress (MpsProgress);
 * task (int64): the id of the task that it has become, 0 until then; canceling
 * (boolean): whether it was asked to stop; background (boolean, writable):
 * whether it goes on out of sight, without the dialog that began it; done
 * (boolean).
 */
#define MPS_TYPE_ACTIVITY (mps_activity_get_type ())
G_DECLARE_FINAL_TYPE (MpsActivity, mps_activity, MPS, ACTIVITY, GObject)

MpsActivity *mps_activity_begin (MpsSession *session, MpsTaskKind kind);
MpsActivity *mps_activity_begin_unlisted (void);
void mps_activity_cancel (MpsActivity *self);
void mps_activity_end (MpsActivity *self);
MpsTaskKind mps_activity_get_kind (MpsActivity *self);
MpsProgress *mps_activity_get_progress (MpsActivity *self);
GCancellable *mps_activity_get_cancellable (MpsActivity *self);
gint64 mps_activity_get_task (MpsActivity *self);
gboolean mps_activity_get_canceling (MpsActivity *self);
gboolean mps_activity_get_background (MpsActivity *self);
void mps_activity_set_background (MpsActivity *self, gboolean background);
gboolean mps_activity_get_done (MpsActivity *self);
double mps_activity_get_seconds (MpsActivity *self);

G_END_DECLS
