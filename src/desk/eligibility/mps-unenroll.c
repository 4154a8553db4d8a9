/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-unenroll.h"

#include "desk/tasks/mps-task-dialog.h"
#include "desk/widgets/mps-feedback.h"

#include "store/mps-store-printers.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * Unenrolling:
 * @window: where it was asked for; a page of a printer goes away with its printer
 * @printers: ids of the printers that were chosen, managed and pending ones too
 *
 * What is asked, until it is answered. Counted in references by g_rc_box. Main thread only.
 */
typedef struct {
  GtkWidget *window;
  MpsSession *session;
  GArray *printers;
} Unenrolling;

static void
unenrolling_clear (gpointer data)
{
  Unenrolling *self = data;

  g_clear_object (&self->window);
  g_clear_object (&self->session);
  g_clear_pointer (&self->printers, g_array_unref);
}

static void
unenrolling_unref (gpointer self)
{
  g_rc_box_release_full (self, unenrolling_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Unenrolling, unenrolling_unref)

static void
unenrolling_unref_closure (gpointer self, GClosure *closure)
{
  unenrolling_unref (self);
}

static guint
count_protected (Unenrolling *self)
{
  MpsFleet *fleet = mps_session_get_fleet (self->session);
  guint n_protected = 0;

  for (guint i = 0; i < self->printers->len; i++)
    {
      const guint32 row = mps_fleet_find_printer (fleet, g_array_index (self->printers, gint64, i));

      if (row != MPS_NO_ROW && mps_managed_is_protected (mps_fleet_get_managed (fleet, row)))
        n_protected++;
    }
  return n_protected;
}

/* Source: the seed, "プリンタリストページから MPS Express 管理プリンタの登録を解除しようとすると".
 */
static void
refuse (Unenrolling *self, guint n_protected)
{
  g_autofree char *sentence = g_strdup_printf (
      ngettext ("%'u selected printer is managed or pending in MPS Express and can’t be "
                "unenrolled. Nothing was changed.",
                "All %'u selected printers are managed or pending in MPS Express and can’t be "
                "unenrolled. Nothing was changed.",
                n_protected),
      n_protected);
  g_autofree char *body = g_strjoin (
      "\n\n", sentence,
      _ ("To take printers out of MPS Express, contact a Lexmark customer operations specialist."),
      NULL);
  AdwDialog *alert = adw_alert_dialog_new (_ ("Can’t be unenrolled"), body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, self->window);
}

static void
tell_of_success (MpsTaskDialog *dialog, guint n_done)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("%'u printer was unenrolled.", "%'u printers were unenrolled.", n_done), n_done);

  mps_task_dialog_end (dialog, text);
}

static void
show_result (MpsTaskDialog *dialog, MpsTask *task)
{
  const guint n_done = mps_task_get_done (task);
  const guint n_not_done = mps_task_get_items (task)->len - n_done;
  g_autofree char *heading = g_strdup_printf (
      ngettext ("%'u printer was not unenrolled:", "%'u printers were not unenrolled:", n_not_done),
      n_not_done);

  mps_task_dialog_end_partly (dialog, task, n_done, heading);
}

static void
on_unenrolled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsTaskDialog) dialog = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsTask) task = mps_store_unenroll_finish (MPS_STORE (source), result, &error);

  if (task == NULL)
    mps_task_dialog_end_failed (dialog, _ ("Not unenrolled"), error);
  else if (mps_task_get_state (task) == MPS_TASK_COMPLETED)
    tell_of_success (dialog, mps_task_get_done (task));
  else
    show_result (dialog, task);
}

static void
on_confirmed (Unenrolling *self)
{
  MpsTaskDialog *dialog = mps_task_dialog_begin (self->window, self->session, MPS_TASK_UNENROLL,
                                                 _ ("Unenroll"), _ ("Unenrolling printers…"));

  mps_store_unenroll_async (
      mps_session_get_store (self->session), mps_session_get_organization (self->session),
      mps_targets_new_ids ((const gint64 *) self->printers->data, self->printers->len),
      mps_task_dialog_get_progress (dialog), mps_task_dialog_get_cancellable (dialog),
      on_unenrolled, dialog);
}

static char *
dup_question (guint n_free, guint n_protected)
{
  g_autofree char *consequence = g_strdup_printf (
      ngettext ("%'u printer will be taken out of the list. This can’t be undone: it only comes "
                "back when a fleet list that has it is imported.",
                "%'u printers will be taken out of the list. This can’t be undone: they only come "
                "back when a fleet list that has them is imported.",
                n_free),
      n_free);
  g_autofree char *kept = NULL;

  if (n_protected == 0)
    return g_steal_pointer (&consequence);
  kept = g_strdup_printf (
      ngettext ("%'u selected printer is managed or pending in MPS Express and stays.",
                "%'u selected printers are managed or pending in MPS Express and stay.",
                n_protected),
      n_protected);
  return g_strjoin ("\n\n", consequence, kept, NULL);
}

/* Libadwaita 1.7 warns of a heading that has no room on one line, so the number is in the body. */
static void
ask (Unenrolling *self, guint n_protected)
{
  g_autofree char *question = dup_question (self->printers->len - n_protected, n_protected);
  AdwAlertDialog *alert
      = mps_feedback_question_new (_ ("Unenroll printers?"), question, "unenroll", _ ("_Unenroll"));

  g_signal_connect_data (alert, "response::unenroll", G_CALLBACK (on_confirmed),
                         g_rc_box_acquire (self), unenrolling_unref_closure, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (alert), self->window);
}

/**
 * mps_unenroll_begin:
 * @widget: the widget from which it was asked for
 * @session: a session that looks at one organization
 * @printers: (array length=n_printers): ids of printers
 * @n_printers: how many, not 0
 *
 * Unenrolls printers after asking. Managed and pending ones stay, and are
 * named afterwards; when there are no others, that is said and nothing is done.
 */
void
mps_unenroll_begin (GtkWidget *widget, MpsSession *session, const gint64 *printers,
                    gsize n_printers)
{
  g_autoptr (Unenrolling) self = g_rc_box_new0 (Unenrolling);
  guint n_protected;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (MPS_IS_SESSION (session));
  g_return_if_fail (!mps_session_get_read_only (session));
  g_return_if_fail (n_printers > 0);
  self->window = g_object_ref (GTK_WIDGET (gtk_widget_get_root (widget)));
  self->session = g_object_ref (session);
  self->printers = g_array_sized_new (FALSE, FALSE, sizeof (gint64), (guint) n_printers);
  g_array_append_vals (self->printers, printers, (guint) n_printers);
  n_protected = count_protected (self);
  if (n_protected < n_printers)
    ask (self, n_protected);
  else
    refuse (self, n_protected);
}
