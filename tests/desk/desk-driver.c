/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#define TIMEOUT_SECONDS 30

GResource *mps_desk_get_resource (void);

void
desk_init (void)
{
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_resources_register (mps_desk_get_resource ());
}

/**
 * desk_test_run:
 * @add_tests: adds the tests
 *
 * Returns: the exit status of the test program
 */
int
desk_test_run (int argc, char **argv, void (*add_tests) (void))
{
  g_test_init (&argc, &argv, NULL);
  desk_init ();
  add_tests ();
  return g_test_run ();
}

static G_NORETURN gboolean
on_timeout (gpointer data)
{
  g_error ("Nothing came of it in %d seconds", TIMEOUT_SECONDS);
}

void
desk_wait_until (DeskCondition condition, gpointer data)
{
  guint timeout = g_timeout_add_seconds (TIMEOUT_SECONDS, on_timeout, NULL);

  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

typedef gboolean (*Match) (GtkWidget *widget, gconstpointer data);

void
desk_show (DeskFixture *self, GtkWidget *content)
{
  adw_window_set_content (ADW_WINDOW (self->window), content);
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (GTK_WIDGET (data));
}

void
desk_present (DeskFixture *self, AdwDialog *dialog)
{
  adw_dialog_present (dialog, self->window);
  desk_wait_until (is_mapped, adw_dialog_get_child (dialog));
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

void
desk_wait_for_end_of (gpointer *weak)
{
  desk_wait_until (is_gone, weak);
}

/* Also proves that nothing holds a closed dialog or what is in it any more. */
void
desk_close (AdwDialog *dialog)
{
  gpointer weak_dialog = dialog;
  gpointer weak_child = adw_dialog_get_child (dialog);

  g_object_add_weak_pointer (G_OBJECT (weak_dialog), &weak_dialog);
  g_object_add_weak_pointer (G_OBJECT (weak_child), &weak_child);
  adw_dialog_close (dialog);
  desk_wait_for_end_of (&weak_dialog);
  desk_wait_for_end_of (&weak_child);
}

static gboolean
has_dialog (gpointer window)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));

  return dialog && gtk_widget_get_mapped (adw_dialog_get_child (dialog));
}

AdwDialog *
desk_wait_for_dialog (DeskFixture *self)
{
  desk_wait_until (has_dialog, self->window);
  return adw_window_get_visible_dialog (ADW_WINDOW (self->window));
}

void
desk_answer (AdwDialog *alert, const char *response)
{
  gpointer weak = alert;
  g_autofree char *signal = g_strdup_printf ("response::%s", response);

  g_assert_true (adw_alert_dialog_has_response (ADW_ALERT_DIALOG (alert), response));
  g_signal_emit_by_name (alert, signal, response);
  g_object_add_weak_pointer (G_OBJECT (alert), &weak);
  adw_dialog_force_close (alert);
  desk_wait_for_end_of (&weak);
}

/* The first widget that matches, of those that are seen. */
static GtkWidget *
find (GtkWidget *root, Match match, gconstpointer data)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (match (root, data))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, match, data);

      if (found)
        return found;
    }
  return NULL;
}

static gboolean
has_type (GtkWidget *widget, gconstpointer data)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, *(const GType *) data);
}

GtkWidget *
desk_find (GtkWidget *root, GType type)
{
  return find (root, has_type, &type);
}

static gboolean
does_action (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_ACTIONABLE (widget)
         && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), data) == 0;
}

GtkWidget *
desk_find_button (GtkWidget *root, const char *action)
{
  return find (root, does_action, action);
}

static gboolean
has_title (GtkWidget *widget, gconstpointer data)
{
  return ADW_IS_PREFERENCES_ROW (widget)
         && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), data) == 0;
}

static gboolean
is_labelled (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

GtkWidget *
desk_find_labelled_button (GtkWidget *root, const char *label)
{
  return find (root, is_labelled, label);
}

GtkWidget *
desk_find_row (GtkWidget *root, const char *title)
{
  return find (root, has_title, title);
}

static gboolean
says (GtkWidget *widget, gconstpointer data)
{
  const char *text = NULL;

  if (GTK_IS_LABEL (widget))
    text = gtk_label_get_text (GTK_LABEL (widget));
  else if (GTK_IS_INSCRIPTION (widget))
    text = gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  return text != NULL && strstr (text, data) != NULL;
}

GtkWidget *
desk_find_text (GtkWidget *root, const char *text)
{
  return find (root, says, text);
}

gboolean
desk_shows (GtkWidget *root, const char *text)
{
  return desk_find_text (root, text) != NULL;
}

void
desk_click (GtkWidget *root, const char *action)
{
  GtkWidget *button = desk_find_button (root, action);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  if (GTK_IS_BUTTON (button))
    g_signal_emit_by_name (button, "clicked");
  else
    gtk_widget_activate (button);
}

void
desk_activate_row (GtkWidget *root, const char *title)
{
  GtkWidget *row = desk_find_row (root, title);

  g_assert_nonnull (row);
  g_assert_true (gtk_widget_is_sensitive (row));
  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  adw_action_row_activate (ADW_ACTION_ROW (row));
}

typedef struct {
  GtkWidget *root;
  const char *text;
} Expected;

static gboolean
is_shown (gpointer data)
{
  Expected *expected = data;

  return desk_shows (expected->root, expected->text);
}

void
desk_wait_for_text (GtkWidget *root, const char *text)
{
  desk_wait_until (is_shown, &(Expected) { root, text });
}

static gboolean
is_usable (gpointer data)
{
  Expected *expected = data;
  GtkWidget *button = desk_find_button (expected->root, expected->text);

  return button != NULL && gtk_widget_is_sensitive (button);
}

void
desk_wait_for_button (GtkWidget *root, const char *action)
{
  desk_wait_until (is_usable, &(Expected) { root, action });
}

static gboolean
is_number (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "numeric");
}

const char *
desk_get_row_number (GtkWidget *root, const char *title)
{
  GtkWidget *row = desk_find_row (root, title);
  GtkWidget *label = row ? find (row, is_number, NULL) : NULL;

  return label ? gtk_label_get_text (GTK_LABEL (label)) : NULL;
}

static void
on_painted (gboolean *is_painted)
{
  *is_painted = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* Until the frame that shows what has happened so far is on its way to the display. */
void
desk_wait_for_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean is_painted = FALSE;
  gulong handler
      = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (on_painted), &is_painted);

  gtk_widget_queue_draw (widget);
  desk_wait_until (is_true, &is_painted);
  g_signal_handler_disconnect (clock, handler);
}
