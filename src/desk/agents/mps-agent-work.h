/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/tasks/mps-task-dialog.h"

G_BEGIN_DECLS

/**
 * MpsAgentWork:
 * @window: where it was asked for; the agent's page goes away with the agent
 * @session: looks at one organization
 * @agent: the id of the agent
 * @change: what becomes of it: of the enumeration of whoever does the work
 * @words: (array zero-terminated=1): what it is about: the agent's name, or addresses
 * @dialog: (nullable): while it runs
 *
 * What is to be done to an agent, from the question until it is done. Counted
 * in references. Main thread only.
 */
typedef struct {
  GtkWidget *window;
  MpsSession *session;
  gint64 agent;
  int change;
  GStrv words;
  MpsTaskDialog *dialog;
} MpsAgentWork;

MpsAgentWork *mps_agent_work_new (GtkWidget *widget, MpsSession *session, gint64 agent, int change,
                                  const char *const *words);
MpsAgentWork *mps_agent_work_ref (MpsAgentWork *self);
void mps_agent_work_unref (MpsAgentWork *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsAgentWork, mps_agent_work_unref)

void mps_agent_work_present (MpsAgentWork *self, AdwAlertDialog *alert, const char *response,
                             void (*run) (MpsAgentWork *self));
void mps_agent_work_begin (MpsAgentWork *self, const char *title, const char *heading);

G_END_DECLS
