/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-ctl.h"

G_BEGIN_DECLS

/* The option of every command that takes serial numbers from a file. */
#define MPS_CTL_SERIALS_FROM_ENTRY(file)                                                           \
  { "serials-from",                                                                                \
    0,                                                                                             \
    0,                                                                                             \
    G_OPTION_ARG_FILENAME,                                                                         \
    &(file),                                                                                       \
    N_ ("Read serial numbers from a file, one a line"),                                            \
    "FILE" }

GStrv mps_ctl_dup_serials (MpsCtl *ctl, guint first_argument, const char *file, GError **error);

G_END_DECLS
