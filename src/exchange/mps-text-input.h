/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "fleet/mps-error.h"

G_BEGIN_DECLS

/*
 * Text decoding, the same for every file: byte order mark, then strict UTF-8,
 * then CP932, then the user is asked (MPS_ERROR_UNDECODABLE_TEXT). The name of
 * the encoding that was found is one of mps_text_input_get_encodings().
 */
const char *const *mps_text_input_get_encodings (void);

/* @encoding: (nullable): what the user chose, or %NULL to find out.
 * @found: (out) (optional): static
 * Returns: UTF-8 without a byte order mark; may hold NUL characters */
GBytes *mps_text_input_decode (GBytes *bytes, const char *encoding, const char **found,
                               GError **error);

/* Reads up to @limit bytes of a regular file, pipe or "-" (standard input);
 * MPS_ERROR_UNREADABLE, _EMPTY_FILE or _TOO_LARGE with a sentence that names it. */
GBytes *mps_text_input_read (GFile *file, gsize limit, GCancellable *cancellable, GError **error);

/* A stream of UTF-8 of a file of any size, in bounded memory. */
GInputStream *mps_text_input_open (GFile *file, const char *encoding, const char **found,
                                   guint64 *size, GCancellable *cancellable, GError **error);

/* How far that stream is, in bytes of the file. */
guint64 mps_text_input_tell (GInputStream *text);

/* The file of a command line argument: "-" is standard input. */
GFile *mps_text_input_file_for_arg (const char *arg);

G_END_DECLS
