/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contact-value-filter.h"

#include "desk/widgets/mps-search-popover.h"

#include "fleet/mps-contact-value.h"

#include <glib/gi18n.h>

/**
 * Words:
 * @any: what the button says when nothing is chosen
 *
 * What a filter says of its field; not translated yet.
 */
typedef struct {
  const char *any;
  const char *search;
  const char *clear;
  const char *none;
} Words;

static const Words company_words = {
  /* Translators: a filter of contacts, and the list of companies that it opens. */
  N_ ("Company"),
  N_ ("Search companies"),
  N_ ("Show the contacts of all companies"),
  N_ ("No company found"),
};

static const Words city_words = {
  N_ ("City"),
  N_ ("Search cities"),
  N_ ("Show the contacts in all cities"),
  N_ ("No city found"),
};

struct _MpsContactValueFilter {
  GtkBox parent_instance;

  MpsContactList *list;
  MpsContactField field;
  const Words *words;
  char *text;
  char *other;
  MpsContactValues *values; /* (nullable): as long as the list is open */

  GtkMenuButton *menu_button;
  GtkLabel *title_label;
  MpsSearchPopover *popover;
  GtkWidget *clear_button;
};

typedef enum {
  PROP_TEXT = 1,
} MpsContactValueFilterProperty;

static GParamSpec *properties[PROP_TEXT + 1];

G_DEFINE_FINAL_TYPE (MpsContactValueFilter, mps_contact_value_filter, GTK_TYPE_BOX)

static void
name_widget (gpointer widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static char *
dup_title (MpsContactValueFilter *self)
{
  if (self->text == NULL)
    return g_strdup (_ (self->words->any));
  if (self->field == MPS_CONTACT_COMPANY)
    return g_strdup_printf (_ ("Company: %s"), self->text);
  return g_strdup_printf (_ ("City: %s"), self->text);
}

static void
show_text (MpsContactValueFilter *self)
{
  g_autofree char *title = dup_title (self);

  /* Where there is little room, what is chosen says more than what it is. */
  gtk_label_set_label (self->title_label, self->text ? self->text : title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu_button), self->text ? title : NULL);
  name_widget (self->menu_button, title);
  gtk_widget_set_visible (self->clear_button, self->text != NULL);
}

static void
on_loading_changed (MpsContactValueFilter *self)
{
  mps_search_popover_set_loading (self->popover, mps_contact_values_get_loading (self->values));
}

/* The list is there while somebody looks at it, so that it costs nothing else. */
static void
on_shown (MpsContactValueFilter *self)
{
  MpsRowList *list = MPS_ROW_LIST (self->list);

  g_clear_object (&self->values);
  self->values
      = mps_contact_values_new (mps_row_list_get_fleet (list), mps_row_list_get_organization (list),
                                self->field, self->other);
  g_signal_connect_object (self->values, "notify::loading", G_CALLBACK (on_loading_changed), self,
                           G_CONNECT_SWAPPED);
  mps_search_popover_set_model (self->popover, G_LIST_MODEL (self->values));
  on_loading_changed (self);
}

static void
forget_values (MpsContactValueFilter *self)
{
  if (self->values)
    g_signal_handlers_disconnect_by_data (self->values, self);
  g_clear_object (&self->values);
}

static void
on_closed (MpsContactValueFilter *self)
{
  if (self->values == NULL)
    return;
  mps_search_popover_set_model (self->popover, NULL);
  forget_values (self);
}

static void
on_searched (MpsContactValueFilter *self, const char *text)
{
  if (self->values)
    mps_row_list_set_search (MPS_ROW_LIST (self->values), text);
}

static void
on_chosen (MpsContactValueFilter *self, guint position)
{
  g_autoptr (MpsContactValue) value = g_list_model_get_item (G_LIST_MODEL (self->values), position);

  mps_contact_value_filter_set_text (self, mps_contact_value_get_text (value));
}

/* The button that had the keyboard goes away. */
static void
on_clear_clicked (MpsContactValueFilter *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->menu_button));
  mps_contact_value_filter_set_text (self, NULL);
}

static char *
dup_number (GtkListItem *item, guint number)
{
  return g_strdup_printf ("%'u", number);
}

static void
mps_contact_value_filter_get_property (GObject *object, guint property_id, GValue *value,
                                       GParamSpec *pspec)
{
  switch ((MpsContactValueFilterProperty) property_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, MPS_CONTACT_VALUE_FILTER (object)->text);
      break;
    }
}

static void
mps_contact_value_filter_dispose (GObject *object)
{
  MpsContactValueFilter *self = MPS_CONTACT_VALUE_FILTER (object);

  forget_values (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_CONTACT_VALUE_FILTER);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (mps_contact_value_filter_parent_class)->dispose (object);
}

static void
mps_contact_value_filter_finalize (GObject *object)
{
  MpsContactValueFilter *self = MPS_CONTACT_VALUE_FILTER (object);

  g_free (self->text);
  g_free (self->other);
  G_OBJECT_CLASS (mps_contact_value_filter_parent_class)->finalize (object);
}

static void
mps_contact_value_filter_class_init (MpsContactValueFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mps_contact_value_filter_get_property;
  object_class->dispose = mps_contact_value_filter_dispose;
  object_class->finalize = mps_contact_value_filter_finalize;

  properties[PROP_TEXT]
      = g_param_spec_string ("text", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (MPS_TYPE_CONTACT_VALUE);
  g_type_ensure (MPS_TYPE_SEARCH_POPOVER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-contact-value-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsContactValueFilter, menu_button);
  gtk_widget_class_bind_template_child (widget_class, MpsContactValueFilter, title_label);
  gtk_widget_class_bind_template_child (widget_class, MpsContactValueFilter, popover);
  gtk_widget_class_bind_template_child (widget_class, MpsContactValueFilter, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, on_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_closed);
  gtk_widget_class_bind_template_callback (widget_class, on_searched);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
  gtk_widget_class_bind_template_callback (widget_class, dup_number);
}

static void
mps_contact_value_filter_init (MpsContactValueFilter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_contact_value_filter_follow:
 * @self: a filter
 * @list: (transfer none): whose organization's values are offered
 * @field: %MPS_CONTACT_COMPANY or %MPS_CONTACT_CITY
 *
 * To be called once.
 */
void
mps_contact_value_filter_follow (MpsContactValueFilter *self, MpsContactList *list,
                                 MpsContactField field)
{
  g_return_if_fail (MPS_IS_CONTACT_VALUE_FILTER (self));
  g_return_if_fail (MPS_IS_CONTACT_LIST (list));
  g_return_if_fail (self->list == NULL);
  self->list = g_object_ref (list);
  self->field = field;
  self->words = field == MPS_CONTACT_COMPANY ? &company_words : &city_words;
  mps_search_popover_set_words (self->popover, _ (self->words->search), _ (self->words->none));
  gtk_widget_set_tooltip_text (self->clear_button, _ (self->words->clear));
  name_widget (self->clear_button, _ (self->words->clear));
  show_text (self);
}

/**
 * mps_contact_value_filter_set_other:
 * @self: a filter
 * @other: (nullable): what is chosen in the other filter, with which those of
 *   this one are to have contacts
 */
void
mps_contact_value_filter_set_other (MpsContactValueFilter *self, const char *other)
{
  g_return_if_fail (MPS_IS_CONTACT_VALUE_FILTER (self));
  g_set_str (&self->other, other);
}

/**
 * mps_contact_value_filter_set_text:
 * @self: a filter that follows a list
 * @text: (nullable): what to choose, %NULL for anything
 */
void
mps_contact_value_filter_set_text (MpsContactValueFilter *self, const char *text)
{
  g_return_if_fail (MPS_IS_CONTACT_VALUE_FILTER (self));
  g_return_if_fail (self->words != NULL);
  if (!g_set_str (&self->text, text))
    return;
  show_text (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/**
 * mps_contact_value_filter_get_text:
 * @self: a filter
 *
 * Returns: (transfer none) (nullable): what is chosen, %NULL for anything
 */
const char *
mps_contact_value_filter_get_text (MpsContactValueFilter *self)
{
  g_return_val_if_fail (MPS_IS_CONTACT_VALUE_FILTER (self), NULL);
  return self->text;
}
