/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-details-page.h"

#include "mps-feedback.h"

typedef struct {
  gboolean gone;
  char *farewell; /* (nullable): what is said when it goes back */
} MpsDetailsPagePrivate;

G_DEFINE_TYPE_WITH_PRIVATE (MpsDetailsPage, mps_details_page, ADW_TYPE_NAVIGATION_PAGE)

static void
go_back (MpsDetailsPage *self)
{
  MpsDetailsPagePrivate *priv = mps_details_page_get_instance_private (self);
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  AdwNavigationPage *page = ADW_NAVIGATION_PAGE (self);

  if (view == NULL || adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view)) != page)
    return;
  if (priv->farewell)
    mps_feedback_toast (GTK_WIDGET (self), priv->farewell);
  adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
}

static void
mps_details_page_shown (AdwNavigationPage *page)
{
  MpsDetailsPage *self = MPS_DETAILS_PAGE (page);

  if (mps_details_page_get_gone (self))
    go_back (self);
}

static void
mps_details_page_finalize (GObject *object)
{
  MpsDetailsPagePrivate *priv = mps_details_page_get_instance_private (MPS_DETAILS_PAGE (object));

  g_free (priv->farewell);
  G_OBJECT_CLASS (mps_details_page_parent_class)->finalize (object);
}

static void
mps_details_page_class_init (MpsDetailsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mps_details_page_finalize;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = mps_details_page_shown;
}

static void
mps_details_page_init (MpsDetailsPage *self)
{
}

/**
 * mps_details_page_leave:
 * @self: a page
 * @farewell: (nullable): why, translated; %NULL where the user knows
 *
 * Goes back for good. A page that others lie upon waits until it would be seen.
 */
void
mps_details_page_leave (MpsDetailsPage *self, const char *farewell)
{
  MpsDetailsPagePrivate *priv = mps_details_page_get_instance_private (self);

  g_return_if_fail (MPS_IS_DETAILS_PAGE (self));
  priv->gone = TRUE;
  g_set_str (&priv->farewell, farewell);
  go_back (self);
}

/**
 * mps_details_page_get_gone:
 * @self: a page
 *
 * Returns: whether it has left, or will as soon as it would be seen
 */
gboolean
mps_details_page_get_gone (MpsDetailsPage *self)
{
  MpsDetailsPagePrivate *priv = mps_details_page_get_instance_private (self);

  g_return_val_if_fail (MPS_IS_DETAILS_PAGE (self), TRUE);
  return priv->gone;
}
