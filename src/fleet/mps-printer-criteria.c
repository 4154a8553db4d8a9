/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-criteria.h"

#define ALL_MANAGED (MPS_MANAGED_BIT (MPS_N_MANAGED) - 1)

/**
 * mps_printer_criteria_new:
 *
 * Returns: (transfer full): criteria that every printer meets
 */
MpsPrinterCriteria *
mps_printer_criteria_new (void)
{
  MpsPrinterCriteria *self = g_new0 (MpsPrinterCriteria, 1);

  self->status = MPS_PRINTER_ANY_STATUS;
  self->search = g_strdup ("");
  return self;
}

MpsPrinterCriteria *
mps_printer_criteria_copy (const MpsPrinterCriteria *self)
{
  MpsPrinterCriteria *copy;

  g_return_val_if_fail (self != NULL, NULL);
  copy = g_memdup2 (self, sizeof *self);
  copy->search = g_strdup (self->search);
  return copy;
}

void
mps_printer_criteria_free (MpsPrinterCriteria *self)
{
  g_free (self->search);
  g_free (self);
}

/**
 * mps_printer_criteria_equal:
 * @self: criteria
 * @other: other criteria
 *
 * Returns: whether both are narrowed by the same, to the letter of the search
 */
gboolean
mps_printer_criteria_equal (const MpsPrinterCriteria *self, const MpsPrinterCriteria *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);
  return self->status == other->status && self->managed == other->managed
         && self->contact == other->contact && self->agent == other->agent
         && g_str_equal (self->search, other->search);
}

/**
 * mps_printer_criteria_is_any:
 * @self: criteria
 *
 * Returns: whether every printer meets them
 */
gboolean
mps_printer_criteria_is_any (const MpsPrinterCriteria *self)
{
  g_autoptr (MpsPrinterCriteria) any = mps_printer_criteria_new ();

  return mps_printer_criteria_equal (self, any);
}

/**
 * mps_printer_criteria_set:
 * @self: criteria
 * @criterion: “contact”, “agent”, “managed-of-agent”, “status” or “managed”
 * @value: the id of a contact or agent, an #MpsStatus, or an #MpsManaged
 *
 * For what comes as an action's target.
 *
 * Returns: %FALSE, and changes nothing, if there is no such criterion or value
 */
gboolean
mps_printer_criteria_set (MpsPrinterCriteria *self, const char *criterion, gint64 value)
{
  g_return_val_if_fail (self != NULL, FALSE);
  if (g_strcmp0 (criterion, "contact") == 0 && value > 0)
    self->contact = value;
  else if (g_strcmp0 (criterion, "agent") == 0 && value > 0)
    self->agent = value;
  else if (g_strcmp0 (criterion, "managed-of-agent") == 0 && value > 0)
    {
      self->agent = value;
      self->managed = MPS_MANAGED_PROTECTED;
    }
  else if (g_strcmp0 (criterion, "status") == 0 && value >= 0 && value < MPS_N_STATUSES)
    self->status = (int) value;
  else if (g_strcmp0 (criterion, "managed") == 0 && value >= 0 && value < MPS_N_MANAGED)
    self->managed = MPS_MANAGED_BIT (value);
  else
    return FALSE;
  return TRUE;
}

static GVariant *
managed_to_variant (guint managed)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_STRING_ARRAY);

  for (guint i = 0; i < MPS_N_MANAGED; i++)
    if (managed & MPS_MANAGED_BIT (i))
      g_variant_builder_add (&builder, "s", mps_managed_get_id (i));
  return g_variant_builder_end (&builder);
}

static void
add (GVariantBuilder *builder, const char *name, GVariant *value)
{
  g_variant_builder_add (builder, "{sv}", name, value);
}

/**
 * mps_printer_criteria_to_variant:
 * @self: criteria
 *
 * Returns: (transfer floating): what narrows, as a{sv}: "status" (s), "managed" (as), by their
 *   ids, "contact" and "agent" (x), "search" (s); empty if every printer meets them
 */
GVariant *
mps_printer_criteria_to_variant (const MpsPrinterCriteria *self)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  g_return_val_if_fail (self != NULL, NULL);
  if (self->status != MPS_PRINTER_ANY_STATUS)
    add (&builder, "status", g_variant_new_string (mps_status_get_id (self->status)));
  if (self->managed)
    add (&builder, "managed", managed_to_variant (self->managed));
  if (self->contact)
    add (&builder, "contact", g_variant_new_int64 (self->contact));
  if (self->agent)
    add (&builder, "agent", g_variant_new_int64 (self->agent));
  if (*self->search)
    add (&builder, "search", g_variant_new_string (self->search));
  return g_variant_builder_end (&builder);
}

static gboolean
take_managed (MpsPrinterCriteria *self, GVariant *value)
{
  GVariantIter iter;
  const char *id;

  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    return FALSE;
  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "&s", &id))
    {
      const int managed = mps_managed_from_id (id);

      if (managed < 0)
        return FALSE;
      self->managed |= MPS_MANAGED_BIT (managed);
    }
  return self->managed != 0 && (self->managed & ~ALL_MANAGED) == 0;
}

static gboolean
take_status (MpsPrinterCriteria *self, GVariant *value)
{
  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return FALSE;
  self->status = mps_status_from_id (g_variant_get_string (value, NULL));
  return self->status >= 0;
}

static gboolean
take_search (MpsPrinterCriteria *self, GVariant *value)
{
  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return FALSE;
  g_set_str (&self->search, g_variant_get_string (value, NULL));
  return TRUE;
}

static gboolean
take_id (gint64 *id, GVariant *value)
{
  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    return FALSE;
  *id = g_variant_get_int64 (value);
  return *id > 0;
}

static gboolean
take (MpsPrinterCriteria *self, const char *name, GVariant *value)
{
  if (g_str_equal (name, "status"))
    return take_status (self, value);
  if (g_str_equal (name, "managed"))
    return take_managed (self, value);
  if (g_str_equal (name, "contact"))
    return take_id (&self->contact, value);
  if (g_str_equal (name, "agent"))
    return take_id (&self->agent, value);
  return g_str_equal (name, "search") && take_search (self, value);
}

/**
 * mps_printer_criteria_from_variant:
 * @variant: what mps_printer_criteria_to_variant() made, or anything else
 *
 * Returns: (transfer full) (nullable): the criteria; %NULL if it says anything
 *   that is not understood, since less narrowed printers would not be the ones meant
 */
MpsPrinterCriteria *
mps_printer_criteria_from_variant (GVariant *variant)
{
  g_autoptr (MpsPrinterCriteria) self = mps_printer_criteria_new ();
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_return_val_if_fail (variant != NULL, NULL);
  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT))
    return NULL;
  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    if (!take (self, name, value))
      {
        g_variant_unref (value);
        return NULL;
      }
  return g_steal_pointer (&self);
}
