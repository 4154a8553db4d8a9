/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-search.h"
#include "mps-text-index.h"

G_BEGIN_DECLS

/**
 * MpsDictionary:
 *
 * Texts that many rows share, each with a number; number 0 is "". A text stays
 * when no row has it any more: the next reload forgets it.
 */
typedef struct {
  MpsTextIndex *numbers;
  GPtrArray *texts;
  GPtrArray *folded; /* as far as a search asked for them */
  guint32 *ranks;    /* (nullable): NULL since a text was added */
} MpsDictionary;

void mps_dictionary_init (MpsDictionary *self);
void mps_dictionary_clear (MpsDictionary *self);
gboolean mps_dictionary_find (const MpsDictionary *self, const char *text, guint32 *number);
guint32 mps_dictionary_intern (MpsDictionary *self, const char *text);
const char *mps_dictionary_get (const MpsDictionary *self, guint32 number);
guint mps_dictionary_get_n (const MpsDictionary *self);
const guint32 *mps_dictionary_get_ranks (MpsDictionary *self);
const char *mps_dictionary_get_folded (MpsDictionary *self, guint32 number);
guint8 *mps_dictionary_match (MpsDictionary *self, const MpsWord *word);
guint8 *mps_dictionary_match_all (MpsDictionary *self, const MpsSearch *search);

G_END_DECLS
