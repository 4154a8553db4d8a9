/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-database.h"
#include "mps-ctl-records.h"
#include "mps-ctl-serials.h"
#include "mps-ctl-task.h"

#include "store/mps-store-printers.h"

#include <glib/gi18n.h>

static char *serials_file;
static char *terms_version;
static gboolean all_printers;
static gboolean all_items;

/* The language in which the user read the terms, if they were shown in it. */
static const char *
find_terms_language (MpsPolicy *policy)
{
  const char *language = NULL;

  mps_policy_get_terms_text (policy, g_get_language_names (), &language);
  return language;
}

static gboolean
check_terms (MpsPolicy *policy, GError **error)
{
  const char *version = mps_policy_get_terms_version (policy);

  if (g_strcmp0 (terms_version, version) == 0)
    return TRUE;
  g_set_error (error, MPS_ERROR, MPS_ERROR_TERMS_NOT_ACCEPTED,
               _ ("The terms of use, version %s, must be accepted. Read them with “mpsctl policy "
                  "show”, and accept them with “--accept-terms %s”."),
               version, version);
  return FALSE;
}

static MpsTargets *
find_targets (MpsCtl *ctl, GError **error)
{
  g_auto (GStrv) serials = NULL;

  if (all_printers && (mps_ctl_get_n_arguments (ctl) > 0 || serials_file))
    {
      mps_ctl_set_usage_error (error, "%s",
                               _ ("Name printers by serial number or use “--all”, not both."));
      return NULL;
    }
  if (!all_printers)
    serials = mps_ctl_dup_serials (ctl, 0, serials_file, error);
  if ((!all_printers && serials == NULL)
      || !mps_ctl_open_organization (ctl, MPS_STORE_OPEN_EXISTING, error))
    return NULL;
  if (all_printers)
    return mps_targets_new_all (ctl->organization);
  return mps_targets_new_serials ((const char *const *) serials);
}

static MpsCtlStatus
enroll (MpsCtl *ctl, GError **error)
{
  g_autoptr (MpsTargets) targets = find_targets (ctl, error);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsTask) task = NULL;
  MpsAcceptedTerms terms = { terms_version };
  MpsPolicy *policy;

  if (targets == NULL)
    return MPS_CTL_FAILED;
  policy = mps_store_get_policy (ctl->store);
  if (!check_terms (policy, error))
    return MPS_CTL_FAILED;
  terms.language = find_terms_language (policy);
  mps_store_enroll_async (ctl->store, ctl->organization, &terms, g_steal_pointer (&targets),
                          ctl->progress, ctl->cancellable, mps_ctl_ready, &result);
  mps_ctl_wait (ctl, &result);
  task = mps_store_enroll_finish (ctl->store, result, error);
  return task ? mps_ctl_report_task (ctl, task, all_items, mps_task_get_done (task))
              : MPS_CTL_FAILED;
}

static const GOptionEntry enroll_options[] = {
  { "accept-terms", 0, 0, G_OPTION_ARG_FILENAME, &terms_version,
    N_ ("Accept this version of the terms of use"), "VERSION" },
  MPS_CTL_SERIALS_FROM_ENTRY (serials_file),
  { "all", 0, 0, G_OPTION_ARG_NONE, &all_printers,
    N_ ("Add every eligible printer of the organization"), NULL },
  MPS_CTL_ALL_ITEMS_ENTRY (all_items),
  G_OPTION_ENTRY_NULL,
};

const MpsCtlCommand mps_ctl_enrolment_commands[] = {
  { "enroll", NULL, "--accept-terms VERSION (SERIAL… | --serials-from FILE | --all) [--all-items]",
    N_ ("Add eligible printers to MPS Express, which cannot be taken back"), enroll_options, 0,
    G_MAXUINT, FALSE, enroll },
  { NULL },
};
