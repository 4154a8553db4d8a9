/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-export-requests-dialog.h"

#include "mps-request-export.h"
#include "mps-request-item.h"

#include "desk/widgets/mps-error-view.h"

#include <glib/gi18n.h>

struct _MpsExportRequestsDialog {
  AdwDialog parent_instance;

  MpsStore *store;
  gint64 organization;
  GListStore *items;
  guint n_new;
  gboolean exporting;

  AdwWindowTitle *title;
  GtkStack *stack;
  MpsErrorView *error_view;
  AdwActionRow *new_row;
  GtkLabel *new_count;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (MpsExportRequestsDialog, mps_export_requests_dialog, ADW_TYPE_DIALOG)

static void
refresh_action (MpsExportRequestsDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "requests.export",
                                 self->n_new > 0 && !self->exporting);
}

static void
show_new (MpsExportRequestsDialog *self, guint n_printers)
{
  g_autofree char *count = g_strdup_printf ("%'u", self->n_new);
  g_autofree char *printers
      = g_strdup_printf (ngettext ("For %'u printer", "For %'u printers", n_printers), n_printers);

  gtk_label_set_label (self->new_count, count);
  adw_action_row_set_subtitle (self->new_row,
                               self->n_new > 0 ? printers : _ ("All requests were exported."));
  refresh_action (self);
}

static void
show_requests (MpsExportRequestsDialog *self, GPtrArray *requests)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_printers = 0;

  self->n_new = 0;
  for (guint i = 0; i < requests->len; i++)
    {
      const MpsRequestSummary *request = requests->pdata[i];

      g_ptr_array_add (items, mps_request_item_new (request));
      if (request->exported_at)
        continue;
      self->n_new++;
      n_printers += request->n_printers;
    }
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  show_new (self, n_printers);
  gtk_stack_set_visible_child_name (self->stack, requests->len > 0 ? "requests" : "empty");
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsExportRequestsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) requests = NULL;

  requests = mps_store_list_requests_finish (MPS_STORE (source), result, &error);
  if (self->store == NULL)
    return;
  if (requests)
    {
      show_requests (self, requests);
      return;
    }
  mps_error_view_set_error (self->error_view, error);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
load (MpsExportRequestsDialog *self)
{
  mps_store_list_requests_async (self->store, self->organization, NULL, on_listed,
                                 g_object_ref (self));
}

static void
on_store_changed (MpsExportRequestsDialog *self, MpsChanges *changes)
{
  if (changes->requests)
    load (self);
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MpsExportRequestsDialog *self = MPS_EXPORT_REQUESTS_DIALOG (source);

  mps_request_export_finish (GTK_WIDGET (source), result);
  self->exporting = FALSE;
  refresh_action (self);
}

static void
activate_export (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mps_export_requests_dialog_export (MPS_EXPORT_REQUESTS_DIALOG (widget), NULL, NULL);
}

static void
on_activate (MpsExportRequestsDialog *self, guint position)
{
  g_autoptr (MpsRequestItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  mps_export_requests_dialog_export (self, mps_request_item_get_id (item), NULL);
}

static void
mps_export_requests_dialog_dispose (GObject *object)
{
  MpsExportRequestsDialog *self = MPS_EXPORT_REQUESTS_DIALOG (object);

  /* Libadwaita 1.7 never frees the child of a dialog that was presented. */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_EXPORT_REQUESTS_DIALOG);
  g_clear_object (&self->store);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (mps_export_requests_dialog_parent_class)->dispose (object);
}

static void
mps_export_requests_dialog_class_init (MpsExportRequestsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_export_requests_dialog_dispose;
  g_type_ensure (MPS_TYPE_ERROR_VIEW);
  g_type_ensure (MPS_TYPE_REQUEST_ITEM);
  gtk_widget_class_install_action (widget_class, "requests.export", NULL, activate_export);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-export-requests-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsExportRequestsDialog, title);
  gtk_widget_class_bind_template_child (widget_class, MpsExportRequestsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, MpsExportRequestsDialog, error_view);
  gtk_widget_class_bind_template_child (widget_class, MpsExportRequestsDialog, new_row);
  gtk_widget_class_bind_template_child (widget_class, MpsExportRequestsDialog, new_count);
  gtk_widget_class_bind_template_child (widget_class, MpsExportRequestsDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
mps_export_requests_dialog_init (MpsExportRequestsDialog *self)
{
  g_autoptr (GtkNoSelection) model = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (MPS_TYPE_REQUEST_ITEM);
  model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
  refresh_action (self);
}

/**
 * mps_export_requests_dialog_new:
 * @session: the session whose organization's requests to show
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
mps_export_requests_dialog_new (MpsSession *session)
{
  MpsExportRequestsDialog *self;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  self = g_object_new (MPS_TYPE_EXPORT_REQUESTS_DIALOG, NULL);
  self->store = g_object_ref (mps_session_get_store (session));
  self->organization = mps_session_get_organization (session);
  adw_window_title_set_subtitle (self->title, mps_session_get_organization_name (session));
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  load (self);
  return ADW_DIALOG (self);
}

/**
 * mps_export_requests_dialog_export:
 * @self: a dialog
 * @again: (nullable): the id of the request to export; %NULL for those not exported yet
 * @file: (nullable): where to; %NULL to ask
 *
 * Exports, and says how that ended.
 */
void
mps_export_requests_dialog_export (MpsExportRequestsDialog *self, const char *again, GFile *file)
{
  g_return_if_fail (MPS_IS_EXPORT_REQUESTS_DIALOG (self));
  if (self->exporting)
    return;
  self->exporting = TRUE;
  refresh_action (self);
  mps_request_export_async (GTK_WIDGET (self), self->store, self->organization, again, file,
                            on_exported, NULL);
}
