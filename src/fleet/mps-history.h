/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MpsHistoryEntry:
 * @at: RFC 3339, UTC
 * @act: a stable id: entitle, enroll, answer, unenroll, delete-agent, policy, restore
 * @subject: what was acted on: an organization, a serial number, the version of a policy, the name
 *   of a backup
 * @detail: what else there is to know, in no language: see mps_history_dup_detail()
 *
 * One line of the history of irreversible acts.
 */
typedef struct {
  gint64 id;
  char *at;
  char *who;
  char *act;
  char *subject;
  char *detail;
} MpsHistoryEntry;

void mps_history_entry_free (MpsHistoryEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsHistoryEntry, mps_history_entry_free)

#define MPS_HISTORY_N_ACTS 7

const char *mps_history_get_act (guint index);
const char *mps_history_get_act_label (const char *act);

char *mps_history_dup_enroll_detail (guint n_printers, const char *terms, const char *sha256);
char *mps_history_dup_policy_detail (const char *terms);
char *mps_history_dup_restore_detail (guint n_printers);
char *mps_history_dup_answer_detail (gboolean registered, const char *reason);
char *mps_history_dup_detail (const char *act, const char *detail);

G_END_DECLS
