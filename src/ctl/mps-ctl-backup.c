/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-command.h"
#include "mps-ctl-database.h"
#include "mps-ctl-json.h"
#include "mps-ctl-records.h"

#include "store/mps-backups.h"
#include "store/mps-restore.h"

#include <glib/gi18n.h>

static gboolean confirmed;

/* SQLite writes and reads a file here and there, which a pipe can't do. */
static char *
dup_file (MpsCtl *ctl, GError **error)
{
  if (g_str_equal (ctl->arguments[0], "-"))
    {
      mps_ctl_set_usage_error (error, _ ("A backup is a file. Name one instead of “-”."));
      return NULL;
    }
  return g_canonicalize_filename (ctl->arguments[0], NULL);
}

static void
report_backup (MpsCtl *ctl, const char *file, guint64 size)
{
  g_autoptr (MpsCtlJson) json = mps_ctl_json_new (ctl->output);
  g_autofree char *text = g_format_size (size);

  if (!ctl->json)
    {
      mps_ctl_output_print (ctl->output, _ ("Saved to “%s” (%s).\n"), file, text);
      return;
    }
  mps_ctl_json_begin_object (json, NULL);
  mps_ctl_json_string (json, "file", file);
  mps_ctl_json_integer (json, "bytes", (gint64) size);
  mps_ctl_json_end (json);
}

static MpsCtlStatus
back_up (MpsCtl *ctl, GError **error)
{
  g_autofree char *file = dup_file (ctl, error);
  g_autoptr (GAsyncResult) result = NULL;
  guint64 size;

  if (file == NULL)
    return MPS_CTL_USAGE;
  mps_backups_save_async (mps_ctl_get_database (ctl), file, ctl->progress, ctl->cancellable,
                          mps_ctl_ready, &result);
  mps_ctl_wait (ctl, &result);
  size = mps_backups_save_finish (result, error);
  if (size == 0)
    return MPS_CTL_FAILED;
  report_backup (ctl, file, size);
  return MPS_CTL_DONE;
}

static gboolean
check_confirmed (MpsRestore *restore, GError **error)
{
  const MpsRestoreLoss *loss = mps_restore_get_loss (restore);
  g_autoptr (GPtrArray) lines = NULL;

  if (confirmed || loss == NULL || !mps_restore_loss_is_irrevocable (loss))
    return TRUE;
  lines = mps_restore_loss_list (loss);
  g_propagate_error (
      error, mps_error_new_with_problems (
                 MPS_ERROR_NEEDS_CONFIRMATION, lines,
                 _ ("Going back to this backup would lose what was agreed with Lexmark since. "
                    "Nothing was changed. If that is meant, add “--confirm”.")));
  return FALSE;
}

static void
json_tally (MpsCtlJson *json, const char *member, const MpsRestoreTally *tally)
{
  if (tally == NULL)
    {
      mps_ctl_json_null (json, member);
      return;
    }
  mps_ctl_json_begin_object (json, member);
  mps_ctl_json_integer (json, "printers", tally->printers);
  mps_ctl_json_integer (json, "managed", tally->managed);
  mps_ctl_json_integer (json, "contacts", tally->contacts);
  mps_ctl_json_string (json, "last_task", tally->last_change);
  mps_ctl_json_end (json);
}

static void
json_restore (MpsCtl *ctl, MpsRestore *restore)
{
  g_autoptr (MpsCtlJson) json = mps_ctl_json_new (ctl->output);
  const MpsRestoreLoss *loss = mps_restore_get_loss (restore);
  g_autoptr (GPtrArray) lost = loss ? mps_restore_loss_list (loss) : NULL;

  mps_ctl_json_begin_object (json, NULL);
  mps_ctl_json_string (json, "file", mps_restore_get_backup (restore));
  mps_ctl_json_string (json, "saved", mps_restore_get_saved (restore));
  json_tally (json, "restored", mps_restore_get_restored (restore));
  json_tally (json, "replaced", mps_restore_get_current (restore));
  mps_ctl_json_problems (json, "lost", lost);
  mps_ctl_json_problems (json, "problems", mps_restore_get_problems (restore));
  mps_ctl_json_end (json);
}

static void
print_restore (MpsCtl *ctl, MpsRestore *restore)
{
  const MpsRestoreTally *restored = mps_restore_get_restored (restore);
  const MpsRestoreLoss *loss = mps_restore_get_loss (restore);
  g_autoptr (GPtrArray) lost = loss ? mps_restore_loss_list (loss) : NULL;

  mps_ctl_output_print (
      ctl->output,
      ngettext ("Restored: %u printer.\n", "Restored: %u printers.\n", restored->printers),
      restored->printers);
  if (mps_restore_get_saved (restore))
    mps_ctl_output_print (ctl->output, _ ("What was there before is in “%s”.\n"),
                          mps_restore_get_saved (restore));
  if (lost)
    mps_ctl_print_problems (ctl->output, lost);
  mps_ctl_print_problems (ctl->output, mps_restore_get_problems (restore));
}

static MpsRestore *
prepare (MpsCtl *ctl, const char *file, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mps_restore_prepare_async (mps_ctl_get_database (ctl), file, ctl->progress, ctl->cancellable,
                             mps_ctl_ready, &result);
  mps_ctl_wait (ctl, &result);
  return mps_restore_prepare_finish (result, error);
}

static MpsCtlStatus
apply (MpsCtl *ctl, MpsRestore *restore, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (!check_confirmed (restore, error))
    return MPS_CTL_FAILED;
  mps_restore_apply_async (restore, ctl->progress, ctl->cancellable, mps_ctl_ready, &result);
  mps_ctl_wait (ctl, &result);
  if (!mps_restore_apply_finish (restore, result, error))
    return MPS_CTL_FAILED;
  if (ctl->json)
    json_restore (ctl, restore);
  else
    print_restore (ctl, restore);
  return MPS_CTL_DONE;
}

static MpsCtlStatus
restore (MpsCtl *ctl, GError **error)
{
  g_autofree char *file = dup_file (ctl, error);
  g_autoptr (MpsRestore) restore = NULL;
  MpsCtlStatus status;

  if (file == NULL)
    return MPS_CTL_USAGE;
  restore = prepare (ctl, file, error);
  if (restore == NULL)
    return MPS_CTL_FAILED;
  status = apply (ctl, restore, error);
  mps_restore_close (restore);
  return status;
}

static const GOptionEntry restore_options[] = {
  { "confirm", 0, 0, G_OPTION_ARG_NONE, &confirmed,
    N_ ("Go back even if what was agreed with Lexmark since is lost"), NULL },
  G_OPTION_ENTRY_NULL,
};

const MpsCtlCommand mps_ctl_backup_commands[] = {
  { "backup", NULL, "FILE", N_ ("Save a backup of the database"), NULL, 1, 1, TRUE, back_up },
  { "restore", NULL, "FILE [--confirm]", N_ ("Put a backup in the place of the database"),
    restore_options, 1, 1, TRUE, restore },
  { NULL },
};
