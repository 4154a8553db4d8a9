/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-serial-search.h"

#include "mps-serial-list.h"
#include "mps-text-input.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_FILE (64 * 1024 * 1024)

/**
 * Search:
 * @text: (nullable): what was typed or pasted
 * @file: (nullable): what is read else
 * @encoding: (nullable): what the user chose
 * @found_encoding: (nullable): static
 * @list: the serial numbers, once they are read
 */
typedef struct {
  gint64 organization;
  GBytes *text;
  GFile *file;
  char *encoding;
  const char *found_encoding;
  MpsSerialList *list;
} Search;

static void
search_free (gpointer data)
{
  Search *self = data;

  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_object (&self->file);
  g_clear_pointer (&self->list, mps_serial_list_free);
  g_free (self->encoding);
  g_free (self);
}

static void
elsewhere_free (gpointer data)
{
  MpsElsewhere *self = data;

  g_free (self->serial);
  g_free (self);
}

void
mps_serial_search_free (MpsSerialSearch *self)
{
  g_clear_pointer (&self->printers, g_array_unref);
  g_clear_pointer (&self->unknown, g_ptr_array_unref);
  g_clear_pointer (&self->elsewhere, g_ptr_array_unref);
  g_free (self);
}

static GBytes *
read_file (Search *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = mps_text_input_read (self->file, MAX_FILE, cancellable, error);

  if (bytes == NULL)
    return NULL;
  return mps_text_input_decode (bytes, self->encoding, &self->found_encoding, error);
}

static gboolean
read_list (Search *self, GCancellable *cancellable, GError **error)
{
  gsize length;
  const char *text;

  if (self->text == NULL && (self->text = read_file (self, cancellable, error)) == NULL)
    return FALSE;
  text = g_bytes_get_data (self->text, &length);
  self->list = mps_serial_list_new ();
  if (!mps_serial_list_add_text (self->list, text, length, error))
    return FALSE;
  if (mps_serial_list_get_n (self->list) == 0)
    g_set_error (error, MPS_ERROR, MPS_ERROR_EMPTY_FILE,
                 _ ("There is no serial number in it. Write at least one."));
  return mps_serial_list_get_n (self->list) > 0;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (read_list (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
add_elsewhere (MpsSerialSearch *result, const char *serial, gint64 organization)
{
  MpsElsewhere *elsewhere = g_new0 (MpsElsewhere, 1);

  elsewhere->serial = g_strdup (serial);
  elsewhere->organization = organization;
  g_ptr_array_add (result->elsewhere, elsewhere);
}

static MpsSerialSearch *
sort_out (const Search *self, GArray *found)
{
  MpsSerialSearch *result = g_new0 (MpsSerialSearch, 1);
  const char *const *serials = mps_serial_list_get (self->list);

  result->encoding = self->found_encoding;
  result->n_repeated = mps_serial_list_get_n_repeated (self->list);
  result->printers = g_array_new (FALSE, FALSE, sizeof (gint64));
  result->unknown = g_ptr_array_new_with_free_func (g_free);
  result->elsewhere = g_ptr_array_new_with_free_func (elsewhere_free);
  for (guint i = 0; i < found->len; i++)
    {
      const MpsFoundPrinter *printer = &g_array_index (found, MpsFoundPrinter, i);

      if (printer->id == 0)
        g_ptr_array_add (result->unknown, g_strdup (serials[i]));
      else if (self->organization != 0 && printer->organization != self->organization)
        add_elsewhere (result, serials[i], printer->organization);
      else
        g_array_append_val (result->printers, printer->id);
    }
  return result;
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GArray) found = mps_store_find_printers_finish (MPS_STORE (source), result, &error);

  if (found)
    g_task_return_pointer (task, sort_out (g_task_get_task_data (task), found),
                           (GDestroyNotify) mps_serial_search_free);
  else
    g_task_return_error (task, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Search *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, error);
  else
    mps_store_find_printers_async (g_task_get_source_object (task),
                                   mps_serial_list_get (self->list), g_task_get_cancellable (task),
                                   on_found, g_object_ref (task));
}

/* Takes over @search, which the thread alone touches until it has read. */
static void
begin (MpsStore *store, Search *search, GCancellable *cancellable, GAsyncReadyCallback callback,
       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  /* The thread may be the last to let go of it, so the store is not its source. */
  g_autoptr (GTask) reading = g_task_new (NULL, cancellable, on_read, g_object_ref (task));

  g_task_set_source_tag (task, begin);
  g_task_set_task_data (task, search, search_free);
  g_task_set_task_data (reading, search, NULL);
  g_task_run_in_thread (reading, read_in_thread);
}

/**
 * mps_serial_search_text_async:
 * @store: where to look for printers
 * @organization: whose printers are wanted; 0 for any
 * @text: UTF-8 with serial numbers, as mps_serial_list_add_text() has them
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Looks for the printers of a text. However long it is, the main thread goes on.
 */
void
mps_serial_search_text_async (MpsStore *store, gint64 organization, const char *text,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  Search *search = g_new0 (Search, 1);

  g_return_if_fail (MPS_IS_STORE (store));
  g_return_if_fail (text != NULL);
  search->organization = organization;
  search->text = g_bytes_new (text, strlen (text));
  begin (store, search, cancellable, callback, user_data);
}

/**
 * mps_serial_search_file_async:
 * @store: where to look for printers
 * @organization: whose printers are wanted; 0 for any
 * @file: a text of at most 64 MiB
 * @encoding: (nullable): what the user chose, or %NULL to find out
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context
 * @user_data: for @callback
 */
void
mps_serial_search_file_async (MpsStore *store, gint64 organization, GFile *file,
                              const char *encoding, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  Search *search = g_new0 (Search, 1);

  g_return_if_fail (MPS_IS_STORE (store));
  g_return_if_fail (G_IS_FILE (file));
  search->organization = organization;
  search->file = g_object_ref (file);
  search->encoding = g_strdup (encoding);
  begin (store, search, cancellable, callback, user_data);
}

/**
 * mps_serial_search_finish:
 * @store: the store
 * @result: what the callback was given
 * @error: return location for a #GError: MPS_ERROR_EMPTY_FILE when no serial number is named, and
 *   why a file can't be read
 *
 * Returns: (transfer full) (nullable): which printers are meant
 */
MpsSerialSearch *
mps_serial_search_finish (MpsStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
