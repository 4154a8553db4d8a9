/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-search.h"

#include "mps-connection.h"
#include "mps-lookup.h"

G_BEGIN_DECLS

/**
 * MpsLookupClass:
 * @has_owner: its rows belong to something, which is the first number
 * @select_keys: the query for the keys of all rows, in their order
 * @select_all: the same query with all columns, of which the first is the key
 * @select_one: the same columns of one row; parameters are the key and the owner
 * @read: makes the record of a row
 * @append_text: appends what a search looks into
 * @free_record: frees a record; %NULL is none
 */
typedef struct {
  MpsLookupKind kind;
  gboolean has_owner;
  const char *select_keys;
  const char *select_all;
  const char *select_one;
  gpointer (*read) (MpsStatement *statement);
  void (*append_text) (MpsStatement *statement, GString *text);
  GDestroyNotify free_record;
} MpsLookupClass;

/**
 * MpsLookup:
 * @numbers: (array length=n_numbers): the first parameters of the queries for all rows
 * @text: (nullable): the parameter after them
 * @search: (nullable): what rows must have
 */
struct _MpsLookup {
  gatomicrefcount ref_count;
  const MpsLookupClass *class;
  gint64 numbers[3];
  guint n_numbers;
  char *text;
  MpsSearch *search;
};

MpsLookup *mps_lookup_new (const MpsLookupClass *class, const gint64 *numbers, guint n_numbers,
                           const char *text, const char *search);
void mps_lookup_append_words (GString *text, const char *words);

G_END_DECLS
