/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-text-arena.h"

#include "mps-analyzer.h"

#include <string.h>

/* Less garbage than this is not worth a sweep. */
#define SMALL_GARBAGE 65536

/*
 * An entry is this head, the folded text if there is one, and the fields, each
 * with its NUL. Entries are not aligned, so heads are copied out and in.
 */
typedef struct {
  guint32 search_length : 31; /* of the folded text, or of the searched fields */
  guint32 is_folded : 1;
} Head;

static Head
head_of (const char *entry)
{
  Head head;

  memcpy (&head, entry, sizeof head);
  return head;
}

static const char *
fields_of (const char *entry)
{
  Head head = head_of (entry);

  return entry + sizeof head + (head.is_folded ? head.search_length : 0);
}

static const char *
skip_fields (const char *text, guint n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    text += strlen (text) + 1;
  return text;
}

static gsize
entry_size (const MpsTextArena *self, const char *entry)
{
  return skip_fields (fields_of (entry), self->n_fields) - entry;
}

static gsize
fields_size (const char *const *fields, guint n_fields)
{
  gsize size = 0;

  /* It takes n_fields for one more than was filled. */
  MPS_ANALYZER_IS_WRONG
  for (guint i = 0; i < n_fields; i++)
    size += strlen (fields[i]) + 1;
  return size;
}

/* Realloc moves pages of a large buffer, so that growth costs no second copy of it. */
static void
reserve (MpsTextArena *self, gsize size)
{
  gsize needed = self->length + size + MPS_SEARCH_PADDING;

  if (needed <= self->allocated)
    return;
  self->allocated = MAX (needed, self->allocated + self->allocated / 2);
  self->bytes = g_realloc (self->bytes, self->allocated);
}

static void
put (MpsTextArena *self, const void *bytes, gsize size)
{
  memcpy (self->bytes + self->length, bytes, size);
  self->length += size;
}

static gsize
put_entry (MpsTextArena *self, const char *const *fields, const char *folded)
{
  gsize offset = self->length;
  gsize search_length = folded ? strlen (folded) : fields_size (fields, self->n_searched);
  Head head = { search_length, folded != NULL };

  reserve (self, sizeof head + search_length + fields_size (fields, self->n_fields));
  put (self, &head, sizeof head);
  if (folded)
    put (self, folded, search_length);
  for (guint i = 0; i < self->n_fields; i++)
    put (self, fields[i], strlen (fields[i]) + 1);
  memset (self->bytes + self->length, 0, MPS_SEARCH_PADDING);
  return offset;
}

static void
add_offset (MpsTextArena *self, gsize offset)
{
  if (self->n_rows == self->n_rows_allocated)
    {
      self->n_rows_allocated = MAX (64, self->n_rows_allocated + self->n_rows_allocated / 2);
      self->offsets = g_renew (gsize, self->offsets, self->n_rows_allocated);
    }
  self->offsets[self->n_rows++] = offset;
}

/* All removed rows share the entry at 0, which has only empty texts. */
static void
put_empty_entry (MpsTextArena *self)
{
  g_autofree const char **empty = g_new (const char *, self->n_fields);

  for (guint i = 0; i < self->n_fields; i++)
    empty[i] = "";
  put_entry (self, empty, NULL);
}

/**
 * mps_text_arena_init:
 * @self: memory for an arena
 * @n_fields: how many texts a row has
 * @n_searched: how many of them, from the first, are searched
 *
 * Makes an arena without rows.
 */
void
mps_text_arena_init (MpsTextArena *self, guint n_fields, guint n_searched)
{
  *self = (MpsTextArena) { .n_fields = n_fields, .n_searched = n_searched };
  put_empty_entry (self);
}

void
mps_text_arena_clear (MpsTextArena *self)
{
  g_free (self->bytes);
  g_free (self->offsets);
}

/**
 * mps_text_arena_append:
 * @self: an arena
 * @fields: (array length=n_fields): the texts of the next row
 * @folded: (nullable): what is searched instead of them; needed when they are
 *   not plain ASCII
 */
void
mps_text_arena_append (MpsTextArena *self, const char *const *fields, const char *folded)
{
  add_offset (self, put_entry (self, fields, folded));
}

/**
 * mps_text_arena_replace:
 * @self: an arena
 * @row: one of its rows
 * @fields: (array length=n_fields): its texts from now on
 * @folded: (nullable): what is searched instead of them
 *
 * Texts that were borrowed stay valid until mps_text_arena_compact() or the
 * next text that is added.
 *
 * Returns: whether that changed anything
 */
gboolean
mps_text_arena_replace (MpsTextArena *self, guint32 row, const char *const *fields,
                        const char *folded)
{
  gsize offset = put_entry (self, fields, folded);
  gsize old_size = entry_size (self, self->bytes + self->offsets[row]);

  if (old_size == self->length - offset
      && memcmp (self->bytes + self->offsets[row], self->bytes + offset, old_size) == 0)
    {
      self->length = offset;
      return FALSE;
    }
  mps_text_arena_remove (self, row);
  self->offsets[row] = offset;
  return TRUE;
}

/**
 * mps_text_arena_remove:
 * @self: an arena
 * @row: one of its rows, whose texts are empty from now on
 */
void
mps_text_arena_remove (MpsTextArena *self, guint32 row)
{
  if (self->offsets[row] != 0)
    self->garbage += entry_size (self, self->bytes + self->offsets[row]);
  self->offsets[row] = 0;
}

/**
 * mps_text_arena_compact:
 * @self: an arena
 *
 * Sweeps away what changed and removed rows left behind, if that is more than
 * half of everything.
 */
void
mps_text_arena_compact (MpsTextArena *self)
{
  g_autofree char *old = NULL;

  if (self->garbage < SMALL_GARBAGE || self->garbage < self->length / 2)
    return;
  old = self->bytes;
  self->allocated = self->length - self->garbage + MPS_SEARCH_PADDING;
  self->bytes = g_malloc0 (self->allocated);
  self->length = 0;
  self->garbage = 0;
  put_empty_entry (self);
  for (guint i = 0; i < self->n_rows; i++)
    {
      const char *entry = old + self->offsets[i];

      if (self->offsets[i] == 0)
        continue;
      self->offsets[i] = self->length;
      put (self, entry, entry_size (self, entry));
    }
}

const char *
mps_text_arena_get (const MpsTextArena *self, guint32 row, guint field)
{
  return skip_fields (fields_of (self->bytes + self->offsets[row]), field);
}

/**
 * mps_text_arena_has_word:
 * @self: an arena
 * @row: one of its rows
 * @word: what to look for
 *
 * Returns: whether the searched texts of @row have @word in them
 */
gboolean
mps_text_arena_has_word (const MpsTextArena *self, guint32 row, const MpsWord *word)
{
  const char *entry = self->bytes + self->offsets[row];

  return mps_word_is_in (word, entry + sizeof (Head), head_of (entry).search_length);
}

/**
 * mps_text_arena_get_folded_size:
 * @self: an arena
 *
 * Goes through all rows.
 *
 * Returns: how many bytes of it are there to be searched and for nothing else
 */
gsize
mps_text_arena_get_folded_size (const MpsTextArena *self)
{
  gsize size = 0;

  for (guint i = 0; i < self->n_rows; i++)
    {
      const Head head = head_of (self->bytes + self->offsets[i]);

      size += head.is_folded ? head.search_length : 0;
    }
  return size;
}

/**
 * mps_text_arena_get_size:
 * @self: an arena
 *
 * Returns: how many bytes it holds, garbage included
 */
gsize
mps_text_arena_get_size (const MpsTextArena *self)
{
  return self->length + self->n_rows * sizeof *self->offsets;
}
