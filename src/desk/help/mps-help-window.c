/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-help-window.h"

#include "fleet/mps-text.h"
#include "mps-help-book.h"
#include "mps-help-page.h"

struct _MpsHelpWindow {
  AdwWindow parent_instance;

  MpsHelpBook *book;
  const MpsHelpTopic *topic; /* of the book; the one that is shown */
  char *search;              /* folded */

  AdwNavigationSplitView *split_view;
  GtkStack *stack;
  GtkSearchEntry *search_entry;
  GtkListBox *list;
  AdwNavigationPage *content_page;
  GtkScrolledWindow *scrolled_window;
  AdwBin *topic_bin;
};

G_DEFINE_FINAL_TYPE (MpsHelpWindow, mps_help_window, ADW_TYPE_WINDOW)

static const MpsHelpTopic *
get_topic (MpsHelpWindow *self, GtkListBoxRow *row)
{
  return mps_help_book_get_topic (self->book, gtk_list_box_row_get_index (row));
}

static void
show_topic (MpsHelpWindow *self, const MpsHelpTopic *topic)
{
  if (self->topic == topic)
    return;
  self->topic = topic;
  adw_navigation_page_set_title (self->content_page, topic->title);
  adw_bin_set_child (self->topic_bin, mps_help_page_new (self->book, topic));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled_window), 0);
}

/* Beside the list, a page follows the keyboard; in its place, it waits for Enter. */
static void
on_row_selected (MpsHelpWindow *self, GtkListBoxRow *row)
{
  if (row && !adw_navigation_split_view_get_collapsed (self->split_view))
    show_topic (self, get_topic (self, row));
}

static void
on_row_activated (MpsHelpWindow *self, GtkListBoxRow *row)
{
  show_topic (self, get_topic (self, row));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static gboolean
matches (GtkListBoxRow *row, gpointer user_data)
{
  MpsHelpWindow *self = user_data;

  return self->search == NULL || strstr (get_topic (self, row)->folded, self->search);
}

static gboolean
has_match (MpsHelpWindow *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)); i++)
    if (matches (row, self))
      return TRUE;
  return FALSE;
}

static void
on_search_changed (MpsHelpWindow *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  g_free (self->search);
  self->search = mps_text_fold (g_strstrip (text));
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
  gtk_stack_set_visible_child_name (self->stack, has_match (self) ? "topics" : "none");
}

static void
on_stop_search (MpsHelpWindow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
activate_find (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsHelpWindow *self = MPS_HELP_WINDOW (widget);

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
activate_show (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mps_help_window_show_topic (MPS_HELP_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *group = get_topic (user_data, row)->group;
  GtkWidget *label;

  if (before && g_str_equal (get_topic (user_data, before)->group, group))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (group);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "topics");
  gtk_list_box_row_set_header (row, label);
}

static void
add_topics (MpsHelpWindow *self)
{
  for (guint i = 0; i < mps_help_book_get_n_topics (self->book); i++)
    {
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *label = gtk_label_new (mps_help_book_get_topic (self->book, i)->title);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      gtk_label_get_label (GTK_LABEL (label)), -1);
      gtk_list_box_append (self->list, row);
    }
}

static void
mps_help_window_dispose (GObject *object)
{
  MpsHelpWindow *self = MPS_HELP_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_HELP_WINDOW);
  G_OBJECT_CLASS (mps_help_window_parent_class)->dispose (object);
  g_clear_pointer (&self->book, mps_help_book_free);
  g_clear_pointer (&self->search, g_free);
}

static void
mps_help_window_class_init (MpsHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_help_window_dispose;
  gtk_widget_class_install_action (widget_class, "help.find", NULL, activate_find);
  gtk_widget_class_install_action (widget_class, "help.show", "s", activate_show);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsHelpWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, MpsHelpWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MpsHelpWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MpsHelpWindow, list);
  gtk_widget_class_bind_template_child (widget_class, MpsHelpWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, MpsHelpWindow, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, MpsHelpWindow, topic_bin);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
}

static void
mps_help_window_init (MpsHelpWindow *self)
{
  self->book = mps_help_book_open_own ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_topics (self);
  gtk_list_box_set_filter_func (self->list, matches, self, NULL);
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  show_topic (self, mps_help_book_get_topic (self->book, 0));
}

/**
 * mps_help_window_new:
 *
 * Returns: (transfer none): a new window with the help in the user's language,
 *   which lives until it is closed
 */
GtkWindow *
mps_help_window_new (void)
{
  return g_object_new (MPS_TYPE_HELP_WINDOW, NULL);
}

/**
 * mps_help_window_show_topic:
 * @self: a help window
 * @topic: the id of a topic
 *
 * Shows the page of @topic, even if the list is searched for others.
 */
void
mps_help_window_show_topic (MpsHelpWindow *self, const char *topic)
{
  g_return_if_fail (MPS_IS_HELP_WINDOW (self));
  for (guint i = 0; i < mps_help_book_get_n_topics (self->book); i++)
    if (g_str_equal (mps_help_book_get_topic (self->book, i)->id, topic))
      {
        GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

        gtk_list_box_select_row (self->list, row);
        on_row_activated (self, row);
        return;
      }
  g_return_if_reached ();
}

static MpsHelpWindow *
find_window (GtkApplication *application)
{
  GList *windows = gtk_application_get_windows (application);

  for (; windows; windows = windows->next)
    if (MPS_IS_HELP_WINDOW (windows->data))
      return windows->data;
  return NULL;
}

/**
 * mps_help_present:
 * @application: the application
 * @topic: (nullable): the id of a topic, %NULL for where one has stopped reading
 *
 * Shows the one help window there is, above the window that was used last and
 * for no longer than that.
 */
void
mps_help_present (GtkApplication *application, const char *topic)
{
  GtkWindow *active = gtk_application_get_active_window (application);
  MpsHelpWindow *self = find_window (application);

  if (self == NULL)
    self = MPS_HELP_WINDOW (mps_help_window_new ());
  if (active && active != GTK_WINDOW (self))
    gtk_window_set_transient_for (GTK_WINDOW (self), active);
  gtk_window_set_application (GTK_WINDOW (self), application);
  if (topic)
    mps_help_window_show_topic (self, topic);
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * mps_help_show_status:
 * @widget: a widget in a window of the application
 * @status: a status
 *
 * Shows the help page about @status.
 */
void
mps_help_show_status (GtkWidget *widget, MpsStatus status)
{
  g_autofree char *topic = mps_help_dup_status_topic (status);

  gtk_widget_activate_action (widget, "app.show-help", "s", topic);
}
