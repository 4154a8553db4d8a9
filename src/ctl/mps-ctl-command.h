/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-ctl.h"

G_BEGIN_DECLS

/**
 * MpsCtlChoices:
 * @option: the long name of an option
 * @dup: gives the few words that it takes
 */
typedef struct {
  const char *option;
  GStrv (*dup) (void);
} MpsCtlChoices;

/**
 * MpsCtlCommand:
 * @name: the first word
 * @subcommand: (nullable): the second word
 * @usage: what comes after, for people
 * @summary: what it does, to be translated
 * @options: (nullable): its own options; those that take a "FILE" keep its bytes
 * @min_arguments: how few
 * @max_arguments: how many
 * @takes_file: whether the first argument is a file name, which may be any bytes
 * @run: (nullable): does it; an exit status, or @error is set
 * @choices: (nullable): which options take one of few words, ending with one
 *   without a name
 *
 * All that there is to say of a command: help, the manual page and the
 * completion of shells are made of it.
 */
typedef struct {
  const char *name;
  const char *subcommand;
  const char *usage;
  const char *summary;
  const GOptionEntry *options;
  guint min_arguments;
  guint max_arguments;
  gboolean takes_file;
  MpsCtlStatus (*run) (MpsCtl *ctl, GError **error);
  const MpsCtlChoices *choices;
} MpsCtlCommand;

/* The commands of each group, ending with one without a name. */
extern const MpsCtlCommand mps_ctl_organizations_commands[];
extern const MpsCtlCommand mps_ctl_printers_commands[];
extern const MpsCtlCommand mps_ctl_printer_lists_commands[];
extern const MpsCtlCommand mps_ctl_contacts_commands[];
extern const MpsCtlCommand mps_ctl_contact_forms_commands[];
extern const MpsCtlCommand mps_ctl_contacts_import_commands[];
extern const MpsCtlCommand mps_ctl_eligibility_commands[];
extern const MpsCtlCommand mps_ctl_enrolment_commands[];
extern const MpsCtlCommand mps_ctl_agents_commands[];
extern const MpsCtlCommand mps_ctl_agent_changes_commands[];
extern const MpsCtlCommand mps_ctl_exchange_commands[];
extern const MpsCtlCommand mps_ctl_policy_commands[];
extern const MpsCtlCommand mps_ctl_tasks_commands[];
extern const MpsCtlCommand mps_ctl_audit_commands[];
extern const MpsCtlCommand mps_ctl_backup_commands[];
extern const MpsCtlCommand mps_ctl_sample_commands[];
extern const MpsCtlCommand mps_ctl_help_commands[];

GPtrArray *mps_ctl_command_get_all (void);
gboolean mps_ctl_command_is_group (const char *name);
const MpsCtlCommand *mps_ctl_command_find (const char *name, const char *subcommand);
char *mps_ctl_command_dup_name (const MpsCtlCommand *self);
GStrv mps_ctl_command_dup_choices (const MpsCtlCommand *self, const char *option);

G_END_DECLS
