/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-welcome-view.h"

#include "desk/window/mps-main-menu-button.h"

struct _MpsWelcomeView {
  AdwBin parent_instance;

  MpsSession *session;
};

G_DEFINE_FINAL_TYPE (MpsWelcomeView, mps_welcome_view, ADW_TYPE_BIN)

/* Printers were imported, from here or by somebody else meanwhile. Who has gone on to the pages
 * is not led anywhere any more. */
static void
on_fleet_changed (MpsWelcomeView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !mps_welcome_view_is_wanted (self->session))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "printers");
}

static void
mps_welcome_view_dispose (GObject *object)
{
  MpsWelcomeView *self = MPS_WELCOME_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_WELCOME_VIEW);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mps_welcome_view_parent_class)->dispose (object);
}

static void
mps_welcome_view_class_init (MpsWelcomeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_welcome_view_dispose;
  g_type_ensure (MPS_TYPE_MAIN_MENU_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-welcome-view.ui");
}

static void
mps_welcome_view_init (MpsWelcomeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_welcome_view_new:
 * @session: what is open
 *
 * Returns: (transfer floating): the welcome to it
 */
GtkWidget *
mps_welcome_view_new (MpsSession *session)
{
  MpsWelcomeView *self;
  MpsFleet *fleet;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  self = g_object_new (MPS_TYPE_WELCOME_VIEW, NULL);
  self->session = g_object_ref (session);
  fleet = mps_session_get_fleet (session);
  g_signal_connect_object (fleet, "printers-changed", G_CALLBACK (on_fleet_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (fleet, "contacts-changed", G_CALLBACK (on_fleet_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (fleet, "organizations-changed", G_CALLBACK (on_fleet_changed), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * mps_welcome_view_is_wanted:
 * @session: what is open
 *
 * Returns: whether nobody has put anything into the database yet
 */
gboolean
mps_welcome_view_is_wanted (MpsSession *session)
{
  MpsFleet *fleet;
  GListModel *organizations;

  g_return_val_if_fail (MPS_IS_SESSION (session), FALSE);
  fleet = mps_session_get_fleet (session);
  organizations = G_LIST_MODEL (mps_session_get_organizations (session));
  return mps_fleet_get_n_printers (fleet) == 0 && mps_fleet_get_n_contacts (fleet) == 0
         && g_list_model_get_n_items (organizations) == 1 && !mps_session_get_entitled (session);
}
