/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-fleet-view.h"

#include "desk/organizations/mps-account-page.h"
#include "desk/agents/mps-agents-page.h"
#include "desk/checklist/mps-checklist-page.h"
#include "desk/contacts/mps-contacts-page.h"
#include "desk/tasks/mps-history-page.h"
#include "mps-main-menu-button.h"
#include "desk/organizations/mps-organization-switcher.h"
#include "desk/printers/mps-printers-page.h"
#include "desk/tasks/mps-tasks-page.h"

#include "exchange/mps-sample-fleet.h"

#include <glib/gi18n.h>

struct _MpsFleetView {
  AdwBreakpointBin parent_instance;

  MpsSession *session;
  char *page_name; /* nullable: the page of the list that is shown, perhaps below details */

  AdwNavigationSplitView *split_view;
  GtkStack *content_stack; /* of an AdwNavigationView for each page that was shown already */
  GtkListBox *sidebar_list;
  MpsOrganizationSwitcher *switcher;
  GtkWidget *sample_label;
  GtkLabel *database_label;
  AdwBanner *sample_banner;
};

G_DEFINE_FINAL_TYPE (MpsFleetView, mps_fleet_view, ADW_TYPE_BREAKPOINT_BIN)

/* The pages of the list at the side, made when they are first shown. */
static const struct {
  const char *name;
  AdwNavigationPage *(*create) (MpsSession *session);
} pages[] = {
  { "checklist", mps_checklist_page_new }, { "printers", mps_printers_page_new },
  { "contacts", mps_contacts_page_new },   { "agents", mps_agents_page_new },
  { "account", mps_account_page_new },     { "tasks", mps_tasks_page_new },
  { "history", mps_history_page_new },
};

static AdwNavigationPage *
make_page (MpsFleetView *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, self->page_name))
      return pages[i].create (self->session);
  g_return_val_if_reached (NULL);
}

static GtkWidget *
find_view (MpsFleetView *self)
{
  GtkWidget *view = gtk_stack_get_child_by_name (self->content_stack, self->page_name);

  if (view == NULL)
    {
      view = adw_navigation_view_new ();
      adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), make_page (self));
      gtk_stack_add_named (self->content_stack, view, self->page_name);
    }
  return view;
}

/* Where details are, on top of the page. */
static AdwNavigationView *
get_visible_view (MpsFleetView *self)
{
  return ADW_NAVIGATION_VIEW (gtk_stack_get_visible_child (self->content_stack));
}

static void
drop_details (MpsFleetView *self)
{
  AdwNavigationView *view = get_visible_view (self);
  g_autoptr (GListModel) stack = NULL;
  g_autoptr (AdwNavigationPage) page = NULL;

  if (view == NULL)
    return;
  stack = adw_navigation_view_get_navigation_stack (view);
  page = g_list_model_get_item (stack, 0);
  if (adw_navigation_view_get_visible_page (view) != page)
    adw_navigation_view_replace (view, &page, 1);
}

static GtkListBoxRow *
find_row (MpsFleetView *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sidebar_list, i)); i++)
    if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), self->page_name))
      return row;
  g_return_val_if_reached (NULL);
}

/* A keyboard that is in the list goes with what is selected, whoever has selected it. */
static void
select_row (MpsFleetView *self)
{
  GtkListBoxRow *row = find_row (self);

  gtk_list_box_select_row (self->sidebar_list, row);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->sidebar_list)))
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
on_row_activated (MpsFleetView *self, GtkListBoxRow *row)
{
  mps_fleet_view_show_page (self, gtk_widget_get_name (GTK_WIDGET (row)));
}

/* Beside the list, a page follows the keyboard, which stays in the list; in its place, it waits
 * for Enter. */
static void
on_row_selected (MpsFleetView *self, GtkListBoxRow *row)
{
  if (row == NULL || adw_navigation_split_view_get_collapsed (self->split_view)
      || g_strcmp0 (gtk_widget_get_name (GTK_WIDGET (row)), self->page_name) == 0)
    return;
  mps_fleet_view_show_page (self, gtk_widget_get_name (GTK_WIDGET (row)));
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
set_session (MpsFleetView *self, MpsSession *session)
{
  const char *path = mps_store_get_path (mps_session_get_store (session));

  self->session = g_object_ref (session);
  adw_banner_set_revealed (self->sample_banner, mps_sample_fleet_is_path (path));
  mps_organization_switcher_set_session (self->switcher, session);
  g_object_bind_property (session, "sample-policy", self->sample_label, "visible",
                          G_BINDING_SYNC_CREATE);
  gtk_label_set_label (self->database_label, mps_session_get_database_name (session));
}

static void
mps_fleet_view_dispose (GObject *object)
{
  MpsFleetView *self = MPS_FLEET_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_FLEET_VIEW);
  g_clear_pointer (&self->page_name, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mps_fleet_view_parent_class)->dispose (object);
}

static void
mps_fleet_view_class_init (MpsFleetViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_fleet_view_dispose;
  g_type_ensure (MPS_TYPE_MAIN_MENU_BUTTON);
  g_type_ensure (MPS_TYPE_ORGANIZATION_SWITCHER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-fleet-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsFleetView, split_view);
  gtk_widget_class_bind_template_child (widget_class, MpsFleetView, content_stack);
  gtk_widget_class_bind_template_child (widget_class, MpsFleetView, sidebar_list);
  gtk_widget_class_bind_template_child (widget_class, MpsFleetView, switcher);
  gtk_widget_class_bind_template_child (widget_class, MpsFleetView, sample_label);
  gtk_widget_class_bind_template_child (widget_class, MpsFleetView, database_label);
  gtk_widget_class_bind_template_child (widget_class, MpsFleetView, sample_banner);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
}

static void
mps_fleet_view_init (MpsFleetView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_fleet_view_new:
 * @session: what is open
 *
 * Returns: (transfer floating): its pages, of which none is shown yet
 */
GtkWidget *
mps_fleet_view_new (MpsSession *session)
{
  MpsFleetView *self;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  self = g_object_new (MPS_TYPE_FLEET_VIEW, NULL);
  set_session (self, session);
  return GTK_WIDGET (self);
}

/**
 * mps_fleet_view_has_page:
 * @name: what somebody asks for
 *
 * Returns: whether it names one of the pages of the list at the side
 */
gboolean
mps_fleet_view_has_page (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, name))
      return TRUE;
  return FALSE;
}

/**
 * mps_fleet_view_show_page:
 * @self: a view
 * @name: one of the pages of the list at the side
 *
 * Shows a page, without details on top of it.
 */
void
mps_fleet_view_show_page (MpsFleetView *self, const char *name)
{
  g_return_if_fail (MPS_IS_FLEET_VIEW (self));
  g_return_if_fail (mps_fleet_view_has_page (name));
  drop_details (self);
  g_set_str (&self->page_name, name);
  select_row (self);
  gtk_stack_set_visible_child (self->content_stack, find_view (self));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/**
 * mps_fleet_view_push:
 * @self: a view
 * @page: (transfer floating): a page of details
 *
 * Shows details on top of the page from which they were asked for. It is gone
 * when the user goes back, or to another page of the list at the side.
 */
void
mps_fleet_view_push (MpsFleetView *self, AdwNavigationPage *page)
{
  g_return_if_fail (MPS_IS_FLEET_VIEW (self));
  g_return_if_fail (ADW_IS_NAVIGATION_PAGE (page));
  adw_navigation_view_push (get_visible_view (self), page);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/**
 * mps_fleet_view_get_visible_page:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the page, or the details on top of it, that is shown
 */
AdwNavigationPage *
mps_fleet_view_get_visible_page (MpsFleetView *self)
{
  AdwNavigationView *view;

  g_return_val_if_fail (MPS_IS_FLEET_VIEW (self), NULL);
  view = get_visible_view (self);
  return view ? adw_navigation_view_get_visible_page (view) : NULL;
}
