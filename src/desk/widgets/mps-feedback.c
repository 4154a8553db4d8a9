/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-feedback.h"

#include "mps-error-view.h"

#include <glib/gi18n.h>

/* An offer is read, thought about and reached with the keyboard before its toast goes away. */
#define OFFER_SECONDS 10

/* What is kept with an overlay: the toast that Ctrl+Z takes, and what listens for that key. */
#define UNDO_DATA "mps-undo"
#define UNDO_CONTROLLER "mps-undo-controller"

typedef struct {
  GtkWidget *widget;
  MpsToastFunc func;
  gpointer data;
  GDestroyNotify destroy;
} Offer;

typedef struct {
  GWeakRef widget;
  char *text;
} Saying;

static void
saying_free (gpointer data)
{
  Saying *self = data;

  g_weak_ref_clear (&self->widget);
  g_free (self->text);
  g_free (self);
}

static gboolean
on_say (gpointer user_data)
{
  Saying *self = user_data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&self->widget);

  if (widget && gtk_widget_get_mapped (widget))
    gtk_accessible_announce (GTK_ACCESSIBLE (widget), self->text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return G_SOURCE_REMOVE;
}

/**
 * mps_feedback_say:
 * @widget: what it is said of; it may be about to be shown
 * @text: what has happened, translated
 *
 * Has a screen reader say what can be seen already, and what the keyboard does
 * not come to by itself, such as a result.
 */
void
mps_feedback_say (GtkWidget *widget, const char *text)
{
  Saying *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);
  self = g_new0 (Saying, 1);
  g_weak_ref_init (&self->widget, widget);
  self->text = g_strdup (text);
  /* GTK passes nothing on of a widget that is not shown yet. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_say, self, saying_free);
}

static void
offer_free (gpointer data, GClosure *closure)
{
  Offer *self = data;

  if (self->destroy)
    self->destroy (self->data);
  g_free (self);
}

static void
take_offer (Offer *self)
{
  self->func (self->widget, self->data);
}

/* A dialog that stays open has an overlay of its own, where its toasts are seen; else they are
 * shown by the window, whose content is one. */
static AdwToastOverlay *
find_overlay (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (overlay == NULL && ADW_IS_APPLICATION_WINDOW (root))
    overlay = adw_application_window_get_content (ADW_APPLICATION_WINDOW (root));
  else if (overlay == NULL && ADW_IS_WINDOW (root))
    overlay = adw_window_get_content (ADW_WINDOW (root));
  return ADW_IS_TOAST_OVERLAY (overlay) ? ADW_TOAST_OVERLAY (overlay) : NULL;
}

/* In a narrow window a sentence takes more lines, where the toast's own title would be cut off. */
static GtkWidget *
new_sentence (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static AdwToast *
new_toast (const char *text)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_custom_title (toast, new_sentence (text));
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  return toast;
}

/* What was done last is told at once, by screen readers too, to whom libadwaita says nothing of
 * it. An offer to undo that it covers comes back. */
static void
add_toast (AdwToastOverlay *overlay, AdwToast *toast, const char *text)
{
  mps_feedback_say (GTK_WIDGET (overlay), text);
  adw_toast_overlay_add_toast (overlay, toast);
}

/**
 * mps_feedback_toast:
 * @widget: a widget in the window that is told about
 * @text: what was done, translated
 *
 * Shows a toast in the window; where it has none, as in a test of a dialog by
 * itself, nothing is shown.
 */
void
mps_feedback_toast (GtkWidget *widget, const char *text)
{
  AdwToastOverlay *overlay;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);
  overlay = find_overlay (widget);
  if (overlay)
    add_toast (overlay, new_toast (text), text);
}

/* Takes over @data. Returns: (nullable): the toast, which is the overlay's */
static AdwToast *
show_offer (AdwToastOverlay *overlay, const char *text, guint seconds, const char *label,
            MpsToastFunc func, gpointer data, GDestroyNotify destroy)
{
  Offer *self = g_new0 (Offer, 1);
  AdwToast *toast;

  *self = (Offer) { GTK_WIDGET (overlay), func, data, destroy };
  if (overlay == NULL)
    {
      offer_free (self, NULL);
      return NULL;
    }
  toast = new_toast (text);
  adw_toast_set_button_label (toast, label);
  adw_toast_set_timeout (toast, seconds);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (take_offer), self, offer_free,
                         G_CONNECT_SWAPPED);
  adw_toast_overlay_dismiss_all (overlay);
  add_toast (overlay, toast, text);
  return toast;
}

static gboolean
on_undo_key (GtkWidget *overlay, GVariant *arguments, gpointer data)
{
  g_autoptr (AdwToast) toast = g_object_steal_data (G_OBJECT (overlay), UNDO_DATA);

  if (toast == NULL)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit_by_name (toast, "button-clicked");
  adw_toast_dismiss (toast);
  return GDK_EVENT_STOP;
}

static void
on_undo_gone (GtkWidget *overlay, AdwToast *toast)
{
  if (g_object_get_data (G_OBJECT (overlay), UNDO_DATA) == toast)
    g_object_set_data (G_OBJECT (overlay), UNDO_DATA, NULL);
}

/* The key undoes what the toast offers to undo, as long as it is there. A field in which somebody
 * types takes the key for itself before. */
static void
follow_undo_key (GtkWidget *overlay, AdwToast *toast)
{
  if (!g_object_get_data (G_OBJECT (overlay), UNDO_CONTROLLER))
    {
      GtkEventController *keys = gtk_shortcut_controller_new ();
      GtkShortcut *shortcut
          = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_z, GDK_CONTROL_MASK),
                              gtk_callback_action_new (on_undo_key, NULL, NULL));

      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
      gtk_widget_add_controller (overlay, keys);
      g_object_set_data (G_OBJECT (overlay), UNDO_CONTROLLER, keys);
    }
  g_object_set_data_full (G_OBJECT (overlay), UNDO_DATA, g_object_ref (toast), g_object_unref);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_undo_gone), overlay,
                           G_CONNECT_SWAPPED);
}

/**
 * mps_feedback_toast_with_undo:
 * @widget: a widget in the window that is told about
 * @text: what was done, translated
 * @undo: (scope notified): takes it back
 * @data: for @undo
 * @destroy: (nullable): frees @data when the offer has ended, used or not
 *
 * Shows a toast that offers to undo what was done, by its button or Ctrl+Z,
 * until it times out or is dismissed, or there is something newer to undo.
 */
void
mps_feedback_toast_with_undo (GtkWidget *widget, const char *text, MpsToastFunc undo, gpointer data,
                              GDestroyNotify destroy)
{
  AdwToastOverlay *overlay;
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);
  g_return_if_fail (undo != NULL);
  overlay = find_overlay (widget);
  toast = show_offer (overlay, text, OFFER_SECONDS, _ ("_Undo"), undo, data, destroy);
  if (toast)
    follow_undo_key (GTK_WIDGET (overlay), toast);
}

/**
 * mps_feedback_toast_with_button:
 * @widget: a widget in the window that is told about
 * @text: what was done, translated
 * @stays: whether it is shown until somebody dismisses it, because what it tells
 *   of took so long that nobody may be looking when it is done
 * @label: what the button says, translated, with a mnemonic
 * @func: (scope notified): what the button does
 * @data: for @func
 * @destroy: (nullable): frees @data when the toast has gone, used or not
 *
 * Shows a toast with a button, until it times out or is dismissed.
 */
void
mps_feedback_toast_with_button (GtkWidget *widget, const char *text, gboolean stays,
                                const char *label, MpsToastFunc func, gpointer data,
                                GDestroyNotify destroy)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);
  g_return_if_fail (func != NULL);
  show_offer (find_overlay (widget), text, stays ? 0 : OFFER_SECONDS, label, func, data, destroy);
}

/**
 * mps_feedback_error:
 * @widget: a widget in the window that is told about
 * @heading: what could not be done, translated
 * @error: why
 *
 * Shows what failed after the user asked for it, with its details, in an alert.
 * A cancellation is not shown: the user knows of it.
 */
void
mps_feedback_error (GtkWidget *widget, const char *heading, const GError *error)
{
  AdwDialog *alert;
  GtkWidget *view;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (error != NULL);
  if (mps_feedback_is_quiet (error))
    return;
  view = mps_error_view_new ();
  mps_error_view_set_error (MPS_ERROR_VIEW (view), error);
  alert = adw_alert_dialog_new (heading, NULL);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (alert), view);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  /* Else the sentence, which can be selected, would have the keyboard and be shown selected. */
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "close");
  adw_dialog_set_focus (alert, adw_dialog_get_default_widget (alert));
  adw_dialog_present (alert, widget);
}

/**
 * mps_feedback_describe:
 * @page: a page that stands where something could not be shown
 * @error: (nullable): why not
 *
 * Describes @error there. A status page takes its description for markup, and
 * what an error names can have any characters.
 */
void
mps_feedback_describe (AdwStatusPage *page, const GError *error)
{
  g_autofree char *markup = error ? g_markup_escape_text (error->message, -1) : NULL;

  g_return_if_fail (ADW_IS_STATUS_PAGE (page));
  adw_status_page_set_description (page, markup);
}

/**
 * mps_feedback_question_new:
 * @heading: the question, short enough for one line, translated
 * @body: what will be done, and whether it can be undone, translated
 * @response: the response that does it; “cancel” does not
 * @label: the verb on its button, with a mnemonic, translated
 *
 * Asks before something is done that destroys. Escape and Enter do nothing.
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwAlertDialog *
mps_feedback_question_new (const char *heading, const char *body, const char *response,
                           const char *label)
{
  AdwAlertDialog *question = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));

  adw_alert_dialog_add_responses (question, "cancel", _ ("_Cancel"), response, label, NULL);
  adw_alert_dialog_set_response_appearance (question, response, ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (question, "cancel");
  adw_alert_dialog_set_close_response (question, "cancel");
  return question;
}

/**
 * mps_feedback_is_quiet:
 * @error: any error
 *
 * Returns: whether @error is the user's own doing, canceled work or a dismissed
 *   file dialog, of which nothing need be said
 */
gboolean
mps_feedback_is_quiet (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
         || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
         || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED);
}
