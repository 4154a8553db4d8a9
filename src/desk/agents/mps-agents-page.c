/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-agents-page.h"

#include "mps-agents-table.h"
#include "desk/widgets/mps-sort-button.h"

#include <glib/gi18n.h>

struct _MpsAgentsPage {
  AdwNavigationPage parent_instance;

  MpsSession *session;
  MpsAgentsModel *model;

  AdwWindowTitle *window_title;
  GtkEditable *search_entry;
  GtkToggleButton *outdated_button;
  GtkStack *stack;
  AdwStatusPage *empty_page;
  MpsAgentsTable *table;
  GtkLabel *shown_label;
  GtkLabel *outdated_label;
};

G_DEFINE_FINAL_TYPE (MpsAgentsPage, mps_agents_page, ADW_TYPE_NAVIGATION_PAGE)

static const char *
choose_state (MpsAgentsPage *self)
{
  if (mps_agents_table_get_n_shown (self->table) > 0)
    return "agents";
  return g_list_model_get_n_items (mps_agents_model_get_items (self->model)) > 0 ? "no-match"
                                                                                 : "empty";
}

static guint
count_outdated (MpsAgentsPage *self)
{
  GListModel *items = mps_agents_model_get_items (self->model);
  guint n_outdated = 0;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (MpsAgentItem) item = g_list_model_get_item (items, i);

      n_outdated += mps_agent_item_get_outdated (item) != FALSE;
    }
  return n_outdated;
}

static void
refresh_counts (MpsAgentsPage *self)
{
  const guint n_shown = mps_agents_table_get_n_shown (self->table);
  const guint n_outdated = count_outdated (self);
  g_autofree char *shown = g_strdup_printf (ngettext ("%'u agent", "%'u agents", n_shown), n_shown);
  g_autofree char *outdated = g_strdup_printf (
      ngettext ("%'u is too old for the policy", "%'u are too old for the policy", n_outdated),
      n_outdated);

  gtk_label_set_label (self->shown_label, shown);
  gtk_label_set_label (self->outdated_label, n_outdated > 0 ? outdated : "");
}

static void
refresh (MpsAgentsPage *self)
{
  if (self->model == NULL)
    return;
  refresh_counts (self);
  gtk_stack_set_visible_child_name (self->stack, choose_state (self));
  adw_window_title_set_subtitle (self->window_title,
                                 mps_session_get_organization_name (self->session));
  adw_status_page_set_description (
      self->empty_page,
      mps_session_get_read_only (self->session)
          ? _ ("Agents come with a fleet list. Choose an organization to import one.")
          : _ ("Agents come with a fleet list: import one that has a column “Agent”."));
}

static void
on_filter_changed (MpsAgentsPage *self)
{
  if (self->model == NULL)
    return;
  mps_agents_table_set_filter (self->table, gtk_editable_get_text (self->search_entry),
                               gtk_toggle_button_get_active (self->outdated_button));
  refresh (self);
}

/* The search is over, and the keyboard goes on in the table. */
static void
on_stop_search (MpsAgentsPage *self)
{
  gtk_editable_set_text (self->search_entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
activate_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (MPS_AGENTS_PAGE (widget)->search_entry));
}

static void
activate_clear_filter (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsAgentsPage *self = MPS_AGENTS_PAGE (widget);

  gtk_toggle_button_set_active (self->outdated_button, FALSE);
  gtk_editable_set_text (self->search_entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
mps_agents_page_dispose (GObject *object)
{
  MpsAgentsPage *self = MPS_AGENTS_PAGE (object);

  g_clear_object (&self->model);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_AGENTS_PAGE);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mps_agents_page_parent_class)->dispose (object);
}

static void
mps_agents_page_class_init (MpsAgentsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_agents_page_dispose;
  gtk_widget_class_install_action (widget_class, "agents.search", NULL, activate_search);
  gtk_widget_class_install_action (widget_class, "agents.clear-filter", NULL,
                                   activate_clear_filter);
  g_type_ensure (MPS_TYPE_AGENTS_TABLE);
  g_type_ensure (MPS_TYPE_SORT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-agents-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsAgentsPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, MpsAgentsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MpsAgentsPage, outdated_button);
  gtk_widget_class_bind_template_child (widget_class, MpsAgentsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MpsAgentsPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, MpsAgentsPage, table);
  gtk_widget_class_bind_template_child (widget_class, MpsAgentsPage, shown_label);
  gtk_widget_class_bind_template_child (widget_class, MpsAgentsPage, outdated_label);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
}

static void
mps_agents_page_init (MpsAgentsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_agents_page_new:
 * @session: (transfer none): the session whose agents to show
 *
 * Returns: (transfer floating): a new page
 */
AdwNavigationPage *
mps_agents_page_new (MpsSession *session)
{
  MpsAgentsPage *self;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  self = g_object_new (MPS_TYPE_AGENTS_PAGE, NULL);
  self->session = g_object_ref (session);
  self->model = mps_agents_model_new (session);
  mps_agents_table_follow (self->table, self->model);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search_entry),
                                           GTK_WIDGET (self->table));
  g_signal_connect_object (session, "notify::organization-name", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * mps_agents_page_show_outdated:
 * @self: an agents page
 *
 * Shows only the agents whose version does not meet the policy.
 */
void
mps_agents_page_show_outdated (MpsAgentsPage *self)
{
  g_return_if_fail (MPS_IS_AGENTS_PAGE (self));
  gtk_editable_set_text (self->search_entry, "");
  gtk_toggle_button_set_active (self->outdated_button, TRUE);
}
