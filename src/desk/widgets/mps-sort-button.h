/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsSortButton:
 *
 * A menu of the columns that a table can be sorted by, and of the order. The
 * titles of a column view's columns can't be reached with the keyboard, so that
 * each table that can be sorted has this button. It says to screen readers what
 * the table is sorted by.
 *
 * Property: table (widget): is, or has in it, the column view to sort; set once.
 * Property: column (string): the title of the column that the table is sorted
 *   by, "" for none; it is what the action “sort.column” sets.
 * Property: order (string): "ascending" or "descending"; it is what the action
 *   “sort.order” sets.
 */
#define MPS_TYPE_SORT_BUTTON (mps_sort_button_get_type ())
G_DECLARE_FINAL_TYPE (MpsSortButton, mps_sort_button, MPS, SORT_BUTTON, AdwBin)

G_END_DECLS
