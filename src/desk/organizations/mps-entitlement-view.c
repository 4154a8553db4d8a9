/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-entitlement-view.h"

#include "desk/widgets/mps-error-view.h"
#include "desk/widgets/mps-feedback.h"

#include "store/mps-store-organizations.h"

#include <glib/gi18n.h>

struct _MpsEntitlementView {
  AdwBin parent_instance;

  MpsSession *session;
  gint64 organization;
  gboolean saving;

  AdwPreferencesGroup *express_group;
  AdwSwitchRow *switch_row;
  GtkWidget *confirmation_group;
  AdwPreferencesRow *name_row;
  MpsErrorView *error_view;
  GtkWidget *save_button;
};

G_DEFINE_FINAL_TYPE (MpsEntitlementView, mps_entitlement_view, ADW_TYPE_BIN)

static const MpsOrganizationRecord *
get_record (MpsEntitlementView *self)
{
  return mps_fleet_find_organization (mps_session_get_fleet (self->session), self->organization);
}

static gboolean
name_is_typed (MpsEntitlementView *self, const MpsOrganizationRecord *record)
{
  return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->name_row)), record->name);
}

static void
refresh (MpsEntitlementView *self)
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
show_entitled (MpsEntitlementView *self)
{
  adw_switch_row_set_active (self->switch_row, TRUE);
  adw_preferences_group_set_description (
      self->express_group, _ ("This organization is entitled to MPS Express. To have the "
                              "entitlement removed, contact Lexmark customer operations."));
}

/* What had the keyboard is gone or insensitive, and without it Escape would not close a dialog. */
static void
keep_keyboard (MpsEntitlementView *self)
{
  GtkWidget *around = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG);

  if (around == NULL)
    around = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_PAGE);
  if (around)
    gtk_widget_child_focus (around, GTK_DIR_TAB_FORWARD);
}

static void
on_entitled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsEntitlementView) self = user_data;
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  if (mps_store_entitle_finish (MPS_STORE (source), result, &error))
    mps_feedback_toast (GTK_WIDGET (self), _ ("The organization is entitled to MPS Express."));
  else
    mps_error_view_set_error (self->error_view, error);
  refresh (self);
  keep_keyboard (self);
}

static void
activate_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsEntitlementView *self = MPS_ENTITLEMENT_VIEW (widget);

  self->saving = TRUE;
  mps_error_view_set_error (self->error_view, NULL);
  refresh (self);
  mps_store_entitle_async (mps_session_get_store (self->session), self->organization,
                           gtk_editable_get_text (GTK_EDITABLE (self->name_row)), NULL, on_entitled,
                           g_object_ref (self));
}

static void
on_name_entered (MpsEntitlementView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "entitlement.save", NULL);
}

static void
ask_for_name (MpsEntitlementView *self, const MpsOrganizationRecord *record)
{
  g_autofree char *prompt = NULL;

  /* Translators: %s is the name of an organization */
  prompt = g_strdup_printf (_ ("Type “%s” to confirm"), record->name);
  adw_preferences_row_set_title (self->name_row, prompt);
}

/* It may be entitled or have another name now, here or by another process. */
static void
on_organizations_changed (MpsEntitlementView *self)
{
  const MpsOrganizationRecord *record = get_record (self);

  if (record != NULL)
    ask_for_name (self, record);
  if (record != NULL && record->entitled)
    show_entitled (self);
  refresh (self);
}

static void
mps_entitlement_view_dispose (GObject *object)
{
  MpsEntitlementView *self = MPS_ENTITLEMENT_VIEW (object);

  /* The template takes its named children away, and the bin would take this one a second time. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_ENTITLEMENT_VIEW);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mps_entitlement_view_parent_class)->dispose (object);
}

static void
mps_entitlement_view_class_init (MpsEntitlementViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_entitlement_view_dispose;
  g_type_ensure (MPS_TYPE_ERROR_VIEW);
  gtk_widget_class_install_action (widget_class, "entitlement.save", NULL, activate_save);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-entitlement-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsEntitlementView, express_group);
  gtk_widget_class_bind_template_child (widget_class, MpsEntitlementView, switch_row);
  gtk_widget_class_bind_template_child (widget_class, MpsEntitlementView, confirmation_group);
  gtk_widget_class_bind_template_child (widget_class, MpsEntitlementView, name_row);
  gtk_widget_class_bind_template_child (widget_class, MpsEntitlementView, error_view);
  gtk_widget_class_bind_template_child (widget_class, MpsEntitlementView, save_button);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
  gtk_widget_class_bind_template_callback (widget_class, on_name_entered);
}

static void
mps_entitlement_view_init (MpsEntitlementView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_entitlement_view_show:
 * @self: a view
 * @session: (transfer none): the session
 * @organization: the id of the organization whose entitlements to show; set once
 */
void
mps_entitlement_view_show (MpsEntitlementView *self, MpsSession *session, gint64 organization)
{
  g_return_if_fail (MPS_IS_ENTITLEMENT_VIEW (self));
  g_return_if_fail (MPS_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);
  self->session = g_object_ref (session);
  self->organization = organization;
  g_signal_connect_object (mps_session_get_fleet (session), "organizations-changed",
                           G_CALLBACK (on_organizations_changed), self, G_CONNECT_SWAPPED);
  on_organizations_changed (self);
}
