/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-entitlement-dialog.h"

#include "mps-entitlement-view.h"

struct _MpsEntitlementDialog {
  AdwDialog parent_instance;

  AdwWindowTitle *window_title;
  MpsEntitlementView *view;
};

G_DEFINE_FINAL_TYPE (MpsEntitlementDialog, mps_entitlement_dialog, ADW_TYPE_DIALOG)

static void
mps_entitlement_dialog_dispose (GObject *object)
{
  /* Libadwaita 1.7 never frees the child of a dialog that was presented. */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_ENTITLEMENT_DIALOG);
  G_OBJECT_CLASS (mps_entitlement_dialog_parent_class)->dispose (object);
}

static void
mps_entitlement_dialog_class_init (MpsEntitlementDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_entitlement_dialog_dispose;
  g_type_ensure (MPS_TYPE_ENTITLEMENT_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-entitlement-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsEntitlementDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, MpsEntitlementDialog, view);
}

static void
mps_entitlement_dialog_init (MpsEntitlementDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_entitlement_dialog_new:
 * @session: the session
 * @organization: the id of the organization whose entitlements to show
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
mps_entitlement_dialog_new (MpsSession *session, gint64 organization)
{
  const MpsOrganizationRecord *record;
  MpsEntitlementDialog *self;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  self = g_object_new (MPS_TYPE_ENTITLEMENT_DIALOG, NULL);
  record = mps_fleet_find_organization (mps_session_get_fleet (session), organization);
  adw_window_title_set_subtitle (self->window_title, record ? record->name : "");
  mps_entitlement_view_show (self->view, session, organization);
  return ADW_DIALOG (self);
}
