/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-row-sort.h"

#include "mps-text-keys.h"

#include <string.h>

#define DIGIT_BITS 11
#define N_DIGIT_VALUES (1 << DIGIT_BITS)

/* How many rows a step looks at: a small part of a millisecond. */
#define N_STEP 8192

typedef struct {
  guint64 key;
  guint32 row;
} Entry;

/* All rows are gone through in one stage, then in the next. */
typedef enum {
  SHARE, /* of texts: what they begin with */
  NOTE,  /* of texts: which bytes they have */
  READ,  /* the keys */
  COUNT, /* how often each value of a digit occurs */
  PLACE, /* by that digit, keeping the order of equal ones; then again from COUNT */
  TIES,  /* what has equal keys */
  WRITE, /* the rows */
  DONE,
} Stage;

struct _MpsRowSort {
  guint32 *rows; /* unowned */
  guint n_rows;
  gboolean descending;
  MpsRowKeys keys;
  gpointer user_data;
  Stage stage;
  guint position; /* how many rows have been gone through in this stage */
  MpsTextKeys *texts;
  gboolean has_ties;
  Entry *buffers;
  Entry *entries; /* one half of the buffers, and the other is spare */
  Entry *spare;
  guint64 differing; /* the bits in which any two keys differ; the others need no pass */
  guint shift;
  guint starts[N_DIGIT_VALUES];
};

static const char *
get_text (MpsRowSort *self, guint position)
{
  return self->keys.get_text (self->user_data, self->rows[position]);
}

static guint64
reverse_key (guint64 key)
{
  return key == MPS_ROW_KEY_UNKNOWN ? key : MPS_ROW_KEY_UNKNOWN - 1 - key;
}

static void
read_keys (MpsRowSort *self, guint end)
{
  const guint start = self->position;
  guint64 keys[N_STEP];

  if (self->texts)
    for (guint i = start; i < end; i++)
      keys[i - start] = mps_text_keys_get (self->texts, get_text (self, i));
  else
    self->has_ties = self->keys.get_keys (self->user_data, self->rows + start, end - start, keys);
  for (guint i = start; i < end; i++)
    {
      const guint64 key = keys[i - start];

      self->entries[i] = (Entry) { self->descending ? reverse_key (key) : key, self->rows[i] };
      self->differing |= self->entries[i].key ^ self->entries[0].key;
    }
}

static guint
digit_of (const Entry *entry, guint shift)
{
  return (entry->key >> shift) & (N_DIGIT_VALUES - 1);
}

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Entry *entry_a = a, *entry_b = b;
  const MpsRowSort *self = user_data;
  const int result = self->keys.compare (entry_a->row, entry_b->row, self->user_data);

  if (result == 0)
    return (entry_a->row > entry_b->row) - (entry_a->row < entry_b->row);
  return self->descending ? -result : result;
}

/* Equal keys are often of equal texts, and then all is in order already. */
static void
sort_ties (MpsRowSort *self, guint start, guint end)
{
  guint i = start + 1;

  while (i < end && compare_entries (&self->entries[i - 1], &self->entries[i], self) < 0)
    i++;
  if (i < end)
    g_sort_array (self->entries + start, end - start, sizeof (Entry), compare_entries, self);
}

/* Returns where the last of those with equal keys ends, which may be behind @end. */
static guint
go_through_ties (MpsRowSort *self, guint end)
{
  guint start = self->position;

  while (start < end)
    {
      guint next = start + 1;

      while (next < self->n_rows && self->entries[next].key == self->entries[start].key)
        next++;
      if (next - start > 1)
        sort_ties (self, start, next);
      start = next;
    }
  return start;
}

/* Returns how far it came, which is to @end at least. */
static guint
go_on (MpsRowSort *self, guint end)
{
  switch (self->stage)
    {
    case SHARE:
      for (guint i = self->position; i < end; i++)
        mps_text_keys_share (self->texts, get_text (self, i));
      return end;
    case NOTE:
      for (guint i = self->position; i < end; i++)
        mps_text_keys_note (self->texts, get_text (self, i));
      return end;
    case READ:
      read_keys (self, end);
      return end;
    case COUNT:
      for (guint i = self->position; i < end; i++)
        self->starts[digit_of (&self->entries[i], self->shift)]++;
      return end;
    case PLACE:
      for (guint i = self->position; i < end; i++)
        self->spare[self->starts[digit_of (&self->entries[i], self->shift)]++] = self->entries[i];
      return end;
    case TIES:
      return go_through_ties (self, end);
    case WRITE:
      for (guint i = self->position; i < end; i++)
        self->rows[i] = self->entries[i].row;
      return end;
    case DONE:
      return end;
    }
  g_assert_not_reached ();
}

/* The first digit from self->shift on in which keys differ, if there is one. */
static Stage
find_digit (MpsRowSort *self)
{
  for (; self->shift < 64 && self->differing >> self->shift != 0; self->shift += DIGIT_BITS)
    if ((self->differing >> self->shift) & (N_DIGIT_VALUES - 1))
      {
        memset (self->starts, 0, sizeof self->starts);
        return COUNT;
      }
  return self->has_ties ? TIES : WRITE;
}

static void
add_up (guint *starts)
{
  guint start = 0;

  for (guint i = 0; i < N_DIGIT_VALUES; i++)
    {
      const guint count = starts[i];

      starts[i] = start;
      start += count;
    }
}

static Stage
swap_halves (MpsRowSort *self)
{
  Entry *sorted = self->spare;

  self->spare = self->entries;
  self->entries = sorted;
  self->shift += DIGIT_BITS;
  return find_digit (self);
}

/* What comes when all rows have been gone through in a stage. */
static Stage
get_next_stage (MpsRowSort *self)
{
  switch (self->stage)
    {
    case SHARE:
      return NOTE;
    case NOTE:
      self->has_ties = mps_text_keys_weigh (self->texts);
      return READ;
    case READ:
      self->has_ties = self->has_ties && self->keys.compare;
      return find_digit (self);
    case COUNT:
      add_up (self->starts);
      return PLACE;
    case PLACE:
      return swap_halves (self);
    case TIES:
      return WRITE;
    case WRITE:
    case DONE:
      return DONE;
    }
  g_assert_not_reached ();
}

/**
 * mps_row_sort_new:
 * @rows: (inout) (array length=n_rows): rows, ascending; in their new order when it is done
 * @n_rows: how many
 * @descending: the highest key first, but %MPS_ROW_KEY_UNKNOWN last
 * @keys: what orders them
 * @user_data: for @keys
 *
 * Rows that are equal stay in ascending order, also when @descending. Neither
 * @rows nor what orders them may change before it is done.
 *
 * Returns: (transfer full): rows that are still to be sorted
 */
MpsRowSort *
mps_row_sort_new (guint32 *rows, guint n_rows, gboolean descending, const MpsRowKeys *keys,
                  gpointer user_data)
{
  MpsRowSort *self = g_new0 (MpsRowSort, 1);
  const char *first = NULL;

  self->rows = rows;
  self->n_rows = n_rows;
  self->descending = descending;
  self->keys = *keys;
  self->user_data = user_data;
  self->stage = n_rows < 2 ? DONE : READ;
  self->buffers = g_new (Entry, 2 * (gsize) n_rows);
  self->entries = self->buffers;
  self->spare = self->buffers + n_rows;
  if (self->stage == READ && keys->get_text)
    first = get_text (self, 0);
  if (first)
    {
      self->texts = mps_text_keys_new (first);
      self->stage = SHARE;
    }
  return self;
}

void
mps_row_sort_free (MpsRowSort *self)
{
  g_clear_pointer (&self->texts, mps_text_keys_free);
  g_free (self->buffers);
  g_free (self);
}

/**
 * mps_row_sort_step:
 * @self: rows that are being sorted
 *
 * Goes on for a small part of a millisecond; only very many rows of which the
 * keys are equal and the texts are not take longer.
 *
 * Returns: whether there is more to do
 */
gboolean
mps_row_sort_step (MpsRowSort *self)
{
  const guint end = MIN (self->n_rows, self->position + N_STEP);

  if (self->stage == DONE)
    return FALSE;
  self->position = go_on (self, end);
  if (self->position >= self->n_rows)
    {
      self->stage = get_next_stage (self);
      self->position = 0;
    }
  return self->stage != DONE;
}

/* Goes on to the end. */
void
mps_row_sort_finish (MpsRowSort *self)
{
  while (mps_row_sort_step (self))
    ;
}
