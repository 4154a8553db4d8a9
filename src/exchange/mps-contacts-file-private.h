/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-contacts-file.h"

#include "mps-contacts-row-private.h"

G_BEGIN_DECLS

struct _MpsContactsFile {
  GObject parent_instance;

  char *name;
  const char *encoding;
  GStrv header;
  GPtrArray *rows;     /* MpsContactsRow */
  GPtrArray *problems; /* MpsProblem; NULL when they must be gathered anew */

  GPtrArray *steps; /* GArray of what each correction changed, to undo it */
  GArray *step;     /* the one that is being made */
  guint depth;
  gboolean could_undo; /* what was told last */
};

/* Says that corrections were made, and whether they can be undone. */
void mps_contacts_file_emit_changed (MpsContactsFile *self);
void mps_contacts_file_step_free (gpointer step);

G_END_DECLS
