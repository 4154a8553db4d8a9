/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fixture.h"
#include "fleet/mps-printer-list.h"
#include "fleet/mps-printer.h"
#include "fleet/mps-slices.h"
#include "fleet/mps-text.h"

#include <string.h>

/*
 * Any order of changes, searches and sorts: after each the list must be what
 * the slow and simple way makes of the same printers, and whoever only heard
 * its signals must know its length and hold the right items. GLib prints the
 * seed; --seed repeats a run.
 */
#define N_STEPS 800
#define N_HELD 8
#define N_FIRST 20
#define N_MOST 600

static const char *const words[]
    = { "tokyo", "東京", "京都", "a", "Prn", "é", "", "ﾌﾟ", "2f", "x9" };

static const int columns[] = {
  MPS_ROW_LIST_UNSORTED,       MPS_PRINTER_COLUMN_SERIAL,        MPS_PRINTER_COLUMN_HOST_NAME,
  MPS_PRINTER_COLUMN_LOCATION, MPS_PRINTER_COLUMN_AVERAGE_PAGES, MPS_PRINTER_COLUMN_MANAGED,
  MPS_PRINTER_COLUMN_STATUS,   MPS_PRINTER_COLUMN_CONTACT,
};

typedef struct {
  MpsFleet *fleet;
  MpsRowList *list;
  GPtrArray *printers; /* (nullable) MpsPrinterRecord, by row */
  GPtrArray *held;     /* MpsPrinter, at positions[] */
  guint positions[N_HELD];
  guint n_heard; /* the length by what the list signalled */
  int column;
  gboolean descending;
  gint64 organization;
  MpsPrinterCriteria *criteria;
} Model;

static const char *
pick_word (void)
{
  return words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];
}

static guint
pick_row (Model *model)
{
  return g_test_rand_int_range (0, model->printers->len);
}

static MpsStatusMask
judge (gint32 pages, gint64 contact)
{
  return (pages == MPS_PAGES_UNKNOWN ? MPS_STATUS_BIT (MPS_STATUS_PAGES_UNKNOWN) : 0)
         | (contact == 0 ? MPS_STATUS_BIT (MPS_STATUS_NO_CONTACT) : 0);
}

static void
evaluate (MpsFleet *fleet, const guint32 *rows, guint n_rows, gpointer user_data)
{
  for (guint i = 0; i < (rows ? n_rows : mps_fleet_get_n_rows (fleet)); i++)
    {
      guint32 row = rows ? rows[i] : i;

      set_mask (
          fleet, row,
          judge (mps_fleet_get_average_pages (fleet, row), mps_fleet_get_contact (fleet, row)));
    }
}

static MpsPrinterRecord *
make_random_printer (gint64 id)
{
  MpsPrinterRecord *record = make_printer (id);

  record->organization = g_test_rand_int_range (1, 4);
  record->contact = g_test_rand_int_range (0, 4);
  record->agent = g_test_rand_int_range (0, 3);
  record->average_pages = g_test_rand_int_range (-1, 5);
  record->managed = g_test_rand_int_range (0, MPS_N_MANAGED);
  g_set_str (&record->location, pick_word ());
  g_free (record->host_name);
  record->host_name = g_strconcat (pick_word (), "-", pick_word (), NULL);
  if (g_test_rand_bit ())
    g_strreverse (record->serial);
  return record;
}

static MpsPrinterRecord *
copy_printer (const MpsPrinterRecord *record)
{
  MpsPrinterRecord *copy = g_memdup2 (record, sizeof *record);

  copy->serial = g_strdup (record->serial);
  copy->model = g_strdup (record->model);
  copy->ip_address = g_strdup (record->ip_address);
  copy->host_name = g_strdup (record->host_name);
  copy->location = g_strdup (record->location);
  copy->asset_tag = g_strdup (record->asset_tag);
  copy->firmware = g_strdup (record->firmware);
  return copy;
}

static gboolean
has_words (const MpsPrinterRecord *record, const char *search)
{
  g_autofree char *whole = g_strjoin ("\n", record->serial, record->model, record->ip_address,
                                      record->host_name, record->location, record->asset_tag, NULL);
  g_autofree char *text = mps_text_fold (whole);
  g_autofree char *folded = mps_text_fold (search);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);

  for (guint i = 0; parts[i]; i++)
    if (!strstr (text, parts[i]))
      return FALSE;
  return TRUE;
}

/* One after the other, as one would ask a person. */
static gboolean
meets_criteria (const MpsPrinterRecord *record, const MpsPrinterCriteria *criteria)
{
  const MpsStatusMask mask = judge (record->average_pages, record->contact);

  if (criteria->status == MPS_STATUS_ELIGIBLE && mask != 0)
    return FALSE;
  if (criteria->status > MPS_STATUS_ELIGIBLE && !(mask & MPS_STATUS_BIT (criteria->status)))
    return FALSE;
  if (criteria->managed != 0 && (criteria->managed >> record->managed) % 2 == 0)
    return FALSE;
  if (criteria->contact != 0 && record->contact != criteria->contact)
    return FALSE;
  return criteria->agent == 0 || record->agent == criteria->agent;
}

static gboolean
is_wanted (Model *model, const MpsPrinterRecord *record)
{
  if (record == NULL)
    return FALSE;
  if (model->organization && record->organization != model->organization)
    return FALSE;
  return meets_criteria (record, model->criteria)
         && has_words (record, mps_row_list_get_search (model->list));
}

static char *
dup_contact_name (Model *model, gint64 contact)
{
  guint32 row = mps_fleet_find_contact (model->fleet, contact);

  /* No contact comes last. */
  return row == MPS_NO_ROW ? g_strdup ("\U0010FFFF")
                           : mps_fleet_dup_contact_name (model->fleet, row);
}

static int
compare_in_column (Model *model, const MpsPrinterRecord *a, const MpsPrinterRecord *b)
{
  g_autofree char *name_a = dup_contact_name (model, a->contact);
  g_autofree char *name_b = dup_contact_name (model, b->contact);

  switch (model->column)
    {
    case MPS_PRINTER_COLUMN_SERIAL:
      return strcmp (a->serial, b->serial);
    case MPS_PRINTER_COLUMN_HOST_NAME:
      return strcmp (a->host_name, b->host_name);
    case MPS_PRINTER_COLUMN_LOCATION:
      return g_utf8_collate (a->location, b->location);
    case MPS_PRINTER_COLUMN_AVERAGE_PAGES:
      return (guint)
                     a->average_pages<(guint) b->average_pages ? -1 : (guint) a->average_pages> (
                          guint) b->average_pages
                 ? 1
                 : 0;
    case MPS_PRINTER_COLUMN_MANAGED:
      return (int) a->managed - (int) b->managed;
    case MPS_PRINTER_COLUMN_STATUS:
      return (mps_status_mask_get_first (judge (a->average_pages, a->contact)) << 8
              | judge (a->average_pages, a->contact))
             - (mps_status_mask_get_first (judge (b->average_pages, b->contact)) << 8
                | judge (b->average_pages, b->contact));
    case MPS_PRINTER_COLUMN_CONTACT:
      return strcmp (name_a, name_b);
    default:
      return 0;
    }
}

/* What comes last in both directions. */
static gboolean
is_unknown (Model *model, const MpsPrinterRecord *record)
{
  if (model->column == MPS_PRINTER_COLUMN_AVERAGE_PAGES)
    return record->average_pages == MPS_PAGES_UNKNOWN;
  return model->column == MPS_PRINTER_COLUMN_CONTACT
         && mps_fleet_find_contact (model->fleet, record->contact) == MPS_NO_ROW;
}

static int
compare_records (gconstpointer a, gconstpointer b, gpointer user_data)
{
  Model *model = user_data;
  int result = compare_in_column (model, a, b);

  if (is_unknown (model, a) != is_unknown (model, b))
    return is_unknown (model, a) ? 1 : -1;
  return model->descending ? -result : result;
}

static void
assert_model (Model *model)
{
  g_autoptr (GPtrArray) expected = g_ptr_array_new ();
  guint n_rows;
  const guint32 *rows = mps_row_list_get_rows (model->list, &n_rows);

  for (guint row = 0; row < model->printers->len; row++)
    if (is_wanted (model, model->printers->pdata[row]))
      g_ptr_array_add (expected, model->printers->pdata[row]);
  g_ptr_array_sort_values_with_data (expected, compare_records, model);

  g_assert_cmpuint (n_rows, ==, expected->len);
  g_assert_cmpuint (n_rows, ==, model->n_heard);
  for (guint i = 0; i < n_rows; i++)
    {
      const MpsPrinterRecord *record = expected->pdata[i];
      guint position;

      g_assert_cmpint (mps_fleet_get_id (model->fleet, rows[i]), ==, record->id);
      g_assert_true (mps_row_list_find (model->list, rows[i], &position));
      g_assert_cmpuint (position, ==, i);
    }
}

static void
assert_held (Model *model)
{
  guint n_rows;
  const guint32 *rows = mps_row_list_get_rows (model->list, &n_rows);

  for (guint i = 0; i < model->held->len; i++)
    {
      MpsRow *item = model->held->pdata[i];
      guint position = model->positions[i];
      g_autoptr (MpsRow) again = g_list_model_get_item (G_LIST_MODEL (model->list), position);

      g_assert_cmpuint (position, <, n_rows);
      g_assert_true (again == item);
      g_assert_cmpuint (mps_row_get_row (item), ==, rows[position]);
    }
}

static void
hold_one (Model *model)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (model->list));

  if (n_items == 0 || model->held->len == N_HELD)
    return;
  model->positions[model->held->len] = g_test_rand_int_range (0, n_items);
  g_ptr_array_add (model->held, g_list_model_get_item (G_LIST_MODEL (model->list),
                                                       model->positions[model->held->len]));
}

/* Rows come and go at the end, and items go with their positions. */
static void
on_items_changed (GListModel *list, guint position, guint removed, guint added, Model *model)
{
  g_assert_cmpuint (position + removed, ==, model->n_heard);
  g_assert_true (removed == 0 || added == 0);
  model->n_heard += added - removed;
  for (guint i = model->held->len; i > 0; i--)
    if (model->positions[i - 1] >= model->n_heard)
      {
        g_assert_cmpuint (mps_row_get_row (model->held->pdata[i - 1]), ==, MPS_NO_ROW);
        model->positions[i - 1] = model->positions[model->held->len - 1];
        g_ptr_array_remove_index_fast (model->held, i - 1);
      }
}

static void
change_printers (Model *model)
{
  g_autoptr (MpsChanges) changes = mps_changes_new ();
  guint n = g_test_rand_int_range (1, g_test_rand_bit () ? 3 : 120);

  for (guint i = 0; i < n; i++)
    {
      gboolean is_new = model->printers->len < N_MOST && g_test_rand_int_range (0, 4) == 0;
      guint row = is_new ? model->printers->len : pick_row (model);
      MpsPrinterRecord *record;

      if (!is_new && model->printers->pdata[row] == NULL)
        continue;
      record = make_random_printer (row + 1);
      g_ptr_array_add (changes->printers, record);
      if (is_new)
        g_ptr_array_add (model->printers, NULL);
      g_clear_pointer ((MpsPrinterRecord **) &model->printers->pdata[row], mps_printer_record_free);
      model->printers->pdata[row] = copy_printer (record);
    }
  mps_fleet_apply (model->fleet, changes);
}

static void
add_printers (Model *model)
{
  for (gint64 id = 1; id <= N_FIRST; id++)
    {
      MpsPrinterRecord *record = make_random_printer (id);

      g_ptr_array_add (model->printers, copy_printer (record));
      apply_printer (model->fleet, record);
    }
}

static void
remove_printers (Model *model)
{
  g_autoptr (MpsChanges) changes = mps_changes_new ();
  guint n = g_test_rand_int_range (1, 4);

  for (guint i = 0; i < n; i++)
    {
      guint row = pick_row (model);
      gint64 id = row + 1;

      g_clear_pointer ((MpsPrinterRecord **) &model->printers->pdata[row], mps_printer_record_free);
      g_array_append_val (changes->removed_printers, id);
    }
  mps_fleet_apply (model->fleet, changes);
}

static void
search (Model *model)
{
  const char *before = mps_row_list_get_search (model->list);
  g_autofree char *text = NULL;

  if (g_test_rand_bit ())
    text = g_strconcat (before, g_test_rand_bit () ? " " : "", pick_word (), NULL);
  else
    text = g_strdup (pick_word ());
  mps_row_list_set_search (model->list, text);
}

static void
sort (Model *model)
{
  model->column = columns[g_test_rand_int_range (0, G_N_ELEMENTS (columns))];
  model->descending = model->column != MPS_ROW_LIST_UNSORTED && g_test_rand_bit ();
  mps_row_list_set_sort (model->list, model->column, model->descending);
}

static MpsPrinterCriteria *
make_random_criteria (void)
{
  static const int statuses[] = { MPS_PRINTER_ANY_STATUS, MPS_STATUS_ELIGIBLE,
                                  MPS_STATUS_NO_CONTACT, MPS_STATUS_PAGES_UNKNOWN };
  MpsPrinterCriteria *criteria = mps_printer_criteria_new ();

  if (g_test_rand_bit ())
    criteria->status = statuses[g_test_rand_int_range (0, G_N_ELEMENTS (statuses))];
  if (g_test_rand_bit ())
    criteria->managed = g_test_rand_int_range (0, 1 << MPS_N_MANAGED);
  if (g_test_rand_bit ())
    criteria->contact = g_test_rand_int_range (0, 5);
  if (g_test_rand_bit ())
    criteria->agent = g_test_rand_int_range (0, 4);
  g_set_str (&criteria->search, pick_word ());
  return criteria;
}

static void
filter (Model *model)
{
  model->organization = g_test_rand_int_range (0, 4);
  mps_row_list_set_organization (model->list, model->organization);
  mps_printer_criteria_free (model->criteria);
  model->criteria = make_random_criteria ();
  if (g_test_rand_bit ())
    g_set_str (&model->criteria->search, mps_row_list_get_search (model->list));
  mps_printer_list_set_criteria (MPS_PRINTER_LIST (model->list), model->criteria);
}

static void
step (Model *model)
{
  static const char *const names[] = { "Ann", "Bob", "Zoe", "山田" };

  switch (g_test_rand_int_range (0, 12))
    {
    case 0:
      search (model);
      break;
    case 1:
      sort (model);
      break;
    case 2:
      filter (model);
      break;
    case 3:
      remove_printers (model);
      break;
    case 4:
      apply_contact (model->fleet, make_contact (g_test_rand_int_range (1, 4),
                                                 names[g_test_rand_int_range (0, 4)], ""));
      break;
    case 5:
      hold_one (model);
      break;
    default:
      change_printers (model);
      break;
    }
}

/* Between any two slices the list is a whole one, though perhaps not yet the one that is wanted. */
static void
go_on (Model *model)
{
  for (int n = g_test_rand_int_range (0, 6); n > 0; n--)
    {
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpuint (model->n_heard, ==, g_list_model_get_n_items (G_LIST_MODEL (model->list)));
      assert_held (model);
    }
  if (g_test_rand_int_range (0, 8) == 0)
    mps_row_list_finish (model->list);
}

static void
test_random (gconstpointer data)
{
  const gboolean in_slices = GPOINTER_TO_INT (data);
  g_autoptr (MpsFleet) fleet = make_contact_fleet ();
  Model model = { .fleet = fleet, .column = MPS_ROW_LIST_UNSORTED };

  mps_fleet_set_evaluator (fleet, evaluate, NULL, NULL);
  model.list = MPS_ROW_LIST (mps_printer_list_new (fleet));
  model.printers = g_ptr_array_new ();
  model.held = g_ptr_array_new_with_free_func (g_object_unref);
  model.criteria = mps_printer_criteria_new ();
  g_signal_connect (model.list, "items-changed", G_CALLBACK (on_items_changed), &model);
  add_printers (&model);
  if (in_slices)
    mps_row_list_set_slices_from (model.list, 0);
  for (guint i = 0; i < N_STEPS; i++)
    {
      step (&model);
      if (in_slices)
        go_on (&model);
      if (!mps_row_list_get_busy (model.list))
        assert_model (&model);
      assert_held (&model);
    }

  for (guint row = 0; row < model.printers->len; row++)
    g_clear_pointer ((MpsPrinterRecord **) &model.printers->pdata[row], mps_printer_record_free);
  g_ptr_array_unref (model.printers);
  g_ptr_array_unref (model.held);
  mps_printer_criteria_free (model.criteria);
  g_assert_finalize_object (model.list);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mps_slices_set_turn (0);
  g_test_add_data_func ("/random/printer-list", GINT_TO_POINTER (FALSE), test_random);
  g_test_add_data_func ("/random/printer-list-in-slices", GINT_TO_POINTER (TRUE), test_random);
  return g_test_run ();
}
