/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-contacts-file.h"

G_BEGIN_DECLS

/**
 * MpsContactsFixKind:
 *
 * The common mistakes that can be corrected all alike, without a guess. What
 * the check accepts as it is, as full-width digits and a postal code without
 * its hyphen, is none of them.
 */
typedef enum {
  MPS_CONTACTS_FIX_EMPTY_CELLS,
  MPS_CONTACTS_FIX_INVISIBLE_CHARACTERS,
  MPS_CONTACTS_FIX_COUNTRY_CODE_SIGNS,
  MPS_CONTACTS_FIX_PHONE_COUNTRY_CODE,
  MPS_CONTACTS_FIX_PHONE_SIGNS,
  MPS_CONTACTS_FIX_PHONE_ZERO,
  MPS_CONTACTS_FIX_POSTAL_CODE_SIGNS,
  MPS_CONTACTS_FIX_POSTAL_CODE_ZERO,
} MpsContactsFixKind;

#define MPS_N_CONTACTS_FIXES (MPS_CONTACTS_FIX_POSTAL_CODE_ZERO + 1)

/**
 * MpsContactsChange:
 * @index: of the row
 * @column: of the cell
 * @before: what stands there
 * @after: (nullable): what the cell becomes; %NULL when it is one too many and goes
 */
typedef struct {
  guint index;
  guint column;
  char *before;
  char *after;
} MpsContactsChange;

/**
 * MpsContactsFix:
 * @kind: what is corrected
 * @changes: (element-type MpsContactsChange): the cells that it would change; never empty
 */
typedef struct {
  MpsContactsFixKind kind;
  GPtrArray *changes;
} MpsContactsFix;

GPtrArray *mps_contacts_fixes_find (MpsContactsFile *file);
char *mps_contacts_fix_dup_label (const MpsContactsFix *self);
guint mps_contacts_fix_apply (const MpsContactsFix *self, MpsContactsFile *file, const guint *rows,
                              gsize n_rows);
void mps_contacts_fix_free (MpsContactsFix *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsContactsFix, mps_contacts_fix_free)

G_END_DECLS
