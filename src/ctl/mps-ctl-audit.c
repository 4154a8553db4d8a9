/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-database.h"
#include "mps-ctl-records.h"
#include "mps-ctl-table.h"

#include "fleet/mps-time.h"
#include "store/mps-store-programme.h"

#include <glib/gi18n.h>

static void
json_history (MpsCtl *ctl, GPtrArray *entries)
{
  g_autoptr (MpsCtlJson) json = mps_ctl_json_new (ctl->output);

  mps_ctl_json_begin_array (json, NULL);
  for (guint i = 0; i < entries->len; i++)
    {
      const MpsHistoryEntry *entry = entries->pdata[i];

      mps_ctl_json_begin_object (json, NULL);
      mps_ctl_json_string (json, "at", entry->at);
      mps_ctl_json_string (json, "who", entry->who);
      mps_ctl_json_string (json, "act", entry->act);
      mps_ctl_json_string (json, "subject", entry->subject);
      mps_ctl_json_string (json, "detail", entry->detail);
      mps_ctl_json_end (json);
    }
  mps_ctl_json_end (json);
}

static void
print_history (MpsCtl *ctl, GPtrArray *entries)
{
  g_autoptr (MpsCtlTable) table = mps_ctl_table_new (ctl->output, 5, 0);

  mps_ctl_table_row (table, _ ("When"), _ ("Who"), _ ("Act"), _ ("Subject"), _ ("Detail"), NULL);
  for (guint i = 0; i < entries->len; i++)
    {
      const MpsHistoryEntry *entry = entries->pdata[i];
      g_autofree char *when = mps_time_dup_text_of (entry->at);
      g_autofree char *detail = mps_history_dup_detail (entry->act, entry->detail);

      mps_ctl_table_row (table, when, entry->who, mps_history_get_act_label (entry->act),
                         entry->subject, detail, NULL);
    }
}

static MpsCtlStatus
history (MpsCtl *ctl, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  if (!mps_ctl_open (ctl, MPS_STORE_OPEN_EXISTING, error))
    return MPS_CTL_FAILED;
  mps_store_list_history_async (ctl->store, ctl->cancellable, mps_ctl_ready, &result);
  mps_ctl_wait (ctl, &result);
  entries = mps_store_list_history_finish (ctl->store, result, error);
  if (entries == NULL)
    return MPS_CTL_FAILED;
  if (ctl->json)
    json_history (ctl, entries);
  else
    print_history (ctl, entries);
  return MPS_CTL_DONE;
}

static void
report_check (MpsCtl *ctl, GPtrArray *problems)
{
  g_autoptr (MpsCtlJson) json = mps_ctl_json_new (ctl->output);

  if (ctl->json)
    {
      mps_ctl_json_begin_object (json, NULL);
      mps_ctl_json_boolean (json, "ok", problems->len == 0);
      mps_ctl_json_problems (json, "problems", problems);
      mps_ctl_json_end (json);
      return;
    }
  if (problems->len == 0)
    mps_ctl_output_print (ctl->output, "%s\n", _ ("The database is in order."));
  mps_ctl_print_problems (ctl->output, problems);
}

static MpsCtlStatus
check (MpsCtl *ctl, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  if (!mps_ctl_open (ctl, MPS_STORE_OPEN_EXISTING, error))
    return MPS_CTL_FAILED;
  mps_store_check_async (ctl->store, ctl->cancellable, mps_ctl_ready, &result);
  mps_ctl_wait (ctl, &result);
  problems = mps_store_check_finish (ctl->store, result, error);
  if (problems == NULL)
    return MPS_CTL_FAILED;
  report_check (ctl, problems);
  return problems->len == 0 ? MPS_CTL_DONE : MPS_CTL_PARTLY;
}

const MpsCtlCommand mps_ctl_audit_commands[] = {
  { "history", NULL, "", N_ ("List the irreversible acts"), NULL, 0, 0, FALSE, history },
  { "check", NULL, "", N_ ("Check the database and its rules"), NULL, 0, 0, FALSE, check },
  { NULL },
};
