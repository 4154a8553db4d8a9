/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-task.h"

#include "mps-connection.h"

G_BEGIN_DECLS

/**
 * MpsOutcome:
 *
 * What became of one item of a task. Stored as these numbers.
 */
typedef enum {
  MPS_OUTCOME_DONE = 0,
  MPS_OUTCOME_FAILED = 1,
  MPS_OUTCOME_NOT_DONE = 2,
} MpsOutcome;

const char *mps_outcome_get_id (MpsOutcome outcome);

/* The columns that make a task, and where they come from. */
#define MPS_TASK_ROWS                                                                              \
  "tasks.id, tasks.kind, tasks.state, tasks.who, tasks.started, tasks.ended, tasks.done, "         \
  "tasks.failed, tasks.message, tasks.organization, tasks.file_name, contacts.first_name, "        \
  "contacts.last_name, contacts.country, tasks.contact "                                           \
  "FROM tasks LEFT JOIN contacts ON contacts.id = tasks.contact"

MpsTask *mps_task_rows_read_task (MpsStatement *statement);
MpsTaskItem *mps_task_rows_read_item (MpsStatement *statement, int first);
GPtrArray *mps_task_rows_list (MpsConnection *connection, GError **error);
MpsTask *mps_task_rows_read (MpsConnection *connection, gint64 id, gboolean all_items,
                             GError **error);

G_END_DECLS
