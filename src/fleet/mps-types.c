/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-types.h"

#include <glib/gi18n.h>

typedef struct {
  const char *id;
  const char *label;
} Word;

static const Word managed_words[MPS_N_MANAGED] = {
  [MPS_MANAGED_NONE] = { "none", "" },
  [MPS_MANAGED_PENDING] = { "pending", N_ ("MPS Express (Pending)") },
  [MPS_MANAGED_MANAGED] = { "managed", N_ ("MPS Express") },
  [MPS_MANAGED_FAILED] = { "failed", N_ ("Registration failed") },
};

static const Word status_words[MPS_N_STATUSES] = {
  [MPS_STATUS_ELIGIBLE] = { "eligible", N_ ("Eligible") },
  [MPS_STATUS_ALREADY_MANAGED] = { "already-managed", N_ ("Already managed") },
  [MPS_STATUS_MANAGEMENT_PENDING] = { "management-pending", N_ ("Management pending") },
  [MPS_STATUS_REGISTRATION_FAILED] = { "registration-failed", N_ ("Registration failed") },
  [MPS_STATUS_UNSUPPORTED_MODEL] = { "unsupported-model", N_ ("Unsupported model") },
  [MPS_STATUS_PAGES_OVER_LIMIT] = { "pages-over-limit", N_ ("Average pages over the limit") },
  [MPS_STATUS_PAGES_UNKNOWN] = { "pages-unknown", N_ ("Average pages unknown") },
  [MPS_STATUS_NO_CONTACT] = { "no-contact", N_ ("No supplies delivery contact assigned") },
  [MPS_STATUS_AGENT_OUTDATED] = { "agent-outdated", N_ ("Fleet Agent version too low") },
};

static const Word agent_kind_words[MPS_N_AGENT_KINDS] = {
  [MPS_AGENT_FLEET] = { "fleet", N_ ("Fleet Agent") },
  [MPS_AGENT_NATIVE] = { "native", N_ ("Native Agent") },
  [MPS_AGENT_PRINTER] = { "printer", N_ ("Printer Agent") },
  [MPS_AGENT_LOCAL] = { "local", N_ ("Local Agent") },
};

static const Word task_kind_words[MPS_N_TASK_KINDS] = {
  [MPS_TASK_IMPORT_PRINTERS] = { "import-printers", N_ ("Import printers") },
  [MPS_TASK_IMPORT_CONTACTS] = { "import-contacts", N_ ("Import contacts") },
  [MPS_TASK_ASSIGN] = { "assign", N_ ("Assign supplies delivery contact") },
  [MPS_TASK_ENROLL] = { "enroll", N_ ("Add to MPS Express") },
  [MPS_TASK_UNENROLL] = { "unenroll", N_ ("Unenroll") },
  [MPS_TASK_LOAD_POLICY] = { "load-policy", N_ ("Load policy") },
  [MPS_TASK_IMPORT_ANSWER] = { "import-answer", N_ ("Import answer") },
  [MPS_TASK_AGENT] = { "agent", N_ ("Change agent") },
};

static const Word task_state_words[MPS_N_TASK_STATES] = {
  [MPS_TASK_RUNNING] = { "running", N_ ("Running") },
  [MPS_TASK_COMPLETED] = { "completed", N_ ("Completed") },
  [MPS_TASK_COMPLETED_WITH_ERRORS] = { "completed-with-errors", N_ ("Completed with errors") },
  [MPS_TASK_FAILED] = { "failed", N_ ("Failed") },
  [MPS_TASK_CANCELED] = { "canceled", N_ ("Canceled") },
};

/* Between several statuses that stand in one line. */
#define SEPARATOR " · "

static const char *
label_of (const Word *word)
{
  /* gettext ("") is the catalogue's header, not an empty string. */
  return *word->label ? _ (word->label) : "";
}

static int
find_id (const Word *words, int n_words, const char *id)
{
  for (int i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i].id, id) == 0)
      return i;
  return -1;
}

const char *
mps_managed_get_id (MpsManaged managed)
{
  g_return_val_if_fail (managed < MPS_N_MANAGED, NULL);
  return managed_words[managed].id;
}

const char *
mps_managed_get_label (MpsManaged managed)
{
  g_return_val_if_fail (managed < MPS_N_MANAGED, NULL);
  return label_of (&managed_words[managed]);
}

int
mps_managed_from_id (const char *id)
{
  return find_id (managed_words, MPS_N_MANAGED, id);
}

const char *
mps_status_get_id (MpsStatus status)
{
  g_return_val_if_fail (status < MPS_N_STATUSES, NULL);
  return status_words[status].id;
}

const char *
mps_status_get_label (MpsStatus status)
{
  g_return_val_if_fail (status < MPS_N_STATUSES, NULL);
  return label_of (&status_words[status]);
}

/**
 * mps_status_get_explanation:
 * @status: a status
 * @n_printers: how many printers have it
 *
 * Source: the seed, "プリンタの資格状態".
 *
 * Returns: what it means for them and what to do, translated; static
 */
const char *
mps_status_get_explanation (MpsStatus status, guint n_printers)
{
  switch (status)
    {
    case MPS_STATUS_ELIGIBLE:
      return ngettext ("This printer can be added to MPS Express. Only eligible printers can be "
                       "added.",
                       "These printers can be added to MPS Express. Only eligible printers can be "
                       "added.",
                       n_printers);
    case MPS_STATUS_ALREADY_MANAGED:
      return ngettext ("This printer is in MPS Express already.",
                       "These printers are in MPS Express already.", n_printers);
    case MPS_STATUS_MANAGEMENT_PENDING:
      return ngettext ("The management request for this printer is waiting for an answer.",
                       "The management request for these printers is waiting for an answer.",
                       n_printers);
    case MPS_STATUS_REGISTRATION_FAILED:
      return ngettext ("This printer could not be registered in the Lexmark back-end system. "
                       "Contact Lexmark technical support.",
                       "These printers could not be registered in the Lexmark back-end system. "
                       "Contact Lexmark technical support.",
                       n_printers);
    case MPS_STATUS_UNSUPPORTED_MODEL:
      return ngettext ("MPS Express does not support this model. For help, contact Lexmark "
                       "customer operations.",
                       "MPS Express does not support these models. For help, contact Lexmark "
                       "customer operations.",
                       n_printers);
    case MPS_STATUS_PAGES_OVER_LIMIT:
      return ngettext ("This printer prints more pages on average than the limit allows. For "
                       "help, contact Lexmark customer operations.",
                       "These printers print more pages on average than the limit allows. For "
                       "help, contact Lexmark customer operations.",
                       n_printers);
    case MPS_STATUS_PAGES_UNKNOWN:
      return ngettext ("This printer has no average page count to be judged by. Update the agent "
                       "or the printer’s firmware, or unenroll and enroll the printer again. If "
                       "the count is still missing, contact Lexmark technical support.",
                       "These printers have no average page count to be judged by. Update the "
                       "agent or the printer’s firmware, or unenroll and enroll the printer again. "
                       "If the count is still missing, contact Lexmark technical support.",
                       n_printers);
    case MPS_STATUS_NO_CONTACT:
      return ngettext ("This printer has no supplies delivery contact. Assign one.",
                       "These printers have no supplies delivery contact. Assign one.", n_printers);
    case MPS_STATUS_AGENT_OUTDATED:
      return ngettext ("The Fleet Agent of this printer is older than the version required. "
                       "Upgrade it before adding the printer.",
                       "The Fleet Agent of these printers is older than the version required. "
                       "Upgrade it before adding them.",
                       n_printers);
    }
  g_return_val_if_reached (NULL);
}

/**
 * mps_status_mask_dup_labels:
 * @mask: the statuses of a printer
 *
 * Returns: (transfer full): what stands in its way, translated, in one line; "" for nothing
 */
char *
mps_status_mask_dup_labels (MpsStatusMask mask)
{
  g_autofree char *english = mps_status_mask_dup_english (mask);

  return mps_types_dup_translated (english);
}

/**
 * mps_status_mask_dup_english:
 * @mask: the statuses of a printer
 *
 * Returns: (transfer full): as mps_status_mask_dup_labels(), but to be stored, and translated by
 *   mps_types_dup_translated() for whoever reads it
 */
char *
mps_status_mask_dup_english (MpsStatusMask mask)
{
  const char *labels[MPS_N_STATUSES] = { NULL };
  guint n_labels = 0;

  for (int i = MPS_STATUS_ELIGIBLE + 1; i < MPS_N_STATUSES; i++)
    if (mps_status_mask_has (mask, (MpsStatus) i))
      labels[n_labels++] = status_words[i].label;
  return g_strjoinv (SEPARATOR, (char **) labels);
}

/**
 * mps_types_dup_translated:
 * @english: a sentence of the program's, or several labels as of mps_status_mask_dup_english()
 *
 * Returns: (transfer full): the same in the user's language; a text that is not the program's, or
 *   that was translated already, as it is
 */
char *
mps_types_dup_translated (const char *english)
{
  g_auto (GStrv) parts = g_strsplit (english, SEPARATOR, -1);
  g_autoptr (GPtrArray) translated = g_ptr_array_new_null_terminated (MPS_N_STATUSES, NULL, TRUE);

  for (guint i = 0; parts[i]; i++)
    g_ptr_array_add (translated, (gpointer) (*parts[i] ? _ (parts[i]) : ""));
  return g_strjoinv (SEPARATOR, (char **) translated->pdata);
}

int
mps_status_from_id (const char *id)
{
  return find_id (status_words, MPS_N_STATUSES, id);
}

const char *
mps_agent_kind_get_id (MpsAgentKind kind)
{
  g_return_val_if_fail (kind < MPS_N_AGENT_KINDS, NULL);
  return agent_kind_words[kind].id;
}

const char *
mps_agent_kind_get_label (MpsAgentKind kind)
{
  g_return_val_if_fail (kind < MPS_N_AGENT_KINDS, NULL);
  return label_of (&agent_kind_words[kind]);
}

int
mps_agent_kind_from_id (const char *id)
{
  return find_id (agent_kind_words, MPS_N_AGENT_KINDS, id);
}

const char *
mps_task_kind_get_id (MpsTaskKind kind)
{
  g_return_val_if_fail (kind < MPS_N_TASK_KINDS, NULL);
  return task_kind_words[kind].id;
}

const char *
mps_task_kind_get_label (MpsTaskKind kind)
{
  g_return_val_if_fail (kind < MPS_N_TASK_KINDS, NULL);
  return label_of (&task_kind_words[kind]);
}

const char *
mps_task_state_get_id (MpsTaskState state)
{
  g_return_val_if_fail (state < MPS_N_TASK_STATES, NULL);
  return task_state_words[state].id;
}

const char *
mps_task_state_get_label (MpsTaskState state)
{
  g_return_val_if_fail (state < MPS_N_TASK_STATES, NULL);
  return label_of (&task_state_words[state]);
}
