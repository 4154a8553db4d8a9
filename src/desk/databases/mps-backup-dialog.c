/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-backup-dialog.h"

#include "desk/widgets/mps-feedback.h"
#include "desk/widgets/mps-progress-page.h"
#include "desk/widgets/mps-save-file.h"

#include "store/mps-backups.h"

#include <glib/gi18n.h>

struct _MpsBackupDialog {
  AdwDialog parent_instance;

  GtkWidget *parent; /* borrowed: the window outlives its dialogs */
  GFile *target;

  MpsProgressPage *progress_page;
};

G_DEFINE_FINAL_TYPE (MpsBackupDialog, mps_backup_dialog, ADW_TYPE_DIALOG)

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsBackupDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean saved = mps_backups_save_finish (result, &error) > 0;

  mps_progress_page_end (self->progress_page);
  /* The window may have gone before the work was canceled. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  adw_dialog_force_close (ADW_DIALOG (self));
  if (saved)
    mps_save_file_say_saved (self->parent, self->target);
  else
    mps_feedback_error (self->parent, _ ("Backup not saved"), error);
}

/* The file is as it was before when the work has ended. */
static void
mps_backup_dialog_close_attempt (AdwDialog *dialog)
{
  mps_progress_page_cancel (MPS_BACKUP_DIALOG (dialog)->progress_page);
}

static void
mps_backup_dialog_dispose (GObject *object)
{
  MpsBackupDialog *self = MPS_BACKUP_DIALOG (object);

  /* Libadwaita 1.7 never frees the child of a dialog that was presented. */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_BACKUP_DIALOG);
  g_clear_object (&self->target);
  G_OBJECT_CLASS (mps_backup_dialog_parent_class)->dispose (object);
}

static void
mps_backup_dialog_class_init (MpsBackupDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_backup_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = mps_backup_dialog_close_attempt;
  g_type_ensure (MPS_TYPE_PROGRESS_PAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-backup-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsBackupDialog, progress_page);
}

static void
mps_backup_dialog_init (MpsBackupDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_backup_dialog_save:
 * @parent: the window
 * @database: the path of the database
 * @target: a file on this computer, in the place of which the backup goes
 *
 * Saves a backup, and shows how far that is.
 */
void
mps_backup_dialog_save (GtkWidget *parent, const char *database, GFile *target)
{
  MpsBackupDialog *self = g_object_new (MPS_TYPE_BACKUP_DIALOG, NULL);
  g_autoptr (MpsActivity) activity = mps_activity_begin_unlisted ();

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (g_file_peek_path (target) != NULL);
  self->parent = parent;
  self->target = g_object_ref (target);
  mps_progress_page_begin (self->progress_page, activity);
  adw_dialog_present (ADW_DIALOG (self), parent);
  mps_backups_save_async (database, g_file_peek_path (target), mps_activity_get_progress (activity),
                          mps_activity_get_cancellable (activity), on_saved, g_object_ref (self));
}
