/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-lookup.h"

#include "fleet/mps-history.h"

#include "mps-lookup-private.h"
#include "mps-rows.h"

#define HISTORY MPS_ROWS_HISTORY " FROM history"
#define WANTED_HISTORY " WHERE (?1 = '' OR act = ?1) ORDER BY id DESC"

static gpointer
read_entry (MpsStatement *statement)
{
  return mps_rows_read_history (statement);
}

static void
append_entry (MpsStatement *statement, GString *text)
{
  const char *act = mps_statement_get_text (statement, 3);
  g_autofree char *detail = mps_history_dup_detail (act, mps_statement_get_text (statement, 5));

  mps_lookup_append_words (text, mps_statement_get_text (statement, 1));
  mps_lookup_append_words (text, mps_statement_get_text (statement, 2));
  mps_lookup_append_words (text, mps_history_get_act_label (act));
  mps_lookup_append_words (text, mps_statement_get_text (statement, 4));
  mps_lookup_append_words (text, detail);
}

static void
free_entry (gpointer entry)
{
  if (entry)
    mps_history_entry_free (entry);
}

static const MpsLookupClass history = {
  .kind = MPS_LOOKUP_HISTORY,
  .select_keys = "SELECT id FROM history" WANTED_HISTORY,
  .select_all = "SELECT " HISTORY WANTED_HISTORY,
  .select_one = "SELECT " HISTORY " WHERE id = ?",
  .read = read_entry,
  .append_text = append_entry,
  .free_record = free_entry,
};

/**
 * mps_lookup_new_history:
 * @act: (nullable): the stable id of an act, %NULL for all
 * @search: (nullable): what the day, who, act, subject or detail must have
 *
 * Returns: (transfer full): a lookup of the history
 */
MpsLookup *
mps_lookup_new_history (const char *act, const char *search)
{
  return mps_lookup_new (&history, NULL, 0, act ? act : "", search);
}

#define LINE                                                                                       \
  "printer, serial, model, first_name, last_name, country, outcome, reason FROM request_printers"
#define WANTED_LINES " WHERE request = ?1 ORDER BY serial"

static gpointer
read_line (MpsStatement *statement)
{
  MpsRequestLine *line = g_new0 (MpsRequestLine, 1);
  const char *first = mps_statement_get_text (statement, 3);
  const char *last = mps_statement_get_text (statement, 4);
  const char *country = mps_statement_get_text (statement, 5);

  line->serial = mps_statement_dup_text (statement, 1);
  line->model = mps_statement_dup_text (statement, 2);
  line->contact = mps_contact_name_format (first, last,
                                           mps_contact_name_is_family_first (first, last, country));
  line->outcome = mps_statement_is_null (statement, 6)
                      ? MPS_MANAGED_PENDING
                      : (MpsManaged) mps_statement_get_int (statement, 6);
  line->reason = mps_statement_dup_text (statement, 7);
  return line;
}

static void
free_line (gpointer data)
{
  MpsRequestLine *line = data;

  if (line == NULL)
    return;
  g_free (line->serial);
  g_free (line->model);
  g_free (line->contact);
  g_free (line->reason);
  g_free (line);
}

static void
append_line (MpsStatement *statement, GString *text)
{
  MpsRequestLine *line = read_line (statement);

  mps_lookup_append_words (text, line->serial);
  mps_lookup_append_words (text, line->model);
  mps_lookup_append_words (text, line->contact);
  mps_lookup_append_words (text, mps_managed_get_label (line->outcome));
  mps_lookup_append_words (text, line->reason);
  free_line (line);
}

static const MpsLookupClass request_printers = {
  .kind = MPS_LOOKUP_REQUEST_PRINTERS,
  .has_owner = TRUE,
  .select_keys = "SELECT printer FROM request_printers" WANTED_LINES,
  .select_all = "SELECT " LINE WANTED_LINES,
  .select_one = "SELECT " LINE " WHERE printer = ?1 AND request = ?2",
  .read = read_line,
  .append_text = append_line,
  .free_record = free_line,
};

/**
 * mps_lookup_new_request_printers:
 * @request: the id of a request
 * @search: (nullable): what serial number, model, contact, outcome or reason must have
 *
 * Returns: (transfer full): a lookup of the printers of a request
 */
MpsLookup *
mps_lookup_new_request_printers (gint64 request, const char *search)
{
  return mps_lookup_new (&request_printers, &request, 1, NULL, search);
}
