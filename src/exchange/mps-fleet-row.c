/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-fleet-row.h"

#include "fleet/mps-text.h"

#include <arpa/inet.h>
#include <glib/gi18n.h>
#include <string.h>

#define MAX_SERIAL 64
#define MAX_MODEL 128
#define MAX_TEXT 255
#define MAX_PAGES 10000000
#define MAKER "Lexmark "

static const MpsFleetWord managed_words[] = {
  { "MPS Express", "MPS Express", MPS_MANAGED_MANAGED },
  { "MPS Express (Pending)", "MPS Express（保留中）", MPS_MANAGED_PENDING },
  { "Registration failed", "プリンタ登録失敗", MPS_MANAGED_FAILED },
};

static const MpsFleetWord kind_words[] = {
  { "Fleet Agent", "Fleet Agent", MPS_AGENT_FLEET },
  { "Native Agent", "Native Agent", MPS_AGENT_NATIVE },
  { "Printer Agent", "Printer Agent", MPS_AGENT_PRINTER },
  { "Local Agent", "Local Agent", MPS_AGENT_LOCAL },
};

static const MpsFleetWord communication_words[] = {
  { "Communicating", "通信中", TRUE },
  { "Not communicating", "非通信", FALSE },
};

/* A row never changes its texts, though its structure is one that could. */
static char *
take_text (MpsFleetCheck *check, MpsFleetColumn column, guint limit)
{
  return (char *) mps_fleet_cell_take_text (check, column, limit);
}

static const char *
take_required (MpsFleetCheck *check, MpsFleetColumn column, guint limit)
{
  const char *text = mps_fleet_cell_take_text (check, column, limit);

  if (text && *text == '\0')
    mps_fleet_cell_add_problem (check, column, "required", N_ ("It must not be empty."));
  return text;
}

/* As nearly all are, and as all are stored. */
static gboolean
is_usual_serial (const char *text)
{
  while (g_ascii_isupper (*text) || g_ascii_isdigit (*text))
    text++;
  return *text == '\0';
}

static char *
take_serial (MpsFleetCheck *check)
{
  const char *text = take_required (check, MPS_FLEET_SERIAL, MAX_SERIAL);
  g_autofree char *narrow = NULL;

  if (text == NULL || is_usual_serial (text))
    return (char *) text;
  narrow = mps_text_narrow (text);
  if (strlen (narrow) > MAX_SERIAL && g_utf8_strlen (narrow, -1) > MAX_SERIAL)
    mps_fleet_cell_add_too_long (check, MPS_FLEET_SERIAL, MAX_SERIAL);
  return (char *) mps_fleet_cell_keep (check, mps_text_dup_serial (narrow));
}

/* However often: what is exported must be the same when it is imported again. */
static char *
take_model (MpsFleetCheck *check)
{
  const char *model = take_required (check, MPS_FLEET_MODEL, MAX_MODEL);

  while (model && g_ascii_strncasecmp (model, MAKER, strlen (MAKER)) == 0)
    model = mps_fleet_cell_skip_space (model + strlen (MAKER));
  return (char *) model;
}

static char *
take_address (MpsFleetCheck *check)
{
  const char *text = mps_fleet_cell_take_narrow (check, MPS_FLEET_IP_ADDRESS, MAX_TEXT);
  char canonical[INET6_ADDRSTRLEN];
  guint8 address[sizeof (struct in6_addr)];

  if (!text || *text == '\0' || inet_pton (AF_INET, text, address) == 1)
    return (char *) text;
  if (inet_pton (AF_INET6, text, address) == 1)
    return (char *) mps_fleet_cell_keep (
        check, g_strdup (inet_ntop (AF_INET6, address, canonical, sizeof canonical)));
  mps_fleet_cell_add_problem (
      check, MPS_FLEET_IP_ADDRESS, "bad-address",
      N_ ("It must be an IPv4 address such as 192.0.2.10, or an IPv6 address."));
  return NULL;
}

static char *
take_version (MpsFleetCheck *check)
{
  const char *text = mps_fleet_cell_take_narrow (check, MPS_FLEET_AGENT_VERSION, MAX_TEXT);

  if (!text || *text == '\0' || mps_text_is_version (text))
    return (char *) text;
  mps_fleet_cell_add_problem (check, MPS_FLEET_AGENT_VERSION, "bad-version",
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
take_pages (MpsFleetCheck *check)
{
  const char *text = mps_fleet_cell_take_narrow (check, MPS_FLEET_AVERAGE_PAGES, MAX_TEXT);
  gint64 number;

  if (!text || *text == '\0')
    return MPS_PAGES_UNKNOWN;
  if (read_number (text, &number) && number <= MAX_PAGES)
    return (gint32) number;
  mps_fleet_cell_add_problem (check, MPS_FLEET_AVERAGE_PAGES, "not-a-number",
                              N_ ("It must be a whole number from 0 to 10,000,000, or empty."));
  return MPS_PAGES_UNKNOWN;
}

static int
take_word (MpsFleetCheck *check, MpsFleetColumn column, const MpsFleetWord *words, gsize n_words,
           int default_value, const char *code, const char *reason)
{
  const char *text = mps_fleet_cell_take_text (check, column, MAX_TEXT);
  int value;

  if (!text || *text == '\0')
    return default_value;
  if (mps_fleet_cell_find_word (text, words, n_words, &value))
    return value;
  mps_fleet_cell_add_problem (check, column, code, reason);
  return default_value;
}

static void
take_printer (MpsFleetCheck *check, MpsPrinterRecord *printer)
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
take_agent (MpsFleetCheck *check, MpsPrinterRow *row)
{
  row->agent = take_text (check, MPS_FLEET_AGENT, MAX_TEXT);
  row->agent_kind = (MpsAgentKind) take_word (
      check, MPS_FLEET_AGENT_KIND, kind_words, G_N_ELEMENTS (kind_words), MPS_AGENT_FLEET,
      "unknown-kind",
      N_ ("It must be empty, “Fleet Agent”, “Native Agent”, “Printer Agent” or “Local Agent”."));
  row->agent_version = take_version (check);
}

/**
 * mps_fleet_row_init:
 * @self: (out caller-allocates): a row without texts, to be cleared
 */
void
mps_fleet_row_init (MpsFleetRow *self)
{
  *self = (MpsFleetRow) { .made = g_ptr_array_new_with_free_func (g_free) };
}

void
mps_fleet_row_clear (MpsFleetRow *self)
{
  g_clear_pointer (&self->made, g_ptr_array_unref);
}

/**
 * mps_fleet_row_check:
 * @self: a row, which is filled; complete only if all is well
 * @cells: what the file says, to be kept as long as the row is needed
 * @problems: (element-type MpsProblem): every bad cell is added
 *
 * Any thread.
 *
 * Returns: whether no cell is bad
 */
gboolean
mps_fleet_row_check (MpsFleetRow *self, const MpsFleetCells *cells, GPtrArray *problems)
{
  MpsFleetCheck check = { cells, self->made, problems };
  guint before = problems->len;

  g_ptr_array_set_size (self->made, 0);
  self->row = (MpsPrinterRow) { .line = cells->line };
  take_printer (&check, &self->row.printer);
  self->row.organization = take_text (&check, MPS_FLEET_ORGANIZATION, MAX_TEXT);
  take_agent (&check, &self->row);
  return problems->len == before;
}
