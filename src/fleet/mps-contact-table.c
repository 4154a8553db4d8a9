/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contact-table.h"

#define FOR_EACH_COLUMN(apply)                                                                     \
  apply (id) apply (revision) apply (organization) apply (first_name) apply (last_name)            \
      apply (company) apply (city) apply (state) apply (country_code) apply (extension)            \
          apply (country) apply (printers) apply (family_first) apply (alive)

/* The fields that are a contact's own; what many share is in dictionaries. */
static const MpsContactField own_fields[] = {
  MPS_CONTACT_EMAIL,          MPS_CONTACT_PHONE,       MPS_CONTACT_ADDRESS_LINE_1,
  MPS_CONTACT_ADDRESS_LINE_2, MPS_CONTACT_POSTAL_CODE,
};

#define N_OWN_FIELDS G_N_ELEMENTS (own_fields)

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

static void
get_texts (const MpsContactRecord *record, const char *texts[N_OWN_FIELDS])
{
  for (guint i = 0; i < N_OWN_FIELDS; i++)
    texts[i] = record->fields[own_fields[i]];
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
  self->state[row] = mps_dictionary_intern (&self->states, fields[MPS_CONTACT_STATE_OR_PROVINCE]);
  self->country_code[row] = mps_dictionary_intern (&self->codes, fields[MPS_CONTACT_COUNTRY_CODE]);
  self->extension[row] = mps_dictionary_intern (&self->codes, fields[MPS_CONTACT_EXTENSION]);
  self->country[row] = mps_dictionary_intern (&self->codes, fields[MPS_CONTACT_COUNTRY]);
  self->family_first[row] = mps_contact_name_is_family_first (
      fields[MPS_CONTACT_FIRST_NAME], fields[MPS_CONTACT_LAST_NAME], fields[MPS_CONTACT_COUNTRY]);
}

void
mps_contact_table_init (MpsContactTable *self)
{
  *self = (MpsContactTable) {};
  mps_text_blocks_init (&self->texts, N_OWN_FIELDS);
  mps_id_numbers_init (&self->organizations);
  mps_dictionary_init (&self->names);
  mps_dictionary_init (&self->companies);
  mps_dictionary_init (&self->cities);
  mps_dictionary_init (&self->states);
  mps_dictionary_init (&self->codes);
}

void
mps_contact_table_clear (MpsContactTable *self)
{
#define FREE(column) g_free (self->column);
  FOR_EACH_COLUMN (FREE)
#undef FREE
  mps_text_blocks_clear (&self->texts);
  mps_id_numbers_clear (&self->organizations);
  mps_dictionary_clear (&self->names);
  mps_dictionary_clear (&self->companies);
  mps_dictionary_clear (&self->cities);
  mps_dictionary_clear (&self->states);
  mps_dictionary_clear (&self->codes);
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
 *
 * Returns: its row
 */
guint32
mps_contact_table_append (MpsContactTable *self, const MpsContactRecord *record)
{
  const char *texts[N_OWN_FIELDS];
  guint32 row = self->n_rows;

  get_texts (record, texts);
  reserve_row (self);
  self->n_rows++;
  self->n_alive++;
  self->id[row] = record->id;
  self->alive[row] = TRUE;
  self->printers[row] = 0;
  set_columns (self, row, record);
  mps_text_blocks_append (&self->texts, texts);
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
  const char *texts[N_OWN_FIELDS];
  const guint32 first = self->first_name[row], last = self->last_name[row];
  const gboolean family_first = self->family_first[row];

  get_texts (record, texts);
  self->n_alive += !self->alive[row];
  self->alive[row] = TRUE;
  set_columns (self, row, record);
  self->names_changed += self->first_name[row] != first || self->last_name[row] != last
                         || self->family_first[row] != family_first;
  mps_text_blocks_replace (&self->texts, row, texts);
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
  mps_text_blocks_remove (&self->texts, row);
}

static const char *
get_own (const MpsContactTable *self, guint32 row, MpsContactField field)
{
  for (guint i = 0; i < N_OWN_FIELDS; i++)
    if (own_fields[i] == field)
      return mps_text_blocks_get (&self->texts, row, i);
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
    case MPS_CONTACT_STATE_OR_PROVINCE:
      return mps_dictionary_get (&self->states, self->state[row]);
    case MPS_CONTACT_COUNTRY_CODE:
      return mps_dictionary_get (&self->codes, self->country_code[row]);
    case MPS_CONTACT_EXTENSION:
      return mps_dictionary_get (&self->codes, self->extension[row]);
    case MPS_CONTACT_COUNTRY:
      return mps_dictionary_get (&self->codes, self->country[row]);
    default:
      return get_own (self, row, field);
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

/**
 * mps_contact_table_match:
 * @self: a table
 * @search: what is searched for; it must outlive the match
 *
 * A Japanese name is also found without its space.
 *
 * Returns: (transfer full): @search, ready for @self until it changes
 */
MpsMatch *
mps_contact_table_match (MpsContactTable *self, const MpsSearch *search)
{
  const MpsMatchColumn first_name = { &self->names, self->first_name };
  const MpsMatchColumn last_name = { &self->names, self->last_name };
  MpsMatch *match = mps_match_new (search, &self->texts);

  mps_match_add_column (match, &first_name);
  mps_match_add_column (match, &last_name);
  mps_match_add_column (match, &(MpsMatchColumn) { &self->companies, self->company });
  mps_match_add_column (match, &(MpsMatchColumn) { &self->cities, self->city });
  mps_match_add_column (match, &(MpsMatchColumn) { &self->states, self->state });
  mps_match_add_joint (match, &last_name, &first_name);
  return match;
}
