/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-eligibility-group.h"

#include <glib/gi18n.h>

struct _MpsEligibilityGroup {
  AdwPreferencesGroup parent_instance;

  GtkListBoxRow *rows[MPS_N_STATUSES];
  GtkLabel *counts[MPS_N_STATUSES];
};

static guint status_activated_signal;

G_DEFINE_FINAL_TYPE (MpsEligibilityGroup, mps_eligibility_group, ADW_TYPE_PREFERENCES_GROUP)

static void
on_row_activated (MpsEligibilityGroup *self, GtkListBoxRow *row)
{
  for (int status = 0; status < MPS_N_STATUSES; status++)
    if (self->rows[status] == row)
      g_signal_emit (self, status_activated_signal, 0, status);
}

static GtkWidget *
add_arrow (AdwActionRow *row)
{
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_action_row_add_suffix (row, arrow);
  return arrow;
}

static void
add_row (MpsEligibilityGroup *self, MpsStatus status)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *count = gtk_label_new (NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), mps_status_get_label (status));
  gtk_widget_add_css_class (count, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count);
  g_object_bind_property (row, "activatable", add_arrow (ADW_ACTION_ROW (row)), "visible",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, count,
                                  NULL, -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  self->rows[status] = GTK_LIST_BOX_ROW (row);
  self->counts[status] = GTK_LABEL (count);
}

static void
mps_eligibility_group_class_init (MpsEligibilityGroupClass *klass)
{
  status_activated_signal
      = g_signal_new ("status-activated", MPS_TYPE_ELIGIBILITY_GROUP, G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
mps_eligibility_group_init (MpsEligibilityGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Printer eligibility status"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      _ ("Only eligible printers can be added. A printer with several reasons counts in each."));
  for (int status = 0; status < MPS_N_STATUSES; status++)
    add_row (self, status);
}

/**
 * mps_eligibility_group_set_counts:
 * @self: an eligibility group
 * @counts: (array fixed-size=9): how many printers have each status
 */
void
mps_eligibility_group_set_counts (MpsEligibilityGroup *self, const guint *counts)
{
  g_return_if_fail (MPS_IS_ELIGIBILITY_GROUP (self));
  for (int status = 0; status < MPS_N_STATUSES; status++)
    {
      g_autofree char *text = g_strdup_printf ("%'u", counts[status]);

      gtk_label_set_label (self->counts[status], text);
      gtk_list_box_row_set_activatable (self->rows[status], counts[status] > 0);
    }
}

/**
 * mps_eligibility_group_set_breakdown:
 * @self: an eligibility group
 * @breakdown: the counts to show; it is not kept
 */
void
mps_eligibility_group_set_breakdown (MpsEligibilityGroup *self, MpsBreakdown *breakdown)
{
  guint counts[MPS_N_STATUSES];

  for (int status = 0; status < MPS_N_STATUSES; status++)
    counts[status] = mps_breakdown_get_count (breakdown, status);
  mps_eligibility_group_set_counts (self, counts);
}
