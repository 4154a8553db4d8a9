/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-status-group.h"

#include "mps-status-row.h"

struct _MpsStatusGroup {
  AdwPreferencesGroup parent_instance;

  GtkWidget *rows[MPS_N_STATUSES]; /* (nullable): borrowed from the group; those it has */
  char *hindrances[MPS_N_STATUSES];
};

G_DEFINE_FINAL_TYPE (MpsStatusGroup, mps_status_group, ADW_TYPE_PREFERENCES_GROUP)

static void
mps_status_group_finalize (GObject *object)
{
  for (guint i = 0; i < MPS_N_STATUSES; i++)
    g_free (MPS_STATUS_GROUP (object)->hindrances[i]);
  G_OBJECT_CLASS (mps_status_group_parent_class)->finalize (object);
}

static void
mps_status_group_class_init (MpsStatusGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mps_status_group_finalize;
}

static void
mps_status_group_init (MpsStatusGroup *self)
{
}

static void
remove_row (MpsStatusGroup *self, MpsStatus status)
{
  if (self->rows[status])
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows[status]);
  self->rows[status] = NULL;
}

static void
add_row (MpsStatusGroup *self, MpsStatus status)
{
  self->rows[status] = mps_status_row_new (status);
  mps_status_row_set_hindrance (MPS_STATUS_ROW (self->rows[status]), self->hindrances[status]);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->rows[status]);
}

/**
 * mps_status_group_set_mask:
 * @self: a status group
 * @mask: the statuses of a printer
 *
 * Shows them, in the order in which they are always shown.
 */
void
mps_status_group_set_mask (MpsStatusGroup *self, MpsStatusMask mask)
{
  gboolean same = TRUE;

  g_return_if_fail (MPS_IS_STATUS_GROUP (self));
  for (guint i = 0; i < MPS_N_STATUSES; i++)
    same = same && mps_status_mask_has (mask, i) == (self->rows[i] != NULL);
  if (same)
    return;
  for (guint i = 0; i < MPS_N_STATUSES; i++)
    {
      remove_row (self, i);
      if (mps_status_mask_has (mask, i))
        add_row (self, i);
    }
}

/**
 * mps_status_group_set_hindrance:
 * @self: a status group
 * @status: any of the nine
 * @hindrance: (nullable): why its remedy can't be begun now, translated
 */
void
mps_status_group_set_hindrance (MpsStatusGroup *self, MpsStatus status, const char *hindrance)
{
  g_return_if_fail (MPS_IS_STATUS_GROUP (self));
  g_return_if_fail (status < MPS_N_STATUSES);
  g_set_str (&self->hindrances[status], hindrance);
  if (self->rows[status])
    mps_status_row_set_hindrance (MPS_STATUS_ROW (self->rows[status]), hindrance);
}
