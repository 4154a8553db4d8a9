/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MpsTextKeys:
 *
 * Numbers in the order in which strcmp() has texts, made of the first bytes in
 * which they differ: what all of them begin with, as serial numbers do, is
 * passed over. All texts are shown to it twice before the first key is made:
 * mps_text_keys_share() each, mps_text_keys_note() each, then
 * mps_text_keys_weigh().
 */
typedef struct _MpsTextKeys MpsTextKeys;

MpsTextKeys *mps_text_keys_new (const char *first);
void mps_text_keys_free (MpsTextKeys *self);
void mps_text_keys_share (MpsTextKeys *self, const char *text);
void mps_text_keys_note (MpsTextKeys *self, const char *text);
gboolean mps_text_keys_weigh (MpsTextKeys *self);
guint64 mps_text_keys_get (const MpsTextKeys *self, const char *text);

G_END_DECLS
