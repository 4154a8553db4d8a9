/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "fleet/mps-error.h"

G_BEGIN_DECLS

/* The file of a command line argument: "-" is standard output. */
GFile *mps_output_file_for_arg (const char *arg);

gboolean mps_output_is_standard (GFile *file);

/* Writes beside, syncs, renames; standard output for "-". Readable by the owner only. */
gboolean mps_output_replace (GFile *file, GBytes *contents, GError **error);

G_END_DECLS
