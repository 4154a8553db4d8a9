/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-fleet-serials.h"

#include "fleet/mps-text-index.h"

#include <glib/gi18n.h>

#define BLOCK_SIZE (64 * 1024)

struct _MpsFleetSerials {
  GStringChunk *texts; /* one after the other, and freed at once */
  MpsTextIndex *index; /* of texts */
};

MpsFleetSerials *
mps_fleet_serials_new (void)
{
  MpsFleetSerials *self = g_new0 (MpsFleetSerials, 1);

  self->texts = g_string_chunk_new (BLOCK_SIZE);
  self->index = mps_text_index_new ();
  return self;
}

void
mps_fleet_serials_free (MpsFleetSerials *self)
{
  mps_text_index_free (self->index);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static void
add_problem (const char *serial, const MpsFleetCells *cells, GPtrArray *problems)
{
  g_autofree char *column = mps_fleet_cell_dup_column (cells, MPS_FLEET_SERIAL);

  g_ptr_array_add (problems,
                   mps_problem_new (cells->line, column, "duplicate-serial",
                                    _ ("The serial number %s stands in the file before. The first "
                                       "row with it is taken."),
                                    serial));
}

/**
 * mps_fleet_serials_expect:
 * @self: the serial numbers so far
 * @serial: (nullable): the cell of a row that comes soon
 *
 * Among very many, to wait for memory would take longer than the search itself.
 */
void
mps_fleet_serials_expect (MpsFleetSerials *self, const char *serial)
{
  if (serial)
    mps_text_index_expect (self->index, mps_text_index_hash (serial));
}

/**
 * mps_fleet_serials_take:
 * @self: the serial numbers of the rows before
 * @serial: that of a row that is good otherwise
 * @cells: the row
 * @problems: (element-type MpsProblem): takes what is wrong
 *
 * Returns: whether no row before has had it
 */
gboolean
mps_fleet_serials_take (MpsFleetSerials *self, const char *serial, const MpsFleetCells *cells,
                        GPtrArray *problems)
{
  const gboolean is_new = mps_text_index_find (self->index, serial) == MPS_TEXT_INDEX_NONE;

  if (is_new)
    mps_text_index_add (self->index, g_string_chunk_insert (self->texts, serial));
  else
    add_problem (serial, cells, problems);
  return is_new;
}
