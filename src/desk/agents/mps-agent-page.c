/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-agent-page.h"

#include "mps-add-address-dialog.h"
#include "mps-address-changes.h"
#include "mps-agent-changes.h"
#include "mps-agents-model.h"
#include "mps-criteria-group.h"
#include "desk/widgets/mps-facts-group.h"

#include "fleet/mps-time.h"

#include <glib/gi18n.h>

struct _MpsAgentPage {
  MpsDetailsPage parent_instance;

  MpsSession *session;
  gint64 agent;
  MpsAgentsModel *model;
  gboolean deleting; /* it was asked for on this page */

  AdwWindowTitle *title;
  AdwBanner *all_banner;
  AdwPreferencesGroup *outdated_group;
  AdwActionRow *outdated_row;
  MpsFactsGroup *facts_group;
  AdwActionRow *printers_row;
  GtkLabel *printers_count;
  AdwActionRow *managed_row;
  GtkLabel *managed_count;
  MpsCriteriaGroup *criteria_group;
  GtkWidget *activate_row;
  GtkWidget *deactivate_row;
};

G_DEFINE_FINAL_TYPE (MpsAgentPage, mps_agent_page, MPS_TYPE_DETAILS_PAGE)

static void
refresh_facts (MpsAgentPage *self, const MpsAgentRecord *agent, MpsPolicy *policy)
{
  const MpsOrganizationRecord *organization
      = mps_fleet_find_organization (mps_session_get_fleet (self->session), agent->organization);
  g_autofree char *verdict = mps_agent_verdict_dup_sentence (agent, policy);
  g_autofree char *last_seen = mps_time_dup_text_of (agent->last_seen);

  mps_facts_group_set (self->facts_group, _ ("Name"), agent->name);
  mps_facts_group_set (self->facts_group, _ ("Kind"), mps_agent_kind_get_label (agent->kind));
  mps_facts_group_set (self->facts_group, _ ("Version"), agent->version);
  mps_facts_group_set (self->facts_group, _ ("Policy"), verdict);
  mps_facts_group_set (self->facts_group, _ ("State"),
                       agent->active ? _ ("Active")
                                     : _ ("Inactive: it does not look for printers."));
  mps_facts_group_set (self->facts_group, _ ("Organization"),
                       organization ? organization->name : "");
  mps_facts_group_set (self->facts_group, _ ("Last seen"), last_seen);
}

static void
refresh_outdated (MpsAgentPage *self, const MpsAgentRecord *agent, MpsPolicy *policy)
{
  g_autofree char *remedy = mps_agent_verdict_dup_remedy (agent, policy);

  gtk_widget_set_visible (GTK_WIDGET (self->outdated_group), remedy != NULL);
  if (remedy)
    adw_action_row_set_subtitle (self->outdated_row, remedy);
}

static void
show_count (AdwActionRow *row, GtkLabel *label, guint count)
{
  g_autofree char *text = g_strdup_printf ("%'u", count);

  gtk_label_set_label (label, text);
  gtk_widget_set_sensitive (GTK_WIDGET (row), count > 0);
}

static void
refresh_actions (MpsAgentPage *self, const MpsAgentRecord *agent)
{
  static const char *const changes[] = { "agent.add-address", "agent.remove-address",
                                         "agent.activate", "agent.deactivate", "agent.delete" };
  const gboolean read_only = mps_session_get_read_only (self->session);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), changes[i], !read_only);
  adw_banner_set_revealed (self->all_banner, read_only);
  gtk_widget_set_visible (self->activate_row, !agent->active);
  gtk_widget_set_visible (self->deactivate_row, agent->active);
}

static void
show_agent (MpsAgentPage *self, const MpsAgentRecord *agent, MpsAgentItem *item)
{
  MpsPolicy *policy = mps_store_get_policy (mps_session_get_store (self->session));

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), agent->name);
  adw_window_title_set_title (self->title, agent->name);
  adw_window_title_set_subtitle (self->title, mps_agent_kind_get_label (agent->kind));
  refresh_outdated (self, agent, policy);
  refresh_facts (self, agent, policy);
  show_count (self->printers_row, self->printers_count, mps_agent_item_get_printers (item));
  show_count (self->managed_row, self->managed_count, mps_agent_item_get_managed (item));
  mps_criteria_group_show (self->criteria_group, agent);
  refresh_actions (self, agent);
}

static void
leave (MpsAgentPage *self, gboolean gone)
{
  g_autofree char *farewell = NULL;

  /* What was asked for here is told of by what did it. */
  if (gone && !self->deleting)
    farewell = g_strdup_printf (_ ("The agent “%s” is not there any more."),
                                adw_window_title_get_title (self->title));
  mps_details_page_leave (MPS_DETAILS_PAGE (self), farewell);
}

/* What belongs to another organization than the one that is looked at is out of place. */
static void
refresh (MpsAgentPage *self)
{
  const MpsAgentRecord *agent
      = mps_fleet_find_agent (mps_session_get_fleet (self->session), self->agent);
  MpsAgentItem *item = mps_agents_model_find (self->model, self->agent);

  if (mps_details_page_get_gone (MPS_DETAILS_PAGE (self)))
    return;
  if (agent && item)
    show_agent (self, agent, item);
  else
    leave (self, agent == NULL);
}

static void
on_printers_activated (MpsAgentPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-printers", "(sx)", "agent", self->agent);
}

static void
on_managed_activated (MpsAgentPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-printers", "(sx)", "managed-of-agent",
                              self->agent);
}

static void
activate_add_address (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsAgentPage *self = MPS_AGENT_PAGE (widget);

  adw_dialog_present (mps_add_address_dialog_new (self->session, self->agent), widget);
}

static void
activate_remove_address (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsAgentPage *self = MPS_AGENT_PAGE (widget);
  const char *const addresses[] = { g_variant_get_string (parameter, NULL), NULL };

  mps_address_changes_begin (widget, self->session, self->agent, MPS_ADDRESS_REMOVE, addresses);
}

static void
activate_activate (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsAgentPage *self = MPS_AGENT_PAGE (widget);

  mps_agent_changes_begin (widget, self->session, self->agent, MPS_AGENT_ACTIVATE);
}

static void
activate_deactivate (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsAgentPage *self = MPS_AGENT_PAGE (widget);

  mps_agent_changes_begin (widget, self->session, self->agent, MPS_AGENT_DEACTIVATE);
}

static void
activate_delete (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsAgentPage *self = MPS_AGENT_PAGE (widget);

  self->deleting = TRUE;
  mps_agent_changes_begin (widget, self->session, self->agent, MPS_AGENT_DELETE);
}

static void
mps_agent_page_dispose (GObject *object)
{
  MpsAgentPage *self = MPS_AGENT_PAGE (object);

  g_clear_object (&self->model);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_AGENT_PAGE);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mps_agent_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "agent.add-address", NULL, activate_add_address);
  gtk_widget_class_install_action (widget_class, "agent.remove-address", "s",
                                   activate_remove_address);
  gtk_widget_class_install_action (widget_class, "agent.activate", NULL, activate_activate);
  gtk_widget_class_install_action (widget_class, "agent.deactivate", NULL, activate_deactivate);
  gtk_widget_class_install_action (widget_class, "agent.delete", NULL, activate_delete);
}

static void
mps_agent_page_class_init (MpsAgentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_agent_page_dispose;
  install_actions (widget_class);
  g_type_ensure (MPS_TYPE_FACTS_GROUP);
  g_type_ensure (MPS_TYPE_CRITERIA_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-agent-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsAgentPage, title);
  gtk_widget_class_bind_template_child (widget_class, MpsAgentPage, all_banner);
  gtk_widget_class_bind_template_child (widget_class, MpsAgentPage, outdated_group);
  gtk_widget_class_bind_template_child (widget_class, MpsAgentPage, outdated_row);
  gtk_widget_class_bind_template_child (widget_class, MpsAgentPage, facts_group);
  gtk_widget_class_bind_template_child (widget_class, MpsAgentPage, printers_row);
  gtk_widget_class_bind_template_child (widget_class, MpsAgentPage, printers_count);
  gtk_widget_class_bind_template_child (widget_class, MpsAgentPage, managed_row);
  gtk_widget_class_bind_template_child (widget_class, MpsAgentPage, managed_count);
  gtk_widget_class_bind_template_child (widget_class, MpsAgentPage, criteria_group);
  gtk_widget_class_bind_template_child (widget_class, MpsAgentPage, activate_row);
  gtk_widget_class_bind_template_child (widget_class, MpsAgentPage, deactivate_row);
  gtk_widget_class_bind_template_callback (widget_class, on_printers_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_managed_activated);
}

static void
mps_agent_page_init (MpsAgentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_agent_page_new:
 * @session: (transfer none): the session
 * @agent: the id of an agent of the organization that is looked at
 *
 * Returns: (transfer floating): a page to push
 */
AdwNavigationPage *
mps_agent_page_new (MpsSession *session, gint64 agent)
{
  MpsAgentPage *self;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  self = g_object_new (MPS_TYPE_AGENT_PAGE, NULL);
  self->session = g_object_ref (session);
  self->agent = agent;
  self->model = mps_agents_model_new (session);
  g_signal_connect_object (self->model, "refreshed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * mps_agent_page_get_agent:
 * @self: an agent page
 *
 * Returns: the id of its agent
 */
gint64
mps_agent_page_get_agent (MpsAgentPage *self)
{
  g_return_val_if_fail (MPS_IS_AGENT_PAGE (self), 0);
  return self->agent;
}
