/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MpsTextScan:
 * @fits: every byte is a character of the encoding
 * @offset: of the first byte that is none, from 0; else the length
 * @line: the line it stands in, from 1
 * @has_text: there is something beside white space
 * @has_escape: it switches between character sets, as ISO-2022-JP does
 * @has_c1: there are control characters from U+0080 to U+009F, which texts do not have
 * @has_private: some characters have a meaning only by private agreement
 * @has_word: two characters beyond ASCII stand side by side
 *
 * What one pass over a text in one encoding finds out.
 */
typedef struct {
  gboolean fits;
  guint64 offset;
  guint line;
  gboolean has_text;
  gboolean has_escape;
  gboolean has_c1;
  gboolean has_private;
  gboolean has_word;

  /*< private >*/
  gboolean after_cr;
  gboolean after_escape;
  guint beyond_ascii;
} MpsTextScan;

gboolean mps_text_scan (MpsTextScan *scan, GInputStream *stream, const char *encoding,
                        GCancellable *cancellable, GError **error);

G_END_DECLS
