/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-lookup.h"

#include "fleet/mps-text.h"

#include "mps-lookup-private.h"
#include "mps-store-private.h"

/* How many rows pass between two looks whether the job is still wanted. */
#define LOOK_EVERY 1024

/**
 * mps_lookup_new:
 * @class: what is looked up; static
 * @numbers: (array length=n_numbers): the first parameters of its queries
 * @n_numbers: how many
 * @text: (nullable): the parameter after them
 * @search: (nullable): what somebody typed
 *
 * Returns: (transfer full): a lookup
 */
MpsLookup *
mps_lookup_new (const MpsLookupClass *class, const gint64 *numbers, guint n_numbers,
                const char *text, const char *search)
{
  MpsLookup *self = g_new0 (MpsLookup, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->class = class;
  self->n_numbers = n_numbers;
  for (guint i = 0; i < n_numbers; i++)
    self->numbers[i] = numbers[i];
  self->text = g_strdup (text);
  self->search = mps_search_new (search ? search : "");
  return self;
}

MpsLookup *
mps_lookup_ref (MpsLookup *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
mps_lookup_unref (MpsLookup *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  mps_search_free (self->search);
  g_free (self->text);
  g_free (self);
}

MpsLookupKind
mps_lookup_get_kind (MpsLookup *self)
{
  return self->class->kind;
}

/**
 * mps_lookup_free_record:
 * @self: a lookup
 * @record: (transfer full) (nullable): a record that it made
 */
void
mps_lookup_free_record (MpsLookup *self, gpointer record)
{
  self->class->free_record (record);
}

/**
 * mps_lookup_append_words:
 * @text: what a search looks into
 * @words: what is shown in one cell
 */
void
mps_lookup_append_words (GString *text, const char *words)
{
  g_string_append (text, words);
  g_string_append_c (text, '\n');
}

static MpsStatement *
prepare (MpsLookup *self, MpsConnection *connection, const char *query)
{
  MpsStatement *statement = mps_connection_prepare (connection, query);
  int parameter = 1;

  for (guint i = 0; i < self->n_numbers; i++)
    mps_statement_bind_int (statement, parameter++, self->numbers[i]);
  if (self->text)
    mps_statement_bind_text (statement, parameter, self->text);
  return statement;
}

/* Another program may have written what is no UTF-8. */
static void
fold (GString *text)
{
  g_autofree char *valid = NULL, *folded = NULL;

  if (g_str_is_ascii (text->str))
    return;
  valid = g_utf8_make_valid (text->str, (gssize) text->len);
  folded = mps_text_fold (valid);
  g_string_assign (text, folded);
}

static gboolean
matches (MpsLookup *self, MpsStatement *statement, GString *text)
{
  static const char padding[MPS_SEARCH_PADDING];
  gsize length;

  if (self->search->n_words == 0)
    return TRUE;
  g_string_truncate (text, 0);
  self->class->append_text (statement, text);
  fold (text);
  length = text->len;
  g_string_append_len (text, padding, sizeof padding);
  for (guint i = 0; i < self->search->n_words; i++)
    if (mps_word_find (&self->search->words[i], text->str, length) == length)
      return FALSE;
  return TRUE;
}

typedef void (*RowFunc) (MpsLookup *self, MpsStatement *statement, gpointer data);

static gboolean
walk (MpsLookup *self, MpsJob *job, const char *query, RowFunc func, gpointer data, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (MpsStatement) statement = prepare (self, job->connection, query);
  guint n_rows = 0;
  MpsStep step;

  while ((step = mps_statement_step (statement, error)) == MPS_STEP_ROW)
    {
      if (++n_rows % LOOK_EVERY == 0 && mps_job_set_error_if_cancelled (job, error))
        return FALSE;
      if (matches (self, statement, text))
        func (self, statement, data);
    }
  return step == MPS_STEP_DONE;
}

static void
add_key (MpsLookup *self, MpsStatement *statement, gpointer keys)
{
  gint64 key = mps_statement_get_int (statement, 0);

  g_array_append_val (keys, key);
}

static gpointer
lookup_keys (MpsJob *job, gpointer data, GError **error)
{
  MpsLookup *self = data;
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  const char *query = self->search->n_words ? self->class->select_all : self->class->select_keys;

  return walk (self, job, query, add_key, keys, error) ? g_steal_pointer (&keys) : NULL;
}

/**
 * mps_store_lookup_keys_async:
 * @self: a store
 * @lookup: what is wanted
 * @cancellable: (nullable): a cancellable; a long search ends soon after it
 * @callback: called on the main context
 * @user_data: for @callback
 */
void
mps_store_lookup_keys_async (MpsStore *self, MpsLookup *lookup, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  MpsStoreWork work = { lookup_keys, mps_lookup_ref (lookup), (GDestroyNotify) mps_lookup_unref,
                        (GDestroyNotify) g_array_unref };

  mps_store_read_async (self, mps_store_lookup_keys_async, &work, cancellable, callback, user_data);
}

/**
 * mps_store_lookup_keys_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the key of each row, in their order
 */
GArray *
mps_store_lookup_keys_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_lookup_keys_async, error);
}

typedef struct {
  MpsLookup *lookup;
  GArray *keys;
  MpsLookupFunc func;
  gpointer func_data;
  GDestroyNotify func_destroy;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *self = data;

  mps_lookup_unref (self->lookup);
  g_clear_pointer (&self->keys, g_array_unref);
  if (self->func_destroy)
    self->func_destroy (self->func_data);
  g_free (self);
}

static gboolean
read_one (MpsLookup *self, MpsJob *job, gint64 key, gpointer *record, GError **error)
{
  g_autoptr (MpsStatement) statement
      = mps_connection_prepare (job->connection, self->class->select_one);
  MpsStep step;

  mps_statement_bind_int (statement, 1, key);
  if (self->class->has_owner)
    mps_statement_bind_int (statement, 2, self->numbers[0]);
  step = mps_statement_step (statement, error);
  *record = step == MPS_STEP_ROW ? self->class->read (statement) : NULL;
  return step != MPS_STEP_ERROR;
}

static gpointer
lookup_records (MpsJob *job, gpointer data, GError **error)
{
  const Wanted *wanted = data;
  g_autoptr (GPtrArray) records
      = g_ptr_array_new_with_free_func (wanted->lookup->class->free_record);

  for (guint i = 0; i < wanted->keys->len; i++)
    {
      gpointer record;

      if (!read_one (wanted->lookup, job, g_array_index (wanted->keys, gint64, i), &record, error))
        return NULL;
      g_ptr_array_add (records, record);
    }
  return g_steal_pointer (&records);
}

/**
 * mps_store_lookup_records_async:
 * @self: a store
 * @lookup: what is wanted
 * @keys: (array length=n_keys): keys of its rows
 * @n_keys: how many
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context
 * @user_data: for @callback
 */
void
mps_store_lookup_records_async (MpsStore *self, MpsLookup *lookup, const gint64 *keys, gsize n_keys,
                                GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Wanted *wanted = g_new0 (Wanted, 1);
  MpsStoreWork work = { lookup_records, wanted, wanted_free, (GDestroyNotify) g_ptr_array_unref };

  wanted->lookup = mps_lookup_ref (lookup);
  wanted->keys = g_array_sized_new (FALSE, FALSE, sizeof (gint64), (guint) n_keys);
  g_array_append_vals (wanted->keys, keys, (guint) n_keys);
  mps_store_read_async (self, mps_store_lookup_records_async, &work, cancellable, callback,
                        user_data);
}

/**
 * mps_store_lookup_records_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): a record for each key, in their order; %NULL for a row
 *   that is gone
 */
GPtrArray *
mps_store_lookup_records_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_lookup_records_async, error);
}

static void
hand_out (MpsLookup *self, MpsStatement *statement, gpointer data)
{
  const Wanted *wanted = data;
  gpointer record = self->class->read (statement);

  wanted->func (record, wanted->func_data);
  self->class->free_record (record);
}

static gpointer
lookup_each (MpsJob *job, gpointer data, GError **error)
{
  const Wanted *wanted = data;
  MpsLookup *lookup = wanted->lookup;

  return GINT_TO_POINTER (walk (lookup, job, lookup->class->select_all, hand_out, data, error));
}

/**
 * mps_store_lookup_each_async:
 * @self: a store
 * @lookup: what is wanted
 * @func: called for each of its rows, in their order, on another thread
 * @func_data: for @func
 * @func_destroy: (nullable): frees @func_data, on the main thread
 * @cancellable: (nullable): stops between two rows
 * @callback: called on the main context
 * @user_data: for @callback
 */
void
mps_store_lookup_each_async (MpsStore *self, MpsLookup *lookup, MpsLookupFunc func,
                             gpointer func_data, GDestroyNotify func_destroy,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Wanted *wanted = g_new0 (Wanted, 1);
  MpsStoreWork work = { lookup_each, wanted, wanted_free, NULL };

  wanted->lookup = mps_lookup_ref (lookup);
  wanted->func = func;
  wanted->func_data = func_data;
  wanted->func_destroy = func_destroy;
  mps_store_read_async (self, mps_store_lookup_each_async, &work, cancellable, callback, user_data);
}

gboolean
mps_store_lookup_each_finish (MpsStore *self, GAsyncResult *result, GError **error)
{
  return mps_store_run_finish (self, result, mps_store_lookup_each_async, error) != NULL;
}
