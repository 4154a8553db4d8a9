/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-text-input.h"

G_BEGIN_DECLS

/*
 * Finding out in which encoding a text is. It is read once for each encoding
 * that is tried, in bounded memory. Any thread.
 */

const char *mps_text_guess_find (GInputStream *stream, const char *encoding, gsize *skip,
                                 GCancellable *cancellable, GError **error);

G_END_DECLS
