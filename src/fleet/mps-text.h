/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mps_text_fold (const char *text);
gboolean mps_text_is_nearly_folded (const char *text);
char *mps_text_fold_identity (const char *text);
char *mps_text_narrow (const char *text);
char *mps_text_dup_serial (const char *text);
gboolean mps_text_is_control (gunichar c);
gboolean mps_text_has_control (const char *text);
char *mps_text_dup_plain (const char *text);
int mps_text_compare_versions (const char *a, const char *b);
gboolean mps_text_is_version (const char *text);

G_END_DECLS
