/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-status-page.h"

#include "mps-chosen-list.h"

struct _MpsStatusPage {
  AdwNavigationPage parent_instance;

  GtkLabel *explanation;
  GtkNoSelection *model;
};

G_DEFINE_FINAL_TYPE (MpsStatusPage, mps_status_page, ADW_TYPE_NAVIGATION_PAGE)

static void
mps_status_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_STATUS_PAGE);
  G_OBJECT_CLASS (mps_status_page_parent_class)->dispose (object);
}

static void
mps_status_page_class_init (MpsStatusPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_status_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-status-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsStatusPage, explanation);
  gtk_widget_class_bind_template_child (widget_class, MpsStatusPage, model);
}

static void
mps_status_page_init (MpsStatusPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_status_page_new:
 * @fleet: the fleet
 * @printers: (array length=n_printers): ids of the chosen printers
 * @n_printers: how many
 * @status: any of the nine
 *
 * Returns: (transfer floating): a page to push
 */
AdwNavigationPage *
mps_status_page_new (MpsFleet *fleet, const gint64 *printers, gsize n_printers, MpsStatus status)
{
  g_autoptr (MpsChosenList) list = mps_chosen_list_new (fleet, printers, n_printers, status);
  MpsStatusPage *self
      = g_object_new (MPS_TYPE_STATUS_PAGE, "title", mps_status_get_label (status), NULL);

  gtk_label_set_label (
      self->explanation,
      mps_status_get_explanation (status, g_list_model_get_n_items (G_LIST_MODEL (list))));
  gtk_no_selection_set_model (self->model, G_LIST_MODEL (list));
  return ADW_NAVIGATION_PAGE (self);
}
