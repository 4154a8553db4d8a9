/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-importer.h"

#include "mps-agent-table.h"
#include "mps-organization-table.h"
#include "mps-printer-inserter.h"
#include "mps-printer-merge.h"
#include "mps-printer-rows.h"

#include <glib/gi18n.h>

struct _MpsPrinterImporter {
  MpsJob *job;              /* borrowed */
  gint64 organization;      /* the chosen one, or 0 */
  MpsImportColumns columns; /* that the list has */
  MpsPrinterImport *result; /* borrowed */
  MpsPrinterRows *printers; /* owned, as all that follows */
  MpsPrinterInserter *inserter;
  MpsAgentTable *agents;
  MpsOrganizationTable *organizations;
};

/**
 * mps_printer_importer_new:
 * @job: a job with a transaction, which outlives it
 * @organization: the chosen one, for rows that name none; 0 when all must name one
 * @columns: which columns the list has
 * @n_expected: about how many rows it has
 * @result: what becomes of the rows is counted here; it outlives the importer
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: (transfer full) (nullable): an importer
 */
MpsPrinterImporter *
mps_printer_importer_new (MpsJob *job, gint64 organization, MpsImportColumns columns,
                          guint64 n_expected, MpsPrinterImport *result, GError **error)
{
  g_autoptr (MpsPrinterImporter) self = g_new0 (MpsPrinterImporter, 1);

  self->job = job;
  self->organization = organization;
  self->columns = columns;
  self->result = result;
  self->printers = mps_printer_rows_new (job, n_expected, error);
  if (self->printers == NULL)
    return NULL;
  self->inserter = mps_printer_inserter_new (job, mps_printer_rows_get_n_known (self->printers));
  self->agents = mps_agent_table_new (job->connection, error);
  if (self->agents)
    self->organizations = mps_organization_table_new (job->connection, error);
  return self->organizations ? g_steal_pointer (&self) : NULL;
}

void
mps_printer_importer_free (MpsPrinterImporter *self)
{
  g_clear_pointer (&self->printers, mps_printer_rows_free);
  g_clear_pointer (&self->inserter, mps_printer_inserter_free);
  g_clear_pointer (&self->agents, mps_agent_table_free);
  g_clear_pointer (&self->organizations, mps_organization_table_free);
  g_free (self);
}

static void
reject (MpsPrinterImporter *self, const MpsPrinterRow *row, const char *column, const char *code,
        const char *english)
{
  g_ptr_array_add (self->result->problems,
                   mps_problem_new_marked (row->line, column, code, english));
}

static void
reject_organization (MpsPrinterImporter *self, const MpsPrinterRow *row)
{
  if (*row->organization)
    reject (self, row, "Organization", "unknown-organization",
            N_ ("There is no organization with this name. Correct it, or add the organization "
                "first."));
  else
    reject (self, row, "Organization", "unknown-organization",
            N_ ("The row names no organization. Enter one, or choose the organization to import "
                "into."));
}

static void
reject_state (MpsPrinterImporter *self, const MpsPrinterRow *row)
{
  reject (
      self, row, "Lexmark Managed", "managed-state",
      N_ ("The printer is managed or pending in MPS Express. A fleet list can’t take it out, or "
          "move it to another organization."));
}

/* Where the row belongs: what it names, else the chosen one; a printer that the file does not
 * place stays where it is. 0 when there is none. */
static gint64
find_organization (MpsPrinterImporter *self, const MpsPrinterRow *row,
                   const MpsPrinterRecord *stored)
{
  if ((self->columns & MPS_IMPORT_ORGANIZATION) && *row->organization)
    return mps_organization_table_find (self->organizations, row->organization);
  if (stored && (!(self->columns & MPS_IMPORT_ORGANIZATION) || self->organization == 0))
    return stored->organization;
  return self->organization;
}

static gboolean
resolve_agent (MpsPrinterImporter *self, const MpsPrinterRow *row, MpsPrinterRecord *merged,
               gboolean *changed, GError **error)
{
  const MpsAgentKind *kind = self->columns & MPS_IMPORT_AGENT_KIND ? &row->agent_kind : NULL;
  const char *version = self->columns & MPS_IMPORT_AGENT_VERSION ? row->agent_version : NULL;

  merged->agent = 0;
  if (row->agent == NULL || *row->agent == '\0')
    return TRUE;
  merged->agent = mps_agent_table_require (self->agents, merged->organization, row->agent, kind,
                                           version, changed, error);
  return merged->agent != 0;
}

/* The agent of a printer that moves is of the organization it leaves; the file does not say that
 * it has none, so one of the same name goes with it. */
static gboolean
move_agent (MpsPrinterImporter *self, MpsPrinterRecord *merged, gboolean *changed, GError **error)
{
  const MpsAgentRecord *agent = mps_agent_table_find (self->agents, merged->agent);

  if (agent == NULL || agent->organization == merged->organization)
    return TRUE;
  merged->agent = mps_agent_table_require (self->agents, merged->organization, agent->name,
                                           &agent->kind, agent->version, changed, error);
  return merged->agent != 0;
}

static gboolean
resolve_references (MpsPrinterImporter *self, const MpsPrinterRow *row,
                    const MpsPrinterRecord *stored, MpsPrinterRecord *merged, gboolean *changed,
                    GError **error)
{
  /* A contact belongs to one organization, and does not move with the printer. */
  if (stored && merged->organization != stored->organization)
    merged->contact = 0;
  if (self->columns & MPS_IMPORT_AGENT)
    return resolve_agent (self, row, merged, changed, error);
  return move_agent (self, merged, changed, error);
}

static gboolean
is_protected_from (const MpsPrinterRecord *stored, const MpsPrinterRecord *merged)
{
  return !mps_printer_merge_may_become (stored->managed, merged->managed)
         || (mps_managed_is_protected (stored->managed)
             && stored->organization != merged->organization);
}

static gboolean
store_row (MpsPrinterImporter *self, const MpsPrinterRecord *stored, const MpsPrinterRecord *merged,
           gboolean agent_changed, GError **error)
{
  if (stored == NULL)
    {
      self->result->created++;
      return mps_printer_inserter_add (self->inserter, merged, error);
    }
  if (mps_printer_merge_is_equal (stored, merged))
    {
      if (agent_changed)
        self->result->updated++;
      else
        self->result->unchanged++;
      return TRUE;
    }
  self->result->updated++;
  return mps_printer_rows_update (self->printers, stored, merged, error);
}

/**
 * mps_printer_importer_take:
 * @self: an importer
 * @row: a good row of the list
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Finds out what becomes of the printer, and counts it. A row that the printer's state refuses is
 * a problem, and no error.
 *
 * Returns: whether it could be found out and, if it is not written yet, will be
 */
gboolean
mps_printer_importer_take (MpsPrinterImporter *self, const MpsPrinterRow *row, GError **error)
{
  static const MpsPrinterRecord nothing = { .serial = (char *) "",
                                            .model = (char *) "",
                                            .ip_address = (char *) "",
                                            .host_name = (char *) "",
                                            .location = (char *) "",
                                            .asset_tag = (char *) "",
                                            .firmware = (char *) "",
                                            .average_pages = MPS_PAGES_UNKNOWN,
                                            .communicating = TRUE };
  const MpsPrinterRecord *stored;
  MpsPrinterRecord merged;
  gboolean agent_changed = FALSE;

  if (!mps_printer_rows_find (self->printers, row->printer.serial, &stored, error))
    return FALSE;
  mps_printer_merge (&merged, stored ? stored : &nothing, &row->printer, self->columns);
  merged.organization = find_organization (self, row, stored);
  if (merged.organization == 0)
    reject_organization (self, row);
  else if (stored && is_protected_from (stored, &merged))
    reject_state (self, row);
  else
    return resolve_references (self, row, stored, &merged, &agent_changed, error)
           && store_row (self, stored, &merged, agent_changed, error);
  return TRUE;
}

/**
 * mps_printer_importer_expect:
 * @self: an importer
 * @serial: (nullable): of a row that will be taken %MPS_PRINTER_ROWS_AHEAD rows from now
 */
void
mps_printer_importer_expect (MpsPrinterImporter *self, const char *serial)
{
  mps_printer_rows_expect (self->printers, serial);
}

/**
 * mps_printer_importer_finish:
 * @self: an importer that was given all rows
 * @error: return location for a #GError of %MPS_ERROR
 *
 * Returns: whether all that became of the rows is written
 */
gboolean
mps_printer_importer_finish (MpsPrinterImporter *self, GError **error)
{
  const gboolean is_written = mps_printer_inserter_finish (self->inserter, error)
                              && mps_agent_table_write_seen (self->agents, error);

  self->job->agents |= mps_agent_table_has_changed (self->agents);
  return is_written;
}
