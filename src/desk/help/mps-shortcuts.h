/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MPS_SHORTCUT_MAX_ACTIONS 8

/*
 * A key that does something, wherever it is listened to. The keys of an action
 * of the application or of the window are set from here; the others stand in
 * the Blueprint file of what they are pressed in, or with what draws itself.
 */
typedef struct {
  const char *group; /* untranslated */
  const char *title; /* untranslated */
  const char *trigger;
  const char *actions[MPS_SHORTCUT_MAX_ACTIONS]; /* detailed names; none for a key of a widget */
} MpsShortcut;

const MpsShortcut *mps_shortcuts_get (guint *n_shortcuts);
void mps_shortcuts_install (GtkApplication *application);
AdwDialog *mps_shortcuts_dialog_new (void);

G_END_DECLS
