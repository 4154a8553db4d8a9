/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-organization-dialog.h"

#include "desk/widgets/mps-error-view.h"
#include "desk/widgets/mps-feedback.h"

#include "store/mps-store-organizations.h"

#include <glib/gi18n.h>

struct _MpsOrganizationDialog {
  AdwDialog parent_instance;

  MpsSession *session;
  gint64 organization; /* 0 for a new one */
  gboolean saving;

  GtkEditable *name_row;
  MpsErrorView *error_view;
  GtkButton *save_button;
};

G_DEFINE_FINAL_TYPE (MpsOrganizationDialog, mps_organization_dialog, ADW_TYPE_DIALOG)

static char *
dup_name (MpsOrganizationDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
}

static void
refresh (MpsOrganizationDialog *self)
{
  g_autofree char *name = dup_name (self);

  gtk_editable_set_editable (self->name_row, !self->saving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "organization.save",
                                 !self->saving && *name != '\0');
}

static void
on_changed (MpsOrganizationDialog *self)
{
  mps_error_view_set_error (self->error_view, NULL);
  refresh (self);
}

static void
show_refusal (MpsOrganizationDialog *self, const GError *error)
{
  self->saving = FALSE;
  refresh (self);
  mps_error_view_set_error (self->error_view, error);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

static void
on_added (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsOrganizationDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsOrganizationRecord) record
      = mps_store_add_organization_finish (MPS_STORE (source), result, &error);
  g_autofree char *toast = NULL;
  GtkWidget *window;

  if (record == NULL)
    {
      show_refusal (self, error);
      return;
    }
  /* Translators: %s is the name of an organization */
  toast = g_strdup_printf (_ ("Organization “%s” added"), record->name);
  mps_feedback_toast (GTK_WIDGET (self), toast);
  /* What a new one needs first is on its page, which takes the keyboard when it comes after the
   * dialog has given it back. */
  window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  adw_dialog_force_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, "win.show-organization", "x", record->id);
}

static void
on_renamed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsOrganizationDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!mps_store_rename_organization_finish (MPS_STORE (source), result, &error))
    {
      show_refusal (self, error);
      return;
    }
  mps_feedback_toast (GTK_WIDGET (self), _ ("The organization has its new name."));
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
activate_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsOrganizationDialog *self = MPS_ORGANIZATION_DIALOG (widget);
  MpsStore *store = mps_session_get_store (self->session);
  g_autofree char *name = dup_name (self);

  self->saving = TRUE;
  mps_error_view_set_error (self->error_view, NULL);
  refresh (self);
  if (self->organization == 0)
    mps_store_add_organization_async (store, name, 0, NULL, on_added, g_object_ref (self));
  else
    mps_store_rename_organization_async (store, self->organization, name, NULL, on_renamed,
                                         g_object_ref (self));
}

static void
mps_organization_dialog_dispose (GObject *object)
{
  MpsOrganizationDialog *self = MPS_ORGANIZATION_DIALOG (object);

  /* Libadwaita 1.7 never frees the child of a dialog that was presented. */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_ORGANIZATION_DIALOG);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mps_organization_dialog_parent_class)->dispose (object);
}

static void
mps_organization_dialog_class_init (MpsOrganizationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_organization_dialog_dispose;
  g_type_ensure (MPS_TYPE_ERROR_VIEW);
  gtk_widget_class_install_action (widget_class, "organization.save", NULL, activate_save);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-organization-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsOrganizationDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, MpsOrganizationDialog, error_view);
  gtk_widget_class_bind_template_child (widget_class, MpsOrganizationDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
mps_organization_dialog_init (MpsOrganizationDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static MpsOrganizationDialog *
new_dialog (MpsSession *session, const char *title, const char *button_label)
{
  MpsOrganizationDialog *self = g_object_new (MPS_TYPE_ORGANIZATION_DIALOG, "title", title, NULL);

  self->session = g_object_ref (session);
  gtk_button_set_label (self->save_button, button_label);
  refresh (self);
  return self;
}

/**
 * mps_organization_dialog_new_add:
 * @session: (transfer none): the session
 *
 * Returns: (transfer floating): a dialog that adds a child organization to the
 *   parent company and then shows it
 */
AdwDialog *
mps_organization_dialog_new_add (MpsSession *session)
{
  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  return ADW_DIALOG (new_dialog (session, _ ("Add organization"), _ ("_Add")));
}

/**
 * mps_organization_dialog_new_rename:
 * @session: (transfer none): the session
 * @organization: the id of the parent company or a child organization
 *
 * Returns: (transfer floating): a dialog that gives it another name
 */
AdwDialog *
mps_organization_dialog_new_rename (MpsSession *session, gint64 organization)
{
  const MpsOrganizationRecord *record;
  MpsOrganizationDialog *self;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  self = new_dialog (session, _ ("Rename organization"), _ ("_Rename"));
  self->organization = organization;
  record = mps_fleet_find_organization (mps_session_get_fleet (session), organization);
  gtk_editable_set_text (self->name_row, record ? record->name : "");
  gtk_editable_select_region (self->name_row, 0, -1);
  return ADW_DIALOG (self);
}
