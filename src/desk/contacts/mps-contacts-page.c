/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contacts-page.h"

#include "mps-contact-deletion.h"
#include "mps-contact-dialog.h"
#include "mps-contact-filter.h"
#include "mps-contacts-table.h"
#include "desk/contacts-import/mps-import-contacts-dialog.h"
#include "desk/widgets/mps-sort-button.h"

#include <glib/gi18n.h>

struct _MpsContactsPage {
  AdwNavigationPage parent_instance;

  MpsSession *session;
  AdwWindowTitle *window_title;
  GtkStack *stack;
  AdwStatusPage *empty_page;
  MpsContactFilter *filter;
  MpsContactsTable *table;
  GtkLabel *shown_label;
  GtkLabel *selected_label;
  MpsRowList *contacts;
  MpsRowSelection *selection;
};

typedef enum {
  PROP_SESSION = 1,
} MpsContactsPageProperty;

static GParamSpec *properties[PROP_SESSION + 1];

G_DEFINE_FINAL_TYPE (MpsContactsPage, mps_contacts_page, ADW_TYPE_NAVIGATION_PAGE)

static const char *
choose_state (MpsContactsPage *self)
{
  if (self->contacts == NULL)
    return "loading";
  if (g_list_model_get_n_items (G_LIST_MODEL (self->contacts)) > 0)
    return "contacts";
  return mps_contact_filter_get_active (self->filter) ? "no-match" : "empty";
}

static void
refresh_counts (MpsContactsPage *self, guint n_selected)
{
  const guint n_shown
      = self->contacts ? g_list_model_get_n_items (G_LIST_MODEL (self->contacts)) : 0;
  g_autofree char *shown = NULL, *selected = NULL;

  shown = g_strdup_printf (ngettext ("%'u contact", "%'u contacts", n_shown), n_shown);
  selected = g_strdup_printf (
      ngettext ("%'u contact selected", "%'u contacts selected", n_selected), n_selected);
  gtk_label_set_label (self->shown_label, shown);
  gtk_label_set_label (self->selected_label, n_selected > 0 ? selected : "");
}

static void
refresh_actions (MpsContactsPage *self, guint n_selected)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean writable = self->session && !mps_session_get_read_only (self->session);

  gtk_widget_action_set_enabled (widget, "contacts.import", writable);
  gtk_widget_action_set_enabled (widget, "contacts.create", writable);
  gtk_widget_action_set_enabled (widget, "contacts.copy", writable && n_selected == 1);
  gtk_widget_action_set_enabled (widget, "contacts.delete", writable && n_selected > 0);
}

static void
refresh_state (MpsContactsPage *self)
{
  const gboolean read_only = self->session == NULL || mps_session_get_read_only (self->session);
  const guint n_selected = self->selection ? mps_row_selection_get_n_selected (self->selection) : 0;

  refresh_counts (self, n_selected);
  refresh_actions (self, n_selected);
  gtk_stack_set_visible_child_name (self->stack, choose_state (self));
  adw_status_page_set_description (
      self->empty_page,
      read_only ? _ ("Choose an organization to create its supplies delivery contacts.")
                : _ ("MPS Express sends supplies to a delivery contact. Create the contacts or "
                     "import them from a file, then assign them to the printers."));
}

/* The search is over, and the keyboard goes on in the table. */
static void
on_search_stopped (MpsContactsPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

/* What was selected in one organization is not what the user sees in another. */
static void
on_organization_changed (MpsContactsPage *self)
{
  mps_row_selection_clear (self->selection);
  mps_contact_filter_clear_values (self->filter);
  mps_row_list_set_organization (self->contacts, mps_session_get_organization (self->session));
  adw_window_title_set_subtitle (self->window_title,
                                 mps_session_get_organization_name (self->session));
  refresh_state (self);
}

static void
show_session (MpsContactsPage *self)
{
  self->contacts = MPS_ROW_LIST (mps_contact_list_new (mps_session_get_fleet (self->session)));
  self->selection = mps_row_selection_new (self->contacts);
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (refresh_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->contacts, "rows-changed", G_CALLBACK (refresh_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::organization",
                           G_CALLBACK (on_organization_changed), self, G_CONNECT_SWAPPED);
  mps_contact_filter_follow (self->filter, MPS_CONTACT_LIST (self->contacts),
                             GTK_WIDGET (self->table));
  on_organization_changed (self);
  mps_contacts_table_follow (self->table, self->selection);
  mps_row_list_set_slices_from (self->contacts, MPS_ROW_LIST_MANY);
}

static void
activate_create (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_dialog_present (mps_contact_dialog_new_create (MPS_CONTACTS_PAGE (widget)->session), widget);
}

static void
activate_update (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsContactsPage *self = MPS_CONTACTS_PAGE (widget);

  if (!mps_session_get_read_only (self->session))
    adw_dialog_present (
        mps_contact_dialog_new_update (self->session, g_variant_get_int64 (parameter)), widget);
}

static void
activate_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsContactsPage *self = MPS_CONTACTS_PAGE (widget);
  gsize n_contacts;
  const gint64 *contacts = mps_row_selection_get_ids (self->selection, &n_contacts);

  adw_dialog_present (mps_contact_dialog_new_copy (self->session, contacts[0]), widget);
}

static void
activate_delete (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsContactsPage *self = MPS_CONTACTS_PAGE (widget);
  gsize n_contacts;
  const gint64 *contacts = mps_row_selection_get_ids (self->selection, &n_contacts);

  mps_contact_deletion_begin (widget, self->session, contacts, n_contacts);
}

static void
activate_import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_dialog_present (mps_import_contacts_dialog_new (MPS_CONTACTS_PAGE (widget)->session, NULL),
                      widget);
}

static void
activate_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsContactsPage *self = MPS_CONTACTS_PAGE (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->filter));
}

static void
activate_clear_filter (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsContactsPage *self = MPS_CONTACTS_PAGE (widget);

  mps_contact_filter_clear (self->filter);
  gtk_widget_grab_focus (GTK_WIDGET (self->filter));
}

static void
mps_contacts_page_dispose (GObject *object)
{
  MpsContactsPage *self = MPS_CONTACTS_PAGE (object);

  g_clear_object (&self->contacts);
  gtk_widget_dispose_template (GTK_WIDGET (self), MPS_TYPE_CONTACTS_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mps_contacts_page_parent_class)->dispose (object);
}

static void
mps_contacts_page_get_property (GObject *object, guint property_id, GValue *value,
                                GParamSpec *pspec)
{
  MpsContactsPage *self = MPS_CONTACTS_PAGE (object);

  switch ((MpsContactsPageProperty) property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    }
}

static void
mps_contacts_page_set_property (GObject *object, guint property_id, const GValue *value,
                                GParamSpec *pspec)
{
  MpsContactsPage *self = MPS_CONTACTS_PAGE (object);

  switch ((MpsContactsPageProperty) property_id)
    {
    case PROP_SESSION:
      mps_contacts_page_set_session (self, g_value_get_object (value));
      break;
    }
}

static void
mps_contacts_page_class_init (MpsContactsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_contacts_page_dispose;
  object_class->get_property = mps_contacts_page_get_property;
  object_class->set_property = mps_contacts_page_set_property;

  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, MPS_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "contacts.create", NULL, activate_create);
  gtk_widget_class_install_action (widget_class, "contacts.update", "x", activate_update);
  gtk_widget_class_install_action (widget_class, "contacts.copy", NULL, activate_copy);
  gtk_widget_class_install_action (widget_class, "contacts.delete", NULL, activate_delete);
  gtk_widget_class_install_action (widget_class, "contacts.import", NULL, activate_import);
  gtk_widget_class_install_action (widget_class, "contacts.search", NULL, activate_search);
  gtk_widget_class_install_action (widget_class, "contacts.clear-filter", NULL,
                                   activate_clear_filter);
  g_type_ensure (MPS_TYPE_CONTACT_FILTER);
  g_type_ensure (MPS_TYPE_CONTACTS_TABLE);
  g_type_ensure (MPS_TYPE_SORT_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-contacts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsContactsPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, MpsContactsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MpsContactsPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, MpsContactsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, MpsContactsPage, table);
  gtk_widget_class_bind_template_child (widget_class, MpsContactsPage, shown_label);
  gtk_widget_class_bind_template_child (widget_class, MpsContactsPage, selected_label);
  gtk_widget_class_bind_template_callback (widget_class, refresh_state);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
}

static void
mps_contacts_page_init (MpsContactsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  refresh_state (self);
}

/**
 * mps_contacts_page_new:
 * @session: what is open
 *
 * Returns: (transfer floating): the page of its contacts
 */
AdwNavigationPage *
mps_contacts_page_new (MpsSession *session)
{
  return g_object_new (MPS_TYPE_CONTACTS_PAGE, "session", session, NULL);
}

/**
 * mps_contacts_page_set_session:
 * @self: a contacts page
 * @session: the session whose contacts to show; it can be set once
 */
void
mps_contacts_page_set_session (MpsContactsPage *self, MpsSession *session)
{
  g_return_if_fail (MPS_IS_CONTACTS_PAGE (self));
  g_return_if_fail (self->session == NULL || self->session == session);
  if (!g_set_object (&self->session, session))
    return;
  show_session (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * mps_contacts_page_get_selection:
 * @self: a contacts page whose session is set
 *
 * Returns: (transfer none): the selected contacts
 */
MpsRowSelection *
mps_contacts_page_get_selection (MpsContactsPage *self)
{
  g_return_val_if_fail (MPS_IS_CONTACTS_PAGE (self), NULL);
  return self->selection;
}
