/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "mps-types.h"

G_BEGIN_DECLS

/**
 * MpsTaskItem:
 * @item: what it was about: a serial number, a line of a file
 * @outcome: "done", "failed" or "not-done"; static
 * @code: (nullable): the stable id of the reason
 * @reason: (nullable): the reason, for people
 */
typedef struct {
  char *item;
  const char *outcome;
  char *code;
  char *reason;
} MpsTaskItem;

MpsTaskItem *mps_task_item_new (const char *item, const char *outcome, const char *code,
                                const char *reason);
void mps_task_item_free (MpsTaskItem *self);
const char *mps_task_outcome_get_label (const char *outcome);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsTaskItem, mps_task_item_free)

/**
 * MpsTask:
 *
 * One piece of work as it stands in the store: a snapshot, not live.
 * Properties: id (int64), kind, state (labels), who, started, ended (nullable
 * GDateTime, UTC), done, failed (uint).
 */
#define MPS_TYPE_TASK (mps_task_get_type ())
G_DECLARE_FINAL_TYPE (MpsTask, mps_task, MPS, TASK, GObject)

MpsTask *mps_task_new (gint64 id, MpsTaskKind kind, MpsTaskState state, const char *who,
                       GDateTime *started, GDateTime *ended, guint done, guint failed,
                       const char *message);
gint64 mps_task_get_id (MpsTask *self);
MpsTaskKind mps_task_get_kind (MpsTask *self);
MpsTaskState mps_task_get_state (MpsTask *self);
const char *mps_task_get_who (MpsTask *self);
GDateTime *mps_task_get_started (MpsTask *self);
GDateTime *mps_task_get_ended (MpsTask *self);
guint mps_task_get_done (MpsTask *self);
guint mps_task_get_failed (MpsTask *self);
const char *mps_task_get_message (MpsTask *self);
gint64 mps_task_get_contact (MpsTask *self);
void mps_task_set_contact (MpsTask *self, gint64 contact);
gint64 mps_task_get_organization (MpsTask *self);
void mps_task_set_organization (MpsTask *self, gint64 organization);
const char *mps_task_get_subject (MpsTask *self);
void mps_task_set_subject (MpsTask *self, const char *subject);
GPtrArray *mps_task_get_items (MpsTask *self);
void mps_task_take_item (MpsTask *self, MpsTaskItem *item);

G_END_DECLS
