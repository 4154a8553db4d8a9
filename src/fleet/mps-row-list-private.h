/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-row-list.h"
#include "mps-row-order.h"
#include "mps-row-slots.h"
#include "mps-row-work.h"

G_BEGIN_DECLS

/* What the list model and what keeps it up to date share. */
typedef struct {
  MpsFleet *fleet;
  MpsRowOrder order;    /* the rows shown */
  MpsRowOrder whole;    /* all rows of the fleet, as far as is_whole */
  gboolean is_whole;    /* whether whole holds all of them, where they belong in its column */
  MpsRowOrder wanted;   /* without rows: the column by which they are to be ordered */
  MpsRowWork *work;     /* NULL where the rows shown are the wanted ones */
  guint work_source;    /* 0 where the work is done at once */
  gboolean work_is_new; /* whether rows may show something else when the work is done */
  guint slices_from;    /* with fewer rows, work is done at once */
  MpsRowSlots slots;
  guint n_announced; /* the length that others know of */
  gint64 organization;
  char *search_text;
  MpsSearch *search;
} MpsRowListPrivate;

MpsRowListPrivate *mps_row_list_get_private (MpsRowList *self);
void mps_row_list_tell (MpsRowList *self);

/* The search became a longer one. */
void mps_row_list_narrow (MpsRowList *self);

/* What is being filtered and sorted is of no use any more. */
void mps_row_list_drop_work (MpsRowList *self);

G_END_DECLS
