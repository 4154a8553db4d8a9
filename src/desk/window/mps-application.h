/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsApplication:
 *
 * The program: its command line, its windows, and the actions app.quit and
 * app.about.
 */
#define MPS_TYPE_APPLICATION (mps_application_get_type ())
G_DECLARE_FINAL_TYPE (MpsApplication, mps_application, MPS, APPLICATION, AdwApplication)

MpsApplication *mps_application_new (void);

G_END_DECLS
