/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-preferences-dialog.h"

#include "mps-policy-load-page.h"
#include "mps-policy-page.h"

#include "desk/widgets/mps-feedback.h"
#include "desk/widgets/mps-open-file.h"

#include "fleet/mps-time.h"
#include "store/mps-store-programme.h"

#include <glib/gi18n.h>

struct _MpsPreferencesDialog {
  AdwPreferencesDialog parent_instance;

  MpsSession *session;
  GCancellable *cancellable;

  AdwActionRow *version_row;
  AdwActionRow *origin_row;
  GtkWidget *sample_label;
  AdwSwitchRow *mark_row;
};

G_DEFINE_FINAL_TYPE (MpsPreferencesDialog, mps_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static MpsPolicy *
get_policy (MpsPreferencesDialog *self)
{
  return mps_store_get_policy (mps_session_get_store (self->session));
}

static void
on_origin (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsPreferencesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsPolicyOrigin) origin
      = mps_store_get_policy_origin_finish (MPS_STORE (source), result, &error);
  g_autofree char *at = origin ? mps_time_dup_text_of (origin->at) : NULL;
  g_autofree char *text = NULL;

  if (mps_feedback_is_quiet (error))
    return;
  if (origin == NULL)
    text = g_strdup (error ? error->message : "");
  else if (origin->is_first)
    /* Translators: a time and a user’s name */
    text = g_strdup_printf (_ ("It came with MPS Desk when the database was made: %s, %s"), at,
                            origin->who);
  else
    /* Translators: a time and a user’s name */
    text = g_strdup_printf (_ ("%s, %s"), at, origin->who);
  adw_action_row_set_subtitle (self->origin_row, text);
}

static void
show_policy (MpsPreferencesDialog *self)
{
  MpsPolicy *policy = get_policy (self);

  adw_action_row_set_subtitle (self->version_row, mps_policy_get_version (policy));
  gtk_widget_set_visible (self->sample_label, mps_policy_is_sample (policy));
  mps_store_get_policy_origin_async (mps_session_get_store (self->session), self->cancellable,
                                     on_origin, g_object_ref (self));
}

static void
on_store_changed (MpsPreferencesDialog *self, MpsChanges *changes)
{
  if (changes->policy || changes->reload)
    show_policy (self);
}

static void
on_chosen (GtkWidget *widget, GFile *file)
{
  mps_preferences_dialog_load_policy (MPS_PREFERENCES_DIALOG (widget), file);
}

static void
activate_load (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mps_open_file (widget, _ ("Load policy"), _ ("Policies (JSON)"),
                 (const char *const[]) { "json", NULL }, on_chosen);
}

static void
activate_show (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_preferences_dialog_push_subpage (
      ADW_PREFERENCES_DIALOG (widget),
      mps_policy_page_new (get_policy (MPS_PREFERENCES_DIALOG (widget))));
}

static void
mps_preferences_dialog_dispose (GObject *object)
{
  MpsPreferencesDialog *self = MPS_PREFERENCES_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_PREFERENCES_DIALOG);
  /* Libadwaita 1.7 never frees the child of a dialog that was presented. */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  G_OBJECT_CLASS (mps_preferences_dialog_parent_class)->dispose (object);
}

static void
mps_preferences_dialog_class_init (MpsPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_preferences_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "preferences.load-policy", NULL, activate_load);
  gtk_widget_class_install_action (widget_class, "preferences.show-policy", NULL, activate_show);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsPreferencesDialog, version_row);
  gtk_widget_class_bind_template_child (widget_class, MpsPreferencesDialog, origin_row);
  gtk_widget_class_bind_template_child (widget_class, MpsPreferencesDialog, sample_label);
  gtk_widget_class_bind_template_child (widget_class, MpsPreferencesDialog, mark_row);
}

static void
mps_preferences_dialog_init (MpsPreferencesDialog *self)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_settings_bind (settings, "export-byte-order-mark", self->mark_row, "active",
                   G_SETTINGS_BIND_DEFAULT);
}

/**
 * mps_preferences_dialog_new:
 * @session: the session of the window
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
mps_preferences_dialog_new (MpsSession *session)
{
  MpsPreferencesDialog *self;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  self = g_object_new (MPS_TYPE_PREFERENCES_DIALOG, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (mps_session_get_store (session), "changed",
                           G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  show_policy (self);
  return ADW_DIALOG (self);
}

/**
 * mps_preferences_dialog_load_policy:
 * @self: a dialog that is presented
 * @file: a policy
 *
 * Reads @file, and shows what it would change; what follows the choice of a file.
 */
void
mps_preferences_dialog_load_policy (MpsPreferencesDialog *self, GFile *file)
{
  g_return_if_fail (MPS_IS_PREFERENCES_DIALOG (self));
  adw_preferences_dialog_push_subpage (ADW_PREFERENCES_DIALOG (self),
                                       mps_policy_load_page_new (self->session, file));
}
