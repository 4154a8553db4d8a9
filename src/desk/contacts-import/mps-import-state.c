/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-import-state.h"

#include <glib/gi18n.h>

struct _MpsImportState {
  AdwBin parent_instance;

  MpsContactsRow *row;
  GtkImage *icon;
  GtkLabel *label;
};

static const struct {
  const char *icon_name;
  const char *style;
  const char *label;
} states[MPS_N_CONTACTS_ROW_STATUSES] = {
  /* Translators: what a check has found about a row of a file of contacts */
  [MPS_CONTACTS_ROW_INVALID] = { "dialog-warning-symbolic", "error", NC_ ("contact", "Invalid") },
  [MPS_CONTACTS_ROW_NEW] = { "list-add-symbolic", "success", NC_ ("contact", "New") },
  [MPS_CONTACTS_ROW_EXISTS] = { "edit-copy-symbolic", "dimmed", NC_ ("contact", "Exists already") },
  [MPS_CONTACTS_ROW_IMPORTED]
  = { "object-select-symbolic", "success", NC_ ("contact", "Imported") },
  [MPS_CONTACTS_ROW_EXCLUDED] = { "list-remove-symbolic", "dimmed", NC_ ("contact", "Left out") },
};

G_DEFINE_FINAL_TYPE (MpsImportState, mps_import_state, ADW_TYPE_BIN)

static void
refresh (MpsImportState *self)
{
  const MpsContactsRowStatus status = mps_contacts_row_get_status (self->row);
  const MpsProblem *problem = mps_contacts_row_get_shape_problem (self->row);
  const char *styles[] = { states[status].style, NULL };

  gtk_image_set_from_icon_name (self->icon, states[status].icon_name);
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), styles);
  gtk_label_set_label (self->label, mps_import_state_get_label (self->row));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), problem ? problem->reason : NULL);
}

static void
mps_import_state_dispose (GObject *object)
{
  mps_import_state_set_row (MPS_IMPORT_STATE (object), NULL);
  G_OBJECT_CLASS (mps_import_state_parent_class)->dispose (object);
}

static void
mps_import_state_class_init (MpsImportStateClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mps_import_state_dispose;
}

static void
mps_import_state_init (MpsImportState *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->icon
      = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * mps_import_state_get_label:
 * @row: a row of a contacts file
 *
 * Returns: (transfer none): what becomes of it, as a word in the user's language
 */
const char *
mps_import_state_get_label (MpsContactsRow *row)
{
  return g_dpgettext2 (NULL, "contact", states[mps_contacts_row_get_status (row)].label);
}

/**
 * mps_import_state_set_row:
 * @self: an import state
 * @row: (nullable): the row whose state it shows and follows
 */
void
mps_import_state_set_row (MpsImportState *self, MpsContactsRow *row)
{
  g_return_if_fail (MPS_IS_IMPORT_STATE (self));
  g_return_if_fail (row == NULL || MPS_IS_CONTACTS_ROW (row));
  if (self->row == row)
    return;
  if (self->row)
    g_signal_handlers_disconnect_by_func (self->row, refresh, self);
  g_set_object (&self->row, row);
  if (row == NULL)
    return;
  g_signal_connect_object (row, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}
