/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/mps-store-printers.h"

G_BEGIN_DECLS

/**
 * MpsElsewhere:
 * @serial: of a printer
 * @organization: whose it is
 */
typedef struct {
  char *serial;
  gint64 organization;
} MpsElsewhere;

/**
 * MpsSerialSearch:
 * @encoding: (nullable): how the file was read; static
 * @n_repeated: how many were named that had been named before
 * @printers: (element-type gint64): ids of those that were found
 * @unknown: (element-type utf8): serial numbers that no printer has
 * @elsewhere: (element-type MpsElsewhere): printers of other organizations
 *
 * Which printers a list of serial numbers names, each once, in its order.
 */
typedef struct {
  const char *encoding;
  guint n_repeated;
  GArray *printers;
  GPtrArray *unknown;
  GPtrArray *elsewhere;
} MpsSerialSearch;

void mps_serial_search_free (MpsSerialSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsSerialSearch, mps_serial_search_free)

void mps_serial_search_text_async (MpsStore *store, gint64 organization, const char *text,
                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data);
void mps_serial_search_file_async (MpsStore *store, gint64 organization, GFile *file,
                                   const char *encoding, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
MpsSerialSearch *mps_serial_search_finish (MpsStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
