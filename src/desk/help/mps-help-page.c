/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-help-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_heading (const char *text, const char *css_class)
{
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "label", text, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                      "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* The mark of a list stands before all lines of its text. */
static GtkWidget *
new_item (const MpsHelpLine *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = gtk_label_new (line->mark);

  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (mark), 1);
  gtk_label_set_width_chars (GTK_LABEL (mark), 3);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), new_label (line->text, NULL));
  return box;
}

static GtkWidget *
new_note (const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon
      = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "accessible-role",
                      GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_START, NULL);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "note");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), new_label (text, NULL));
  return box;
}

static GtkWidget *
new_line (const MpsHelpLine *line)
{
  switch (line->kind)
    {
    case MPS_HELP_PARAGRAPH:
      return new_label (line->text, NULL);
    case MPS_HELP_HEADING:
      return new_heading (line->text, "heading");
    case MPS_HELP_STEP:
    case MPS_HELP_POINT:
      return new_item (line);
    case MPS_HELP_NOTE:
      return new_note (line->text);
    }
  g_return_val_if_reached (NULL);
}

static GtkWidget *
new_link (const MpsHelpTopic *topic)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", topic->title, "use-markup", FALSE,
                                 "activatable", TRUE, NULL);
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "help.show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", topic->id);
  return row;
}

static GtkWidget *
new_links (MpsHelpBook *book, const MpsHelpTopic *topic)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("See also"));
  gtk_widget_set_margin_top (group, 12);
  for (guint i = 0; topic->related[i]; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               new_link (mps_help_book_find (book, topic->related[i])));
  return group;
}

/**
 * mps_help_page_new:
 * @book: the book of @topic
 * @topic: a topic
 *
 * Returns: (transfer floating): what is to be read of it
 */
GtkWidget *
mps_help_page_new (MpsHelpBook *book, const MpsHelpTopic *topic)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), new_heading (topic->title, "title-2"));
  for (guint i = 0; i < topic->lines->len; i++)
    gtk_box_append (GTK_BOX (box), new_line (topic->lines->pdata[i]));
  if (*topic->related)
    gtk_box_append (GTK_BOX (box), new_links (book, topic));
  return box;
}
