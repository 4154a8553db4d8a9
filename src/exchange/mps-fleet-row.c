/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-fleet-row.h"

#include "fleet/mps-text.h"
#include "mps-csv-cell.h"

#include <arpa/inet.h>
#include <glib/gi18n.h>
#include <string.h>

#define MAX_SERIAL 64
#define MAX_MODEL 128
#define MAX_TEXT 255
#define MAX_PAGES 10000000
#define MAKER "Lexmark "

typedef struct {
  MpsPrinterRow *row;
  const MpsFleetCells *cells;
  GPtrArray *problems;
} Check;

/* A word of a file: in English and Japanese, or as this program shows it. */
typedef struct {
  const char *english;
  const char *japanese;
  int value;
} Word;

static const Word managed_words[] = {
  { "MPS Express", "MPS Express", MPS_MANAGED_MANAGED },
  { "MPS Express (Pending)", "MPS Express（保留中）", MPS_MANAGED_PENDING },
  { "Registration failed", "プリンタ登録失敗", MPS_MANAGED_FAILED },
};

static const Word kind_words[] = {
  { "Fleet Agent", "Fleet Agent", MPS_AGENT_FLEET },
  { "Native Agent", "Native Agent", MPS_AGENT_NATIVE },
  { "Printer Agent", "Printer Agent", MPS_AGENT_PRINTER },
  { "Local Agent", "Local Agent", MPS_AGENT_LOCAL },
};

static const Word communication_words[] = {
  { "Communicating", "通信中", TRUE },
  { "Not communicating", "非通信", FALSE },
};

/**
 * mps_fleet_row_dup_column:
 * @cells: a printer of a fleet list
 * @column: a column
 *
 * Returns: (transfer full): how a problem names the cell: by its header, or in
 *   JSON by its path
 */
char *
mps_fleet_row_dup_column (const MpsFleetCells *cells, MpsFleetColumn column)
{
  if (cells->path)
    return g_strdup_printf ("%s.%s", cells->path, mps_fleet_column_get_id (column));
  return g_strdup (mps_fleet_column_get_header (column));
}

/* @reason is translated here: what is marked by N_() costs nothing in a good row. */
static void
add_problem (Check *check, MpsFleetColumn column, const char *code, const char *reason)
{
  g_autofree char *name = mps_fleet_row_dup_column (check->cells, column);

  g_ptr_array_add (check->problems,
                   mps_problem_new (check->cells->line, name, code, "%s", _ (reason)));
}

static void
add_too_long (Check *check, MpsFleetColumn column, guint limit)
{
  g_autofree char *name = mps_fleet_row_dup_column (check->cells, column);

  g_ptr_array_add (check->problems,
                   mps_problem_new (check->cells->line, name, "too-long",
                                    ngettext ("It may have at most %u character.",
                                              "It may have at most %u characters.", limit),
                                    limit));
}

static gboolean
is_space_at (const char *p)
{
  if (*p > 0x20 && *p < 0x7f)
    return FALSE;
  return g_unichar_isspace (g_utf8_get_char (p));
}

static char *
dup_trimmed (const char *text)
{
  const char *end = text + strlen (text);

  while (text < end && is_space_at (text))
    text = g_utf8_next_char (text);
  while (end > text && is_space_at (g_utf8_prev_char (end)))
    end = g_utf8_prev_char (end);
  return g_strndup (text, (gsize) (end - text));
}

static char *
dup_cell (const MpsFleetCells *cells, MpsFleetColumn column)
{
  const char *cell = cells->texts[column];
  g_autofree char *trimmed = dup_trimmed (cell ? cell : "");
  g_autofree char *text = NULL;

  if (*trimmed != '=' && *trimmed != '\'')
    return g_steal_pointer (&trimmed);
  text = mps_csv_cell_dup_text (trimmed);
  return dup_trimmed (text);
}

/* Returns NULL, with a problem, for what no cell may hold. */
static char *
take_text (Check *check, MpsFleetColumn column, guint limit)
{
  g_autofree char *text = dup_cell (check->cells, column);

  if (mps_text_has_control (text))
    add_problem (check, column, "control-character",
                 N_ ("It has a control character, a line break or a mark of writing direction in "
                     "it. Take it out."));
  else if (strlen (text) > limit && g_utf8_strlen (text, -1) > (glong) limit)
    add_too_long (check, column, limit);
  else
    return g_steal_pointer (&text);
  return NULL;
}

/* The same, with full-width letters and digits made narrow. */
static char *
take_narrow (Check *check, MpsFleetColumn column, guint limit)
{
  g_autofree char *text = take_text (check, column, limit);

  return text ? mps_text_narrow (text) : NULL;
}

static char *
take_required (Check *check, MpsFleetColumn column, guint limit)
{
  char *text = take_text (check, column, limit);

  if (text && *text == '\0')
    add_problem (check, column, "required", N_ ("It must not be empty."));
  return text;
}

static char *
take_serial (Check *check)
{
  g_autofree char *text = take_required (check, MPS_FLEET_SERIAL, MAX_SERIAL);
  g_autofree char *narrow = text ? mps_text_narrow (text) : NULL;

  if (!narrow)
    return NULL;
  if (strlen (narrow) > MAX_SERIAL && g_utf8_strlen (narrow, -1) > MAX_SERIAL)
    add_too_long (check, MPS_FLEET_SERIAL, MAX_SERIAL);
  return mps_text_dup_serial (narrow);
}

static char *
take_model (Check *check)
{
  g_autofree char *text = take_required (check, MPS_FLEET_MODEL, MAX_MODEL);
  const char *model = text;

  if (!text)
    return NULL;
  /* However often: what is exported must be the same when it is imported again. */
  while (g_ascii_strncasecmp (model, MAKER, strlen (MAKER)) == 0)
    for (model += strlen (MAKER); is_space_at (model);)
      model = g_utf8_next_char (model);
  return g_strdup (model);
}

static char *
take_address (Check *check)
{
  g_autofree char *text = take_narrow (check, MPS_FLEET_IP_ADDRESS, MAX_TEXT);
  char canonical[INET6_ADDRSTRLEN];
  guint8 address[sizeof (struct in6_addr)];

  if (!text || *text == '\0' || inet_pton (AF_INET, text, address) == 1)
    return g_steal_pointer (&text);
  if (inet_pton (AF_INET6, text, address) == 1)
    return g_strdup (inet_ntop (AF_INET6, address, canonical, sizeof canonical));
  add_problem (check, MPS_FLEET_IP_ADDRESS, "bad-address",
               N_ ("It must be an IPv4 address such as 192.0.2.10, or an IPv6 address."));
  return NULL;
}

static char *
take_version (Check *check)
{
  g_autofree char *text = take_narrow (check, MPS_FLEET_AGENT_VERSION, MAX_TEXT);

  if (!text || *text == '\0' || mps_text_is_version (text))
    return g_steal_pointer (&text);
  add_problem (check, MPS_FLEET_AGENT_VERSION, "bad-version",
               N_ ("It must be numbers with dots between them, such as 1.3.10."));
  return NULL;
}

/* Digits, with or without a comma before every third from the end. */
static gboolean
read_number (const char *text, gint64 *number)
{
  gsize first = strcspn (text, ",");
  gsize group = first;

  *number = 0;
  if (first == 0 || (text[first] == ',' && first > 3))
    return FALSE;
  for (const char *p = text; *p; p++)
    {
      if (*p == ',')
        group = strcspn (p + 1, ",");
      else if (!g_ascii_isdigit (*p))
        return FALSE;
      else
        *number = MIN (*number * 10 + g_ascii_digit_value (*p), MAX_PAGES + 1);
      if (*p == ',' && group != 3)
        return FALSE;
    }
  return TRUE;
}

static gint32
take_pages (Check *check)
{
  g_autofree char *text = take_narrow (check, MPS_FLEET_AVERAGE_PAGES, MAX_TEXT);
  gint64 number;

  if (!text || *text == '\0')
    return MPS_PAGES_UNKNOWN;
  if (read_number (text, &number) && number <= MAX_PAGES)
    return (gint32) number;
  add_problem (check, MPS_FLEET_AVERAGE_PAGES, "not-a-number",
               N_ ("It must be a whole number from 0 to 10,000,000, or empty."));
  return MPS_PAGES_UNKNOWN;
}

static gboolean
is_same_word (const char *folded, const char *word)
{
  g_autofree char *other = mps_text_fold_identity (word);

  return g_str_equal (folded, other);
}

static gboolean
find_word (const char *text, const Word *words, gsize n_words, int *value)
{
  g_autofree char *folded = NULL;

  for (gsize i = 0; i < n_words; i++)
    {
      *value = words[i].value;
      if (g_str_equal (text, words[i].english))
        return TRUE;
    }
  folded = mps_text_fold_identity (text);
  for (gsize i = 0; i < n_words; i++)
    {
      *value = words[i].value;
      if (is_same_word (folded, words[i].english) || is_same_word (folded, words[i].japanese)
          || is_same_word (folded, _ (words[i].english)))
        return TRUE;
    }
  return FALSE;
}

static int
take_word (Check *check, MpsFleetColumn column, const Word *words, gsize n_words, int default_value,
           const char *code, const char *reason)
{
  g_autofree char *text = take_text (check, column, MAX_TEXT);
  int value;

  if (!text || *text == '\0')
    return default_value;
  if (find_word (text, words, n_words, &value))
    return value;
  add_problem (check, column, code, reason);
  return default_value;
}

static void
take_printer (Check *check, MpsPrinterRecord *printer)
{
  printer->serial = take_serial (check);
  printer->model = take_model (check);
  printer->ip_address = take_address (check);
  printer->host_name = take_text (check, MPS_FLEET_HOST_NAME, MAX_TEXT);
  printer->location = take_text (check, MPS_FLEET_LOCATION, MAX_TEXT);
  printer->asset_tag = take_text (check, MPS_FLEET_ASSET_TAG, MAX_TEXT);
  printer->firmware = take_text (check, MPS_FLEET_FIRMWARE, MAX_TEXT);
  printer->average_pages = take_pages (check);
  printer->managed = (MpsManaged) take_word (
      check, MPS_FLEET_MANAGED, managed_words, G_N_ELEMENTS (managed_words), MPS_MANAGED_NONE,
      "unknown-state",
      N_ ("It must be empty, “MPS Express”, “MPS Express (Pending)” or “Registration failed”."));
  printer->communicating = take_word (
      check, MPS_FLEET_COMMUNICATION, communication_words, G_N_ELEMENTS (communication_words), TRUE,
      "unknown-state", N_ ("It must be empty, “Communicating” or “Not communicating”."));
}

static void
take_agent (Check *check, MpsPrinterRow *row)
{
  row->agent = take_text (check, MPS_FLEET_AGENT, MAX_TEXT);
  row->agent_kind = (MpsAgentKind) take_word (
      check, MPS_FLEET_AGENT_KIND, kind_words, G_N_ELEMENTS (kind_words), MPS_AGENT_FLEET,
      "unknown-kind",
      N_ ("It must be empty, “Fleet Agent”, “Native Agent”, “Printer Agent” or “Local Agent”."));
  row->agent_version = take_version (check);
}

/**
 * mps_fleet_row_check:
 * @row: cleared before, and filled; complete only if all is well
 * @cells: what the file says
 * @problems: (element-type MpsProblem): every bad cell is added
 *
 * Any thread.
 *
 * Returns: whether no cell is bad
 */
gboolean
mps_fleet_row_check (MpsPrinterRow *row, const MpsFleetCells *cells, GPtrArray *problems)
{
  Check check = { row, cells, problems };
  guint before = problems->len;

  mps_fleet_row_clear (row);
  row->line = cells->line;
  take_printer (&check, &row->printer);
  row->organization = take_text (&check, MPS_FLEET_ORGANIZATION, MAX_TEXT);
  take_agent (&check, row);
  return problems->len == before;
}

/**
 * mps_fleet_row_clear:
 * @row: a row, filled or all zero
 */
void
mps_fleet_row_clear (MpsPrinterRow *row)
{
  mps_printer_record_clear (&row->printer);
  g_clear_pointer (&row->organization, g_free);
  g_clear_pointer (&row->agent, g_free);
  g_clear_pointer (&row->agent_version, g_free);
}
