/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-import-list.h"

#include "mps-import-line.h"

struct _MpsImportList {
  AdwBin parent_instance;

  GtkListView *view;
};

static guint activated_signal;

G_DEFINE_FINAL_TYPE (MpsImportList, mps_import_list, ADW_TYPE_BIN)

static void
on_activated (MpsImportList *self, guint position)
{
  GListModel *rows = G_LIST_MODEL (gtk_list_view_get_model (self->view));
  g_autoptr (MpsContactsRow) row = g_list_model_get_item (rows, position);

  g_signal_emit (self, activated_signal, 0, row);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (MPS_TYPE_IMPORT_LINE, NULL));
}

static void
tell_accessible (GtkListItem *item, MpsContactsRow *row)
{
  g_autofree char *spoken = mps_import_line_dup_spoken (row);

  gtk_list_item_set_accessible_label (item, spoken);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  MpsContactsRow *row = gtk_list_item_get_item (item);

  g_signal_connect_object (row, "changed", G_CALLBACK (tell_accessible), item, G_CONNECT_SWAPPED);
  tell_accessible (item, row);
  mps_import_line_set_row (MPS_IMPORT_LINE (gtk_list_item_get_child (item)), row);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), tell_accessible, item);
  mps_import_line_set_row (MPS_IMPORT_LINE (gtk_list_item_get_child (item)), NULL);
}

static void
mps_import_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_IMPORT_LIST);
  G_OBJECT_CLASS (mps_import_list_parent_class)->dispose (object);
}

static void
mps_import_list_class_init (MpsImportListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_import_list_dispose;
  activated_signal = g_signal_new ("activated", MPS_TYPE_IMPORT_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, MPS_TYPE_CONTACTS_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-import-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsImportList, view);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
mps_import_list_init (MpsImportList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_import_list_set_rows:
 * @self: an import list
 * @rows: (transfer none): a list of #MpsContactsRow
 */
void
mps_import_list_set_rows (MpsImportList *self, GListModel *rows)
{
  g_autoptr (GtkNoSelection) model = NULL;

  g_return_if_fail (MPS_IS_IMPORT_LIST (self));
  g_return_if_fail (G_IS_LIST_MODEL (rows));
  model = gtk_no_selection_new (g_object_ref (rows));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (model));
}
