/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/session/mps-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsWindow:
 *
 * The one window of a database: loading it, the welcome to one in which there
 * is nothing, its pages, or why it can't be opened. Another database can take
 * its place. The content is a toast overlay (mps-feedback.h). Actions:
 * win.show-page (s), win.show-printers (sx): see mps_printers_page_narrow(),
 * win.show-printer (x: a printer's id), win.show-task (x: a task's id),
 * win.show-act (x: the id of a line of the history),
 * win.show-organization (x: a child organization's id),
 * win.show-agent (x: an agent's id), win.show-outdated-agents,
 * win.preferences, win.import-printers, win.try-again, and those of databases
 * (mps-window-databases.h).
 */
#define MPS_TYPE_WINDOW (mps_window_get_type ())
G_DECLARE_FINAL_TYPE (MpsWindow, mps_window, MPS, WINDOW, AdwApplicationWindow)

MpsWindow *mps_window_new (GtkApplication *application);
void mps_window_open (MpsWindow *self, const char *path, MpsStoreOpenMode mode);
void mps_window_start_over (MpsWindow *self);
void mps_window_show_page (MpsWindow *self, const char *name);
void mps_window_push (MpsWindow *self, AdwNavigationPage *page);
void mps_window_show_task (MpsWindow *self, gint64 task);
AdwNavigationPage *mps_window_get_visible_page (MpsWindow *self);
const char *mps_window_get_path (MpsWindow *self);
const char *mps_window_get_former_path (MpsWindow *self);
MpsSession *mps_window_get_session (MpsWindow *self);

G_END_DECLS
