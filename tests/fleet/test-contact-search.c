/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fixture.h"
#include "fleet/mps-contact-list.h"
#include "fleet/mps-slices.h"
#include "fleet/mps-text.h"

#include <string.h>

/*
 * Any order of changes and searches of contacts: what is found is what the slow and simple way
 * finds, which folds all that is searched of a contact into one text and looks for each word with
 * strstr(). GLib prints the seed; --seed repeats a run.
 */
#define N_CONTACTS 300
#define N_STEPS 600

/* Kept as it is, folded letter by letter, and folded as a whole word. */
static const char *const pieces[] = {
  "a",        "S",  "7",  "-",  "@x.jp", "renzo", "Straße", "É",  "ø",  "Ǆ",  "ŉ",  "İ",
  "京",       "東", "ー", "の", "が",    "渡辺",  "々",     "１", "Ｂ", "　", "ﾄﾞ", "e\u0301",
  "か\u3099", "ﬁ",  " ",  "Ω",  "Σ",     "한",    "𠮷",     "№",  "\"", "%",
};

static const MpsContactField searched[] = {
  MPS_CONTACT_FIRST_NAME,     MPS_CONTACT_LAST_NAME, MPS_CONTACT_COMPANY,
  MPS_CONTACT_EMAIL,          MPS_CONTACT_PHONE,     MPS_CONTACT_ADDRESS_LINE_1,
  MPS_CONTACT_ADDRESS_LINE_2, MPS_CONTACT_CITY,      MPS_CONTACT_STATE_OR_PROVINCE,
  MPS_CONTACT_POSTAL_CODE,
};

typedef struct {
  MpsFleet *fleet;
  MpsRowList *list;
  MpsContactRecord *contacts[N_CONTACTS]; /* (nullable); by row */
  char *texts[N_CONTACTS];                /* all that is searched of each, folded */
  GString *search;
} Model;

static void
add_pieces (GString *text, int n_pieces)
{
  for (int i = 0; i < n_pieces; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
}

static MpsContactRecord *
make_random_contact (guint row)
{
  MpsContactRecord *contact = make_contact (row + 1, "", "");

  for (guint i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      add_pieces (text, MAX (0, g_test_rand_int_range (-3, 6)));
      g_set_str (&contact->fields[i], text->str);
    }
  return contact;
}

/* A name without a space is read as one where either of its parts is not in ASCII letters. */
static void
add_joint_name (GString *text, const MpsContactRecord *contact)
{
  g_autofree char *last = mps_text_fold (contact->fields[MPS_CONTACT_LAST_NAME]);
  g_autofree char *first = mps_text_fold (contact->fields[MPS_CONTACT_FIRST_NAME]);
  const gsize length = strlen (last);

  if (length > 0 && ((last[length - 1] & 0x80) || (*first & 0x80)))
    g_string_append_printf (text, "\n%s%s", last, first);
}

static void
set_contact (Model *model, guint row, MpsContactRecord *contact)
{
  GString *text = g_string_new (NULL);

  g_clear_pointer (&model->contacts[row], mps_contact_record_free);
  g_free (model->texts[row]);
  model->contacts[row] = contact;
  for (guint i = 0; contact && i < G_N_ELEMENTS (searched); i++)
    {
      g_autofree char *field = mps_text_fold (contact->fields[searched[i]]);

      g_string_append_printf (text, "\n%s", field);
    }
  if (contact)
    add_joint_name (text, contact);
  model->texts[row] = g_string_free_and_steal (text);
}

static gboolean
has_words (const char *text, char **words)
{
  for (guint i = 0; words[i]; i++)
    if (!strstr (text, words[i]))
      return FALSE;
  return TRUE;
}

static void
assert_list (const Model *model)
{
  guint n_rows, n_found = 0;
  const guint32 *rows = mps_row_list_get_rows (model->list, &n_rows);
  g_autofree char *folded = mps_text_fold (model->search->str);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\r\n", -1);

  for (guint row = 0; row < N_CONTACTS; row++)
    if (model->contacts[row] && has_words (model->texts[row], words))
      {
        g_assert_cmpuint (n_found, <, n_rows);
        g_assert_cmpuint (rows[n_found++], ==, row);
      }
  g_assert_cmpuint (n_found, ==, n_rows);
}

static void
apply (Model *model, guint row)
{
  g_autoptr (MpsChanges) changes = mps_changes_new ();
  const gint64 id = row + 1;

  if (model->contacts[row])
    g_ptr_array_add (changes->contacts, mps_contact_record_copy (model->contacts[row]));
  else
    g_array_append_val (changes->removed_contacts, id);
  mps_fleet_apply (model->fleet, changes);
}

static void
change (Model *model)
{
  const guint row = g_test_rand_int_range (0, N_CONTACTS);

  set_contact (model, row, g_test_rand_int_range (0, 4) > 0 ? make_random_contact (row) : NULL);
  apply (model, row);
}

/* Nobody looks for one without the letter before it, with which it is one letter when folded. */
static gboolean
is_voicing_mark (gunichar c)
{
  return c == 0x3099 || c == 0xFF9E;
}

/* Some letters of a contact, so that it is found. */
static void
search_for_part (Model *model)
{
  const MpsContactRecord *contact = model->contacts[g_test_rand_int_range (0, N_CONTACTS)];
  g_autofree char *text = NULL;
  g_autofree char *part = NULL;
  int length, start, end;

  if (contact == NULL)
    return;
  text = g_strconcat (contact->fields[MPS_CONTACT_LAST_NAME],
                      contact->fields[MPS_CONTACT_FIRST_NAME],
                      contact->fields[g_test_rand_int_range (0, MPS_N_CONTACT_FIELDS)], NULL);
  length = (int) g_utf8_strlen (text, -1);
  if (length == 0)
    return;
  start = g_test_rand_int_range (0, length);
  end = start + g_test_rand_int_range (1, 6);
  part = g_utf8_substring (text, start, MIN (length, end));
  if (!is_voicing_mark (g_utf8_get_char (part)))
    g_string_assign (model->search, part);
}

static void
search (Model *model)
{
  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      g_string_truncate (model->search, 0);
      break;
    case 1:
      g_string_truncate (model->search, 0);
      add_pieces (model->search, 1);
      break;
    case 2:
      add_pieces (model->search, 1);
      break;
    default:
      search_for_part (model);
      break;
    }
  mps_row_list_set_search (model->list, model->search->str);
}

static void
go_on (Model *model)
{
  for (int n = g_test_rand_int_range (0, 3); n > 0; n--)
    g_main_context_iteration (NULL, FALSE);
  if (g_test_rand_bit ())
    mps_row_list_finish (model->list);
}

static void
test_random (gconstpointer in_slices)
{
  Model model = { .fleet = mps_fleet_new (), .search = g_string_new (NULL) };

  for (guint row = 0; row < N_CONTACTS; row++)
    {
      set_contact (&model, row, make_random_contact (row));
      mps_fleet_add_contact (model.fleet, model.contacts[row]);
    }
  model.list = MPS_ROW_LIST (mps_contact_list_new (model.fleet));
  if (in_slices)
    mps_row_list_set_slices_from (model.list, 0);
  for (guint i = 0; i < N_STEPS; i++)
    {
      if (g_test_rand_int_range (0, 3) == 0)
        change (&model);
      else
        search (&model);
      go_on (&model);
      if (!mps_row_list_get_busy (model.list))
        assert_list (&model);
    }
  for (guint row = 0; row < N_CONTACTS; row++)
    {
      g_clear_pointer (&model.contacts[row], mps_contact_record_free);
      g_free (model.texts[row]);
    }
  g_string_free (model.search, TRUE);
  g_object_unref (model.list);
  g_object_unref (model.fleet);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mps_slices_set_turn (0);
  g_test_add_data_func ("/contact-search/at-once", NULL, test_random);
  g_test_add_data_func ("/contact-search/in-slices", "", test_random);
  return g_test_run ();
}
