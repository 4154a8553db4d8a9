/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-criteria-group.h"

#include "desk/widgets/mps-report-line.h"

#include <glib/gi18n.h>

/* A list view asks for the height of one row only: some rows are seen without scrolling. */
#define ROW_HEIGHT 40
#define MAX_ROWS_SEEN 8

struct _MpsCriteriaGroup {
  AdwPreferencesGroup parent_instance;

  char **addresses; /* (nullable): what is shown */
  char **excluded;  /* (nullable) */

  GtkWidget *add_button;
  GtkWidget *empty_row;
  GtkScrolledWindow *scroller;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (MpsCriteriaGroup, mps_criteria_group, ADW_TYPE_PREFERENCES_GROUP)

static void
on_remove_clicked (GtkListItem *item, GtkWidget *button)
{
  g_autofree char *address = NULL;

  g_object_get (gtk_list_item_get_item (item), "subject", &address, NULL);
  gtk_widget_activate_action (button, "agent.remove-address", "s", address);
}

static char *
dup_icon_name (GtkListItem *item, const char *excluded)
{
  return g_strdup (excluded && *excluded ? "action-unavailable-symbolic"
                                         : "system-search-symbolic");
}

static char *
dup_row_name (GtkListItem *item, const char *address, const char *excluded)
{
  return excluded && *excluded ? g_strjoin (", ", address, excluded, NULL) : g_strdup (address);
}

static char *
dup_remove_label (GtkListItem *item, const char *address)
{
  return g_strdup_printf (_ ("Remove “%s”"), address ? address : "");
}

static void
append_all (GListModel *lines, char **addresses, const char *detail)
{
  for (; *addresses; addresses++)
    mps_report_lines_append (lines, "", *addresses, detail);
}

/* The keyboard was in the list when it was asked to remove the last address, and does not find
 * its way out of a list that is not seen any more. */
static void
lead_keyboard_to_button (MpsCriteriaGroup *self)
{
  GtkWidget *widget = self->add_button;

  for (; widget != GTK_WIDGET (self); widget = gtk_widget_get_parent (widget))
    gtk_widget_set_focus_child (gtk_widget_get_parent (widget), widget);
}

static void
show_lines (MpsCriteriaGroup *self)
{
  GListModel *lines = mps_report_lines_new ();
  g_autoptr (GtkNoSelection) model = NULL;
  guint n_lines;

  append_all (lines, self->addresses, "");
  /* Translators: of an address: the agent does not look for printers there. */
  append_all (lines, self->excluded, C_ ("address", "Excluded"));
  n_lines = g_list_model_get_n_items (lines);
  gtk_widget_set_visible (self->empty_row, n_lines == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), n_lines > 0);
  if (n_lines == 0)
    lead_keyboard_to_button (self);
  gtk_scrolled_window_set_min_content_height (self->scroller,
                                              (int) MIN (n_lines, MAX_ROWS_SEEN) * ROW_HEIGHT);
  model = gtk_no_selection_new (lines);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
}

static void
mps_criteria_group_dispose (GObject *object)
{
  MpsCriteriaGroup *self = MPS_CRITERIA_GROUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_CRITERIA_GROUP);
  g_clear_pointer (&self->addresses, g_strfreev);
  g_clear_pointer (&self->excluded, g_strfreev);
  G_OBJECT_CLASS (mps_criteria_group_parent_class)->dispose (object);
}

static void
mps_criteria_group_class_init (MpsCriteriaGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_criteria_group_dispose;
  g_type_ensure (MPS_TYPE_REPORT_LINE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-criteria-group.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsCriteriaGroup, add_button);
  gtk_widget_class_bind_template_child (widget_class, MpsCriteriaGroup, empty_row);
  gtk_widget_class_bind_template_child (widget_class, MpsCriteriaGroup, scroller);
  gtk_widget_class_bind_template_child (widget_class, MpsCriteriaGroup, list);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
  gtk_widget_class_bind_template_callback (widget_class, dup_icon_name);
  gtk_widget_class_bind_template_callback (widget_class, dup_row_name);
  gtk_widget_class_bind_template_callback (widget_class, dup_remove_label);
}

static void
mps_criteria_group_init (MpsCriteriaGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
is_same (char **shown, char **now)
{
  return shown && g_strv_equal ((const char *const *) shown, (const char *const *) now);
}

/**
 * mps_criteria_group_show:
 * @self: a criteria group
 * @agent: whose criteria to show; those that stay keep the keyboard and the scroll position
 */
void
mps_criteria_group_show (MpsCriteriaGroup *self, const MpsAgentRecord *agent)
{
  g_return_if_fail (MPS_IS_CRITERIA_GROUP (self));
  if (is_same (self->addresses, agent->addresses) && is_same (self->excluded, agent->excluded))
    return;
  g_strfreev (self->addresses);
  g_strfreev (self->excluded);
  self->addresses = g_strdupv (agent->addresses);
  self->excluded = g_strdupv (agent->excluded);
  show_lines (self);
}
