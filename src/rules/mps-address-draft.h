/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-error.h"
#include "fleet/mps-records.h"

G_BEGIN_DECLS

/* More can be added in another go; each is compared with all that there are. */
#define MPS_MAX_DRAFT_ADDRESSES 500

/**
 * MpsAddressBook:
 *
 * The discovery criteria with which new ones are compared: those of an agent,
 * and of the others of its organization. Immutable.
 */
typedef struct _MpsAddressBook MpsAddressBook;

MpsAddressBook *mps_address_book_new (GPtrArray *agents, const MpsAgentRecord *agent);
void mps_address_book_free (MpsAddressBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsAddressBook, mps_address_book_free)

/**
 * MpsAddressDraft:
 * @addresses: (element-type utf8): those to add, in their one spelling, each once
 * @large: (element-type utf8): those of them that somebody should be asked about
 * @wrong: (element-type MpsProblem): what is no address, by line; nothing can be added then
 * @warnings: (element-type MpsProblem): what should be known before they are added, by line
 *
 * Addresses that somebody is typing, or has pasted.
 */
typedef struct {
  GPtrArray *addresses;
  GPtrArray *large;
  GPtrArray *wrong;
  GPtrArray *warnings;
} MpsAddressDraft;

MpsAddressDraft *mps_address_draft_new (const char *text, gboolean exclude,
                                        const MpsAddressBook *book);
void mps_address_draft_free (MpsAddressDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsAddressDraft, mps_address_draft_free)

G_END_DECLS
