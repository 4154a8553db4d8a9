/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-account-page.h"

#include "mps-organization-commands.h"
#include "mps-organizations-table.h"
#include "desk/widgets/mps-sort-button.h"

#include <glib/gi18n.h>

struct _MpsAccountPage {
  AdwNavigationPage parent_instance;

  MpsSession *session;

  GtkEditable *search_entry;
  GtkLabel *parent_label;
  GtkStack *stack;
  MpsOrganizationsTable *table;
  GtkLabel *count_label;
  GtkWidget *delete_button;
};

G_DEFINE_FINAL_TYPE (MpsAccountPage, mps_account_page, ADW_TYPE_NAVIGATION_PAGE)

static const char *
choose_state (MpsAccountPage *self, guint n_shown)
{
  if (n_shown > 0)
    return "organizations";
  return *gtk_editable_get_text (self->search_entry) ? "no-match" : "empty";
}

static void
refresh (MpsAccountPage *self)
{
  const guint n_shown = mps_organizations_table_get_n_shown (self->table);
  const gint64 chosen = mps_organizations_table_get_chosen (self->table);
  const char *hindrance = mps_organization_commands_get_delete_hindrance (self->session, chosen);
  g_autofree char *count
      = g_strdup_printf (ngettext ("%'u organization", "%'u organizations", n_shown), n_shown);

  gtk_stack_set_visible_child_name (self->stack, choose_state (self, n_shown));
  gtk_label_set_label (self->count_label, count);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.rename", chosen != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.delete", hindrance == NULL);
  gtk_widget_set_tooltip_text (self->delete_button, hindrance);
}

static void
refresh_parent (MpsAccountPage *self)
{
  const MpsOrganizationRecord *record = mps_fleet_find_organization (
      mps_session_get_fleet (self->session), mps_organization_commands_get_parent (self->session));

  gtk_label_set_label (self->parent_label, record ? record->name : "");
}

static void
on_table_changed (MpsAccountPage *self)
{
  if (self->session)
    refresh (self);
}

static void
on_search_changed (MpsAccountPage *self)
{
  mps_organizations_table_set_search (self->table, gtk_editable_get_text (self->search_entry));
}

static void
on_stop_search (MpsAccountPage *self)
{
  gtk_editable_set_text (self->search_entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
activate_find (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (MPS_ACCOUNT_PAGE (widget)->search_entry));
}

static void
activate_add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mps_organization_commands_add (widget, MPS_ACCOUNT_PAGE (widget)->session);
}

static void
activate_rename (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsAccountPage *self = MPS_ACCOUNT_PAGE (widget);

  mps_organization_commands_rename (widget, self->session,
                                    mps_organizations_table_get_chosen (self->table));
}

static void
activate_rename_parent (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsAccountPage *self = MPS_ACCOUNT_PAGE (widget);

  mps_organization_commands_rename (widget, self->session,
                                    mps_organization_commands_get_parent (self->session));
}

static void
activate_delete (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsAccountPage *self = MPS_ACCOUNT_PAGE (widget);

  mps_organization_commands_delete (widget, self->session,
                                    mps_organizations_table_get_chosen (self->table));
}

static void
mps_account_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_ACCOUNT_PAGE);
  g_clear_object (&MPS_ACCOUNT_PAGE (object)->session);
  G_OBJECT_CLASS (mps_account_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "account.find", NULL, activate_find);
  gtk_widget_class_install_action (widget_class, "account.add", NULL, activate_add);
  gtk_widget_class_install_action (widget_class, "account.rename", NULL, activate_rename);
  gtk_widget_class_install_action (widget_class, "account.rename-parent", NULL,
                                   activate_rename_parent);
  gtk_widget_class_install_action (widget_class, "account.delete", NULL, activate_delete);
}

static void
mps_account_page_class_init (MpsAccountPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_account_page_dispose;
  install_actions (widget_class);
  g_type_ensure (MPS_TYPE_ORGANIZATIONS_TABLE);
  g_type_ensure (MPS_TYPE_SORT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-account-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsAccountPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MpsAccountPage, parent_label);
  gtk_widget_class_bind_template_child (widget_class, MpsAccountPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MpsAccountPage, table);
  gtk_widget_class_bind_template_child (widget_class, MpsAccountPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, MpsAccountPage, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_table_changed);
}

static void
mps_account_page_init (MpsAccountPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search_entry),
                                           GTK_WIDGET (self));
}

/**
 * mps_account_page_new:
 * @session: (transfer none): the session
 *
 * Returns: (transfer floating): the page of its organizations
 */
AdwNavigationPage *
mps_account_page_new (MpsSession *session)
{
  MpsAccountPage *self;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  self = g_object_new (MPS_TYPE_ACCOUNT_PAGE, NULL);
  self->session = g_object_ref (session);
  mps_organizations_table_show (self->table, mps_session_get_organizations (session));
  g_signal_connect_object (mps_session_get_fleet (session), "organizations-changed",
                           G_CALLBACK (refresh_parent), self, G_CONNECT_SWAPPED);
  refresh_parent (self);
  refresh (self);
  return ADW_NAVIGATION_PAGE (self);
}
