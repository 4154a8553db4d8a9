/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-changes.h"

G_DEFINE_BOXED_TYPE (MpsChanges, mps_changes, mps_changes_ref, mps_changes_unref)

/**
 * mps_changes_new:
 *
 * Returns: (transfer full): a change set in which nothing changed
 */
MpsChanges *
mps_changes_new (void)
{
  MpsChanges *self = g_new0 (MpsChanges, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->printers = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_printer_record_free);
  self->removed_printers = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_contact_record_free);
  self->removed_contacts = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

MpsChanges *
mps_changes_ref (MpsChanges *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
mps_changes_unref (MpsChanges *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->printers);
  g_array_unref (self->removed_printers);
  g_ptr_array_unref (self->contacts);
  g_array_unref (self->removed_contacts);
  g_clear_pointer (&self->agents, g_ptr_array_unref);
  g_clear_pointer (&self->organizations, g_ptr_array_unref);
  g_free (self);
}

/**
 * mps_changes_is_empty:
 * @self: a change set
 *
 * Returns: whether nothing changed
 */
gboolean
mps_changes_is_empty (const MpsChanges *self)
{
  return !self->reload && !self->policy && !self->tasks && !self->history && !self->requests
         && !self->agents && !self->organizations && self->printers->len == 0
         && self->removed_printers->len == 0 && self->contacts->len == 0
         && self->removed_contacts->len == 0;
}

/**
 * mps_changes_set_reload:
 * @self: a change set that is still being made
 *
 * Says "load everything again" instead of naming rows.
 */
void
mps_changes_set_reload (MpsChanges *self)
{
  self->reload = TRUE;
  g_ptr_array_set_size (self->printers, 0);
  g_ptr_array_set_size (self->contacts, 0);
  g_array_set_size (self->removed_printers, 0);
  g_array_set_size (self->removed_contacts, 0);
}
