/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MpsSearchPopover:
 *
 * A list to choose from that is searched while one types. Enter takes the
 * first, so that a choice needs no other key. What is found is its owner's to
 * say, who gives it the list.
 *
 * Property: factory (GtkListItemFactory): what a choice looks like.
 * "searched" (string): something else is searched for.
 * "chosen" (uint): a choice was made, at that position of the list.
 */
#define MPS_TYPE_SEARCH_POPOVER (mps_search_popover_get_type ())
G_DECLARE_FINAL_TYPE (MpsSearchPopover, mps_search_popover, MPS, SEARCH_POPOVER, GtkPopover)

void mps_search_popover_set_words (MpsSearchPopover *self, const char *search, const char *none);
void mps_search_popover_set_model (MpsSearchPopover *self, GListModel *model);
void mps_search_popover_set_loading (MpsSearchPopover *self, gboolean loading);

G_END_DECLS
