/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-page-focus.h"

#include <adwaita.h>

/**
 * mps_page_focus_keep:
 * @page: a page that has shortcuts
 * @content: the part of it that is worked on
 *
 * Gives the keyboard's focus to @content when nothing of @page has it that
 * takes keys, as after a button has turned insensitive by being pressed: the
 * shortcuts of @page would get nowhere. A dialog in front of the window’s page keeps it.
 */
void
mps_page_focus_keep (GtkWidget *page, GtkWidget *content)
{
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *focus;

  /* A page can be shown in a dialog that is not. */
  if (root == NULL)
    return;
  focus = gtk_root_get_focus (root);
  if (focus && gtk_widget_get_ancestor (focus, ADW_TYPE_DIALOG)
      && !gtk_widget_get_ancestor (page, ADW_TYPE_DIALOG))
    return;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, page) || !gtk_widget_is_sensitive (focus))
    gtk_widget_child_focus (content, GTK_DIR_TAB_FORWARD);
}
