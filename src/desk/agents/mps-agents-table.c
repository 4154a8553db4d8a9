/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-agents-table.h"

#include "desk/widgets/mps-cell-tooltip.h"
#include "desk/widgets/mps-gradual-rows.h"

#include "fleet/mps-text.h"

struct _MpsAgentsTable {
  AdwBin parent_instance;

  MpsSearch *search;
  gboolean only_outdated;
  GtkCustomFilter *filter;
  GtkSortListModel *agents; /* the agents that are shown */

  GtkColumnView *view;
  GtkColumnViewColumn *name_column;
  GtkColumnViewColumn *version_column;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpsAgentsTable, mps_agents_table, ADW_TYPE_BIN)

static gboolean
is_shown (gpointer item, gpointer user_data)
{
  MpsAgentsTable *self = user_data;

  return (!self->only_outdated || mps_agent_item_get_outdated (item))
         && mps_agent_item_matches (item, self->search);
}

static int
compare_versions (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return mps_text_compare_versions (mps_agent_item_get_version (MPS_AGENT_ITEM ((gpointer) a)),
                                    mps_agent_item_get_version (MPS_AGENT_ITEM ((gpointer) b)));
}

static void
on_activated (MpsAgentsTable *self, guint position)
{
  g_autoptr (MpsAgentItem) item = g_list_model_get_item (G_LIST_MODEL (self->agents), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-agent", "x",
                              mps_agent_item_get_id (item));
}

static void
show_printers (GtkColumnViewCell *cell, GtkWidget *button, const char *criterion)
{
  gtk_widget_activate_action (button, "win.show-printers", "(sx)", criterion,
                              mps_agent_item_get_id (gtk_column_view_cell_get_item (cell)));
}

static void
on_printers_clicked (GtkColumnViewCell *cell, GtkWidget *button)
{
  show_printers (cell, button, "agent");
}

static void
on_managed_clicked (GtkColumnViewCell *cell, GtkWidget *button)
{
  show_printers (cell, button, "managed-of-agent");
}

static char *
dup_number (GtkListItem *item, guint number)
{
  return g_strdup_printf ("%'u", number);
}

static gboolean
has_any (GtkListItem *item, guint number)
{
  return number > 0;
}

static char *
dup_row_name (GtkColumnViewRow *row, const char *name, const char *verdict, const char *state)
{
  return g_strjoin (", ", name ? name : "", verdict ? verdict : "", state ? state : "", NULL);
}

/* The order of what was refreshed may be another one; numbers and versions do not tell by
 * themselves that they are. */
static void
on_refreshed (MpsAgentsTable *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (gtk_column_view_get_sorter (self->view), GTK_SORTER_CHANGE_DIFFERENT);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
mps_agents_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MPS_AGENTS_TABLE (widget)->view));
}

static void
mps_agents_table_dispose (GObject *object)
{
  MpsAgentsTable *self = MPS_AGENTS_TABLE (object);

  if (self->filter)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_AGENTS_TABLE);
  g_clear_object (&self->agents);
  g_clear_object (&self->filter);
  G_OBJECT_CLASS (mps_agents_table_parent_class)->dispose (object);
}

static void
mps_agents_table_finalize (GObject *object)
{
  mps_search_free (MPS_AGENTS_TABLE (object)->search);
  G_OBJECT_CLASS (mps_agents_table_parent_class)->finalize (object);
}

static void
mps_agents_table_class_init (MpsAgentsTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_agents_table_dispose;
  object_class->finalize = mps_agents_table_finalize;
  widget_class->grab_focus = mps_agents_table_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", MPS_TYPE_AGENTS_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MPS_TYPE_AGENT_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-agents-table.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsAgentsTable, view);
  gtk_widget_class_bind_template_child (widget_class, MpsAgentsTable, name_column);
  gtk_widget_class_bind_template_child (widget_class, MpsAgentsTable, version_column);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_printers_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_managed_clicked);
  gtk_widget_class_bind_template_callback (widget_class, dup_number);
  gtk_widget_class_bind_template_callback (widget_class, has_any);
  gtk_widget_class_bind_template_callback (widget_class, dup_row_name);
  gtk_widget_class_bind_template_callback (widget_class, mps_cell_tooltip_query);
}

static void
mps_agents_table_init (MpsAgentsTable *self)
{
  g_autoptr (GtkSorter) versions
      = GTK_SORTER (gtk_custom_sorter_new (compare_versions, NULL, NULL));

  self->search = mps_search_new ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_column_view_column_set_sorter (self->version_column, versions);
  gtk_column_view_sort_by_column (self->view, self->name_column, GTK_SORT_ASCENDING);
}

static void
tell_of_shown (MpsAgentsTable *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * mps_agents_table_follow:
 * @self: a table
 * @model: (transfer none): the agents to show
 *
 * Agents are few, so that objects of all of them can be sorted and filtered.
 * To be called once.
 */
void
mps_agents_table_follow (MpsAgentsTable *self, MpsAgentsModel *model)
{
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;
  g_autoptr (MpsGradualRows) rows = NULL;

  g_return_if_fail (MPS_IS_AGENTS_TABLE (self));
  g_return_if_fail (MPS_IS_AGENTS_MODEL (model));
  g_return_if_fail (self->agents == NULL);
  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (mps_agents_model_get_items (model)),
                                        g_object_ref (GTK_FILTER (self->filter)));
  self->agents = gtk_sort_list_model_new (G_LIST_MODEL (filtered),
                                          g_object_ref (gtk_column_view_get_sorter (self->view)));
  selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_model (selection, G_LIST_MODEL (self->agents));
  rows = mps_gradual_rows_new (GTK_SELECTION_MODEL (selection));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (rows));
  g_signal_connect_object (model, "refreshed", G_CALLBACK (on_refreshed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->agents, "items-changed", G_CALLBACK (tell_of_shown), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mps_agents_table_set_filter:
 * @self: a table that follows a model
 * @search: what somebody typed
 * @only_outdated: whether to show only those whose version does not meet the policy
 */
void
mps_agents_table_set_filter (MpsAgentsTable *self, const char *search, gboolean only_outdated)
{
  g_return_if_fail (MPS_IS_AGENTS_TABLE (self));
  g_return_if_fail (self->filter != NULL);
  mps_search_free (self->search);
  self->search = mps_search_new (search);
  self->only_outdated = only_outdated;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * mps_agents_table_get_n_shown:
 * @self: a table that follows a model
 *
 * Returns: how many agents it shows
 */
guint
mps_agents_table_get_n_shown (MpsAgentsTable *self)
{
  g_return_val_if_fail (MPS_IS_AGENTS_TABLE (self), 0);
  return g_list_model_get_n_items (G_LIST_MODEL (self->agents));
}
