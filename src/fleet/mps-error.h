/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MpsErrorCode:
 *
 * Every refusal and failure that reaches a person or a script. The ids
 * (mps_error_get_id()) are those of mpsctl and never change.
 *
 * Up to and including %MPS_ERROR_UNREADABLE these are refusals: the request
 * was understood, and nothing was changed. After it come failures of storage.
 */
typedef enum {
  MPS_ERROR_NOT_ENTITLED,
  MPS_ERROR_NEEDS_CONFIRMATION,
  MPS_ERROR_TERMS_NOT_ACCEPTED,
  MPS_ERROR_NOTHING_ELIGIBLE,
  MPS_ERROR_NOTHING_TO_UNDO,
  MPS_ERROR_MANAGED_PRINTERS,
  MPS_ERROR_CONTACT_ASSIGNED,
  MPS_ERROR_INVALID_FIELDS,
  MPS_ERROR_CONTACT_EXISTS,
  MPS_ERROR_CONTACT_CHANGED,
  MPS_ERROR_UNKNOWN_SERIAL,
  MPS_ERROR_UNKNOWN_CONTACT,
  MPS_ERROR_UNKNOWN_AGENT,
  MPS_ERROR_UNKNOWN_ORGANIZATION,
  MPS_ERROR_UNKNOWN_TASK,
  MPS_ERROR_UNKNOWN_REQUEST,
  MPS_ERROR_ORGANIZATION_REQUIRED,
  MPS_ERROR_ORGANIZATION_EXISTS,
  MPS_ERROR_ORGANIZATION_NOT_EMPTY,
  MPS_ERROR_BAD_POLICY,
  MPS_ERROR_BAD_ANSWER,
  MPS_ERROR_BAD_FLEET,
  MPS_ERROR_BAD_ADDRESS,
  MPS_ERROR_NOT_CSV_OR_TXT,
  MPS_ERROR_WRONG_COLUMNS,
  MPS_ERROR_TOO_MANY_CONTACTS,
  MPS_ERROR_UNDECODABLE_TEXT,
  MPS_ERROR_EMPTY_FILE,
  MPS_ERROR_TOO_LARGE,
  MPS_ERROR_SAME_FILE,
  MPS_ERROR_UNREADABLE,

  MPS_ERROR_NO_DATABASE,
  MPS_ERROR_NOT_A_DATABASE,
  MPS_ERROR_NEWER_DATABASE,
  MPS_ERROR_DAMAGED_DATABASE,
  MPS_ERROR_LOCKED,
  MPS_ERROR_READ_ONLY,
  MPS_ERROR_DISK_FULL,
  MPS_ERROR_IO_ERROR,
} MpsErrorCode;

#define MPS_N_ERRORS (MPS_ERROR_IO_ERROR + 1)

#define MPS_ERROR (mps_error_quark ())
GQuark mps_error_quark (void);

/**
 * MpsProblem:
 * @line: the line of the file as an editor counts, from 1; 0 where there is none
 * @column: (nullable): the column's header or the JSON path
 * @code: the stable id of the reason; static
 * @reason: what is wrong and what to do, translated
 * @english: (nullable): the reason as it is marked for translation, static; %NULL when it has
 *   names or numbers in it
 *
 * One thing that is wrong with an input.
 */
typedef struct {
  guint line;
  char *column;
  const char *code;
  char *reason;
  const char *english;
} MpsProblem;

MpsProblem *mps_problem_new (guint line, const char *column, const char *code, const char *reason,
                             ...) G_GNUC_PRINTF (4, 5);
MpsProblem *mps_problem_new_marked (guint line, const char *column, const char *code,
                                    const char *english);
MpsProblem *mps_problem_copy (const MpsProblem *problem);
const char *mps_problem_get_column_label (const MpsProblem *problem);
void mps_problem_free (MpsProblem *problem);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsProblem, mps_problem_free)

/**
 * mps_problems_new:
 *
 * Returns: (transfer full) (element-type MpsProblem): an empty list of problems that owns them
 */
GPtrArray *mps_problems_new (void);

const char *mps_error_code_get_id (MpsErrorCode code);
const char *mps_error_get_id (const GError *error);
gboolean mps_error_is_refusal (const GError *error);
GPtrArray *mps_error_get_problems (const GError *error);
GError *mps_error_new_with_problems (MpsErrorCode code, GPtrArray *problems, const char *format,
                                     ...) G_GNUC_PRINTF (3, 4);

G_END_DECLS
