/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-error-view.h"

#include "mps-feedback.h"
#include "mps-report-line.h"
#include "mps-report-view.h"

#include "fleet/mps-error.h"

#include <glib/gi18n.h>

struct _MpsErrorView {
  AdwBin parent_instance;

  GtkLabel *sentence;
  GtkWidget *details_frame;
  MpsReportView *details;
};

G_DEFINE_FINAL_TYPE (MpsErrorView, mps_error_view, ADW_TYPE_BIN)

static gboolean
have_lines (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    if (((const MpsProblem *) problems->pdata[i])->line != 0)
      return TRUE;
  return FALSE;
}

static void
show_problems (MpsErrorView *self, GPtrArray *problems)
{
  g_autoptr (GListModel) lines = NULL;

  gtk_widget_set_visible (self->details_frame, problems != NULL && problems->len > 0);
  if (problems == NULL)
    return;
  lines = mps_report_lines_new_for_problems (problems);
  mps_report_view_set_titles (self->details, have_lines (problems) ? _ ("Line") : NULL,
                              /* Translators: where in a file something is wrong */
                              _ ("Place"), _ ("Reason"));
  mps_report_view_set_lines (self->details, lines);
}

static void
mps_error_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_ERROR_VIEW);
  G_OBJECT_CLASS (mps_error_view_parent_class)->dispose (object);
}

static void
mps_error_view_class_init (MpsErrorViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_error_view_dispose;
  g_type_ensure (MPS_TYPE_REPORT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-error-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsErrorView, sentence);
  gtk_widget_class_bind_template_child (widget_class, MpsErrorView, details_frame);
  gtk_widget_class_bind_template_child (widget_class, MpsErrorView, details);
}

static void
mps_error_view_init (MpsErrorView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_error_view_new:
 *
 * Returns: (transfer floating): a view that shows no error
 */
GtkWidget *
mps_error_view_new (void)
{
  return g_object_new (MPS_TYPE_ERROR_VIEW, NULL);
}

/**
 * mps_error_view_set_error:
 * @self: an error view
 * @error: (nullable): what to tell, or %NULL when all is well again
 *
 * Shows @error, and has a screen reader say it.
 */
void
mps_error_view_set_error (MpsErrorView *self, const GError *error)
{
  g_return_if_fail (MPS_IS_ERROR_VIEW (self));
  gtk_widget_set_visible (GTK_WIDGET (self), error != NULL);
  if (error == NULL)
    return;
  gtk_label_set_label (self->sentence, error->message);
  show_problems (self, mps_error_get_problems (error));
  mps_feedback_say (GTK_WIDGET (self), error->message);
}
