/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What became of a task as a whole, as it is kept and as it is shown. */

char *mps_task_message_keep_cut_off (guint n_items);
char *mps_task_message_keep_undone (guint n_contacts, const char *who);
char *mps_task_message_keep_error (const GError *error, const char *path);
char *mps_task_message_dup_text (const char *kept);

G_END_DECLS
