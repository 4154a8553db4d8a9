/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-discard-question.h"

#include <glib/gi18n.h>

static void
on_answered (AdwDialog *dialog, const char *response)
{
  if (g_str_equal (response, "discard"))
    adw_dialog_force_close (dialog);
}

/**
 * mps_discard_question_ask:
 * @dialog: a dialog in which something was changed and not saved
 * @what: the sentence that says what, translated
 *
 * Asks whether the changes may be lost, and closes @dialog if so.
 */
void
mps_discard_question_ask (AdwDialog *dialog, const char *what)
{
  AdwAlertDialog *question;

  g_return_if_fail (ADW_IS_DIALOG (dialog));
  question = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Discard changes?"), what));
  adw_alert_dialog_add_responses (question, "keep", _ ("_Keep editing"), "discard", _ ("_Discard"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (question, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (question, "keep");
  adw_alert_dialog_set_close_response (question, "keep");
  g_signal_connect_object (question, "response", G_CALLBACK (on_answered), dialog,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (question), GTK_WIDGET (dialog));
}
