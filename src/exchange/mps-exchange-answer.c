/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-exchange-file.h"

#include "fleet/mps-json-parser.h"
#include "fleet/mps-json-path.h"
#include "fleet/mps-text.h"

#include <glib/gi18n.h>

#define VERSION 1
#define MAX_ID 64
#define MAX_SERIAL 64
#define MAX_REASON 1024

typedef struct {
  GPtrArray *items;
  GPtrArray *problems;
  GHashTable *seen; /* of printers, each with its request */
} Reading;

static void
add_problem (Reading *reading, const MpsJsonPath *path, const char *code, const char *reason)
{
  g_autofree char *where = mps_json_path_dup_text (path);

  g_ptr_array_add (reading->problems, mps_problem_new (0, where, code, "%s", reason));
}

static void
check_not_seen (Reading *reading, const MpsJsonPath *path, const MpsAnswerItem *item)
{
  g_autofree char *serial = mps_text_dup_serial (item->serial);
  char *key = g_strconcat (item->request, "\n", serial, NULL);

  if (!g_hash_table_add (reading->seen, key))
    add_problem (reading, path, "duplicate-serial",
                 _ ("The same printer of the same request stands in the answer before. Keep one "
                    "of the two."));
}

static void
read_outcome (Reading *reading, const MpsJsonPath *path, MpsAnswerItem *item)
{
  const char *outcome = mps_json_path_get_text (path, "outcome", MAX_ID, reading->problems);
  MpsJsonPath outcome_path, reason_path;

  if (!outcome)
    return;
  mps_json_path_enter_member (path, "outcome", NULL, &outcome_path);
  item->registered = g_str_equal (outcome, "registered");
  if (g_str_equal (outcome, "failed"))
    g_set_str (&item->reason,
               mps_json_path_get_lines (path, "reason", MAX_REASON, reading->problems));
  else if (!item->registered)
    add_problem (reading, &outcome_path, "unknown-outcome",
                 _ ("The outcome must be “registered” or “failed”."));
  else if (mps_json_path_enter_member (path, "reason", NULL, &reason_path))
    add_problem (reading, &reason_path, "unknown-member",
                 _ ("Only a printer that failed has a reason. Take it out."));
}

static void
read_result (Reading *reading, const MpsJsonPath *path, const char *request)
{
  static const char *const members[] = { "serial", "outcome", "reason", NULL };
  MpsAnswerItem *item;
  const char *serial;

  if (!mps_json_path_expect_object (path, members, reading->problems))
    return;
  item = mps_answer_item_new ();
  g_ptr_array_add (reading->items, item);
  serial = mps_json_path_get_text (path, "serial", MAX_SERIAL, reading->problems);
  g_set_str (&item->request, request ? request : "");
  g_set_str (&item->serial, serial ? serial : "");
  item->path = mps_json_path_dup_text (path);
  read_outcome (reading, path, item);
  if (request && serial)
    check_not_seen (reading, path, item);
}

static void
read_answer (Reading *reading, const MpsJsonPath *path)
{
  static const char *const members[] = { "format", "version", "request", "results", NULL };
  MpsJsonPath results, result;
  const char *request;
  guint n_results;
  int version;

  if (!mps_json_path_expect_object (path, members, reading->problems)
      || !mps_json_path_expect_format (path, "mps-desk-enrolment-answer", reading->problems))
    return;
  mps_json_path_get_integer (path, "version", VERSION, VERSION, &version, reading->problems);
  request = mps_json_path_get_text (path, "request", MAX_ID, reading->problems);
  if (!mps_json_path_enter_member (path, "results", reading->problems, &results)
      || !mps_json_path_expect_array (&results, &n_results, reading->problems))
    return;
  for (guint i = 0; i < n_results; i++)
    {
      mps_json_path_enter_element (&results, i, &result);
      read_result (reading, &result, request);
    }
}

/* One answer, or a list of them. */
static void
read_root (Reading *reading, JsonNode *root)
{
  MpsJsonPath path, answer;
  guint n_answers;

  mps_json_path_enter_root (root, &path);
  if (!JSON_NODE_HOLDS_ARRAY (root))
    {
      read_answer (reading, &path);
      return;
    }
  mps_json_path_expect_array (&path, &n_answers, reading->problems);
  for (guint i = 0; i < n_answers; i++)
    {
      mps_json_path_enter_element (&path, i, &answer);
      read_answer (reading, &answer);
    }
}

/**
 * mps_exchange_parse_answer:
 * @json: what was read from a file; need not be valid in any way
 * @length: in bytes
 * @error: %MPS_ERROR_BAD_ANSWER with everything that is wrong as its problems;
 *   the column of each is its JSON path
 *
 * Reads an answer, or a list of them, strictly (source: files.md "Exchange";
 * data/enrolment-answer.schema.json). Any thread.
 *
 * Returns: (transfer full) (nullable) (element-type MpsAnswerItem): its results
 */
GPtrArray *
mps_exchange_parse_answer (const char *json, gsize length, GError **error)
{
  g_autoptr (GPtrArray) items
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_answer_item_free);
  g_autoptr (GPtrArray) problems = mps_problems_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (JsonNode) root = mps_json_parse (json, (gssize) length, problems);
  Reading reading = { items, problems, seen };
  const MpsProblem *first;

  if (root)
    read_root (&reading, root);
  if (problems->len == 0)
    return g_steal_pointer (&items);
  first = g_ptr_array_index (problems, 0);
  g_propagate_error (
      error, mps_error_new_with_problems (MPS_ERROR_BAD_ANSWER, problems, "%s", first->reason));
  return NULL;
}
