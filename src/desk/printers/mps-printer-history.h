/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsPrinterHistory:
 *
 * What happened to a printer, the newest first; a task's row opens the task
 * with the action win.show-task (x).
 */
#define MPS_TYPE_PRINTER_HISTORY (mps_printer_history_get_type ())
G_DECLARE_FINAL_TYPE (MpsPrinterHistory, mps_printer_history, MPS, PRINTER_HISTORY,
                      AdwPreferencesGroup)

void mps_printer_history_show (MpsPrinterHistory *self, GPtrArray *events);

G_END_DECLS
