/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-error.h"

#include <gio/gio.h>
#include <stdint.h>

G_BEGIN_DECLS

/* The one function of a target; libFuzzer calls it, or the replay of the corpus. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* A file with @data in it, the same one in every call. */
GFile *fuzz_write_file (const char *name, const void *data, gsize size);

/* Aborts unless @text is one that can be shown. */
void fuzz_check_text (const char *text);
void fuzz_check_error (const GError *error);
void fuzz_check_problems (GPtrArray *problems);

G_END_DECLS
