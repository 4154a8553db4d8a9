/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-history.h"

#include "mps-types.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * Who reads the history may speak another language than who made it, so its
 * details are kept as "name=value" parts; the last value may have spaces.
 */
#define PRINTERS "printers="
#define SHA256 "sha256="
#define TERMS "terms="
#define REGISTERED "outcome=registered"
#define FAILED "outcome=failed"
#define REASON "reason="

static const char *const acts[MPS_HISTORY_N_ACTS]
    = { "entitle", "enroll", "answer", "unenroll", "delete-agent", "policy", "restore" };

/**
 * mps_history_entry_free:
 * @self: (transfer full): a line of the history
 */
void
mps_history_entry_free (MpsHistoryEntry *self)
{
  g_free (self->at);
  g_free (self->who);
  g_free (self->act);
  g_free (self->subject);
  g_free (self->detail);
  g_free (self);
}

/**
 * mps_history_get_act:
 * @index: below %MPS_HISTORY_N_ACTS
 *
 * Returns: (transfer none): the stable id of an act, in the order in which they are offered
 */
const char *
mps_history_get_act (guint index)
{
  g_return_val_if_fail (index < MPS_HISTORY_N_ACTS, NULL);
  return acts[index];
}

/**
 * mps_history_get_act_label:
 * @act: the stable id of an act
 *
 * Returns: (transfer none): the act for people, translated; one of a newer program as it is
 */
const char *
mps_history_get_act_label (const char *act)
{
  if (g_str_equal (act, "entitle"))
    return _ ("Entitle");
  if (g_str_equal (act, "enroll"))
    return mps_task_kind_get_label (MPS_TASK_ENROLL);
  if (g_str_equal (act, "answer"))
    return mps_task_kind_get_label (MPS_TASK_IMPORT_ANSWER);
  if (g_str_equal (act, "policy"))
    return mps_task_kind_get_label (MPS_TASK_LOAD_POLICY);
  if (g_str_equal (act, "unenroll"))
    return mps_task_kind_get_label (MPS_TASK_UNENROLL);
  if (g_str_equal (act, "delete-agent"))
    return _ ("Delete agent");
  if (g_str_equal (act, "restore"))
    return _ ("Restore from backup");
  return act;
}

/**
 * mps_history_dup_enroll_detail:
 * @n_printers: how many printers were added
 * @terms: the version of the terms of use that were accepted
 * @sha256: of their text
 *
 * Returns: (transfer full): the detail to be kept of an enrolment
 */
char *
mps_history_dup_enroll_detail (guint n_printers, const char *terms, const char *sha256)
{
  return g_strdup_printf (PRINTERS "%u " SHA256 "%s " TERMS "%s", n_printers, sha256, terms);
}

/**
 * mps_history_dup_policy_detail:
 * @terms: the version of the policy's terms of use
 *
 * Returns: (transfer full): the detail to be kept of a policy
 */
char *
mps_history_dup_policy_detail (const char *terms)
{
  return g_strconcat (TERMS, terms, NULL);
}

/**
 * mps_history_dup_answer_detail:
 * @registered: whether the printer was registered
 * @reason: why not, as the answer has it; "" for none
 *
 * Returns: (transfer full): the detail to be kept of an answer
 */
char *
mps_history_dup_answer_detail (gboolean registered, const char *reason)
{
  if (registered)
    return g_strdup (REGISTERED);
  return *reason ? g_strconcat (FAILED " " REASON, reason, NULL) : g_strdup (FAILED);
}

/**
 * mps_history_dup_restore_detail:
 * @n_printers: how many printers the backup has
 *
 * Returns: (transfer full): the detail to be kept of going back to a backup
 */
char *
mps_history_dup_restore_detail (guint n_printers)
{
  return g_strdup_printf (PRINTERS "%u", n_printers);
}

static char *
dup_enroll_text (const char *detail)
{
  const char *sha256 = strstr (detail, " " SHA256), *terms = strstr (detail, " " TERMS);
  g_autofree char *sum = NULL;
  guint64 n_printers;

  if (!g_str_has_prefix (detail, PRINTERS) || sha256 == NULL || terms == NULL || terms < sha256)
    return NULL;
  n_printers = g_ascii_strtoull (detail + strlen (PRINTERS), NULL, 10);
  sha256 += strlen (" " SHA256);
  sum = g_strndup (sha256, (gsize) (terms - sha256));
  return g_strdup_printf (
      ngettext ("%u printer was added under the terms of use %s (SHA-256 %s).",
                "%u printers were added under the terms of use %s (SHA-256 %s).",
                (gulong) n_printers),
      (guint) n_printers, terms + strlen (" " TERMS), sum);
}

static char *
dup_answer_text (const char *detail)
{
  const char *const reason = FAILED " " REASON;

  if (g_str_equal (detail, REGISTERED))
    return g_strdup (mps_managed_get_label (MPS_MANAGED_MANAGED));
  if (g_str_equal (detail, FAILED))
    return g_strdup (mps_managed_get_label (MPS_MANAGED_FAILED));
  return g_str_has_prefix (detail, reason) ? g_strdup (detail + strlen (reason)) : NULL;
}

static char *
dup_agent_text (const char *detail)
{
  const int kind = mps_agent_kind_from_id (detail);

  return kind >= 0 ? g_strdup (mps_agent_kind_get_label ((MpsAgentKind) kind)) : NULL;
}

static char *
dup_restore_text (const char *detail)
{
  guint64 n_printers;

  if (!g_str_has_prefix (detail, PRINTERS))
    return NULL;
  n_printers = g_ascii_strtoull (detail + strlen (PRINTERS), NULL, 10);
  return g_strdup_printf (
      ngettext ("The backup has %u printer.", "The backup has %u printers.", (gulong) n_printers),
      (guint) n_printers);
}

/**
 * mps_history_dup_detail:
 * @act: the stable id of an act
 * @detail: its detail as it is kept
 *
 * What older versions wrote as a sentence stays as it is.
 *
 * Returns: (transfer full): the detail for people, translated
 */
char *
mps_history_dup_detail (const char *act, const char *detail)
{
  char *text = NULL;

  if (g_str_equal (act, "enroll"))
    text = dup_enroll_text (detail);
  else if (g_str_equal (act, "answer"))
    text = dup_answer_text (detail);
  else if (g_str_equal (act, "delete-agent"))
    text = dup_agent_text (detail);
  else if (g_str_equal (act, "restore"))
    text = dup_restore_text (detail);
  else if (g_str_equal (act, "policy") && g_str_has_prefix (detail, TERMS))
    text = g_strdup_printf (_ ("Terms of use %s"), detail + strlen (TERMS));
  return text ? text : g_strdup (detail);
}
