/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-text-set.h"

#include <string.h>

#define FIRST_SLOTS 64
#define BLOCK_SIZE (64 * 1024)

typedef struct {
  const char *text; /* NULL where the slot is empty */
  guint hash;
} Slot;

struct _MpsTextSet {
  GStringChunk *texts;
  Slot *slots;
  guint n_slots; /* a power of two */
  guint n_used;  /* half of them at most, so that a search ends soon */
};

MpsTextSet *
mps_text_set_new (void)
{
  MpsTextSet *self = g_new0 (MpsTextSet, 1);

  self->texts = g_string_chunk_new (BLOCK_SIZE);
  self->slots = g_new0 (Slot, FIRST_SLOTS);
  self->n_slots = FIRST_SLOTS;
  return self;
}

void
mps_text_set_free (MpsTextSet *self)
{
  g_string_chunk_free (self->texts);
  g_free (self->slots);
  g_free (self);
}

/* Texts that differ in their last digits are spread over all of the slots. */
static guint
hash_of (const char *text)
{
  guint hash = g_str_hash (text) * 0x9E3779B1;

  return hash ^ hash >> 15;
}

/* Returns the slot of @text, or the empty one where it belongs. */
static Slot *
find_slot (MpsTextSet *self, const char *text, guint hash)
{
  guint at = hash & (self->n_slots - 1);

  while (self->slots[at].text
         && (self->slots[at].hash != hash || strcmp (self->slots[at].text, text) != 0))
    at = (at + 1) & (self->n_slots - 1);
  return &self->slots[at];
}

static void
grow (MpsTextSet *self)
{
  g_autofree Slot *before = g_steal_pointer (&self->slots);
  const guint n_before = self->n_slots;

  self->n_slots *= 2;
  self->slots = g_new0 (Slot, self->n_slots);
  for (guint i = 0; i < n_before; i++)
    if (before[i].text)
      *find_slot (self, before[i].text, before[i].hash) = before[i];
}

/**
 * mps_text_set_add:
 * @self: a set
 * @text: a text, which is copied
 *
 * Returns: whether it was not there yet
 */
gboolean
mps_text_set_add (MpsTextSet *self, const char *text)
{
  const guint hash = hash_of (text);
  Slot *slot = find_slot (self, text, hash);

  if (slot->text)
    return FALSE;
  *slot = (Slot) { g_string_chunk_insert (self->texts, text), hash };
  if (++self->n_used > self->n_slots / 2)
    grow (self);
  return TRUE;
}
