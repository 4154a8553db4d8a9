/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-text-blocks.h"

#include "mps-text.h"

#include <string.h>

/* What a block has room for at first; a printer's or contact's texts are shorter. */
#define ROW_BYTES 128

/* The marks that make another kana of the one before them. */
#define VOICED 0x3099
#define HALF_WIDTH_VOICED 0xFF9E
#define HALF_WIDTH_SEMI_VOICED 0xFF9F

/* Returns (transfer full) (nullable): the folded texts of a row that are searched besides it. */
static char *
fold (const MpsTextBlocks *self, const char *const *fields)
{
  GString *folded = NULL;

  for (guint i = 0; i < self->n_fields; i++)
    if (!mps_text_is_nearly_folded (fields[i]))
      {
        g_autofree char *text = mps_text_fold (fields[i]);

        if (folded == NULL)
          folded = g_string_new (text);
        else
          g_string_append_printf (folded, "\n%s", text);
      }
  return folded ? g_string_free_and_steal (folded) : NULL;
}

static gsize
get_length (const MpsTextBlocks *self, const char *const *fields, const char *folded)
{
  gsize length = folded ? strlen (folded) + 1 : 0;

  for (guint i = 0; i < self->n_fields; i++)
    length += strlen (fields[i]) + 1;
  return length;
}

static void
put (const MpsTextBlocks *self, char *out, const char *const *fields, const char *folded)
{
  for (guint i = 0; i < self->n_fields; i++)
    out = g_stpcpy (out, fields[i]) + 1;
  if (folded)
    g_stpcpy (out, folded);
}

static MpsTextBlock *
get_block (const MpsTextBlocks *self, guint32 row)
{
  return &self->blocks[row / MPS_TEXT_BLOCK_ROWS];
}

static guint32
get_start (const MpsTextBlock *block, guint place)
{
  return place > 0 ? block->ends[place - 1] : 0;
}

static guint32
get_end (const MpsTextBlock *block)
{
  return block->ends[MPS_TEXT_BLOCK_ROWS - 1];
}

static void
allocate (MpsTextBlock *block, gsize size)
{
  g_assert (size <= G_MAXUINT32);
  block->bytes = g_realloc (block->bytes, size);
  block->allocated = (guint32) size;
}

/* Makes what stands at @place @length bytes long, and leaves what it holds to be written. */
static char *
resize (MpsTextBlock *block, guint place, gsize length)
{
  const guint32 start = get_start (block, place), end = block->ends[place];
  const guint32 n_behind = get_end (block) - end;
  const gsize size = start + length + n_behind + MPS_SEARCH_PADDING;

  if (size > block->allocated)
    allocate (block, MAX (size, (gsize) block->allocated + block->allocated / 2));
  memmove (block->bytes + start + length, block->bytes + end, n_behind);
  memset (block->bytes + start + length + n_behind, 0, MPS_SEARCH_PADDING);
  for (guint i = place; i < MPS_TEXT_BLOCK_ROWS; i++)
    block->ends[i] += (guint32) (length - (end - start));
  return block->bytes + start;
}

static void
set (MpsTextBlocks *self, guint32 row, const char *const *fields)
{
  g_autofree char *folded = fold (self, fields);
  char *out = resize (get_block (self, row), row % MPS_TEXT_BLOCK_ROWS,
                      get_length (self, fields, folded));

  put (self, out, fields, folded);
}

static void
add_block (MpsTextBlocks *self)
{
  const guint n_blocks = self->n_rows / MPS_TEXT_BLOCK_ROWS;

  if (n_blocks == self->n_blocks_allocated)
    {
      self->n_blocks_allocated = MAX (16, n_blocks + n_blocks / 2);
      self->blocks = g_renew (MpsTextBlock, self->blocks, self->n_blocks_allocated);
    }
  self->blocks[n_blocks] = (MpsTextBlock) {};
  allocate (&self->blocks[n_blocks], MPS_TEXT_BLOCK_ROWS * ROW_BYTES);
}

/**
 * mps_text_blocks_init:
 * @self: memory for blocks
 * @n_fields: how many texts a row has
 *
 * Makes blocks without rows.
 */
void
mps_text_blocks_init (MpsTextBlocks *self, guint n_fields)
{
  *self = (MpsTextBlocks) { .n_fields = n_fields };
}

void
mps_text_blocks_clear (MpsTextBlocks *self)
{
  for (guint32 row = 0; row < self->n_rows; row += MPS_TEXT_BLOCK_ROWS)
    g_free (get_block (self, row)->bytes);
  g_free (self->blocks);
}

/**
 * mps_text_blocks_append:
 * @self: blocks
 * @fields: (array length=n_fields): the texts of the next row
 *
 * Texts that were borrowed are not valid any more.
 */
void
mps_text_blocks_append (MpsTextBlocks *self, const char *const *fields)
{
  const guint32 row = self->n_rows;

  if (row % MPS_TEXT_BLOCK_ROWS == 0)
    add_block (self);
  self->n_rows++;
  set (self, row, fields);
  /* It is as long as it will be. */
  if (self->n_rows % MPS_TEXT_BLOCK_ROWS == 0)
    allocate (get_block (self, row), (gsize) get_end (get_block (self, row)) + MPS_SEARCH_PADDING);
}

/**
 * mps_text_blocks_replace:
 * @self: blocks
 * @row: one of the rows
 * @fields: (array length=n_fields): its texts from now on, none of them borrowed from @self
 *
 * Texts that were borrowed are not valid any more.
 */
void
mps_text_blocks_replace (MpsTextBlocks *self, guint32 row, const char *const *fields)
{
  set (self, row, fields);
}

/**
 * mps_text_blocks_remove:
 * @self: blocks
 * @row: one of the rows, whose texts are empty from now on
 *
 * Texts that were borrowed are not valid any more.
 */
void
mps_text_blocks_remove (MpsTextBlocks *self, guint32 row)
{
  memset (resize (get_block (self, row), row % MPS_TEXT_BLOCK_ROWS, self->n_fields), 0,
          self->n_fields);
}

/**
 * mps_text_blocks_get:
 * @self: blocks
 * @row: one of the rows
 * @field: which text
 *
 * Returns: (transfer none): the text, valid until one is added or changes
 */
const char *
mps_text_blocks_get (const MpsTextBlocks *self, guint32 row, guint field)
{
  const MpsTextBlock *block = get_block (self, row);
  const char *text = block->bytes + get_start (block, row % MPS_TEXT_BLOCK_ROWS);

  for (guint i = 0; i < field; i++)
    text += strlen (text) + 1;
  return text;
}

/* Whether the word ends before @next in the folded text too: a mark there may belong to its last
 * letter, in a text that is written in more marks than it need be. */
static gboolean
is_end (const MpsWord *word, const char *next)
{
  gunichar c, composed;

  if ((guchar) *next < 0x80)
    return TRUE;
  c = g_utf8_get_char (next);
  if (c == HALF_WIDTH_VOICED || c == HALF_WIDTH_SEMI_VOICED)
    c = c - HALF_WIDTH_VOICED + VOICED;
  return !g_unichar_compose (word->last, c, &composed);
}

/**
 * mps_text_blocks_find:
 * @self: blocks
 * @block: which of them: that of row @block × %MPS_TEXT_BLOCK_ROWS
 * @word: what to look for
 *
 * Returns: the rows of @block that have @word in a text: a bit each, the first one the lowest
 */
guint64
mps_text_blocks_find (const MpsTextBlocks *self, guint block, const MpsWord *word)
{
  const MpsTextBlock *texts = &self->blocks[block];
  const gsize end = get_end (texts);
  guint64 found = 0;
  gsize at = 0;
  guint place = 0;

  while ((at += mps_word_find (word, texts->bytes + at, end - at)) < end)
    {
      if (!is_end (word, texts->bytes + at + word->length))
        {
          at++;
          continue;
        }
      while (texts->ends[place] <= at)
        place++;
      found |= G_GUINT64_CONSTANT (1) << place;
      at = texts->ends[place];
    }
  return found;
}
