/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture-backup.h"

#include "store/mps-schema.h"

void
make_first_version (const char *path)
{
  g_autoptr (GBytes) tables = g_resources_lookup_data ("/io/github/mpsdesk/store/schema-1.sql",
                                                       G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (MpsPolicy) policy = mps_policy_new_sample ();
  g_autofree char *json = g_strdup (mps_policy_get_json (policy));
  g_autoptr (GString) quoted = g_string_new (json);
  g_autofree char *rows = NULL;

  g_string_replace (quoted, "'", "''", 0);
  rows = g_strdup_printf (
      "PRAGMA application_id = %d; PRAGMA user_version = 1;"
      "INSERT INTO organizations (name, identity) VALUES ('Tokyo', 'tokyo');"
      "INSERT INTO policies (loaded_at, who, version, json) VALUES ('', 'taro', '1', '%s');"
      "INSERT INTO contacts (organization, identity, folded, first_name, last_name, company, email,"
      "    country_code, phone, extension, address_line_1, address_line_2, city, state_or_province,"
      "    postal_code, country)"
      "  VALUES (1, '花子', '花子', '花子', '鈴木', '', '', '', '', '', '', '', '', '', '', 'JP');"
      "INSERT INTO printers (organization, serial, model, location, managed, contact, folded)"
      "  VALUES (1, 'S1', 'CX730de', '東京', 3, 1, 's1 cx730de 東京');"
      "INSERT INTO tasks (kind, who, started, ended, state)"
      "  VALUES (2, 'taro', '2026-01-01T00:00:00Z', '2026-01-01T00:00:01Z', 1);"
      "INSERT INTO task_items (task, ordinal, item, outcome) VALUES (1, 0, 'S1', 0);"
      "INSERT INTO history (at, who, act, subject, detail)"
      "  VALUES ('2026-01-01T00:00:00Z', 'taro', 'entitle', 'Tokyo', 'MPS Express');",
      MPS_SCHEMA_APPLICATION_ID, quoted->str);
  g_assert_null (run_sql (path, g_bytes_get_data (tables, NULL)));
  g_assert_null (run_sql (path, rows));
}

gboolean
save_backup (const char *database, const char *target, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mps_backups_save_async (database, target, NULL, NULL, on_result, &result);
  return mps_backups_save_finish (wait_for (&result), error) > 0;
}

MpsRestore *
prepare_restore (const char *database, const char *backup, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mps_restore_prepare_async (database, backup, NULL, NULL, on_result, &result);
  return mps_restore_prepare_finish (wait_for (&result), error);
}

gboolean
apply_restore (MpsRestore *restore, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mps_restore_apply_async (restore, NULL, NULL, on_result, &result);
  return mps_restore_apply_finish (restore, wait_for (&result), error);
}

gboolean
restore_backup (const char *database, const char *backup, char **saved, GError **error)
{
  g_autoptr (MpsRestore) restore = prepare_restore (database, backup, error);

  if (restore == NULL || !apply_restore (restore, error))
    return FALSE;
  if (saved)
    *saved = g_strdup (mps_restore_get_saved (restore));
  return TRUE;
}

char *
check_store (MpsStore *store, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GString) codes = g_string_new (NULL);

  mps_store_check_async (store, NULL, on_result, &result);
  problems = mps_store_check_finish (store, wait_for (&result), error);
  for (guint i = 0; problems && i < problems->len; i++)
    g_string_append_printf (codes, "%s\n", ((MpsProblem *) problems->pdata[i])->code);
  return problems ? g_string_free_and_steal (g_steal_pointer (&codes)) : NULL;
}

void
assert_sound (const char *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsStore) store = open_store (database, MPS_STORE_OPEN_EXISTING, &error);
  g_autofree char *codes = NULL;

  g_assert_no_error (error);
  codes = check_store (store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (codes, ==, "");
  mps_store_close (store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}
