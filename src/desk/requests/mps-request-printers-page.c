/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-request-printers-page.h"

#include "desk/widgets/mps-gradual-rows.h"
#include "desk/widgets/mps-lookup-copy.h"
#include "desk/widgets/mps-lookup-stack.h"

#include <glib/gi18n.h>

struct _MpsRequestPrintersPage {
  AdwNavigationPage parent_instance;

  MpsStore *store;
  gint64 request;
  MpsLazyList *printers;

  GtkSearchEntry *search_entry;
  MpsLookupStack *stack;
  GtkColumnView *view;
  GtkLabel *count_label;
};

G_DEFINE_FINAL_TYPE (MpsRequestPrintersPage, mps_request_printers_page, ADW_TYPE_NAVIGATION_PAGE)

static char *
dup_serial (GObject *cell, const MpsRequestLine *line)
{
  return g_strdup (line ? line->serial : "");
}

static char *
dup_model (GObject *cell, const MpsRequestLine *line)
{
  return g_strdup (line ? line->model : "");
}

static char *
dup_contact (GObject *cell, const MpsRequestLine *line)
{
  return g_strdup (line ? line->contact : "");
}

static char *
dup_outcome (GObject *cell, const MpsRequestLine *line)
{
  if (line == NULL)
    return g_strdup ("");
  if (*line->reason == '\0')
    return g_strdup (mps_managed_get_label (line->outcome));
  /* Translators: what was answered to a request, and the reason for it. */
  return g_strdup_printf (_ ("%s: %s"), mps_managed_get_label (line->outcome), line->reason);
}

static void
look_up (MpsRequestPrintersPage *self)
{
  const char *search = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  if (self->printers == NULL)
    return;
  mps_lookup_stack_set_narrowed (self->stack, *search != '\0');
  mps_lazy_list_set_lookup (self->printers,
                            mps_lookup_new_request_printers (self->request, search));
}

static void
on_found (MpsRequestPrintersPage *self)
{
  const guint n_printers = g_list_model_get_n_items (G_LIST_MODEL (self->printers));
  g_autofree char *count
      = g_strdup_printf (ngettext ("%'u printer", "%'u printers", n_printers), n_printers);

  gtk_label_set_label (self->count_label, count);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "request.save", n_printers > 0);
}

static void
activate_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsRequestPrintersPage *self = MPS_REQUEST_PRINTERS_PAGE (widget);

  mps_lookup_save (widget, self->store, mps_lazy_list_get_lookup (self->printers),
                   /* Translators: the name of a file, without spaces. */
                   _ ("printers-added.csv"));
}

static void
mps_request_printers_page_dispose (GObject *object)
{
  MpsRequestPrintersPage *self = MPS_REQUEST_PRINTERS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_REQUEST_PRINTERS_PAGE);
  g_clear_object (&self->printers);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mps_request_printers_page_parent_class)->dispose (object);
}

static void
mps_request_printers_page_class_init (MpsRequestPrintersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_request_printers_page_dispose;
  g_type_ensure (MPS_TYPE_LAZY_ROW);
  g_type_ensure (MPS_TYPE_LOOKUP_STACK);
  gtk_widget_class_install_action (widget_class, "request.save", NULL, activate_save);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-request-printers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsRequestPrintersPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MpsRequestPrintersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MpsRequestPrintersPage, view);
  gtk_widget_class_bind_template_child (widget_class, MpsRequestPrintersPage, count_label);
  gtk_widget_class_bind_template_callback (widget_class, look_up);
  gtk_widget_class_bind_template_callback (widget_class, dup_serial);
  gtk_widget_class_bind_template_callback (widget_class, dup_model);
  gtk_widget_class_bind_template_callback (widget_class, dup_contact);
  gtk_widget_class_bind_template_callback (widget_class, dup_outcome);
}

static void
mps_request_printers_page_init (MpsRequestPrintersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_request_printers_page_new:
 * @store: where the request is
 * @request: its id
 *
 * Returns: (transfer floating): a page to push
 */
AdwNavigationPage *
mps_request_printers_page_new (MpsStore *store, gint64 request)
{
  MpsRequestPrintersPage *self;
  g_autoptr (MpsGradualRows) model = NULL;

  g_return_val_if_fail (MPS_IS_STORE (store), NULL);
  self = g_object_new (MPS_TYPE_REQUEST_PRINTERS_PAGE, NULL);
  self->store = g_object_ref (store);
  self->request = request;
  self->printers = mps_lazy_list_new (store);
  g_signal_connect_object (self->printers, "found", G_CALLBACK (on_found), self, G_CONNECT_SWAPPED);
  mps_lookup_stack_follow (self->stack, self->printers);
  model = mps_gradual_rows_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->printers)))));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (model));
  look_up (self);
  return ADW_NAVIGATION_PAGE (self);
}
