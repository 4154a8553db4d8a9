/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-lookup-stack.h"

#include "mps-feedback.h"

struct _MpsLookupStack {
  AdwBin parent_instance;

  MpsLazyList *list;
  gboolean narrowed;
  char *icon_name;
  char *empty_title;
  char *empty_description;
  char *no_match_title;
  GtkWidget *content; /* owned */

  GtkStack *stack;
  AdwBin *rows_bin;
  AdwStatusPage *failed_page;
};

typedef enum {
  PROP_ICON_NAME = 1,
  PROP_EMPTY_TITLE,
  PROP_EMPTY_DESCRIPTION,
  PROP_NO_MATCH_TITLE,
  PROP_CONTENT,
} MpsLookupStackProperty;

static GParamSpec *properties[PROP_CONTENT + 1];

G_DEFINE_FINAL_TYPE (MpsLookupStack, mps_lookup_stack, ADW_TYPE_BIN)

static const char *
choose_page (MpsLookupStack *self)
{
  if (self->list == NULL || mps_lazy_list_get_loading (self->list))
    return "loading";
  if (mps_lazy_list_get_error (self->list))
    return "failed";
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    return "rows";
  return self->narrowed ? "no-match" : "empty";
}

static void
refresh (MpsLookupStack *self)
{
  const GError *error = self->list ? mps_lazy_list_get_error (self->list) : NULL;

  mps_feedback_describe (self->failed_page, error);
  gtk_stack_set_visible_child_name (self->stack, choose_page (self));
}

static void
activate_try_again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mps_lazy_list_refresh (MPS_LOOKUP_STACK (widget)->list);
}

static void
mps_lookup_stack_dispose (GObject *object)
{
  MpsLookupStack *self = MPS_LOOKUP_STACK (object);

  /* The template would unparent its own child, which the bin does not notice. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_LOOKUP_STACK);
  g_clear_object (&self->content);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (mps_lookup_stack_parent_class)->dispose (object);
}

static void
mps_lookup_stack_finalize (GObject *object)
{
  MpsLookupStack *self = MPS_LOOKUP_STACK (object);

  g_free (self->icon_name);
  g_free (self->empty_title);
  g_free (self->empty_description);
  g_free (self->no_match_title);
  G_OBJECT_CLASS (mps_lookup_stack_parent_class)->finalize (object);
}

static void
mps_lookup_stack_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MpsLookupStack *self = MPS_LOOKUP_STACK (object);

  switch ((MpsLookupStackProperty) property_id)
    {
    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;
    case PROP_EMPTY_TITLE:
      g_value_set_string (value, self->empty_title);
      break;
    case PROP_EMPTY_DESCRIPTION:
      g_value_set_string (value, self->empty_description);
      break;
    case PROP_NO_MATCH_TITLE:
      g_value_set_string (value, self->no_match_title);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    }
}

static gboolean
set_property (MpsLookupStack *self, MpsLookupStackProperty property, const GValue *value)
{
  switch (property)
    {
    case PROP_ICON_NAME:
      return g_set_str (&self->icon_name, g_value_get_string (value));
    case PROP_EMPTY_TITLE:
      return g_set_str (&self->empty_title, g_value_get_string (value));
    case PROP_EMPTY_DESCRIPTION:
      return g_set_str (&self->empty_description, g_value_get_string (value));
    case PROP_NO_MATCH_TITLE:
      return g_set_str (&self->no_match_title, g_value_get_string (value));
    case PROP_CONTENT:
      if (!g_set_object (&self->content, g_value_get_object (value)))
        return FALSE;
      adw_bin_set_child (self->rows_bin, self->content);
      return TRUE;
    }
  g_return_val_if_reached (FALSE);
}

static void
mps_lookup_stack_set_property (GObject *object, guint property_id, const GValue *value,
                               GParamSpec *pspec)
{
  if (set_property (MPS_LOOKUP_STACK (object), (MpsLookupStackProperty) property_id, value))
    g_object_notify_by_pspec (object, pspec);
}

static void
mps_lookup_stack_class_init (MpsLookupStackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = mps_lookup_stack_dispose;
  object_class->finalize = mps_lookup_stack_finalize;
  object_class->get_property = mps_lookup_stack_get_property;
  object_class->set_property = mps_lookup_stack_set_property;

  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_EMPTY_TITLE] = g_param_spec_string ("empty-title", NULL, NULL, NULL, flags);
  properties[PROP_EMPTY_DESCRIPTION]
      = g_param_spec_string ("empty-description", NULL, NULL, NULL, flags);
  properties[PROP_NO_MATCH_TITLE] = g_param_spec_string ("no-match-title", NULL, NULL, NULL, flags);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "lookup.try-again", NULL, activate_try_again);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-lookup-stack.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsLookupStack, stack);
  gtk_widget_class_bind_template_child (widget_class, MpsLookupStack, rows_bin);
  gtk_widget_class_bind_template_child (widget_class, MpsLookupStack, failed_page);
}

static void
mps_lookup_stack_init (MpsLookupStack *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_lookup_stack_follow:
 * @self: a lookup stack
 * @list: what is looked up; can be set once
 */
void
mps_lookup_stack_follow (MpsLookupStack *self, MpsLazyList *list)
{
  g_return_if_fail (MPS_IS_LOOKUP_STACK (self));
  g_return_if_fail (MPS_IS_LAZY_LIST (list));
  g_return_if_fail (self->list == NULL);
  self->list = g_object_ref (list);
  g_signal_connect_object (list, "found", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

/**
 * mps_lookup_stack_set_narrowed:
 * @self: a lookup stack
 * @narrowed: whether a search or filter is why there may be no rows
 */
void
mps_lookup_stack_set_narrowed (MpsLookupStack *self, gboolean narrowed)
{
  g_return_if_fail (MPS_IS_LOOKUP_STACK (self));
  self->narrowed = narrowed;
}
