/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/help/mps-help-book.h"
#include "desk/help/mps-help-window.h"

static void
check_topic (MpsHelpBook *book, const MpsHelpTopic *topic)
{
  g_assert_cmpstr (topic->title, !=, "");
  g_assert_cmpstr (topic->group, !=, "");
  g_assert_cmpuint (topic->lines->len, >, 1);
  for (guint i = 0; topic->related[i]; i++)
    {
      const MpsHelpTopic *related = mps_help_book_find (book, topic->related[i]);

      if (related == NULL || related == topic)
        g_error ("“%s” leads to “%s”, which is no other topic", topic->id, topic->related[i]);
    }
}

/* The same pages in the same order, each with as much to do. */
static void
test_languages (void)
{
  g_autoptr (MpsHelpBook) english = mps_help_book_open ("en");
  g_autoptr (MpsHelpBook) japanese = mps_help_book_open ("ja");

  g_assert_null (mps_help_book_open ("xx"));
  g_assert_cmpuint (mps_help_book_get_n_topics (english), >, 18);
  g_assert_cmpuint (mps_help_book_get_n_topics (english), ==,
                    mps_help_book_get_n_topics (japanese));
  for (guint i = 0; i < mps_help_book_get_n_topics (english); i++)
    {
      const MpsHelpTopic *one = mps_help_book_get_topic (english, i);
      const MpsHelpTopic *other = mps_help_book_get_topic (japanese, i);

      g_assert_cmpstr (one->id, ==, other->id);
      g_assert_true (mps_help_book_find (english, one->id) == one);
      g_assert_cmpuint (one->lines->len, ==, other->lines->len);
      for (guint j = 0; j < one->lines->len; j++)
        g_assert_cmpuint (((MpsHelpLine *) one->lines->pdata[j])->kind, ==,
                          ((MpsHelpLine *) other->lines->pdata[j])->kind);
      g_assert_cmpstrv (one->related, other->related);
      check_topic (english, one);
      check_topic (japanese, other);
    }
}

static void
test_statuses (void)
{
  g_autoptr (MpsHelpBook) book = mps_help_book_open ("en");

  for (MpsStatus status = 0; status < MPS_N_STATUSES; status++)
    {
      g_autofree char *id = mps_help_dup_status_topic (status);
      const MpsHelpTopic *topic = mps_help_book_find (book, id);

      g_assert_nonnull (topic);
      g_assert_cmpstr (topic->title, ==, mps_status_get_label (status));
    }
}

/* The entry is empty for a moment before the new text is in it, and then all topics are shown. */
static gboolean
shows_only_what_is_found (gpointer data)
{
  return desk_shows (data, "The contacts file") && !desk_shows (data, "Before you begin");
}

static void
test_window (DeskFixture *fixture, gconstpointer data)
{
  GtkWindow *window = mps_help_window_new ();
  GtkWidget *search;

  gtk_window_present (window);
  desk_wait_for_text (GTK_WIDGET (window), "Before you begin");
  mps_help_window_show_topic (MPS_HELP_WINDOW (window), "status-no-contact");
  g_assert_true (desk_shows (GTK_WIDGET (window), "See also"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "help.show", "s", "agents"));
  search = desk_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "no page has these words");
  desk_wait_for_text (GTK_WIDGET (window), "No topics found");
  gtk_editable_set_text (GTK_EDITABLE (search), "calling CODE");
  desk_wait_until (shows_only_what_is_found, window);
  gtk_window_destroy (window);
}

static gboolean
is_laid_out (gpointer data)
{
  return gtk_widget_get_width (data) > 0;
}

/* Each page fits where it is narrow; whatever does not warns, and warnings are fatal. */
static void
test_narrow (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (MpsHelpBook) book = mps_help_book_open ("en");
  GtkWindow *window = mps_help_window_new ();

  gtk_window_set_default_size (window, 360, 640);
  gtk_window_present (window);
  desk_wait_until (is_laid_out, window);
  for (guint i = 0; i < mps_help_book_get_n_topics (book); i++)
    {
      const MpsHelpTopic *topic = mps_help_book_get_topic (book, i);

      mps_help_window_show_topic (MPS_HELP_WINDOW (window), topic->id);
      desk_wait_for_text (GTK_WIDGET (window), topic->title);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 360);
    }
  gtk_window_destroy (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/help/languages", test_languages);
  g_test_add_func ("/help/statuses", test_statuses);
  desk_fixture_add ("/help/window", test_window);
  desk_fixture_add ("/help/narrow", test_narrow);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
