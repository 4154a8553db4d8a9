/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-view.h"

#include <glib/gi18n.h>

static MpsPrinterView *
make_built_in (const char *id, const char *name, const MpsPrinterColumn *visible, guint n_visible,
               guint managed)
{
  MpsPrinterView *self = g_new0 (MpsPrinterView, 1);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->is_built_in = TRUE;
  mps_printer_layout_init (&self->layout, visible, n_visible);
  self->criteria = mps_printer_criteria_new ();
  self->criteria->managed = managed;
  return self;
}

/**
 * mps_printer_view_new_standard:
 *
 * Returns: (transfer full): the view to begin with: all printers, and first what
 *   the work is about
 */
MpsPrinterView *
mps_printer_view_new_standard (void)
{
  static const MpsPrinterColumn columns[]
      = { MPS_PRINTER_COLUMN_SERIAL,        MPS_PRINTER_COLUMN_ORGANIZATION,
          MPS_PRINTER_COLUMN_MODEL,         MPS_PRINTER_COLUMN_STATUS,
          MPS_PRINTER_COLUMN_CONTACT,       MPS_PRINTER_COLUMN_MANAGED,
          MPS_PRINTER_COLUMN_AVERAGE_PAGES, MPS_PRINTER_COLUMN_LOCATION };

  /* Translators: the name of a view of the printers. */
  return make_built_in ("standard", _ ("Standard"), columns, G_N_ELEMENTS (columns), 0);
}

/**
 * mps_printer_view_new_managed:
 *
 * Returns: (transfer full): the view of what is in MPS Express or waits for it,
 *   and how it is doing
 */
MpsPrinterView *
mps_printer_view_new_managed (void)
{
  static const MpsPrinterColumn columns[]
      = { MPS_PRINTER_COLUMN_SERIAL,        MPS_PRINTER_COLUMN_ORGANIZATION,
          MPS_PRINTER_COLUMN_MODEL,         MPS_PRINTER_COLUMN_MANAGED,
          MPS_PRINTER_COLUMN_CONTACT,       MPS_PRINTER_COLUMN_COMMUNICATION,
          MPS_PRINTER_COLUMN_AVERAGE_PAGES, MPS_PRINTER_COLUMN_LOCATION };

  /* Translators: the name of a view that shows only managed printers. */
  return make_built_in ("managed", C_ ("view", "Managed"), columns, G_N_ELEMENTS (columns),
                        MPS_MANAGED_PROTECTED);
}

/**
 * mps_printer_view_new:
 * @name: its name
 *
 * Returns: (transfer full): a view of the user's, with a new id, that shows what
 *   the standard one does until mps_printer_view_set()
 */
MpsPrinterView *
mps_printer_view_new (const char *name)
{
  MpsPrinterView *self = mps_printer_view_new_standard ();

  g_free (self->id);
  self->id = g_uuid_string_random ();
  g_set_str (&self->name, name);
  self->is_built_in = FALSE;
  return self;
}

MpsPrinterView *
mps_printer_view_copy (const MpsPrinterView *self)
{
  MpsPrinterView *copy = g_memdup2 (self, sizeof *self);

  copy->id = g_strdup (self->id);
  copy->name = g_strdup (self->name);
  copy->database = g_strdup (self->database);
  copy->criteria = mps_printer_criteria_copy (self->criteria);
  return copy;
}

void
mps_printer_view_free (MpsPrinterView *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->database);
  g_clear_pointer (&self->criteria, mps_printer_criteria_free);
  g_free (self);
}

/**
 * mps_printer_view_set:
 * @self: a view
 * @database: the database file that is open
 * @layout: the columns and the order
 * @criteria: by what the printers are narrowed
 *
 * Makes @self a view of what is shown.
 */
void
mps_printer_view_set (MpsPrinterView *self, const char *database, const MpsPrinterLayout *layout,
                      const MpsPrinterCriteria *criteria)
{
  g_set_str (&self->database, criteria->contact || criteria->agent ? database : NULL);
  self->layout = *layout;
  g_clear_pointer (&self->criteria, mps_printer_criteria_free);
  self->criteria = mps_printer_criteria_copy (criteria);
}

/**
 * mps_printer_view_shows:
 * @self: a view
 * @layout: a layout
 * @criteria: criteria
 *
 * Returns: whether that is what the view shows, unmodified
 */
gboolean
mps_printer_view_shows (const MpsPrinterView *self, const MpsPrinterLayout *layout,
                        const MpsPrinterCriteria *criteria)
{
  return mps_printer_layout_equal (&self->layout, layout)
         && mps_printer_criteria_equal (self->criteria, criteria);
}

static void
add (GVariantBuilder *builder, const char *name, GVariant *value)
{
  g_variant_builder_add (builder, "{sv}", name, value);
}

/**
 * mps_printer_view_to_variant:
 * @self: a view
 *
 * Returns: (transfer floating): all of it, as a{sv}
 */
GVariant *
mps_printer_view_to_variant (const MpsPrinterView *self)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  add (&builder, "id", g_variant_new_string (self->id));
  add (&builder, "name", g_variant_new_string (self->name));
  if (self->database)
    add (&builder, "database", g_variant_new_string (self->database));
  add (&builder, "columns", mps_printer_layout_columns_to_variant (&self->layout));
  add (&builder, "sort", mps_printer_layout_sort_to_variant (&self->layout));
  add (&builder, "filter", mps_printer_criteria_to_variant (self->criteria));
  return g_variant_builder_end (&builder);
}

static gboolean
is_name (const char *name)
{
  return *name && g_utf8_strlen (name, -1) <= MPS_MAX_VIEW_NAME;
}

/**
 * mps_printer_view_from_variant:
 * @variant: what mps_printer_view_to_variant() made, or any other a{sv}
 *
 * Returns: (transfer full) (nullable): the view; %NULL if it is damaged
 */
MpsPrinterView *
mps_printer_view_from_variant (GVariant *variant)
{
  g_autoptr (MpsPrinterView) self = g_new0 (MpsPrinterView, 1);
  g_autoptr (GVariant) columns = NULL, sort = NULL, filter = NULL;

  if (!g_variant_lookup (variant, "id", "s", &self->id)
      || !g_variant_lookup (variant, "name", "s", &self->name) || !is_name (self->name)
      || !*self->id)
    return NULL;
  columns = g_variant_lookup_value (variant, "columns", NULL);
  sort = g_variant_lookup_value (variant, "sort", NULL);
  filter = g_variant_lookup_value (variant, "filter", NULL);
  if (!columns || !sort || !filter || !mps_printer_layout_take_columns (&self->layout, columns)
      || !mps_printer_layout_take_sort (&self->layout, sort))
    return NULL;
  self->criteria = mps_printer_criteria_from_variant (filter);
  g_variant_lookup (variant, "database", "s", &self->database);
  if (!self->criteria || (!self->database && (self->criteria->contact || self->criteria->agent)))
    return NULL;
  return g_steal_pointer (&self);
}
