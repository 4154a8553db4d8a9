/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-replaced-contacts.h"

#include "desk/widgets/mps-report-line.h"

#include <glib/gi18n.h>

/* So many are named in a sentence; the details name them all. */
#define MAX_NAMES 3

/* Contacts by id, with how many of the printers each of them has. */
static GHashTable *
count_contacts (MpsFleet *fleet, const gint64 *printers, gsize n_printers, gint64 contact)
{
  GHashTable *counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (gsize i = 0; i < n_printers; i++)
    {
      guint32 row = mps_fleet_find_printer (fleet, printers[i]);
      gint64 old = row == MPS_NO_ROW ? 0 : mps_fleet_get_contact (fleet, row);
      guint count;

      if (old == 0 || old == contact)
        continue;
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &old));
      g_hash_table_insert (counts, g_memdup2 (&old, sizeof old), GUINT_TO_POINTER (count + 1));
    }
  return counts;
}

static void
append_contact (GListModel *lines, MpsFleet *fleet, gint64 contact, guint count)
{
  guint32 row = mps_fleet_find_contact (fleet, contact);
  g_autofree char *number = g_strdup_printf ("%'u", count);
  g_autofree char *name = NULL;

  if (row == MPS_NO_ROW)
    return;
  name = mps_fleet_dup_contact_name (fleet, row);
  mps_report_lines_append (lines, number, name,
                           mps_fleet_get_contact_field (fleet, row, MPS_CONTACT_COMPANY));
}

/**
 * mps_replaced_contacts_find:
 * @fleet: the fleet
 * @printers: (array length=n_printers): ids of printers
 * @n_printers: how many
 * @contact: the contact that is going to be assigned; 0 when it is not known yet
 * @n_replaced: (out): how many of the printers have another contact
 *
 * Returns: (transfer full): a #MpsReportLine for each contact that would be
 *   replaced: the number of printers, the contact's name and company
 */
GListModel *
mps_replaced_contacts_find (MpsFleet *fleet, const gint64 *printers, gsize n_printers,
                            gint64 contact, guint *n_replaced)
{
  g_autoptr (GHashTable) counts = count_contacts (fleet, printers, n_printers, contact);
  GListModel *lines = mps_report_lines_new ();
  GHashTableIter iter;
  gpointer key, value;

  *n_replaced = 0;
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      append_contact (lines, fleet, *(const gint64 *) key, GPOINTER_TO_UINT (value));
      *n_replaced += GPOINTER_TO_UINT (value);
    }
  return lines;
}

static char *
dup_names (GListModel *contacts)
{
  guint n = g_list_model_get_n_items (contacts);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, MAX_NAMES); i++)
    {
      g_autoptr (MpsReportLine) line = g_list_model_get_item (contacts, i);
      g_autofree char *name = NULL;

      g_object_get (line, "subject", &name, NULL);
      /* Translators: stands between the names of a list */
      g_string_append_printf (names, "%s%s", i > 0 ? C_ ("list of names", ", ") : "", name);
    }
  if (n > MAX_NAMES)
    g_string_append (names, "…");
  return g_string_free (names, FALSE);
}

/**
 * mps_replaced_contacts_dup_sentence:
 * @contacts: what mps_replaced_contacts_find() found
 * @n_replaced: the number of printers that it found
 *
 * Returns: (transfer full): the sentence that names the contacts to be replaced
 */
char *
mps_replaced_contacts_dup_sentence (GListModel *contacts, guint n_replaced)
{
  g_autofree char *names = dup_names (contacts);

  return g_strdup_printf (
      ngettext ("%1$u of these printers has a contact that will be replaced: %2$s",
                "%1$u of these printers have a contact that will be replaced: %2$s", n_replaced),
      n_replaced, names);
}

/**
 * mps_replaced_contacts_get_any_change:
 * @fleet: the fleet
 * @printers: (array length=n_printers): ids of printers
 * @n_printers: how many
 * @contact: the contact that is going to be assigned
 *
 * Returns: whether any of the printers has another contact than @contact, or none
 */
gboolean
mps_replaced_contacts_get_any_change (MpsFleet *fleet, const gint64 *printers, gsize n_printers,
                                      gint64 contact)
{
  for (gsize i = 0; i < n_printers; i++)
    {
      const guint32 row = mps_fleet_find_printer (fleet, printers[i]);

      if (row != MPS_NO_ROW && mps_fleet_get_contact (fleet, row) != contact)
        return TRUE;
    }
  return FALSE;
}
