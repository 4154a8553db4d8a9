/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-database.h"
#include "mps-ctl-records.h"
#include "mps-ctl-table.h"

#include "exchange/mps-exchange-file.h"
#include "exchange/mps-text-input.h"

#include <glib/gi18n.h>

static void
print_policy (MpsCtl *ctl, MpsPolicy *policy)
{
  MpsCtlTable *table = mps_ctl_table_new (ctl->output, 2, 0);
  const char *language;

  mps_ctl_table_row (table, _ ("Version"), mps_policy_get_version (policy), NULL);
  mps_ctl_table_cell (table, _ ("Maximum average pages"));
  mps_ctl_table_number (table, mps_policy_get_max_average_pages (policy));
  mps_ctl_table_row (table, _ ("Minimum Fleet Agent version"),
                     mps_policy_get_minimum_fleet_agent (policy), NULL);
  mps_ctl_table_row (table, _ ("Terms of use"), mps_policy_get_terms_version (policy), NULL);
  mps_ctl_table_end (table);
  if (mps_policy_is_sample (policy))
    mps_ctl_output_print (
        ctl->output, "\n%s\n",
        _ ("This is a sample policy. Load the one that was agreed with Lexmark."));
  mps_ctl_output_puts (ctl->output, "\n");
  mps_ctl_output_puts (ctl->output,
                       mps_policy_get_terms_text (policy, g_get_language_names (), &language));
  mps_ctl_output_puts (ctl->output, "\n");
}

static MpsCtlStatus
show (MpsCtl *ctl, GError **error)
{
  MpsPolicy *policy;

  if (!mps_ctl_open (ctl, MPS_STORE_OPEN_EXISTING, error))
    return MPS_CTL_FAILED;
  policy = mps_store_get_policy (ctl->store);
  if (ctl->json)
    {
      mps_ctl_output_puts (ctl->output, mps_policy_get_json (policy));
      mps_ctl_output_puts (ctl->output, "\n");
    }
  else
    print_policy (ctl, policy);
  return MPS_CTL_DONE;
}

/* On a thread, as Ctrl-C must be heard while a pipe is silent. */
static MpsPolicy *
read_policy (MpsCtl *ctl, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GFile) file = mps_text_input_file_for_arg (ctl->arguments[0]);

  mps_exchange_read_policy_async (file, ctl->cancellable, mps_ctl_ready, &result);
  mps_ctl_wait (ctl, &result);
  return mps_exchange_read_policy_finish (result, error);
}

/* The file is read first: a wrong one must not leave a new database behind. */
static MpsCtlStatus
load (MpsCtl *ctl, GError **error)
{
  g_autoptr (MpsCtlJson) json = mps_ctl_json_new (ctl->output);
  g_autoptr (MpsPolicy) policy = read_policy (ctl, error);
  g_autoptr (GAsyncResult) result = NULL;

  if (policy == NULL || !mps_ctl_open (ctl, MPS_STORE_OPEN_CREATE, error))
    return MPS_CTL_FAILED;
  mps_store_load_policy_async (ctl->store, policy, ctl->cancellable, mps_ctl_ready, &result);
  mps_ctl_wait (ctl, &result);
  if (!mps_store_load_policy_finish (ctl->store, result, error))
    return MPS_CTL_FAILED;
  if (!ctl->json)
    {
      mps_ctl_output_print (ctl->output, _ ("The policy, version %s, is in force.\n"),
                            mps_policy_get_version (policy));
      return MPS_CTL_DONE;
    }
  mps_ctl_json_begin_object (json, NULL);
  mps_ctl_json_string (json, "version", mps_policy_get_version (policy));
  mps_ctl_json_end (json);
  return MPS_CTL_DONE;
}

const MpsCtlCommand mps_ctl_policy_commands[] = {
  { "policy", "show", "", N_ ("Show the policy and the terms of use"), NULL, 0, 0, FALSE, show },
  { "policy", "load", "FILE", N_ ("Put a policy in force"), NULL, 1, 1, TRUE, load },
  { NULL },
};
