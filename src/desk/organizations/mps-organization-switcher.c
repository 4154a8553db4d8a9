/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-organization-switcher.h"

#include <glib/gi18n.h>

/* As many names are read at a glance; more are searched. */
#define MAX_AT_A_GLANCE 7

struct _MpsOrganizationSwitcher {
  AdwBin parent_instance;

  MpsSession *session;
  gboolean filling;

  GtkDropDown *dropdown;
};

G_DEFINE_FINAL_TYPE (MpsOrganizationSwitcher, mps_organization_switcher, ADW_TYPE_BIN)

static char *
dup_printers (GtkListItem *item, guint n_printers)
{
  return g_strdup_printf (ngettext ("%'u printer", "%'u printers", n_printers), n_printers);
}

static char *
dup_eligible (GtkListItem *item, guint n_eligible)
{
  /* Translators: %'u is a number of printers. */
  return g_strdup_printf (ngettext ("%'u eligible", "%'u eligible", n_eligible), n_eligible);
}

/* An entry that takes the place of an organization that is gone is nobody's choice. */
static void
on_selected (MpsOrganizationSwitcher *self)
{
  MpsOrganizationItem *item = gtk_drop_down_get_selected_item (self->dropdown);
  const gint64 chosen = self->session ? mps_session_get_organization (self->session) : 0;

  if (self->session == NULL || self->filling || item == NULL)
    return;
  if (chosen == 0 || mps_fleet_find_organization (mps_session_get_fleet (self->session), chosen))
    mps_session_set_organization (self->session, mps_organization_item_get_id (item));
}

static void
show_chosen (MpsOrganizationSwitcher *self)
{
  GListModel *model = gtk_drop_down_get_model (self->dropdown);
  const gint64 chosen = mps_session_get_organization (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (MpsOrganizationItem) item = g_list_model_get_item (model, i);

      if (mps_organization_item_get_id (item) == chosen)
        gtk_drop_down_set_selected (self->dropdown, i);
    }
}

static void
refresh_search (MpsOrganizationSwitcher *self)
{
  const guint n_entries = g_list_model_get_n_items (gtk_drop_down_get_model (self->dropdown));

  gtk_drop_down_set_enable_search (self->dropdown, n_entries > MAX_AT_A_GLANCE);
}

/* The child organizations, and then all of them together. */
static GListModel *
new_entries (MpsOrganizationList *organizations)
{
  g_autoptr (GListStore) all = g_list_store_new (MPS_TYPE_ORGANIZATION_ITEM);
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);

  g_list_store_append (all, mps_organization_list_get_all (organizations));
  g_list_store_append (parts, organizations);
  g_list_store_append (parts, all);
  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));
}

static void
mps_organization_switcher_dispose (GObject *object)
{
  MpsOrganizationSwitcher *self = MPS_ORGANIZATION_SWITCHER (object);

  /* The template takes its named children away, and the bin would take this one a second time. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_ORGANIZATION_SWITCHER);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mps_organization_switcher_parent_class)->dispose (object);
}

static void
mps_organization_switcher_class_init (MpsOrganizationSwitcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_organization_switcher_dispose;
  g_type_ensure (MPS_TYPE_ORGANIZATION_ITEM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-organization-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsOrganizationSwitcher, dropdown);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, dup_printers);
  gtk_widget_class_bind_template_callback (widget_class, dup_eligible);
}

static void
mps_organization_switcher_init (MpsOrganizationSwitcher *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_organization_switcher_set_session:
 * @self: a switcher
 * @session: (transfer none): the session whose organization it chooses; set once
 */
void
mps_organization_switcher_set_session (MpsOrganizationSwitcher *self, MpsSession *session)
{
  g_autoptr (GListModel) entries = NULL;

  g_return_if_fail (MPS_IS_ORGANIZATION_SWITCHER (self));
  g_return_if_fail (MPS_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);
  entries = new_entries (mps_session_get_organizations (session));
  self->session = g_object_ref (session);
  /* A new model selects its first entry, which is nobody's choice. */
  self->filling = TRUE;
  gtk_drop_down_set_model (self->dropdown, entries);
  show_chosen (self);
  self->filling = FALSE;
  g_signal_connect_object (entries, "items-changed", G_CALLBACK (refresh_search), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::organization", G_CALLBACK (show_chosen), self,
                           G_CONNECT_SWAPPED);
  refresh_search (self);
}
