/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-match.h"

#include "mps-fleet-private.h"

/* By number of a model and of a location, whether a word of the search is in it. */
typedef struct {
  const MpsWord *word;
  guint8 *models;
  guint8 *locations;
} WordMatch;

struct _MpsPrinterMatch {
  const MpsPrinterTable *table;
  guint n_words;
  WordMatch words[];
};

/**
 * mps_printer_match_new:
 * @fleet: a fleet
 * @search: what is searched for; it must outlive the match
 *
 * Returns: (transfer full): a match
 */
MpsPrinterMatch *
mps_printer_match_new (MpsFleet *fleet, const MpsSearch *search)
{
  MpsPrinterTable *table = &fleet->printers;
  MpsPrinterMatch *self = g_malloc0 (sizeof *self + search->n_words * sizeof self->words[0]);

  self->table = table;
  self->n_words = search->n_words;
  for (guint i = 0; i < search->n_words; i++)
    {
      self->words[i].word = &search->words[i];
      self->words[i].models = mps_dictionary_match (&table->models, &search->words[i]);
      self->words[i].locations = mps_dictionary_match (&table->locations, &search->words[i]);
    }
  return self;
}

void
mps_printer_match_free (MpsPrinterMatch *self)
{
  for (guint i = 0; i < self->n_words; i++)
    {
      g_free (self->words[i].models);
      g_free (self->words[i].locations);
    }
  g_free (self);
}

static gboolean
has_word (const MpsPrinterTable *table, const WordMatch *match, guint32 row)
{
  return match->models[table->model[row]] || match->locations[table->location[row]]
         || mps_text_arena_has_word (&table->texts, row, match->word);
}

/**
 * mps_printer_match_has:
 * @self: a match
 * @row: a printer's row
 *
 * Returns: whether the printer has all words of the search
 */
gboolean
mps_printer_match_has (const MpsPrinterMatch *self, guint32 row)
{
  for (guint i = 0; i < self->n_words; i++)
    if (!has_word (self->table, &self->words[i], row))
      return FALSE;
  return TRUE;
}
