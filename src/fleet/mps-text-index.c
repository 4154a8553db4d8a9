/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-text-index.h"

#include <string.h>

#define FIRST_SLOTS 64

/* So small that what is searched most fits into the processor's caches. */
typedef struct {
  guint32 hash;
  guint32 place; /* one more than that in texts; 0 where the slot is empty */
} Slot;

struct _MpsTextIndex {
  Slot *slots;
  guint n_slots;    /* a power of two, twice as many as texts at least: a search ends soon */
  GPtrArray *texts; /* borrowed: const char */
};

MpsTextIndex *
mps_text_index_new (void)
{
  MpsTextIndex *self = g_new0 (MpsTextIndex, 1);

  self->slots = g_new0 (Slot, FIRST_SLOTS);
  self->n_slots = FIRST_SLOTS;
  self->texts = g_ptr_array_new ();
  return self;
}

void
mps_text_index_free (MpsTextIndex *self)
{
  g_ptr_array_unref (self->texts);
  g_free (self->slots);
  g_free (self);
}

/**
 * mps_text_index_hash:
 * @text: a text
 *
 * Texts that differ in their last digits alone are spread over all of the
 * slots.
 *
 * Returns: what @text is looked for by
 */
guint32
mps_text_index_hash (const char *text)
{
  const guint32 hash = g_str_hash (text) * 0x9E3779B1;

  return hash ^ hash >> 15;
}

static gboolean
is_text (const MpsTextIndex *self, const Slot *slot, const char *text, guint32 hash)
{
  return slot->hash == hash && strcmp (self->texts->pdata[slot->place - 1], text) == 0;
}

/* Returns the slot of @text, or the empty one where it belongs. */
static Slot *
find_slot (const MpsTextIndex *self, const char *text, guint32 hash)
{
  guint at = hash & (self->n_slots - 1);

  while (self->slots[at].place > 0 && !is_text (self, &self->slots[at], text, hash))
    at = (at + 1) & (self->n_slots - 1);
  return &self->slots[at];
}

/* No two texts are the same, so that none needs to be looked at. */
static void
put (MpsTextIndex *self, Slot slot)
{
  guint at = slot.hash & (self->n_slots - 1);

  while (self->slots[at].place > 0)
    at = (at + 1) & (self->n_slots - 1);
  self->slots[at] = slot;
}

static void
grow (MpsTextIndex *self, guint n_slots)
{
  g_autofree Slot *before = g_steal_pointer (&self->slots);
  const guint n_before = self->n_slots;

  self->n_slots = n_slots;
  self->slots = g_new0 (Slot, self->n_slots);
  for (guint i = 0; i < n_before; i++)
    if (before[i].place > 0)
      put (self, before[i]);
}

/**
 * mps_text_index_reserve:
 * @self: an index
 * @n_texts: how many it will have, about
 *
 * Lets it grow once.
 */
void
mps_text_index_reserve (MpsTextIndex *self, guint n_texts)
{
  guint n_slots = self->n_slots;

  while (n_texts > n_slots / 2)
    n_slots *= 2;
  if (n_slots > self->n_slots)
    grow (self, n_slots);
}

/**
 * mps_text_index_add:
 * @self: an index
 * @text: a text that stays where it is as long as @self, and is not in it yet
 *
 * The first text has the number 0, the next one 1, and so on.
 */
void
mps_text_index_add (MpsTextIndex *self, const char *text)
{
  g_ptr_array_add (self->texts, (gpointer) text);
  if (self->texts->len > self->n_slots / 2)
    grow (self, 2 * self->n_slots);
  put (self, (Slot) { mps_text_index_hash (text), self->texts->len });
}

/**
 * mps_text_index_find:
 * @self: an index
 * @text: a text
 *
 * Returns: its number, or %MPS_TEXT_INDEX_NONE
 */
guint32
mps_text_index_find (const MpsTextIndex *self, const char *text)
{
  const Slot *slot = find_slot (self, text, mps_text_index_hash (text));

  return slot->place > 0 ? slot->place - 1 : MPS_TEXT_INDEX_NONE;
}

/**
 * mps_text_index_expect:
 * @self: an index
 * @hash: of a text that will soon be looked for
 *
 * Lets the processor fetch where it is looked for, which takes longer than all
 * else when there are very many texts.
 */
void
mps_text_index_expect (const MpsTextIndex *self, guint32 hash)
{
  __builtin_prefetch (&self->slots[hash & (self->n_slots - 1)]);
}

/**
 * mps_text_index_guess:
 * @self: an index
 * @hash: of a text that will soon be looked for, and was expected a while ago
 *
 * Returns: the number that it probably has, or %MPS_TEXT_INDEX_NONE
 */
guint32
mps_text_index_guess (const MpsTextIndex *self, guint32 hash)
{
  const Slot *slot = &self->slots[hash & (self->n_slots - 1)];

  return slot->hash == hash && slot->place > 0 ? slot->place - 1 : MPS_TEXT_INDEX_NONE;
}
