/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MpsSerialList:
 *
 * Serial numbers that somebody named, each once, in the form in which they are
 * stored: NFKC and in upper case. Not thread-safe; any thread.
 */
typedef struct _MpsSerialList MpsSerialList;

MpsSerialList *mps_serial_list_new (void);
void mps_serial_list_free (MpsSerialList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsSerialList, mps_serial_list_free)

void mps_serial_list_add (MpsSerialList *self, const char *text);
gboolean mps_serial_list_add_rows (MpsSerialList *self, const char *text, gsize length,
                                   char delimiter, GError **error);
gboolean mps_serial_list_add_text (MpsSerialList *self, const char *text, gsize length,
                                   GError **error);

guint mps_serial_list_get_n (MpsSerialList *self);
guint mps_serial_list_get_n_repeated (MpsSerialList *self);
const char *const *mps_serial_list_get (MpsSerialList *self);

G_END_DECLS
