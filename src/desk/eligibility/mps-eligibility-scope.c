/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-eligibility-scope.h"

#include <glib/gi18n.h>

/**
 * mps_eligibility_scope_init:
 * @self: a scope
 * @selection: (transfer none): the selection of the table
 */
void
mps_eligibility_scope_init (MpsEligibilityScope *self, MpsRowSelection *selection)
{
  *self = (MpsEligibilityScope) { g_object_ref (selection), NULL, FALSE };
}

void
mps_eligibility_scope_clear (MpsEligibilityScope *self)
{
  g_clear_object (&self->selection);
  g_clear_pointer (&self->held, g_array_unref);
}

static char *
dup_text (guint n_chosen, guint n_shown)
{
  if (n_chosen > 0)
    return g_strdup_printf (ngettext ("%'u selected printer", "%'u selected printers", n_chosen),
                            n_chosen);
  return g_strdup_printf (ngettext ("%'u printer shown", "All %'u printers shown", n_shown),
                          n_shown);
}

static guint32 *
dup_held_rows (MpsEligibilityScope *self, guint *n_rows)
{
  MpsFleet *fleet = mps_row_list_get_fleet (mps_row_selection_get_list (self->selection));
  guint32 *rows = g_new (guint32, self->held->len);

  *n_rows = 0;
  for (guint i = 0; i < self->held->len; i++)
    {
      const guint32 row = mps_fleet_find_printer (fleet, g_array_index (self->held, gint64, i));

      if (row != MPS_NO_ROW)
        rows[(*n_rows)++] = row;
    }
  return rows;
}

/**
 * mps_eligibility_scope_dup_rows:
 * @self: a scope
 * @n_rows: (out): how many
 * @text: (out) (transfer full): what these are, translated
 *
 * Returns: (transfer full) (nullable) (array length=n_rows): the printers that it speaks of
 */
guint32 *
mps_eligibility_scope_dup_rows (MpsEligibilityScope *self, guint *n_rows, char **text)
{
  guint n_chosen = 0, n_shown;
  const guint32 *shown
      = mps_row_list_get_rows (mps_row_selection_get_list (self->selection), &n_shown);
  g_autofree guint32 *chosen = NULL;

  if (self->held)
    chosen = dup_held_rows (self, &n_chosen);
  else if (mps_row_selection_get_n_selected (self->selection) > 0)
    chosen = mps_row_selection_dup_rows (self->selection, &n_chosen);
  *text = dup_text (n_chosen, n_shown);
  *n_rows = n_chosen > 0 ? n_chosen : n_shown;
  return n_chosen > 0 ? g_steal_pointer (&chosen) : g_memdup2 (shown, n_shown * sizeof *shown);
}

/**
 * mps_eligibility_scope_release:
 * @self: a scope whose selection changed
 *
 * Speaks of what is selected now, if it was not selected by the scope itself.
 */
void
mps_eligibility_scope_release (MpsEligibilityScope *self)
{
  if (!self->selecting)
    g_clear_pointer (&self->held, g_array_unref);
}

/**
 * mps_eligibility_scope_select:
 * @self: a scope
 * @rows: (array length=n_rows): printers
 * @n_rows: how many
 * @first: (out): the position of the first of them in the table
 *
 * Selects those of @rows that the table shows, and nothing else.
 *
 * Returns: whether it shows any
 */
gboolean
mps_eligibility_scope_select (MpsEligibilityScope *self, const guint32 *rows, guint n_rows,
                              guint *first)
{
  guint n_list;
  const guint32 *list
      = mps_row_list_get_rows (mps_row_selection_get_list (self->selection), &n_list);
  g_autoptr (GtkBitset) wanted = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) positions = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, n_list);

  for (guint i = 0; i < n_rows; i++)
    gtk_bitset_add (wanted, rows[i]);
  for (guint i = 0; i < n_list; i++)
    if (gtk_bitset_contains (wanted, list[i]))
      gtk_bitset_add (positions, i);
  if (gtk_bitset_is_empty (positions))
    return FALSE;
  *first = gtk_bitset_get_minimum (positions);
  return gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), positions, all);
}

/**
 * mps_eligibility_scope_select_one:
 * @self: a scope
 * @row: a printer
 * @first: (out): its position in the table
 *
 * Selects the printer, and goes on to speak of the same printers as before.
 *
 * Returns: whether the table shows it
 */
gboolean
mps_eligibility_scope_select_one (MpsEligibilityScope *self, guint32 row, guint *first)
{
  gboolean selected;

  if (self->held == NULL)
    {
      gsize n_ids;
      const gint64 *ids = mps_row_selection_get_ids (self->selection, &n_ids);

      self->held = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_vals (self->held, ids, (guint) n_ids);
    }
  self->selecting = TRUE;
  selected = mps_eligibility_scope_select (self, &row, 1, first);
  self->selecting = FALSE;
  return selected;
}
