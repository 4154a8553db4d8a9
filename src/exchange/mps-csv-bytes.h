/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* How many bytes are looked at together. */
#define MPS_CSV_BYTES 8

/**
 * mps_csv_bytes_read:
 * @text: %MPS_CSV_BYTES bytes
 *
 * Returns: them, the first one lowest
 */
static inline guint64
mps_csv_bytes_read (const char *text)
{
  guint64 bytes;

  memcpy (&bytes, text, sizeof bytes);
  return GUINT64_FROM_LE (bytes);
}

/**
 * mps_csv_bytes_mark:
 * @bytes: what mps_csv_bytes_read() returned
 * @byte: what is looked for
 *
 * Returns: the highest bit of each of them that is @byte, and no other bit
 */
static inline guint64
mps_csv_bytes_mark (guint64 bytes, char byte)
{
  const guint64 low = G_GUINT64_CONSTANT (0x7f7f7f7f7f7f7f7f);
  const guint64 other = bytes ^ (guint8) byte * G_GUINT64_CONSTANT (0x0101010101010101);

  return ~(((other & low) + low) | other | low);
}

G_END_DECLS
