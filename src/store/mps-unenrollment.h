/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-targets.h"

G_BEGIN_DECLS

const char *mps_unenrollment_get_reason (void);
gboolean mps_unenrollment_run_one (MpsTaskRun *run, const MpsPrinterRecord *printer, gpointer data,
                                   GError **error);

G_END_DECLS
