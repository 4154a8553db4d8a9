/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-types.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  MPS_HELP_PARAGRAPH,
  MPS_HELP_HEADING,
  MPS_HELP_STEP,
  MPS_HELP_POINT,
  MPS_HELP_NOTE,
} MpsHelpKind;

typedef struct {
  MpsHelpKind kind;
  char *mark; /* what stands before the text: "1." of a step, "" of others */
  char *text;
} MpsHelpLine;

/* A page of help. */
typedef struct {
  char *id;
  char *group; /* the heading that it stands under in the list */
  char *title;
  char *folded;     /* title and text, as they are searched */
  GPtrArray *lines; /* of MpsHelpLine */
  char **related;   /* the ids of topics that one may want to read next */
} MpsHelpTopic;

/*
 * The help in one language, from a file with a line for a paragraph:
 *
 *   @ A group of topics
 *   # id Title of a topic
 *   ## A heading       1. A step       - A point       ! A note
 *   > related-id other-id
 *   % What only translators read
 */
typedef struct _MpsHelpBook MpsHelpBook;

MpsHelpBook *mps_help_book_open (const char *language);
MpsHelpBook *mps_help_book_open_own (void);
void mps_help_book_free (MpsHelpBook *self);
guint mps_help_book_get_n_topics (MpsHelpBook *self);
const MpsHelpTopic *mps_help_book_get_topic (MpsHelpBook *self, guint position);
const MpsHelpTopic *mps_help_book_find (MpsHelpBook *self, const char *id);
char *mps_help_dup_status_topic (MpsStatus status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsHelpBook, mps_help_book_free)

G_END_DECLS
