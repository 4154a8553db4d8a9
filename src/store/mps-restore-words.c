/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-restore.h"

#include "fleet/mps-error.h"

#include <glib/gi18n.h>

static G_GNUC_PRINTF (4, 5) void add (GPtrArray *lines, guint n, const char *code,
                                      const char *sentence, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  if (n == 0)
    return;
  va_start (args, sentence);
  text = g_strdup_vprintf (sentence, args);
  va_end (args);
  g_ptr_array_add (lines, mps_problem_new (0, NULL, code, "%s", text));
}

static void
add_irrevocable (GPtrArray *lines, const MpsRestoreLoss *loss)
{
  add (lines, loss->managed, "managed-printers",
       ngettext ("%u printer is managed or pending in MPS Express now, and not in the backup.",
                 "%u printers are managed or pending in MPS Express now, and not in the backup.",
                 loss->managed),
       loss->managed);
  add (lines, loss->entitlements, "entitlements",
       ngettext ("%u organization is entitled to MPS Express now, and not in the backup.",
                 "%u organizations are entitled to MPS Express now, and not in the backup.",
                 loss->entitlements),
       loss->entitlements);
  add (lines, loss->acceptances, "acceptances",
       ngettext ("The terms of use were accepted %u time since.",
                 "The terms of use were accepted %u times since.", loss->acceptances),
       loss->acceptances);
  add (lines, loss->requests, "requests",
       ngettext ("%u request was made or exported since.",
                 "%u requests were made or exported since.", loss->requests),
       loss->requests);
  add (lines, loss->history, "history",
       ngettext ("The history has %u line that the backup does not have.",
                 "The history has %u lines that the backup does not have.", loss->history),
       loss->history);
}

static void
add_others (GPtrArray *lines, const MpsRestoreLoss *loss)
{
  add (lines, loss->printers, "printers",
       ngettext ("%u printer is not in the backup.", "%u printers are not in the backup.",
                 loss->printers),
       loss->printers);
  add (lines, loss->contacts, "contacts",
       ngettext ("%u contact is not in the backup.", "%u contacts are not in the backup.",
                 loss->contacts),
       loss->contacts);
  add (lines, loss->tasks, "tasks",
       ngettext ("%u task was run since.", "%u tasks were run since.", loss->tasks), loss->tasks);
}

/**
 * mps_restore_loss_list:
 * @loss: what would be lost
 *
 * Returns: (transfer full) (element-type MpsProblem): a sentence for each kind of thing of which
 *   there is some, translated, the irrevocable ones first
 */
GPtrArray *
mps_restore_loss_list (const MpsRestoreLoss *loss)
{
  g_autoptr (GPtrArray) lines = mps_problems_new ();

  add_irrevocable (lines, loss);
  add_others (lines, loss);
  return g_steal_pointer (&lines);
}
