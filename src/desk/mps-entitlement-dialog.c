/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-entitlement-dialog.h"

#include "mps-error-view.h"
#include "mps-feedback.h"

#include "store/mps-store-organizations.h"

#include <glib/gi18n.h>

struct _MpsEntitlementDialog {
  AdwDialog parent_instance;

  MpsSession *session;
  gint64 organization;
  gboolean saving;

  AdwWindowTitle *window_title;
  AdwPreferencesGroup *express_group;
  AdwSwitchRow *switch_row;
  GtkWidget *confirmation_group;
  AdwPreferencesRow *name_row;
  MpsErrorView *error_view;
  GtkWidget *save_button;
};

G_DEFINE_FINAL_TYPE (MpsEntitlementDialog, mps_entitlement_dialog, ADW_TYPE_DIALOG)

static const MpsOrganizationRecord *
get_record (MpsEntitlementDialog *self)
{
  return mps_fleet_find_organization (mps_session_get_fleet (self->session), self->organization);
}

static gboolean
name_is_typed (MpsEntitlementDialog *self, const MpsOrganizationRecord *record)
{
  return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->name_row)), record->name);
}

static void
refresh (MpsEntitlementDialog *self)
{
  const MpsOrganizationRecord *record = get_record (self);
  gboolean wanted = adw_switch_row_get_active (self->switch_row);
  gboolean possible = record != NULL && !record->entitled && !self->saving;

  gtk_widget_set_sensitive (GTK_WIDGET (self->switch_row), possible);
  gtk_widget_set_visible (self->confirmation_group, possible && wanted);
  gtk_widget_set_visible (self->save_button, record != NULL && !record->entitled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entitlement.save",
                                 possible && wanted && name_is_typed (self, record));
}

/* It is entitled already, or has just become so, here or in another process. */
static void
show_entitled (MpsEntitlementDialog *self)
{
  adw_switch_row_set_active (self->switch_row, TRUE);
  adw_preferences_group_set_description (
      self->express_group, _ ("This organization is entitled to MPS Express. To have the "
                              "entitlement removed, contact Lexmark customer operations."));
}

static void
on_organizations_changed (MpsEntitlementDialog *self)
{
  const MpsOrganizationRecord *record = get_record (self);

  if (record != NULL && record->entitled)
    show_entitled (self);
  refresh (self);
}

static void
on_entitled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsEntitlementDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  if (mps_store_entitle_finish (MPS_STORE (source), result, &error))
    mps_feedback_toast (GTK_WIDGET (self), _ ("The organization is entitled to MPS Express."));
  else
    mps_error_view_set_error (self->error_view, error);
  refresh (self);
  /* What had the keyboard is gone or insensitive, and without it Escape would not close. */
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
activate_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsEntitlementDialog *self = MPS_ENTITLEMENT_DIALOG (widget);

  self->saving = TRUE;
  mps_error_view_set_error (self->error_view, NULL);
  refresh (self);
  mps_store_entitle_async (mps_session_get_store (self->session), self->organization,
                           gtk_editable_get_text (GTK_EDITABLE (self->name_row)), NULL, on_entitled,
                           g_object_ref (self));
}

static void
show_organization (MpsEntitlementDialog *self)
{
  const MpsOrganizationRecord *record = get_record (self);
  g_autofree char *prompt = NULL;

  if (record == NULL)
    return;
  adw_window_title_set_subtitle (self->window_title, record->name);
  /* Translators: %s is the name of an organization */
  prompt = g_strdup_printf (_ ("Type “%s” to confirm"), record->name);
  adw_preferences_row_set_title (self->name_row, prompt);
}

static void
mps_entitlement_dialog_dispose (GObject *object)
{
  MpsEntitlementDialog *self = MPS_ENTITLEMENT_DIALOG (object);

  /* Libadwaita 1.7 never frees the child of a dialog that was presented. */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_ENTITLEMENT_DIALOG);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mps_entitlement_dialog_parent_class)->dispose (object);
}

static void
mps_entitlement_dialog_class_init (MpsEntitlementDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_entitlement_dialog_dispose;
  g_type_ensure (MPS_TYPE_ERROR_VIEW);
  gtk_widget_class_install_action (widget_class, "entitlement.save", NULL, activate_save);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-entitlement-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsEntitlementDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, MpsEntitlementDialog, express_group);
  gtk_widget_class_bind_template_child (widget_class, MpsEntitlementDialog, switch_row);
  gtk_widget_class_bind_template_child (widget_class, MpsEntitlementDialog, confirmation_group);
  gtk_widget_class_bind_template_child (widget_class, MpsEntitlementDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, MpsEntitlementDialog, error_view);
  gtk_widget_class_bind_template_child (widget_class, MpsEntitlementDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
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
  MpsEntitlementDialog *self;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  self = g_object_new (MPS_TYPE_ENTITLEMENT_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->organization = organization;
  g_signal_connect_object (mps_session_get_fleet (session), "organizations-changed",
                           G_CALLBACK (on_organizations_changed), self, G_CONNECT_SWAPPED);
  show_organization (self);
  on_organizations_changed (self);
  return ADW_DIALOG (self);
}
