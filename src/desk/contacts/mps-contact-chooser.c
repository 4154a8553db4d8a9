/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contact-chooser.h"

#include "mps-contact-filter.h"
#include "desk/contacts-import/mps-import-contacts-dialog.h"
#include "desk/widgets/mps-cell-tooltip.h"

#include "fleet/mps-contact-list.h"
#include "fleet/mps-contact.h"

struct _MpsContactChooser {
  AdwBin parent_instance;

  MpsSession *session;
  MpsContactList *contacts;
  gint64 contact;

  GtkStack *stack;
  MpsContactFilter *filter;
  GtkWidget *list;
  GtkSingleSelection *selection;
};

typedef enum {
  PROP_CONTACT = 1,
} MpsContactChooserProperty;

static GParamSpec *properties[PROP_CONTACT + 1];

static guint activated_signal;

G_DEFINE_FINAL_TYPE (MpsContactChooser, mps_contact_chooser, ADW_TYPE_BIN)

static void
set_contact (MpsContactChooser *self, gint64 contact)
{
  if (self->contact == contact)
    return;
  self->contact = contact;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTACT]);
}

static const char *
choose_state (MpsContactChooser *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->contacts)) > 0)
    return "contacts";
  return mps_contact_filter_get_active (self->filter) ? "no-match" : "empty";
}

/* The list shows another contact at a position when it is searched; the choice stays with the
 * contact, or ends with it. */
static void
on_rows_changed (MpsContactChooser *self)
{
  guint32 row = mps_fleet_find_contact (mps_session_get_fleet (self->session), self->contact);
  guint position = GTK_INVALID_LIST_POSITION;

  if (row == MPS_NO_ROW || !mps_row_list_find (MPS_ROW_LIST (self->contacts), row, &position))
    {
      position = GTK_INVALID_LIST_POSITION;
      set_contact (self, 0);
    }
  gtk_single_selection_set_selected (self->selection, position);
  gtk_stack_set_visible_child_name (self->stack, choose_state (self));
}

static void
on_selected (MpsContactChooser *self)
{
  MpsContact *item = gtk_single_selection_get_selected_item (self->selection);
  gint64 contact;

  if (item == NULL)
    return;
  g_object_get (item, "id", &contact, NULL);
  set_contact (self, contact);
}

static void
on_activated (MpsContactChooser *self)
{
  g_signal_emit (self, activated_signal, 0);
}

/* Escape first lets go of the search and goes on in the list, where it closes the dialog. */
static void
on_stop (MpsContactChooser *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->contacts)) > 0)
    gtk_widget_grab_focus (self->list);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);
}

static void
on_filter_changed (MpsContactChooser *self)
{
  gtk_stack_set_visible_child_name (self->stack, choose_state (self));
}

static char *
row_label (GtkListItem *item, const char *name, const char *company, const char *address)
{
  return g_strjoin (", ", name, company, address, NULL);
}

static void
activate_import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsContactChooser *self = MPS_CONTACT_CHOOSER (widget);

  adw_dialog_present (mps_import_contacts_dialog_new (self->session, NULL), widget);
}

static void
activate_clear_filter (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsContactChooser *self = MPS_CONTACT_CHOOSER (widget);

  mps_contact_filter_clear (self->filter);
  gtk_widget_grab_focus (GTK_WIDGET (self->filter));
}

/* One searches first, whatever stands above. */
static gboolean
mps_contact_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MPS_CONTACT_CHOOSER (widget)->filter));
}

static void
mps_contact_chooser_dispose (GObject *object)
{
  MpsContactChooser *self = MPS_CONTACT_CHOOSER (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_CONTACT_CHOOSER);
  g_clear_object (&self->contacts);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mps_contact_chooser_parent_class)->dispose (object);
}

static void
mps_contact_chooser_get_property (GObject *object, guint property_id, GValue *value,
                                  GParamSpec *pspec)
{
  MpsContactChooser *self = MPS_CONTACT_CHOOSER (object);

  switch ((MpsContactChooserProperty) property_id)
    {
    case PROP_CONTACT:
      g_value_set_int64 (value, self->contact);
      break;
    }
}

static void
mps_contact_chooser_class_init (MpsContactChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_contact_chooser_dispose;
  object_class->get_property = mps_contact_chooser_get_property;
  widget_class->grab_focus = mps_contact_chooser_grab_focus;

  properties[PROP_CONTACT]
      = g_param_spec_int64 ("contact", NULL, NULL, 0, G_MAXINT64, 0,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  activated_signal = g_signal_new ("activated", MPS_TYPE_CONTACT_CHOOSER, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MPS_TYPE_CONTACT_FILTER);
  gtk_widget_class_install_action (widget_class, "chooser.import", NULL, activate_import);
  gtk_widget_class_install_action (widget_class, "chooser.clear-filter", NULL,
                                   activate_clear_filter);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-contact-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsContactChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, MpsContactChooser, filter);
  gtk_widget_class_bind_template_child (widget_class, MpsContactChooser, selection);
  gtk_widget_class_bind_template_child (widget_class, MpsContactChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, row_label);
  gtk_widget_class_bind_template_callback (widget_class, mps_cell_tooltip_query);
}

static void
mps_contact_chooser_init (MpsContactChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_contact_chooser_set_session:
 * @self: a contact chooser
 * @session: the session among whose organization's contacts to choose; set once
 */
void
mps_contact_chooser_set_session (MpsContactChooser *self, MpsSession *session)
{
  MpsRowList *list;

  g_return_if_fail (MPS_IS_CONTACT_CHOOSER (self));
  g_return_if_fail (MPS_IS_SESSION (session) && self->session == NULL);
  self->session = g_object_ref (session);
  self->contacts = mps_contact_list_new (mps_session_get_fleet (session));
  list = MPS_ROW_LIST (self->contacts);
  mps_row_list_set_organization (list, mps_session_get_organization (session));
  mps_row_list_set_slices_from (list, MPS_ROW_LIST_MANY);
  mps_row_list_set_sort (list, MPS_CONTACT_COLUMN_NAME, FALSE);
  mps_contact_filter_follow (self->filter, self->contacts, NULL);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (list));
  g_signal_connect_object (list, "rows-changed", G_CALLBACK (on_rows_changed), self,
                           G_CONNECT_SWAPPED);
  on_rows_changed (self);
}

/**
 * mps_contact_chooser_get_contact:
 * @self: a contact chooser
 *
 * Returns: the id of the chosen contact, 0 for none
 */
gint64
mps_contact_chooser_get_contact (MpsContactChooser *self)
{
  g_return_val_if_fail (MPS_IS_CONTACT_CHOOSER (self), 0);
  return self->contact;
}
