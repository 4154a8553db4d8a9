/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/session/mps-session.h"

G_BEGIN_DECLS

/**
 * MpsContactChooser:
 *
 * Finds one supplies delivery contact by name, narrowed by company or city.
 * Property: contact (int64, read only): the chosen one's id, 0 for none.
 * Signal: "activated": the choice is made, as by a double click.
 */
#define MPS_TYPE_CONTACT_CHOOSER (mps_contact_chooser_get_type ())
G_DECLARE_FINAL_TYPE (MpsContactChooser, mps_contact_chooser, MPS, CONTACT_CHOOSER, AdwBin)

void mps_contact_chooser_set_session (MpsContactChooser *self, MpsSession *session);
gint64 mps_contact_chooser_get_contact (MpsContactChooser *self);

G_END_DECLS
