/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-window.h"

struct _MpsWindow
{
  AdwApplicationWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (MpsWindow, mps_window, ADW_TYPE_APPLICATION_WINDOW)

static void
mps_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_WINDOW);
  G_OBJECT_CLASS (mps_window_parent_class)->dispose (object);
}

static void
mps_window_class_init (MpsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-window.ui");
}

static void
mps_window_init (MpsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
