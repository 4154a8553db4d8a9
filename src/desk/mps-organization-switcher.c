/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-organization-switcher.h"

#include <glib/gi18n.h>

struct _MpsOrganizationSwitcher {
  AdwBin parent_instance;

  MpsSession *session;
  GArray *ids; /* of the entries, in their order; 0 for all */
  gboolean filling;

  GtkDropDown *dropdown;
};

G_DEFINE_FINAL_TYPE (MpsOrganizationSwitcher, mps_organization_switcher, ADW_TYPE_BIN)

static void
on_selected (MpsOrganizationSwitcher *self)
{
  const guint position = gtk_drop_down_get_selected (self->dropdown);

  if (!self->filling && position < self->ids->len)
    mps_session_set_organization (self->session, g_array_index (self->ids, gint64, position));
}

static void
show_chosen (MpsOrganizationSwitcher *self)
{
  const gint64 chosen = mps_session_get_organization (self->session);

  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == chosen)
      gtk_drop_down_set_selected (self->dropdown, i);
}

static void
add_entry (MpsOrganizationSwitcher *self, GtkStringList *names, const char *name, gint64 id)
{
  gtk_string_list_append (names, name);
  g_array_append_val (self->ids, id);
}

static void
fill (MpsOrganizationSwitcher *self)
{
  GPtrArray *records = mps_fleet_get_organizations (mps_session_get_fleet (self->session));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_array_set_size (self->ids, 0);
  for (guint i = 0; i < records->len; i++)
    {
      const MpsOrganizationRecord *record = records->pdata[i];

      if (record->parent != 0)
        add_entry (self, names, record->name, record->id);
    }
  add_entry (self, names, _ ("All organizations (view only)"), 0);
  /* A new model selects its first entry, which is nobody's choice. */
  self->filling = TRUE;
  gtk_drop_down_set_model (self->dropdown, G_LIST_MODEL (names));
  show_chosen (self);
  self->filling = FALSE;
}

static void
mps_organization_switcher_dispose (GObject *object)
{
  MpsOrganizationSwitcher *self = MPS_ORGANIZATION_SWITCHER (object);

  /* The template takes its named children away, and the bin would take this one a second time. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_ORGANIZATION_SWITCHER);
  g_clear_object (&self->session);
  g_clear_pointer (&self->ids, g_array_unref);
  G_OBJECT_CLASS (mps_organization_switcher_parent_class)->dispose (object);
}

static void
mps_organization_switcher_class_init (MpsOrganizationSwitcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_organization_switcher_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-organization-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsOrganizationSwitcher, dropdown);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
}

static void
mps_organization_switcher_init (MpsOrganizationSwitcher *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
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
  g_return_if_fail (MPS_IS_ORGANIZATION_SWITCHER (self));
  g_return_if_fail (MPS_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);
  self->session = g_object_ref (session);
  fill (self);
  g_signal_connect_object (mps_session_get_fleet (session), "organizations-changed",
                           G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::organization", G_CALLBACK (show_chosen), self,
                           G_CONNECT_SWAPPED);
}
