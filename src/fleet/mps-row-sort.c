/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-row-sort.h"

#include "mps-analyzer.h"

#include <string.h>

#define DIGIT_BITS 11
#define N_DIGIT_VALUES (1 << DIGIT_BITS)

typedef struct {
  guint64 key;
  guint32 row;
} Entry;

typedef struct {
  MpsRowCompare compare;
  gpointer user_data;
  gboolean descending;
} Order;

static guint
digit_of (const Entry *entry, guint shift)
{
  return (entry->key >> shift) & (N_DIGIT_VALUES - 1);
}

/* One pass of a radix sort: by one digit, keeping the order of equal ones. */
static void
sort_by_digit (const Entry *from, Entry *to, guint n, guint shift)
{
  guint starts[N_DIGIT_VALUES] = { 0 };
  guint start = 0;

  for (guint i = 0; i < n; i++)
    starts[digit_of (&from[i], shift)]++;
  for (guint i = 0; i < N_DIGIT_VALUES; i++)
    {
      guint count = starts[i];

      starts[i] = start;
      start += count;
    }
  for (guint i = 0; i < n; i++)
    to[starts[digit_of (&from[i], shift)]++] = from[i];
}

/* The bits in which any two keys differ; the others need no pass. */
static guint64
differing_bits (const Entry *entries, guint n)
{
  guint64 differing = 0;

  for (guint i = 1; i < n; i++)
    differing |= entries[i].key ^ entries[0].key;
  return differing;
}

/* Returns which of the two buffers has the sorted entries. */
static Entry *
sort_by_keys (Entry *entries, Entry *spare, guint n)
{
  guint64 differing = differing_bits (entries, n);

  for (guint shift = 0; shift < 64 && differing >> shift != 0; shift += DIGIT_BITS)
    {
      Entry *sorted = spare;

      if (((differing >> shift) & (N_DIGIT_VALUES - 1)) == 0)
        continue;
      sort_by_digit (entries, sorted, n, shift);
      spare = entries;
      entries = sorted;
    }
  return entries;
}

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Entry *entry_a = a, *entry_b = b;
  const Order *order = user_data;
  int result = order->compare (entry_a->row, entry_b->row, order->user_data);

  if (result == 0)
    return (entry_a->row > entry_b->row) - (entry_a->row < entry_b->row);
  return order->descending ? -result : result;
}

static void
sort_equal_keys (Entry *entries, guint n, Order *order)
{
  for (guint start = 0, end = 0; start < n; start = end)
    {
      /* It loses sight of which half was filled. */
      MPS_ANALYZER_IS_WRONG
      while (end < n && entries[end].key == entries[start].key)
        end++;
      if (end - start > 1)
        g_sort_array (entries + start, end - start, sizeof *entries, compare_entries, order);
    }
}

static guint64
reverse_key (guint64 key)
{
  return key == MPS_ROW_KEY_UNKNOWN ? key : MPS_ROW_KEY_UNKNOWN - 1 - key;
}

/**
 * mps_row_sort:
 * @rows: (inout) (array length=n_rows): rows, ascending
 * @n_rows: how many
 * @keys: (array length=n_rows): a number for each of @rows that orders it
 * @descending: the highest key first, but %MPS_ROW_KEY_UNKNOWN last
 * @compare: (nullable) (scope call): orders rows with equal keys, as far as it can
 * @user_data: for @compare
 *
 * Rows that are equal stay in ascending order, also when @descending.
 */
void
mps_row_sort (guint32 *rows, guint n_rows, const guint64 *keys, gboolean descending,
              MpsRowCompare compare, gpointer user_data)
{
  g_autofree Entry *buffers = g_new (Entry, 2 * (gsize) n_rows);
  Order order = { compare, user_data, descending };
  Entry *sorted;

  for (guint i = 0; i < n_rows; i++)
    buffers[i] = (Entry) { descending ? reverse_key (keys[i]) : keys[i], rows[i] };
  sorted = sort_by_keys (buffers, buffers + n_rows, n_rows);
  if (compare)
    sort_equal_keys (sorted, n_rows, &order);
  /* It loses sight of which half was filled. */
  MPS_ANALYZER_IS_WRONG
  for (guint i = 0; i < n_rows; i++)
    rows[i] = sorted[i].row;
}

/* How many bytes of texts go into their keys at most, behind what is common to all. */
#define N_PLACES 32

/*
 * Which bytes stand at each place of some texts, and with that the numbers of
 * a mixed radix: at a place where only digits and the end of a text occur, a
 * byte counts for eleven and not for 256.
 */
typedef struct {
  guint8 ranks[N_PLACES][256]; /* 1 for a byte that occurs, then its rank */
  guint64 weights[N_PLACES];   /* how much a rank counts */
  guint n_places;              /* as many as a key has room for */
} Alphabet;

static void
note_bytes (Alphabet *alphabet, const char *text)
{
  for (guint place = 0; place < N_PLACES; place++)
    {
      alphabet->ranks[place][(guint8) text[place]] = 1;
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

/* Returns whether texts go on behind the places that a key has room for. */
static gboolean
weigh_places (Alphabet *alphabet)
{
  guint sizes[N_PLACES] = { 0 };
  guint64 room = G_MAXUINT64, weight = 1;
  gboolean goes_on = TRUE;

  for (alphabet->n_places = 0; alphabet->n_places < N_PLACES; alphabet->n_places++)
    {
      guint size = rank_bytes (alphabet->ranks[alphabet->n_places]);

      goes_on = size > 1;
      if (!goes_on || room / size == 0)
        break;
      room /= size;
      sizes[alphabet->n_places] = size;
    }
  for (guint place = alphabet->n_places; place > 0; place--)
    {
      alphabet->weights[place - 1] = weight;
      weight *= sizes[place - 1];
    }
  return goes_on;
}

static guint64
key_of (const Alphabet *alphabet, const char *text)
{
  guint64 key = 0;

  for (guint place = 0; place < alphabet->n_places && text[place] != '\0'; place++)
    key += alphabet->ranks[place][(guint8) text[place]] * alphabet->weights[place];
  return key;
}

static gsize
common_length (const char *a, const char *b, gsize limit)
{
  gsize length = 0;

  while (length < limit && a[length] == b[length] && a[length] != '\0')
    length++;
  return length;
}

/**
 * mps_row_sort_text_keys:
 * @texts: (array length=n_texts): texts
 * @n_texts: how many
 * @keys: (out caller-allocates) (array length=n_texts): a key for each
 *
 * Makes keys of the first bytes in which texts differ: what all of them begin
 * with, as serial numbers do, is passed over. The order is that of strcmp().
 *
 * Returns: whether equal keys may be of texts that differ further back
 */
gboolean
mps_row_sort_text_keys (const char *const *texts, guint n_texts, guint64 *keys)
{
  Alphabet alphabet = {};
  gsize common = n_texts > 1 ? G_MAXSIZE : 0;
  gboolean goes_on;

  for (guint i = 1; i < n_texts && common > 0; i++)
    common = common_length (texts[0], texts[i], common);
  for (guint i = 0; i < n_texts; i++)
    note_bytes (&alphabet, texts[i] + common);
  goes_on = weigh_places (&alphabet);
  for (guint i = 0; i < n_texts; i++)
    keys[i] = key_of (&alphabet, texts[i] + common);
  return goes_on;
}
