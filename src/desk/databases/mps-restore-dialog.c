/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-restore-dialog.h"

#include "mps-restore-page.h"

#include "desk/widgets/mps-error-view.h"
#include "desk/widgets/mps-feedback.h"
#include "desk/widgets/mps-open-file.h"
#include "desk/widgets/mps-progress-page.h"

#include "fleet/mps-error.h"
#include "fleet/mps-time.h"
#include "store/mps-backups.h"

#include <glib/gi18n.h>

struct _MpsRestoreDialog {
  AdwDialog parent_instance;

  char *database;
  MpsRestore *restore; /* nullable: what is ready to be restored */

  AdwNavigationView *navigation;
  MpsErrorView *error_view;
  AdwPreferencesGroup *automatic_group;
  MpsProgressPage *read_page;
  MpsRestorePage *restore_page;
  MpsProgressPage *write_page;
};

enum {
  SIGNAL_RESTORED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpsRestoreDialog, mps_restore_dialog, ADW_TYPE_DIALOG)

static const char *
get_reason (MpsBackupReason reason)
{
  switch (reason)
    {
    case MPS_BACKUP_IMPORT:
      return _ ("Before a fleet list was imported");
    case MPS_BACKUP_MIGRATION:
      return _ ("Before a new version of MPS Desk changed the database");
    case MPS_BACKUP_RESTORE:
      return _ ("Before a backup was restored");
    case MPS_BACKUP_DAMAGED:
      return _ ("The damaged file, before a backup was restored");
    }
  g_return_val_if_reached (NULL);
}

static void
on_row_activated (MpsRestoreDialog *self, GtkListBoxRow *row)
{
  mps_restore_dialog_read (self, gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
add_backup (MpsRestoreDialog *self, const MpsBackup *backup)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *at = mps_time_dup_text (backup->made);
  g_autofree char *size = g_format_size (backup->size);
  GtkWidget *label = gtk_label_new (size);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), at);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), get_reason (backup->reason));
  gtk_widget_set_name (row, backup->path);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->automatic_group, row);
}

static void
show_backups (MpsRestoreDialog *self)
{
  g_autoptr (GPtrArray) backups = mps_backups_list (self->database);

  for (guint i = 0; i < backups->len; i++)
    add_backup (self, backups->pdata[i]);
  if (backups->len == 0)
    adw_preferences_group_set_description (
        self->automatic_group,
        _ ("There is none yet. One is made before a fleet list is imported, before a new version "
           "of MPS Desk changes the database, and before a backup is restored."));
}

/* Closed while the work was canceled, the dialog is shown nowhere any more. */
static gboolean
end_work (MpsRestoreDialog *self, MpsProgressPage *page)
{
  mps_progress_page_end (page);
  return gtk_widget_get_root (GTK_WIDGET (self)) != NULL;
}

static MpsActivity *
begin_work (MpsRestoreDialog *self, MpsProgressPage *page)
{
  MpsActivity *activity = mps_activity_begin_unlisted ();

  mps_progress_page_run (page, self->navigation, activity);
  return activity;
}

static void
on_prepared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsRestoreDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->restore);
  self->restore = mps_restore_prepare_finish (result, &error);
  if (!end_work (self, self->read_page))
    return;
  adw_navigation_view_pop (self->navigation);
  if (self->restore == NULL)
    {
      mps_error_view_set_error (self->error_view, mps_feedback_is_quiet (error) ? NULL : error);
      return;
    }
  mps_restore_page_show (self->restore_page, self->restore);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (self->restore_page));
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsRestoreDialog) self = user_data;
  g_autoptr (MpsRestore) restore = g_object_ref (MPS_RESTORE (source));
  g_autoptr (GError) error = NULL;
  const gboolean restored = mps_restore_apply_finish (restore, result, &error);

  if (!end_work (self, self->write_page) && !restored)
    return;
  if (restored)
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      g_signal_emit (self, signals[SIGNAL_RESTORED], 0, mps_restore_get_saved (restore));
      return;
    }
  adw_navigation_view_pop (self->navigation);
  mps_restore_page_set_error (self->restore_page, mps_feedback_is_quiet (error) ? NULL : error);
}

static void
activate_apply (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsRestoreDialog *self = MPS_RESTORE_DIALOG (widget);
  g_autoptr (MpsActivity) activity = begin_work (self, self->write_page);

  mps_restore_page_set_error (self->restore_page, NULL);
  mps_restore_apply_async (self->restore, mps_activity_get_progress (activity),
                           mps_activity_get_cancellable (activity), on_applied,
                           g_object_ref (self));
}

static void
on_file_chosen (GtkWidget *widget, GFile *file)
{
  MpsRestoreDialog *self = MPS_RESTORE_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (g_file_peek_path (file))
    {
      mps_restore_dialog_read (self, g_file_peek_path (file));
      return;
    }
  error = g_error_new_literal (MPS_ERROR, MPS_ERROR_UNREADABLE,
                               _ ("The file is not on a disk of this computer. Copy it to one."));
  mps_error_view_set_error (self->error_view, error);
}

static void
activate_choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mps_open_file (widget, _ ("Choose a backup"), _ ("MPS Desk databases"),
                 (const char *const[]) { "db", NULL }, on_file_chosen);
}

static void
on_agreed_changed (MpsRestoreDialog *self)
{
  gboolean agreed;

  g_object_get (self->restore_page, "agreed", &agreed, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "restore.apply", agreed);
}

static void
mps_restore_dialog_dispose (GObject *object)
{
  MpsRestoreDialog *self = MPS_RESTORE_DIALOG (object);

  /* Libadwaita 1.7 never frees the child of a dialog that was presented. */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_RESTORE_DIALOG);
  /* What was prepared is not left behind when the program ends now. */
  if (self->restore)
    mps_restore_close (self->restore);
  g_clear_object (&self->restore);
  g_clear_pointer (&self->database, g_free);
  G_OBJECT_CLASS (mps_restore_dialog_parent_class)->dispose (object);
}

static void
mps_restore_dialog_class_init (MpsRestoreDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_restore_dialog_dispose;
  g_type_ensure (MPS_TYPE_ERROR_VIEW);
  g_type_ensure (MPS_TYPE_PROGRESS_PAGE);
  g_type_ensure (MPS_TYPE_RESTORE_PAGE);
  signals[SIGNAL_RESTORED] = g_signal_new ("restored", MPS_TYPE_RESTORE_DIALOG, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "restore.choose", NULL, activate_choose);
  gtk_widget_class_install_action (widget_class, "restore.apply", NULL, activate_apply);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-restore-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsRestoreDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, MpsRestoreDialog, error_view);
  gtk_widget_class_bind_template_child (widget_class, MpsRestoreDialog, automatic_group);
  gtk_widget_class_bind_template_child (widget_class, MpsRestoreDialog, read_page);
  gtk_widget_class_bind_template_child (widget_class, MpsRestoreDialog, restore_page);
  gtk_widget_class_bind_template_child (widget_class, MpsRestoreDialog, write_page);
  gtk_widget_class_bind_template_callback (widget_class, on_agreed_changed);
}

static void
mps_restore_dialog_init (MpsRestoreDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_restore_dialog_new:
 * @database: the path of the database, which may be damaged or gone
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
mps_restore_dialog_new (const char *database)
{
  MpsRestoreDialog *self;

  g_return_val_if_fail (database != NULL, NULL);
  self = g_object_new (MPS_TYPE_RESTORE_DIALOG, NULL);
  self->database = g_strdup (database);
  show_backups (self);
  return ADW_DIALOG (self);
}

/**
 * mps_restore_dialog_read:
 * @self: a dialog that is presented
 * @backup: the path of a backup
 *
 * Reads and compares a backup; what follows the choice of one.
 */
void
mps_restore_dialog_read (MpsRestoreDialog *self, const char *backup)
{
  g_autoptr (MpsActivity) activity = NULL;

  g_return_if_fail (MPS_IS_RESTORE_DIALOG (self));
  activity = begin_work (self, self->read_page);
  mps_error_view_set_error (self->error_view, NULL);
  mps_restore_prepare_async (self->database, backup, mps_activity_get_progress (activity),
                             mps_activity_get_cancellable (activity), on_prepared,
                             g_object_ref (self));
}
