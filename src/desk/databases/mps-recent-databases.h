/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The databases that were opened last, in the settings, so that they are found
 * again wherever the program runs, and no other program learns of them. The
 * sample fleet, which has a menu entry of its own, is never one of them.
 */

#define MPS_RECENT_DATABASES_KEY "recent-databases"

void mps_recent_databases_add (const char *path);
void mps_recent_databases_remove (const char *path);
GMenu *mps_recent_databases_build_menu (void);

G_END_DECLS
