/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MpsDraftFile:
 * @path: (nullable): where the file is for now; %NULL when it is in its place, or gone
 * @lock: what tells others that somebody works on it
 *
 * A file that is not where it belongs yet, readable by its owner only. Its
 * name says what it is, and a lock that somebody still works on it, so that
 * one which a killed process has left is known as such at once.
 */
typedef struct {
  char *path;
  int lock;
} MpsDraftFile;

gboolean mps_draft_file_init (MpsDraftFile *self, const char *target, GError **error);
int mps_draft_file_place (MpsDraftFile *self, const char *target, gboolean replace);
void mps_draft_file_clear (MpsDraftFile *self);
void mps_draft_files_sweep (const char *folder);

G_END_DECLS
