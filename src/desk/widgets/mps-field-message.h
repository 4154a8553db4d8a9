/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsFieldMessage:
 *
 * What is wrong with the field in the row above, in the same list. It is hidden
 * while nothing is.
 */
#define MPS_TYPE_FIELD_MESSAGE (mps_field_message_get_type ())
G_DECLARE_FINAL_TYPE (MpsFieldMessage, mps_field_message, MPS, FIELD_MESSAGE, AdwPreferencesRow)

GtkWidget *mps_field_message_new (void);
void mps_field_message_set_text (MpsFieldMessage *self, const char *text);
const char *mps_field_message_get_text (MpsFieldMessage *self);

G_END_DECLS
