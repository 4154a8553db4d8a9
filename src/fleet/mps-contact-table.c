/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contact-table.h"

#define FOR_EACH_COLUMN(apply)                                                                     \
  apply (id) apply (revision) apply (organization) apply (first_name) apply (last_name)            \
      apply (company) apply (city) apply (printers) apply (family_first) apply (alive)

/* What is in the arena, the searched fields first (source: mps_contact_record_fold()). */
static const MpsContactField arena_fields[] = {
  MPS_CONTACT_EMAIL,          MPS_CONTACT_PHONE,       MPS_CONTACT_ADDRESS_LINE_1,
  MPS_CONTACT_ADDRESS_LINE_2, MPS_CONTACT_POSTAL_CODE, MPS_CONTACT_STATE_OR_PROVINCE,
  MPS_CONTACT_COUNTRY_CODE,   MPS_CONTACT_EXTENSION,   MPS_CONTACT_COUNTRY,
};

#define N_ARENA_FIELDS G_N_ELEMENTS (arena_fields)
#define N_SEARCHED_FIELDS 6

static void
reserve_row (MpsContactTable *self)
{
  if (self->n_rows < self->n_allocated)
    return;
  self->n_allocated = MAX (64, self->n_allocated + self->n_allocated / 2);
#define GROW(column)                                                                               \
  self->column = g_realloc_n (self->column, self->n_allocated, sizeof *self->column);
  FOR_EACH_COLUMN (GROW)
#undef GROW
}

/* A Japanese name is also found without the space, which only the folded text knows. */
static const char *
get_folded (const MpsContactRecord *record, const char *kept, char **made)
{
  gboolean is_ascii = TRUE;

  for (int i = 0; i < MPS_N_CONTACT_FIELDS && is_ascii; i++)
    is_ascii = g_str_is_ascii (record->fields[i]);
  if (is_ascii)
    return NULL;
  return kept ? kept : (*made = mps_contact_record_fold (record));
}

static void
get_texts (const MpsContactRecord *record, const char *texts[N_ARENA_FIELDS])
{
  for (guint i = 0; i < N_ARENA_FIELDS; i++)
    texts[i] = record->fields[arena_fields[i]];
}

static void
set_columns (MpsContactTable *self, guint32 row, const MpsContactRecord *record)
{
  char *const *fields = record->fields;

  self->revision[row] = record->revision;
  self->organization[row] = mps_id_numbers_intern (&self->organizations, record->organization);
  self->first_name[row] = mps_dictionary_intern (&self->names, fields[MPS_CONTACT_FIRST_NAME]);
  self->last_name[row] = mps_dictionary_intern (&self->names, fields[MPS_CONTACT_LAST_NAME]);
  self->company[row] = mps_dictionary_intern (&self->companies, fields[MPS_CONTACT_COMPANY]);
  self->city[row] = mps_dictionary_intern (&self->cities, fields[MPS_CONTACT_CITY]);
  self->family_first[row] = mps_contact_name_is_family_first (
      fields[MPS_CONTACT_FIRST_NAME], fields[MPS_CONTACT_LAST_NAME], fields[MPS_CONTACT_COUNTRY]);
}

void
mps_contact_table_init (MpsContactTable *self)
{
  *self = (MpsContactTable) {};
  mps_text_arena_init (&self->texts, N_ARENA_FIELDS, N_SEARCHED_FIELDS);
  mps_id_numbers_init (&self->organizations);
  mps_dictionary_init (&self->names);
  mps_dictionary_init (&self->companies);
  mps_dictionary_init (&self->cities);
}

void
mps_contact_table_clear (MpsContactTable *self)
{
#define FREE(column) g_free (self->column);
  FOR_EACH_COLUMN (FREE)
#undef FREE
  mps_text_arena_clear (&self->texts);
  mps_id_numbers_clear (&self->organizations);
  mps_dictionary_clear (&self->names);
  mps_dictionary_clear (&self->companies);
  mps_dictionary_clear (&self->cities);
}

/**
 * mps_contact_table_find:
 * @self: a table
 * @id: an id
 *
 * Returns: the row of @id, alive or dead, or %MPS_NO_ROW
 */
guint32
mps_contact_table_find (const MpsContactTable *self, gint64 id)
{
  return mps_ids_find (self->id, self->n_rows, id);
}

/**
 * mps_contact_table_append:
 * @self: a table
 * @record: a contact whose id is above all others in @self
 * @folded: (nullable): what mps_contact_record_fold() gives of it, where that is kept
 *
 * Returns: its row
 */
guint32
mps_contact_table_append (MpsContactTable *self, const MpsContactRecord *record, const char *folded)
{
  const char *texts[N_ARENA_FIELDS];
  g_autofree char *made = NULL;
  guint32 row = self->n_rows;

  get_texts (record, texts);
  reserve_row (self);
  self->n_rows++;
  self->n_alive++;
  self->id[row] = record->id;
  self->alive[row] = TRUE;
  self->printers[row] = 0;
  set_columns (self, row, record);
  mps_text_arena_append (&self->texts, texts, get_folded (record, folded, &made));
  return row;
}

/**
 * mps_contact_table_update:
 * @self: a table
 * @row: a row; if it is dead, it comes alive again
 * @record: the contact as it is now, with the row's id
 */
void
mps_contact_table_update (MpsContactTable *self, guint32 row, const MpsContactRecord *record)
{
  const char *texts[N_ARENA_FIELDS];
  const guint32 first = self->first_name[row], last = self->last_name[row];
  const gboolean family_first = self->family_first[row];
  g_autofree char *made = NULL;

  get_texts (record, texts);
  self->n_alive += !self->alive[row];
  self->alive[row] = TRUE;
  set_columns (self, row, record);
  self->names_changed += self->first_name[row] != first || self->last_name[row] != last
                         || self->family_first[row] != family_first;
  mps_text_arena_replace (&self->texts, row, texts, get_folded (record, NULL, &made));
}

/**
 * mps_contact_table_remove:
 * @self: a table
 * @row: a living row, which dies
 */
void
mps_contact_table_remove (MpsContactTable *self, guint32 row)
{
  self->alive[row] = FALSE;
  self->n_alive--;
  self->names_changed++;
  mps_text_arena_remove (&self->texts, row);
}

static const char *
get_from_arena (const MpsContactTable *self, guint32 row, MpsContactField field)
{
  for (guint i = 0; i < N_ARENA_FIELDS; i++)
    if (arena_fields[i] == field)
      return mps_text_arena_get (&self->texts, row, i);
  g_return_val_if_reached ("");
}

const char *
mps_contact_table_get (const MpsContactTable *self, guint32 row, MpsContactField field)
{
  switch (field)
    {
    case MPS_CONTACT_FIRST_NAME:
      return mps_dictionary_get (&self->names, self->first_name[row]);
    case MPS_CONTACT_LAST_NAME:
      return mps_dictionary_get (&self->names, self->last_name[row]);
    case MPS_CONTACT_COMPANY:
      return mps_dictionary_get (&self->companies, self->company[row]);
    case MPS_CONTACT_CITY:
      return mps_dictionary_get (&self->cities, self->city[row]);
    default:
      return get_from_arena (self, row, field);
    }
}

/**
 * mps_contact_table_get_name_key:
 * @self: a table
 * @row: a contact
 *
 * Returns: a number that orders the contact by its name as it is read,
 *   collated; valid until a contact changes
 */
guint64
mps_contact_table_get_name_key (MpsContactTable *self, guint32 row)
{
  const guint32 *ranks = mps_dictionary_get_ranks (&self->names);
  guint64 first = ranks[self->first_name[row]], last = ranks[self->last_name[row]];

  return self->family_first[row] ? last << 32 | first : first << 32 | last;
}

/**
 * mps_contact_table_get_numbers:
 * @self: a table
 * @field: %MPS_CONTACT_COMPANY or %MPS_CONTACT_CITY
 * @dictionary: (out) (transfer none): the texts of that field
 *
 * Returns: (transfer none): by row, the number of its text in @dictionary;
 *   valid until a contact changes
 */
const guint32 *
mps_contact_table_get_numbers (MpsContactTable *self, MpsContactField field,
                               MpsDictionary **dictionary)
{
  g_assert (field == MPS_CONTACT_COMPANY || field == MPS_CONTACT_CITY);
  *dictionary = field == MPS_CONTACT_COMPANY ? &self->companies : &self->cities;
  return field == MPS_CONTACT_COMPANY ? self->company : self->city;
}
