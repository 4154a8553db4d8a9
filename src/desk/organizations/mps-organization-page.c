/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-organization-page.h"

#include "mps-entitlement-view.h"
#include "mps-organization-commands.h"

#include "desk/eligibility/mps-eligibility-group.h"
#include "desk/widgets/mps-page-focus.h"

#include <glib/gi18n.h>

struct _MpsOrganizationPage {
  AdwNavigationPage parent_instance;

  MpsSession *session;
  gint64 organization;
  gboolean gone;

  AdwWindowTitle *window_title;
  GtkLabel *printers_label;
  GtkLabel *contacts_label;
  GtkLabel *agents_label;
  MpsEntitlementView *entitlement_view;
  MpsEligibilityGroup *eligibility_group;
  AdwPreferencesGroup *delete_group;
};

G_DEFINE_FINAL_TYPE (MpsOrganizationPage, mps_organization_page, ADW_TYPE_NAVIGATION_PAGE)

/* A page that others lie upon waits until it would be seen. */
static void
leave (MpsOrganizationPage *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  AdwNavigationPage *page = ADW_NAVIGATION_PAGE (self);

  self->gone = TRUE;
  if (view && adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view)) == page)
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
}

static void
show_number (GtkLabel *label, guint number)
{
  g_autofree char *text = g_strdup_printf ("%'u", number);

  gtk_label_set_label (label, text);
}

static void
refresh_names (MpsOrganizationPage *self, MpsOrganizationItem *item)
{
  const MpsOrganizationRecord *parent = mps_fleet_find_organization (
      mps_session_get_fleet (self->session), mps_organization_commands_get_parent (self->session));
  const char *name = mps_organization_item_get_name (item);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), name);
  adw_window_title_set_title (self->window_title, name);
  adw_window_title_set_subtitle (self->window_title, parent ? parent->name : "");
}

static void
refresh_deletion (MpsOrganizationPage *self)
{
  const char *hindrance
      = mps_organization_commands_get_delete_hindrance (self->session, self->organization);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "organization.delete", hindrance == NULL);
  adw_preferences_group_set_description (self->delete_group, hindrance);
}

static void
refresh (MpsOrganizationPage *self)
{
  MpsOrganizationItem *item = mps_organization_list_find (
      mps_session_get_organizations (self->session), self->organization);
  const MpsOrganizationTally *tally;

  if (item == NULL)
    {
      leave (self);
      return;
    }
  tally = mps_organization_item_get_tally (item);
  refresh_names (self, item);
  show_number (self->printers_label, tally->printers);
  show_number (self->contacts_label, tally->contacts);
  show_number (self->agents_label, tally->agents);
  mps_eligibility_group_set_counts (self->eligibility_group, tally->statuses);
  refresh_deletion (self);
}

/* What belongs to the organization is seen on the other pages when it is looked at. */
static void
look_at_it (MpsOrganizationPage *self)
{
  mps_session_set_organization (self->session, self->organization);
}

static void
on_printers_activated (MpsOrganizationPage *self)
{
  look_at_it (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "printers");
}

static void
on_contacts_activated (MpsOrganizationPage *self)
{
  look_at_it (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "contacts");
}

static void
on_agents_activated (MpsOrganizationPage *self)
{
  look_at_it (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "agents");
}

static void
on_status_activated (MpsOrganizationPage *self, int status)
{
  look_at_it (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-printers", "(sx)", "status",
                              (gint64) status);
}

static void
activate_rename (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsOrganizationPage *self = MPS_ORGANIZATION_PAGE (widget);

  mps_organization_commands_rename (widget, self->session, self->organization);
}

static void
activate_delete (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsOrganizationPage *self = MPS_ORGANIZATION_PAGE (widget);

  mps_organization_commands_delete (widget, self->session, self->organization);
}

static void
mps_organization_page_shown (AdwNavigationPage *page)
{
  AdwToolbarView *view = ADW_TOOLBAR_VIEW (adw_navigation_page_get_child (page));

  if (MPS_ORGANIZATION_PAGE (page)->gone)
    leave (MPS_ORGANIZATION_PAGE (page));
  else
    mps_page_focus_keep (GTK_WIDGET (page), adw_toolbar_view_get_content (view));
}

static void
mps_organization_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_ORGANIZATION_PAGE);
  g_clear_object (&MPS_ORGANIZATION_PAGE (object)->session);
  G_OBJECT_CLASS (mps_organization_page_parent_class)->dispose (object);
}

static void
mps_organization_page_class_init (MpsOrganizationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_organization_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = mps_organization_page_shown;
  gtk_widget_class_install_action (widget_class, "organization.rename", NULL, activate_rename);
  gtk_widget_class_install_action (widget_class, "organization.delete", NULL, activate_delete);
  g_type_ensure (MPS_TYPE_ELIGIBILITY_GROUP);
  g_type_ensure (MPS_TYPE_ENTITLEMENT_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-organization-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsOrganizationPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, MpsOrganizationPage, printers_label);
  gtk_widget_class_bind_template_child (widget_class, MpsOrganizationPage, contacts_label);
  gtk_widget_class_bind_template_child (widget_class, MpsOrganizationPage, agents_label);
  gtk_widget_class_bind_template_child (widget_class, MpsOrganizationPage, entitlement_view);
  gtk_widget_class_bind_template_child (widget_class, MpsOrganizationPage, eligibility_group);
  gtk_widget_class_bind_template_child (widget_class, MpsOrganizationPage, delete_group);
  gtk_widget_class_bind_template_callback (widget_class, on_printers_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_contacts_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_agents_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_status_activated);
}

static void
mps_organization_page_init (MpsOrganizationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_organization_page_new:
 * @session: (transfer none): the session
 * @organization: the id of a child organization that is in its fleet
 *
 * Returns: (transfer floating): a page to push
 */
AdwNavigationPage *
mps_organization_page_new (MpsSession *session, gint64 organization)
{
  MpsOrganizationPage *self;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  self = g_object_new (MPS_TYPE_ORGANIZATION_PAGE, NULL);
  self->session = g_object_ref (session);
  self->organization = organization;
  mps_entitlement_view_show (self->entitlement_view, session, organization);
  g_signal_connect_object (mps_session_get_organizations (session), "counted", G_CALLBACK (refresh),
                           self, G_CONNECT_SWAPPED);
  refresh (self);
  return ADW_NAVIGATION_PAGE (self);
}
