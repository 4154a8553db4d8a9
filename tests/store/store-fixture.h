/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/mps-connection.h"
#include "store/mps-store-contacts.h"
#include "store/mps-store-organizations.h"
#include "store/mps-store-printers.h"
#include "store/mps-store-programme.h"

G_BEGIN_DECLS

/* A folder of its own with a new database, open, in which "Default" is organization 2. */
typedef struct {
  char *folder;
  char *path;
  MpsStore *store;
} Fixture;

#define DEFAULT_ORGANIZATION 2

void fixture_set_up (Fixture *self, gconstpointer data);
void fixture_tear_down (Fixture *self, gconstpointer data);
void fixture_close (Fixture *self);
void fixture_remove_folder (const char *folder);

#define fixture_add(path, test)                                                                    \
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

/* Waits for the result that on_result() was given. */
void on_result (GObject *source, GAsyncResult *result, gpointer user_data);
GAsyncResult *wait_for (GAsyncResult **result);

MpsStore *open_store (const char *path, MpsStoreOpenMode mode, GError **error);
MpsFleet *load_fleet (MpsStore *store);

/* Plain SQL, as another program would: nothing of the application's settings is on. */
char *run_sql (const char *path, const char *sql);
char *query_sql (const char *path, const char *sql);
#define assert_query(path, sql, expected)                                                          \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *found_ = query_sql (path, sql);                                               \
    g_assert_cmpstr (found_, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
