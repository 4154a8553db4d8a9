/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contact-filter.h"

#include "mps-contact-value-filter.h"

struct _MpsContactFilter {
  GtkBox parent_instance;

  MpsContactList *list;

  GtkEditable *search_entry;
  MpsContactValueFilter *company_filter;
  MpsContactValueFilter *city_filter;
};

enum {
  CHANGED,
  ACTIVATE,
  STOP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpsContactFilter, mps_contact_filter, GTK_TYPE_BOX)

static void
on_search_changed (MpsContactFilter *self)
{
  if (self->list == NULL)
    return;
  mps_row_list_set_search (MPS_ROW_LIST (self->list), gtk_editable_get_text (self->search_entry));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_stop_search (MpsContactFilter *self)
{
  gtk_editable_set_text (self->search_entry, "");
  g_signal_emit (self, signals[STOP], 0);
}

static void
on_activated (MpsContactFilter *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

/* Each filter offers what leads to contacts together with the other. */
static void
on_value_changed (MpsContactFilter *self, MpsContactField field, MpsContactValueFilter *filter,
                  MpsContactValueFilter *other)
{
  const char *text = mps_contact_value_filter_get_text (filter);

  mps_contact_value_filter_set_other (other, text);
  mps_contact_list_set_value (self->list, field, text);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_company_changed (MpsContactFilter *self)
{
  on_value_changed (self, MPS_CONTACT_COMPANY, self->company_filter, self->city_filter);
}

static void
on_city_changed (MpsContactFilter *self)
{
  on_value_changed (self, MPS_CONTACT_CITY, self->city_filter, self->company_filter);
}

static gboolean
mps_contact_filter_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MPS_CONTACT_FILTER (widget)->search_entry));
}

static void
mps_contact_filter_dispose (GObject *object)
{
  g_clear_object (&MPS_CONTACT_FILTER (object)->list);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_CONTACT_FILTER);
  G_OBJECT_CLASS (mps_contact_filter_parent_class)->dispose (object);
}

static void
mps_contact_filter_class_init (MpsContactFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const names[] = { "changed", "activate", "stop" };

  object_class->dispose = mps_contact_filter_dispose;
  widget_class->grab_focus = mps_contact_filter_grab_focus;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], MPS_TYPE_CONTACT_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
  g_type_ensure (MPS_TYPE_CONTACT_VALUE_FILTER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-contact-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsContactFilter, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MpsContactFilter, company_filter);
  gtk_widget_class_bind_template_child (widget_class, MpsContactFilter, city_filter);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_company_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_city_changed);
}

static void
mps_contact_filter_init (MpsContactFilter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_contact_filter_follow:
 * @self: a filter
 * @list: (transfer none): the list it filters
 * @table: (transfer none) (nullable): where typing begins a search
 *
 * To be called once.
 */
void
mps_contact_filter_follow (MpsContactFilter *self, MpsContactList *list, GtkWidget *table)
{
  g_return_if_fail (MPS_IS_CONTACT_FILTER (self));
  g_return_if_fail (MPS_IS_CONTACT_LIST (list));
  g_return_if_fail (self->list == NULL);
  self->list = g_object_ref (list);
  mps_contact_value_filter_follow (self->company_filter, list, MPS_CONTACT_COMPANY);
  mps_contact_value_filter_follow (self->city_filter, list, MPS_CONTACT_CITY);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search_entry), table);
  on_search_changed (self);
}

/**
 * mps_contact_filter_get_active:
 * @self: a filter
 *
 * Returns: whether anything may be hidden by it
 */
gboolean
mps_contact_filter_get_active (MpsContactFilter *self)
{
  g_return_val_if_fail (MPS_IS_CONTACT_FILTER (self), FALSE);
  return *gtk_editable_get_text (self->search_entry)
         || mps_contact_value_filter_get_text (self->company_filter)
         || mps_contact_value_filter_get_text (self->city_filter);
}

/**
 * mps_contact_filter_clear:
 * @self: a filter
 *
 * Searches for nothing any more, whatever the company and city.
 */
void
mps_contact_filter_clear (MpsContactFilter *self)
{
  g_return_if_fail (MPS_IS_CONTACT_FILTER (self));
  gtk_editable_set_text (self->search_entry, "");
  mps_contact_filter_clear_values (self);
}

/**
 * mps_contact_filter_clear_values:
 * @self: a filter
 *
 * Shows any company and city again, as when the contacts are another
 * organization’s; the search stays.
 */
void
mps_contact_filter_clear_values (MpsContactFilter *self)
{
  g_return_if_fail (MPS_IS_CONTACT_FILTER (self));
  mps_contact_value_filter_set_text (self->company_filter, NULL);
  mps_contact_value_filter_set_text (self->city_filter, NULL);
}
