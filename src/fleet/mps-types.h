/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MPS_NO_ROW:
 *
 * Printers and contacts have a row each in the columns of the fleet, as long
 * as they exist; the row of a removed one stays empty ("dead"). This is the
 * number of no row.
 */
#define MPS_NO_ROW G_MAXUINT32

/**
 * MpsManaged:
 * @MPS_MANAGED_NONE: not in MPS Express
 * @MPS_MANAGED_PENDING: asked for, no answer yet
 * @MPS_MANAGED_MANAGED: in MPS Express
 * @MPS_MANAGED_FAILED: the registration was refused
 *
 * Where a printer stands with MPS Express. Stored as these numbers.
 */
typedef enum {
  MPS_MANAGED_NONE = 0,
  MPS_MANAGED_PENDING = 1,
  MPS_MANAGED_MANAGED = 2,
  MPS_MANAGED_FAILED = 3,
} MpsManaged;

#define MPS_N_MANAGED 4

/**
 * MpsStatus:
 *
 * The nine eligibility statuses, in the order in which they are always shown.
 */
typedef enum {
  MPS_STATUS_ELIGIBLE,
  MPS_STATUS_ALREADY_MANAGED,
  MPS_STATUS_MANAGEMENT_PENDING,
  MPS_STATUS_REGISTRATION_FAILED,
  MPS_STATUS_UNSUPPORTED_MODEL,
  MPS_STATUS_PAGES_OVER_LIMIT,
  MPS_STATUS_PAGES_UNKNOWN,
  MPS_STATUS_NO_CONTACT,
  MPS_STATUS_AGENT_OUTDATED,
} MpsStatus;

#define MPS_N_STATUSES 9

/**
 * MpsStatusMask:
 *
 * The statuses that one printer has: a bit for each status but "eligible",
 * which is the absence of all others.
 */
typedef guint8 MpsStatusMask;

#define MPS_STATUS_BIT(status) ((MpsStatusMask) (1u << ((status) - 1)))

/**
 * mps_status_mask_has:
 * @mask: the statuses of a printer
 * @status: any of the nine
 *
 * Returns: whether a printer with @mask has @status
 */
static inline gboolean
mps_status_mask_has (MpsStatusMask mask, MpsStatus status)
{
  return status == MPS_STATUS_ELIGIBLE ? mask == 0 : (mask & MPS_STATUS_BIT (status)) != 0;
}

/**
 * mps_status_mask_get_first:
 * @mask: the statuses of a printer
 *
 * Returns: the first of them in the order in which they are always shown
 */
static inline MpsStatus
mps_status_mask_get_first (MpsStatusMask mask)
{
  return (MpsStatus) __builtin_ffs (mask);
}

typedef enum {
  MPS_AGENT_FLEET = 0,
  MPS_AGENT_NATIVE = 1,
  MPS_AGENT_PRINTER = 2,
  MPS_AGENT_LOCAL = 3,
} MpsAgentKind;

#define MPS_N_AGENT_KINDS 4

typedef enum {
  MPS_TASK_IMPORT_PRINTERS = 0,
  MPS_TASK_IMPORT_CONTACTS = 1,
  MPS_TASK_ASSIGN = 2,
  MPS_TASK_ENROLL = 3,
  MPS_TASK_UNENROLL = 4,
  MPS_TASK_LOAD_POLICY = 5,
  MPS_TASK_IMPORT_ANSWER = 6,
  MPS_TASK_AGENT = 7,
} MpsTaskKind;

#define MPS_N_TASK_KINDS 8

typedef enum {
  MPS_TASK_RUNNING = 0,
  MPS_TASK_COMPLETED = 1,
  MPS_TASK_COMPLETED_WITH_ERRORS = 2,
  MPS_TASK_FAILED = 3,
  MPS_TASK_CANCELED = 4,
} MpsTaskState;

#define MPS_N_TASK_STATES 5

/*
 * Of each kind of word: the id of JSON and scripts, which never changes, and
 * the label for people, translated. Both are static. `from_id` returns -1 for
 * what is no id.
 */
const char *mps_managed_get_id (MpsManaged managed);
const char *mps_managed_get_label (MpsManaged managed);
int mps_managed_from_id (const char *id);

const char *mps_status_get_id (MpsStatus status);
const char *mps_status_get_label (MpsStatus status);
const char *mps_status_get_explanation (MpsStatus status, guint n_printers);
char *mps_status_mask_dup_labels (MpsStatusMask mask);
char *mps_status_mask_dup_english (MpsStatusMask mask);
char *mps_types_dup_translated (const char *english);
int mps_status_from_id (const char *id);

const char *mps_agent_kind_get_id (MpsAgentKind kind);
const char *mps_agent_kind_get_label (MpsAgentKind kind);
int mps_agent_kind_from_id (const char *id);

const char *mps_task_kind_get_id (MpsTaskKind kind);
const char *mps_task_kind_get_label (MpsTaskKind kind);

const char *mps_task_state_get_id (MpsTaskState state);
const char *mps_task_state_get_label (MpsTaskState state);

/**
 * mps_managed_is_protected:
 * @managed: where a printer stands
 *
 * Managed and pending printers are never unenrolled, deleted or moved
 * (source: the seed, "MPS Express によって管理されるプリンタの登録解除の制限事項").
 */
static inline gboolean
mps_managed_is_protected (MpsManaged managed)
{
  return managed == MPS_MANAGED_PENDING || managed == MPS_MANAGED_MANAGED;
}

G_END_DECLS
