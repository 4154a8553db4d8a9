/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-error.h"

G_BEGIN_DECLS

/**
 * MpsProblemGroup:
 * @problem: the first of them; borrowed from the list that was grouped
 * @lines: (element-type guint): the lines that have it, ascending, each once;
 *   empty where there are none
 *
 * The problems that say the same of the same column.
 */
typedef struct {
  const MpsProblem *problem;
  GArray *lines;
} MpsProblemGroup;

GPtrArray *mps_problem_groups_new (GPtrArray *problems);
char *mps_problem_group_dup_lines (const MpsProblemGroup *self, guint max_ranges);

G_END_DECLS
