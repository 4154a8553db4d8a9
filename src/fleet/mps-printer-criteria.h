/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-types.h"

G_BEGIN_DECLS

/* Any status. */
#define MPS_PRINTER_ANY_STATUS (-1)

/* In a set of states with MPS Express. */
#define MPS_MANAGED_BIT(managed) (1u << (managed))

/* All that are protected: in MPS Express, or waiting for it. */
#define MPS_MANAGED_PROTECTED                                                                      \
  (MPS_MANAGED_BIT (MPS_MANAGED_PENDING) | MPS_MANAGED_BIT (MPS_MANAGED_MANAGED))

/**
 * MpsPrinterCriteria:
 * @status: the #MpsStatus that the printers have, or %MPS_PRINTER_ANY_STATUS
 * @managed: where the printers stand, of MPS_MANAGED_BIT(); 0 for anywhere
 * @contact: the id of the contact that they are assigned to; 0 for any or none
 * @agent: the id of the agent that they have; 0 for any or none
 * @search: the text that they contain; "" for any
 *
 * By what a list of printers is narrowed, within an organization. Ids are
 * those of one database.
 */
typedef struct {
  int status;
  guint managed;
  gint64 contact;
  gint64 agent;
  char *search;
} MpsPrinterCriteria;

MpsPrinterCriteria *mps_printer_criteria_new (void);
MpsPrinterCriteria *mps_printer_criteria_copy (const MpsPrinterCriteria *self);
void mps_printer_criteria_free (MpsPrinterCriteria *self);
gboolean mps_printer_criteria_equal (const MpsPrinterCriteria *self,
                                     const MpsPrinterCriteria *other);
gboolean mps_printer_criteria_is_any (const MpsPrinterCriteria *self);
gboolean mps_printer_criteria_set (MpsPrinterCriteria *self, const char *criterion, gint64 value);
GVariant *mps_printer_criteria_to_variant (const MpsPrinterCriteria *self);
MpsPrinterCriteria *mps_printer_criteria_from_variant (GVariant *variant);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsPrinterCriteria, mps_printer_criteria_free)

G_END_DECLS
