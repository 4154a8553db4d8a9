/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-country-row.h"

#include "desk/widgets/mps-search-popover.h"

#include "fleet/mps-text.h"
#include "rules/mps-countries.h"

#include <glib/gi18n.h>

#include <string.h>

struct _MpsCountryRow {
  AdwActionRow parent_instance;

  char *code;
  GtkStringList *names; /* those that are found */

  GtkLabel *name_label;
  MpsSearchPopover *popover;
};

typedef enum {
  PROP_CODE = 1,
} MpsCountryRowProperty;

static GParamSpec *properties[PROP_CODE + 1];

G_DEFINE_FINAL_TYPE (MpsCountryRow, mps_country_row, ADW_TYPE_ACTION_ROW)

/* Also by its code, and by its whole English or Japanese name. */
static gboolean
is_found (guint country, const char *folded, const char *code)
{
  g_autofree char *name = mps_text_fold (mps_countries_get_name (country));

  return strstr (name, folded) != NULL || g_strcmp0 (mps_countries_get_code (country), code) == 0;
}

static void
on_searched (MpsCountryRow *self, const char *text)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autofree char *folded = mps_text_fold (text);
  const char *code = mps_countries_find (text);

  for (guint i = 0; i < mps_countries_get_n (); i++)
    if (is_found (i, folded, code))
      g_ptr_array_add (found, (gpointer) mps_countries_get_name (i));
  g_ptr_array_add (found, NULL);
  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)),
                          (const char *const *) found->pdata);
}

static void
on_activated (MpsCountryRow *self)
{
  on_searched (self, "");
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
on_chosen (MpsCountryRow *self, guint position)
{
  const char *name = gtk_string_list_get_string (self->names, position);

  for (guint i = 0; i < mps_countries_get_n (); i++)
    if (g_str_equal (mps_countries_get_name (i), name))
      mps_country_row_set_code (self, mps_countries_get_code (i));
}

/* The keyboard was in the list, which is gone. */
static void
on_closed (MpsCountryRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
mps_country_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch ((MpsCountryRowProperty) property_id)
    {
    case PROP_CODE:
      g_value_set_string (value, MPS_COUNTRY_ROW (object)->code);
      break;
    }
}

static void
mps_country_row_dispose (GObject *object)
{
  MpsCountryRow *self = MPS_COUNTRY_ROW (object);

  if (self->popover)
    {
      g_signal_handlers_disconnect_by_data (self->popover, self);
      gtk_widget_unparent (GTK_WIDGET (self->popover));
      self->popover = NULL;
    }
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_COUNTRY_ROW);
  g_clear_object (&self->names);
  G_OBJECT_CLASS (mps_country_row_parent_class)->dispose (object);
}

static void
mps_country_row_finalize (GObject *object)
{
  g_free (MPS_COUNTRY_ROW (object)->code);
  G_OBJECT_CLASS (mps_country_row_parent_class)->finalize (object);
}

static void
mps_country_row_class_init (MpsCountryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mps_country_row_get_property;
  object_class->dispose = mps_country_row_dispose;
  object_class->finalize = mps_country_row_finalize;

  properties[PROP_CODE] = g_param_spec_string (
      "code", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (MPS_TYPE_SEARCH_POPOVER);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_COMBO_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-country-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsCountryRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, MpsCountryRow, popover);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_searched);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_closed);
}

static void
mps_country_row_init (MpsCountryRow *self)
{
  self->code = g_strdup ("");
  self->names = gtk_string_list_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  mps_search_popover_set_words (self->popover, _ ("Search countries"), _ ("No country found"));
  mps_search_popover_set_model (self->popover, G_LIST_MODEL (self->names));
}

/**
 * mps_country_row_new:
 * @title: what the row is called, translated
 *
 * Returns: (transfer floating): a row in which no country is chosen
 */
GtkWidget *
mps_country_row_new (const char *title)
{
  GtkWidget *self = g_object_new (MPS_TYPE_COUNTRY_ROW, "title", title, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return self;
}

/**
 * mps_country_row_set_code:
 * @self: a row
 * @code: the code of a country, "" for none
 */
void
mps_country_row_set_code (MpsCountryRow *self, const char *code)
{
  const char *name;

  g_return_if_fail (MPS_IS_COUNTRY_ROW (self));
  g_return_if_fail (code != NULL);
  if (!g_set_str (&self->code, code))
    return;
  name = *code ? mps_countries_get_name_of (code) : "";
  gtk_label_set_label (self->name_label, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, name,
                                  -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CODE]);
}

/**
 * mps_country_row_get_code:
 * @self: a row
 *
 * Returns: (transfer none): the code of the chosen country, "" for none
 */
const char *
mps_country_row_get_code (MpsCountryRow *self)
{
  g_return_val_if_fail (MPS_IS_COUNTRY_ROW (self), NULL);
  return self->code;
}
