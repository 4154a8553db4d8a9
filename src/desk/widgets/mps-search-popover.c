/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-search-popover.h"

struct _MpsSearchPopover {
  GtkPopover parent_instance;

  gboolean loading;

  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListView *list;
  GtkNoSelection *selection;
  GtkLabel *none_label;
};

typedef enum {
  PROP_FACTORY = 1,
} MpsSearchPopoverProperty;

enum {
  SEARCHED,
  CHOSEN,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_FACTORY + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpsSearchPopover, mps_search_popover, GTK_TYPE_POPOVER)

static void
refresh (MpsSearchPopover *self)
{
  const char *page = "choices";

  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    page = self->loading ? "loading" : "none";
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
on_search_changed (MpsSearchPopover *self)
{
  g_signal_emit (self, signals[SEARCHED], 0,
                 gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
on_activated (MpsSearchPopover *self, guint position)
{
  g_signal_emit (self, signals[CHOSEN], 0, position);
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* The entry tells of its last letters a little later than of Enter. */
static void
on_search_activated (MpsSearchPopover *self)
{
  on_search_changed (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    on_activated (self, 0);
}

static void
on_stop_search (MpsSearchPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
mps_search_popover_show (GtkWidget *widget)
{
  MpsSearchPopover *self = MPS_SEARCH_POPOVER (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  GTK_WIDGET_CLASS (mps_search_popover_parent_class)->show (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
mps_search_popover_get_property (GObject *object, guint property_id, GValue *value,
                                 GParamSpec *pspec)
{
  switch ((MpsSearchPopoverProperty) property_id)
    {
    case PROP_FACTORY:
      g_value_set_object (value, gtk_list_view_get_factory (MPS_SEARCH_POPOVER (object)->list));
      break;
    }
}

static void
mps_search_popover_set_property (GObject *object, guint property_id, const GValue *value,
                                 GParamSpec *pspec)
{
  switch ((MpsSearchPopoverProperty) property_id)
    {
    case PROP_FACTORY:
      gtk_list_view_set_factory (MPS_SEARCH_POPOVER (object)->list, g_value_get_object (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    }
}

static void
mps_search_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_SEARCH_POPOVER);
  G_OBJECT_CLASS (mps_search_popover_parent_class)->dispose (object);
}

static void
mps_search_popover_class_init (MpsSearchPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mps_search_popover_get_property;
  object_class->set_property = mps_search_popover_set_property;
  object_class->dispose = mps_search_popover_dispose;
  widget_class->show = mps_search_popover_show;

  properties[PROP_FACTORY]
      = g_param_spec_object ("factory", NULL, NULL, GTK_TYPE_LIST_ITEM_FACTORY,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SEARCHED] = g_signal_new ("searched", MPS_TYPE_SEARCH_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CHOSEN] = g_signal_new ("chosen", MPS_TYPE_SEARCH_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-search-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsSearchPopover, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MpsSearchPopover, stack);
  gtk_widget_class_bind_template_child (widget_class, MpsSearchPopover, list);
  gtk_widget_class_bind_template_child (widget_class, MpsSearchPopover, selection);
  gtk_widget_class_bind_template_child (widget_class, MpsSearchPopover, none_label);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
mps_search_popover_init (MpsSearchPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}

/**
 * mps_search_popover_set_words:
 * @self: a popover
 * @search: what the search entry is called, translated
 * @none: what is said when nothing is found, translated
 */
void
mps_search_popover_set_words (MpsSearchPopover *self, const char *search, const char *none)
{
  g_return_if_fail (MPS_IS_SEARCH_POPOVER (self));
  gtk_search_entry_set_placeholder_text (self->search_entry, search);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, search, -1);
  gtk_label_set_label (self->none_label, none);
}

/**
 * mps_search_popover_set_model:
 * @self: a popover
 * @model: (transfer none) (nullable): what there is to choose from
 */
void
mps_search_popover_set_model (MpsSearchPopover *self, GListModel *model)
{
  g_return_if_fail (MPS_IS_SEARCH_POPOVER (self));
  gtk_no_selection_set_model (self->selection, model);
  refresh (self);
}

/**
 * mps_search_popover_set_loading:
 * @self: a popover
 * @loading: whether a list that is empty is not there yet
 */
void
mps_search_popover_set_loading (MpsSearchPopover *self, gboolean loading)
{
  g_return_if_fail (MPS_IS_SEARCH_POPOVER (self));
  self->loading = loading;
  refresh (self);
}
