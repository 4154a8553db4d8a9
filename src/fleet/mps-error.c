/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-error.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

typedef struct {
  GPtrArray *problems;
} MpsErrorPrivate;

static void
mps_error_private_init (MpsErrorPrivate *priv)
{
  priv->problems = NULL;
}

static void
mps_error_private_copy (const MpsErrorPrivate *src, MpsErrorPrivate *dest)
{
  dest->problems = src->problems ? g_ptr_array_ref (src->problems) : NULL;
}

static void
mps_error_private_clear (MpsErrorPrivate *priv)
{
  g_clear_pointer (&priv->problems, g_ptr_array_unref);
}

G_DEFINE_EXTENDED_ERROR (MpsError, mps_error)

static const char *const error_ids[MPS_N_ERRORS] = {
  [MPS_ERROR_NOT_ENTITLED] = "not-entitled",
  [MPS_ERROR_NEEDS_CONFIRMATION] = "needs-confirmation",
  [MPS_ERROR_TERMS_NOT_ACCEPTED] = "terms-not-accepted",
  [MPS_ERROR_NOTHING_ELIGIBLE] = "nothing-eligible",
  [MPS_ERROR_NOTHING_TO_UNDO] = "nothing-to-undo",
  [MPS_ERROR_MANAGED_PRINTERS] = "managed-printers",
  [MPS_ERROR_CONTACT_ASSIGNED] = "contact-assigned",
  [MPS_ERROR_INVALID_FIELDS] = "invalid-fields",
  [MPS_ERROR_CONTACT_EXISTS] = "contact-exists",
  [MPS_ERROR_CONTACT_CHANGED] = "contact-changed",
  [MPS_ERROR_UNKNOWN_SERIAL] = "unknown-serial",
  [MPS_ERROR_UNKNOWN_CONTACT] = "unknown-contact",
  [MPS_ERROR_UNKNOWN_AGENT] = "unknown-agent",
  [MPS_ERROR_UNKNOWN_ORGANIZATION] = "unknown-organization",
  [MPS_ERROR_UNKNOWN_TASK] = "unknown-task",
  [MPS_ERROR_UNKNOWN_REQUEST] = "unknown-request",
  [MPS_ERROR_ORGANIZATION_REQUIRED] = "organization-required",
  [MPS_ERROR_ORGANIZATION_EXISTS] = "organization-exists",
  [MPS_ERROR_ORGANIZATION_NOT_EMPTY] = "organization-not-empty",
  [MPS_ERROR_BAD_POLICY] = "bad-policy",
  [MPS_ERROR_BAD_ANSWER] = "bad-answer",
  [MPS_ERROR_BAD_FLEET] = "bad-fleet",
  [MPS_ERROR_BAD_ADDRESS] = "bad-address",
  [MPS_ERROR_NOT_CSV_OR_TXT] = "not-csv-or-txt",
  [MPS_ERROR_WRONG_COLUMNS] = "wrong-columns",
  [MPS_ERROR_TOO_MANY_CONTACTS] = "too-many-contacts",
  [MPS_ERROR_UNDECODABLE_TEXT] = "undecodable-text",
  [MPS_ERROR_EMPTY_FILE] = "empty-file",
  [MPS_ERROR_TOO_LARGE] = "too-large",
  [MPS_ERROR_SAME_FILE] = "same-file",
  [MPS_ERROR_UNREADABLE] = "unreadable",
  [MPS_ERROR_NO_DATABASE] = "no-database",
  [MPS_ERROR_NOT_A_DATABASE] = "not-a-database",
  [MPS_ERROR_NEWER_DATABASE] = "newer-database",
  [MPS_ERROR_DAMAGED_DATABASE] = "damaged-database",
  [MPS_ERROR_LOCKED] = "locked",
  [MPS_ERROR_READ_ONLY] = "read-only",
  [MPS_ERROR_DISK_FULL] = "disk-full",
  [MPS_ERROR_IO_ERROR] = "io-error",
};

/**
 * mps_problem_new:
 * @line: the line in the file, from 1, or 0
 * @column: (nullable): the header or JSON path
 * @code: a static id
 * @reason: a printf format, translated
 *
 * Returns: (transfer full): a new problem
 */
MpsProblem *
mps_problem_new (guint line, const char *column, const char *code, const char *reason, ...)
{
  MpsProblem *problem = g_new0 (MpsProblem, 1);
  va_list args;

  problem->line = line;
  problem->column = g_strdup (column);
  problem->code = code;
  va_start (args, reason);
  problem->reason = g_strdup_vprintf (reason, args);
  va_end (args);
  return problem;
}

/**
 * mps_problem_new_marked:
 * @line: the line in the file, from 1, or 0
 * @column: (nullable): the header or JSON path
 * @code: a static id
 * @english: the reason, static and marked for translation, with no names or numbers in it
 *
 * Returns: (transfer full): a new problem, which can be stored for readers of any language
 */
MpsProblem *
mps_problem_new_marked (guint line, const char *column, const char *code, const char *english)
{
  MpsProblem *problem = mps_problem_new (line, column, code, "%s", _ (english));

  problem->english = english;
  return problem;
}

/**
 * mps_problem_copy:
 * @problem: a problem
 *
 * Returns: (transfer full): the same problem
 */
MpsProblem *
mps_problem_copy (const MpsProblem *problem)
{
  MpsProblem *copy
      = mps_problem_new (problem->line, problem->column, problem->code, "%s", problem->reason);

  copy->english = problem->english;
  return copy;
}

/**
 * mps_problem_get_column_label:
 * @problem: a problem
 *
 * Returns: the column for people: a header in their language, or else the
 *   column as it is; "" for none
 */
const char *
mps_problem_get_column_label (const MpsProblem *problem)
{
  return problem->column && *problem->column ? _ (problem->column) : "";
}

void
mps_problem_free (MpsProblem *problem)
{
  g_free (problem->column);
  g_free (problem->reason);
  g_free (problem);
}

GPtrArray *
mps_problems_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) mps_problem_free);
}

/**
 * mps_error_code_get_id:
 * @code: a code
 *
 * Returns: its stable id, as mpsctl prints it
 */
const char *
mps_error_code_get_id (MpsErrorCode code)
{
  g_return_val_if_fail (code < MPS_N_ERRORS, NULL);
  return error_ids[code];
}

/**
 * mps_error_get_id:
 * @error: any error
 *
 * Returns: the stable id; "canceled" for a cancellation and "io-error" for
 *   errors of other domains
 */
const char *
mps_error_get_id (const GError *error)
{
  if (error->domain == MPS_ERROR)
    return mps_error_code_get_id (error->code);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return "canceled";
  return error_ids[MPS_ERROR_IO_ERROR];
}

/**
 * mps_error_is_refusal:
 * @error: any error
 *
 * Returns: %TRUE if the request was refused as a whole and nothing changed,
 *   %FALSE if storage or the system failed
 */
gboolean
mps_error_is_refusal (const GError *error)
{
  return error->domain == MPS_ERROR && error->code <= MPS_ERROR_UNREADABLE;
}

/**
 * mps_error_get_problems:
 * @error: any error
 *
 * Returns: (transfer none) (nullable) (element-type MpsProblem): the single things that are wrong
 */
GPtrArray *
mps_error_get_problems (const GError *error)
{
  MpsErrorPrivate *priv;

  if (error->domain != MPS_ERROR)
    return NULL;
  priv = mps_error_get_private (error);
  return priv ? priv->problems : NULL;
}

/**
 * mps_error_new_with_problems:
 * @code: what happened
 * @problems: (transfer none) (element-type MpsProblem): the single things that are wrong
 * @format: a printf format, translated
 *
 * Returns: (transfer full): a new error of the domain %MPS_ERROR
 */
GError *
mps_error_new_with_problems (MpsErrorCode code, GPtrArray *problems, const char *format, ...)
{
  va_list args;
  GError *error;
  MpsErrorPrivate *priv;

  va_start (args, format);
  error = g_error_new_valist (MPS_ERROR, code, format, args);
  va_end (args);
  priv = mps_error_get_private (error);
  priv->problems = g_ptr_array_ref (problems);
  return error;
}
