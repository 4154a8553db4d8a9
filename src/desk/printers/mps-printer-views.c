/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-views.h"

#include <glib/gi18n.h>

struct _MpsPrinterViews {
  GObject parent_instance;

  GSettings *settings;
  char *database;
  GPtrArray *views;   /* MpsPrinterView, for this database or for any */
  GPtrArray *strange; /* GVariant: for other databases, and the damaged ones, which are kept */
  guint n_damaged;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpsPrinterViews, mps_printer_views, G_TYPE_OBJECT)

static gboolean
is_for_another_database (MpsPrinterViews *self, const MpsPrinterView *view)
{
  return view->database && g_strcmp0 (view->database, self->database) != 0;
}

static void
take_variant (MpsPrinterViews *self, GVariant *variant)
{
  g_autoptr (MpsPrinterView) view = mps_printer_view_from_variant (variant);

  if (view && !is_for_another_database (self, view) && !mps_printer_views_find (self, view->id))
    {
      g_ptr_array_add (self->views, g_steal_pointer (&view));
      return;
    }
  if (view == NULL || !is_for_another_database (self, view))
    self->n_damaged++;
  g_ptr_array_add (self->strange, g_variant_ref (variant));
}

static void
load (MpsPrinterViews *self)
{
  g_autoptr (GVariant) variants = g_settings_get_value (self->settings, "printer-views");

  g_ptr_array_set_size (self->views, 0);
  g_ptr_array_set_size (self->strange, 0);
  self->n_damaged = 0;
  g_ptr_array_add (self->views, mps_printer_view_new_standard ());
  g_ptr_array_add (self->views, mps_printer_view_new_managed ());
  for (gsize i = 0; i < g_variant_n_children (variants); i++)
    {
      g_autoptr (GVariant) variant = g_variant_get_child_value (variants, i);

      take_variant (self, variant);
    }
}

static void
on_settings_changed (MpsPrinterViews *self)
{
  load (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The settings announce it, to other windows and to this one. */
static void
store (MpsPrinterViews *self)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  for (guint i = 0; i < self->views->len; i++)
    {
      const MpsPrinterView *view = self->views->pdata[i];

      if (!view->is_built_in)
        g_variant_builder_add_value (&builder, mps_printer_view_to_variant (view));
    }
  for (guint i = 0; i < self->strange->len; i++)
    g_variant_builder_add_value (&builder, self->strange->pdata[i]);
  g_settings_set_value (self->settings, "printer-views", g_variant_builder_end (&builder));
}

static void
mps_printer_views_finalize (GObject *object)
{
  MpsPrinterViews *self = MPS_PRINTER_VIEWS (object);

  g_clear_object (&self->settings);
  g_ptr_array_unref (self->views);
  g_ptr_array_unref (self->strange);
  g_free (self->database);
  G_OBJECT_CLASS (mps_printer_views_parent_class)->finalize (object);
}

static void
mps_printer_views_class_init (MpsPrinterViewsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mps_printer_views_finalize;
  signals[CHANGED] = g_signal_new ("changed", MPS_TYPE_PRINTER_VIEWS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mps_printer_views_init (MpsPrinterViews *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
  self->views = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_printer_view_free);
  self->strange = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  g_signal_connect_object (self->settings, "changed::printer-views",
                           G_CALLBACK (on_settings_changed), self, G_CONNECT_SWAPPED);
}

/**
 * mps_printer_views_new:
 * @database: the database file that is open
 *
 * Returns: (transfer full): the views for that database
 */
MpsPrinterViews *
mps_printer_views_new (const char *database)
{
  MpsPrinterViews *self = g_object_new (MPS_TYPE_PRINTER_VIEWS, NULL);

  self->database = g_strdup (database);
  load (self);
  return self;
}

guint
mps_printer_views_get_n (MpsPrinterViews *self)
{
  g_return_val_if_fail (MPS_IS_PRINTER_VIEWS (self), 0);
  return self->views->len;
}

/**
 * mps_printer_views_get:
 * @self: views
 * @position: below mps_printer_views_get_n()
 *
 * Returns: (transfer none): the view there, until “changed”
 */
const MpsPrinterView *
mps_printer_views_get (MpsPrinterViews *self, guint position)
{
  g_return_val_if_fail (MPS_IS_PRINTER_VIEWS (self), NULL);
  g_return_val_if_fail (position < self->views->len, NULL);
  return self->views->pdata[position];
}

/**
 * mps_printer_views_find:
 * @self: views
 * @id: the id of a view
 *
 * Returns: (transfer none) (nullable): the view, until “changed”
 */
const MpsPrinterView *
mps_printer_views_find (MpsPrinterViews *self, const char *id)
{
  g_return_val_if_fail (MPS_IS_PRINTER_VIEWS (self), NULL);
  for (guint i = 0; i < self->views->len; i++)
    if (g_strcmp0 (((MpsPrinterView *) self->views->pdata[i])->id, id) == 0)
      return self->views->pdata[i];
  return NULL;
}

/**
 * mps_printer_views_get_n_damaged:
 * @self: views
 *
 * Returns: how many in the settings could not be understood and are left out
 */
guint
mps_printer_views_get_n_damaged (MpsPrinterViews *self)
{
  g_return_val_if_fail (MPS_IS_PRINTER_VIEWS (self), 0);
  return self->n_damaged;
}

static gboolean
is_same_name (const char *a, const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1), *folded_b = g_utf8_casefold (b, -1);

  return g_utf8_collate (folded_a, folded_b) == 0;
}

/**
 * mps_printer_views_check_name:
 * @self: views
 * @name: a name
 * @id: (nullable): the view that is to have it; %NULL for a new one
 *
 * Returns: (nullable): why it can't have that name, translated; "" if there is
 *   no name yet; %NULL if it can
 */
const char *
mps_printer_views_check_name (MpsPrinterViews *self, const char *name, const char *id)
{
  g_return_val_if_fail (MPS_IS_PRINTER_VIEWS (self), NULL);
  if (!*name)
    return "";
  if (g_utf8_strlen (name, -1) > MPS_MAX_VIEW_NAME)
    return _ ("The name is too long.");
  for (guint i = 0; i < self->views->len; i++)
    {
      const MpsPrinterView *view = self->views->pdata[i];

      if (g_strcmp0 (view->id, id) != 0 && is_same_name (view->name, name))
        return _ ("There is a view of this name already.");
    }
  return NULL;
}

/**
 * mps_printer_views_save:
 * @self: views
 * @view: a view of the user's, new or changed
 *
 * Keeps it, in the place of the one with the same id or else by its name.
 */
void
mps_printer_views_save (MpsPrinterViews *self, const MpsPrinterView *view)
{
  MpsPrinterView *copy;
  guint position = 0;

  g_return_if_fail (MPS_IS_PRINTER_VIEWS (self));
  g_return_if_fail (!view->is_built_in);
  copy = mps_printer_view_copy (view);
  for (guint i = 0; i < self->views->len; i++)
    if (g_str_equal (((MpsPrinterView *) self->views->pdata[i])->id, copy->id))
      {
        g_ptr_array_remove_index (self->views, i);
        break;
      }
  while (position < self->views->len)
    {
      const MpsPrinterView *other = self->views->pdata[position];

      if (!other->is_built_in && g_utf8_collate (other->name, copy->name) > 0)
        break;
      position++;
    }
  g_ptr_array_insert (self->views, (int) position, copy);
  store (self);
}

/**
 * mps_printer_views_remove:
 * @self: views
 * @id: the id of a view of the user's
 */
void
mps_printer_views_remove (MpsPrinterViews *self, const char *id)
{
  const MpsPrinterView *view = mps_printer_views_find (self, id);

  g_return_if_fail (view != NULL);
  g_return_if_fail (!view->is_built_in);
  g_ptr_array_remove (self->views, (gpointer) view);
  store (self);
}
