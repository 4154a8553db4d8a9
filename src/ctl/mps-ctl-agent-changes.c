/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-agents.h"
#include "mps-ctl-command.h"
#include "mps-ctl-task.h"

#include "store/mps-store-agents.h"

#include <glib/gi18n.h>

static gboolean all_items;
static gboolean exclude;

static MpsCtlStatus
report (MpsCtl *ctl, MpsTask *task)
{
  return task ? mps_ctl_report_task (ctl, task, all_items, -1) : MPS_CTL_FAILED;
}

static MpsCtlStatus
change_agent (MpsCtl *ctl, MpsAgentChange change, GError **error)
{
  const MpsAgentRecord *agent = mps_ctl_find_agent (ctl, ctl->arguments[0], error);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsTask) task = NULL;

  if (agent == NULL)
    return MPS_CTL_FAILED;
  mps_store_change_agent_async (ctl->store, ctl->organization, agent->id, change, ctl->progress,
                                ctl->cancellable, mps_ctl_ready, &result);
  mps_ctl_wait (ctl, &result);
  task = mps_store_change_agent_finish (ctl->store, result, error);
  return report (ctl, task);
}

static MpsCtlStatus
activate (MpsCtl *ctl, GError **error)
{
  return change_agent (ctl, MPS_AGENT_ACTIVATE, error);
}

static MpsCtlStatus
deactivate (MpsCtl *ctl, GError **error)
{
  return change_agent (ctl, MPS_AGENT_DEACTIVATE, error);
}

static MpsCtlStatus delete (MpsCtl *ctl, GError **error)
{
  return change_agent (ctl, MPS_AGENT_DELETE, error);
}

static MpsCtlStatus
change_addresses (MpsCtl *ctl, MpsAddressChange change, GError **error)
{
  const MpsAgentRecord *agent = mps_ctl_find_agent (ctl, ctl->arguments[0], error);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsTask) task = NULL;

  if (agent == NULL)
    return MPS_CTL_FAILED;
  mps_store_change_addresses_async (ctl->store, ctl->organization, agent->id, change,
                                    (const char *const *) ctl->arguments + 1, ctl->progress,
                                    ctl->cancellable, mps_ctl_ready, &result);
  mps_ctl_wait (ctl, &result);
  task = mps_store_change_addresses_finish (ctl->store, result, error);
  return report (ctl, task);
}

static MpsCtlStatus
add_address (MpsCtl *ctl, GError **error)
{
  return change_addresses (ctl, exclude ? MPS_ADDRESS_EXCLUDE : MPS_ADDRESS_INCLUDE, error);
}

static MpsCtlStatus
remove_address (MpsCtl *ctl, GError **error)
{
  return change_addresses (ctl, MPS_ADDRESS_REMOVE, error);
}

static const GOptionEntry task_options[] = {
  MPS_CTL_ALL_ITEMS_ENTRY (all_items),
  G_OPTION_ENTRY_NULL,
};

static const GOptionEntry add_options[] = {
  { "exclude", 0, 0, G_OPTION_ARG_NONE, &exclude,
    N_ ("The agent does not look there, though another address has it do so"), NULL },
  MPS_CTL_ALL_ITEMS_ENTRY (all_items),
  G_OPTION_ENTRY_NULL,
};

const MpsCtlCommand mps_ctl_agent_changes_commands[] = {
  { "agents", "deactivate", "NAME [--all-items]",
    N_ ("Deactivate an agent, which unenrolls its printers"), task_options, 1, 1, FALSE,
    deactivate },
  { "agents", "activate", "NAME [--all-items]", N_ ("Activate an agent"), task_options, 1, 1, FALSE,
    activate },
  { "agents", "delete", "NAME [--all-items]", N_ ("Delete an agent, which unenrolls its printers"),
    task_options, 1, 1, FALSE, delete },
  { "agents", "add-address", "NAME ADDRESS… [--exclude] [--all-items]",
    N_ ("Add IP addresses, subnets, ranges or host names to an agent’s discovery criteria"),
    add_options, 2, G_MAXUINT, FALSE, add_address },
  { "agents", "remove-address", "NAME ADDRESS… [--all-items]",
    N_ ("Remove addresses, which unenrolls the printers there"), task_options, 2, G_MAXUINT, FALSE,
    remove_address },
  { NULL },
};
