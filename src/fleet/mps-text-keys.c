/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-text-keys.h"

#include <string.h>

/* How many bytes of texts go into their keys at most, behind what is common to all. */
#define N_PLACES 32

/*
 * Which bytes stand at each place of some texts, and with that the numbers of
 * a mixed radix: at a place where only digits and the end of a text occur, a
 * byte counts for eleven and not for 256.
 */
struct _MpsTextKeys {
  char *first;                 /* the text that the others are compared with */
  gsize common;                /* how many bytes all of them begin with */
  guint8 ranks[N_PLACES][256]; /* 1 for a byte that occurs, then its rank */
  guint64 weights[N_PLACES];   /* how much a rank counts */
  guint n_places;              /* as many as a key has room for */
};

/**
 * mps_text_keys_new:
 * @first: any of the texts
 *
 * Returns: (transfer full): keys of texts that are still to be shown
 */
MpsTextKeys *
mps_text_keys_new (const char *first)
{
  MpsTextKeys *self = g_new0 (MpsTextKeys, 1);

  self->first = g_strdup (first);
  self->common = strlen (first);
  return self;
}

void
mps_text_keys_free (MpsTextKeys *self)
{
  g_free (self->first);
  g_free (self);
}

/* Finds what all texts begin with. */
void
mps_text_keys_share (MpsTextKeys *self, const char *text)
{
  gsize length = 0;

  while (length < self->common && self->first[length] == text[length])
    length++;
  self->common = length;
}

/* Finds which bytes there are behind that. */
void
mps_text_keys_note (MpsTextKeys *self, const char *text)
{
  text += self->common;
  for (guint place = 0; place < N_PLACES; place++)
    {
      self->ranks[place][(guint8) text[place]] = 1;
      if (text[place] == '\0')
        break;
    }
}

/* A text that ended at an earlier place counts as ended at this one. */
static guint
rank_bytes (guint8 ranks[256])
{
  guint n = 1;

  for (guint byte = 1; byte < 256; byte++)
    if (ranks[byte])
      ranks[byte] = n++;
  ranks[0] = 0;
  return n;
}

/**
 * mps_text_keys_weigh:
 * @self: keys that have seen all texts
 *
 * Returns: whether equal keys may be of texts that differ further back
 */
gboolean
mps_text_keys_weigh (MpsTextKeys *self)
{
  guint sizes[N_PLACES] = { 0 };
  guint64 room = G_MAXUINT64, weight = 1;
  gboolean goes_on = TRUE;

  for (self->n_places = 0; self->n_places < N_PLACES; self->n_places++)
    {
      guint size = rank_bytes (self->ranks[self->n_places]);

      goes_on = size > 1;
      if (!goes_on || room / size == 0)
        break;
      room /= size;
      sizes[self->n_places] = size;
    }
  for (guint place = self->n_places; place > 0; place--)
    {
      self->weights[place - 1] = weight;
      weight *= sizes[place - 1];
    }
  return goes_on;
}

/**
 * mps_text_keys_get:
 * @self: keys that are weighed
 * @text: one of the texts
 *
 * Returns: its key
 */
guint64
mps_text_keys_get (const MpsTextKeys *self, const char *text)
{
  guint64 key = 0;

  text += self->common;
  for (guint place = 0; place < self->n_places && text[place] != '\0'; place++)
    key += self->ranks[place][(guint8) text[place]] * self->weights[place];
  return key;
}
