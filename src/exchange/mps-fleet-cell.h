/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-fleet-columns.h"

G_BEGIN_DECLS

/**
 * MpsFleetCells:
 * @line: the line of the file, from 1
 * @path: (nullable): the JSON path of the printer, for messages
 * @texts: by column; %NULL where the file does not have it
 *
 * What a fleet list says about one printer, not yet checked.
 */
typedef struct {
  guint line;
  const char *path;
  const char *texts[MPS_N_FLEET_COLUMNS];
} MpsFleetCells;

/**
 * MpsFleetCheck:
 * @cells: what is looked at
 * @made: (element-type utf8): takes what had to be changed; it owns that
 * @problems: (element-type MpsProblem): takes what is wrong
 *
 * A row that is being checked. Nearly all cells are taken as they stand in the
 * file, so that nothing is copied for them.
 */
typedef struct {
  const MpsFleetCells *cells;
  GPtrArray *made;
  GPtrArray *problems;
} MpsFleetCheck;

/**
 * MpsFleetWord:
 *
 * A word of a file: in English and Japanese, or as this program shows it.
 */
typedef struct {
  const char *english;
  const char *japanese;
  int value;
} MpsFleetWord;

const char *mps_fleet_cell_keep (MpsFleetCheck *check, char *text);
const char *mps_fleet_cell_take_text (MpsFleetCheck *check, MpsFleetColumn column, guint limit);
const char *mps_fleet_cell_take_narrow (MpsFleetCheck *check, MpsFleetColumn column, guint limit);
gboolean mps_fleet_cell_find_word (const char *text, const MpsFleetWord *words, gsize n_words,
                                   int *value);
const char *mps_fleet_cell_skip_space (const char *text);
void mps_fleet_cell_add_problem (MpsFleetCheck *check, MpsFleetColumn column, const char *code,
                                 const char *reason);
void mps_fleet_cell_add_too_long (MpsFleetCheck *check, MpsFleetColumn column, guint limit);
char *mps_fleet_cell_dup_column (const MpsFleetCells *cells, MpsFleetColumn column);

G_END_DECLS
