/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store-fixture-rows.h"

#include "store/mps-backups.h"
#include "store/mps-restore.h"

G_BEGIN_DECLS

/* A database as the first version made it, with a row in those tables that changed since. */
void make_first_version (const char *path);

gboolean save_backup (const char *database, const char *target, GError **error);
MpsRestore *prepare_restore (const char *database, const char *backup, GError **error);
gboolean apply_restore (MpsRestore *restore, GError **error);
/* Both steps; what there was is laid aside, and its path returned. */
gboolean restore_backup (const char *database, const char *backup, char **saved, GError **error);

/* The problems that the check of an open store finds, a code a line; NULL when it fails. */
char *check_store (MpsStore *store, GError **error);
/* Opened by the program, the database is sound, and its rules hold. */
void assert_sound (const char *database);

G_END_DECLS
