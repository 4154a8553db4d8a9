/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-eligibility-model.h"

#include "mps-eligibility-section.h"

#include "fleet/mps-breakdown.h"

/*
 * A list view that is told of removed and added items together looks at each
 * added one to find the removed ones again, which keeps focus and is cheap for
 * few. Many are signalled as a removal and then an addition.
 */
#define FEW_ITEMS 256

struct _MpsEligibilityModel {
  GObject parent_instance;

  MpsFleet *fleet;
  MpsBreakdown *breakdown;
  MpsSearch *search; /* (nullable) */
  MpsEligibilitySection sections[MPS_N_STATUSES];
  GHashTable *live; /* (status, row) → the item somebody holds, unowned */
};

static gint64
make_key (MpsStatus status, guint32 row)
{
  return (gint64) status << 32 | row;
}

static guint
section_start (MpsEligibilityModel *self, MpsStatus status)
{
  guint start = 0;

  for (guint i = 0; i < status; i++)
    start += mps_eligibility_section_get_length (&self->sections[i]);
  return start;
}

static MpsStatus
find_section (MpsEligibilityModel *self, guint position, guint *start)
{
  *start = 0;
  for (guint i = 0; i < MPS_N_STATUSES; i++)
    {
      const guint length = mps_eligibility_section_get_length (&self->sections[i]);

      if (position < *start + length)
        return i;
      *start += length;
    }
  return MPS_N_STATUSES;
}

static void
on_item_gone (gpointer data, GObject *gone)
{
  MpsEligibilityModel *self = data;
  MpsEligibilityItem *item = (MpsEligibilityItem *) gone;
  const gint64 key
      = make_key (mps_eligibility_item_get_status (item), mps_eligibility_item_get_row (item));

  g_hash_table_remove (self->live, &key);
}

static MpsEligibilityItem *
ref_printer (MpsEligibilityModel *self, MpsStatus status, guint32 row)
{
  const gint64 key = make_key (status, row);
  MpsEligibilityItem *item = g_hash_table_lookup (self->live, &key);

  if (item)
    return g_object_ref (item);
  item = mps_eligibility_item_new_printer (status, self->fleet, row);
  g_hash_table_insert (self->live, g_memdup2 (&key, sizeof key), item);
  g_object_weak_ref (G_OBJECT (item), on_item_gone, self);
  return item;
}

static GType
get_item_type (GListModel *model)
{
  return MPS_TYPE_ELIGIBILITY_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return section_start (MPS_ELIGIBILITY_MODEL (model), MPS_N_STATUSES);
}

static gpointer
get_item (GListModel *model, guint position)
{
  MpsEligibilityModel *self = MPS_ELIGIBILITY_MODEL (model);
  guint start;
  const MpsStatus status = find_section (self, position, &start);
  const MpsEligibilitySection *section;

  if (status == MPS_N_STATUSES)
    return NULL;
  section = &self->sections[status];
  if (position == start)
    return g_object_ref (section->explanation);
  if (position == start + section->shown->len + 1)
    return g_object_ref (section->toggle);
  return ref_printer (self, status, g_array_index (section->shown, guint32, position - start - 1));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
get_section (GtkSectionModel *model, guint position, guint *out_start, guint *out_end)
{
  MpsEligibilityModel *self = MPS_ELIGIBILITY_MODEL (model);
  const MpsStatus status = find_section (self, position, out_start);

  /* The interface wants everything behind the end to be one section. */
  *out_end = status == MPS_N_STATUSES
                 ? G_MAXUINT
                 : *out_start + mps_eligibility_section_get_length (&self->sections[status]);
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MpsEligibilityModel, mps_eligibility_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL,
                                                          section_model_init))

static void
emit_items_changed (MpsEligibilityModel *self, guint position, guint removed, guint added)
{
  if (removed || added)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* Puts @rows into a section, where @splice says. */
static void
splice_section (MpsEligibilityModel *self, MpsStatus status, MpsEligibilitySplice splice,
                const guint32 *rows)
{
  GArray *shown = self->sections[status].shown;
  const guint position = section_start (self, status) + 1 + splice.first;

  if (splice.removed)
    g_array_remove_range (shown, splice.first, splice.removed);
  if (splice.removed && splice.added > FEW_ITEMS)
    {
      emit_items_changed (self, position, splice.removed, 0);
      splice.removed = 0;
    }
  if (splice.added)
    g_array_insert_vals (shown, splice.first, rows + splice.first, splice.added);
  emit_items_changed (self, position, splice.removed, splice.added);
}

/* Returns (transfer full) (nullable): the search, made ready once for all sections. */
static MpsMatch *
make_match (MpsEligibilityModel *self)
{
  return self->search ? mps_fleet_match_printers (self->fleet, self->search) : NULL;
}

static guint32 *
find_rows (MpsEligibilityModel *self, MpsStatus status, MpsMatch *match, guint *n_found)
{
  const guint32 *rows = mps_eligibility_model_get_rows (self, status);
  const guint n_rows = mps_eligibility_model_get_count (self, status);
  guint32 *found = g_new (guint32, n_rows);

  *n_found = 0;
  for (guint i = 0; i < n_rows; i++)
    if (mps_match_has (match, rows[i]))
      found[(*n_found)++] = rows[i];
  return found;
}

/* Shows the printers that the section should show, by the smallest change: those that are found
 * while the user searches, and else all when it is open. */
static void
update_printers (MpsEligibilityModel *self, MpsStatus status, MpsMatch *match)
{
  MpsEligibilitySection *section = &self->sections[status];
  guint n_rows = section->expanded ? mps_eligibility_model_get_count (self, status) : 0;
  g_autofree guint32 *found = match ? find_rows (self, status, match, &n_rows) : NULL;
  const guint32 *rows = match ? found : mps_eligibility_model_get_rows (self, status);

  mps_eligibility_item_set_found (section->explanation, match ? (int) n_rows : -1);
  mps_eligibility_item_set_found (section->toggle, match ? (int) n_rows : -1);
  splice_section (self, status, mps_eligibility_section_compare (section, rows, n_rows), rows);
}

/*
 * A status that no printer has keeps its explanation and its toggle: all nine
 * are always told, and no section changes at its end, on which the view of
 * this GTK fails an assertion.
 */
static void
update_section (MpsEligibilityModel *self, MpsStatus status, MpsMatch *match)
{
  MpsEligibilitySection *section = &self->sections[status];
  const guint count = mps_eligibility_model_get_count (self, status);
  const guint total = mps_breakdown_get_n_selected (self->breakdown);

  mps_eligibility_item_set_count (section->explanation, count, total);
  mps_eligibility_item_set_count (section->toggle, count, total);
  update_printers (self, status, match);
}

static void
refresh_live_items (MpsEligibilityModel *self)
{
  g_autoptr (GPtrArray) items = g_hash_table_get_values_as_ptr_array (self->live);

  for (guint i = 0; i < items->len; i++)
    mps_eligibility_item_refresh (items->pdata[i]);
}

static void
mps_eligibility_model_finalize (GObject *object)
{
  MpsEligibilityModel *self = MPS_ELIGIBILITY_MODEL (object);
  g_autoptr (GPtrArray) items = g_hash_table_get_values_as_ptr_array (self->live);

  for (guint i = 0; i < items->len; i++)
    g_object_weak_unref (items->pdata[i], on_item_gone, self);
  g_clear_pointer (&self->live, g_hash_table_unref);
  for (guint i = 0; i < MPS_N_STATUSES; i++)
    mps_eligibility_section_clear (&self->sections[i]);
  g_clear_pointer (&self->search, mps_search_free);
  g_clear_pointer (&self->breakdown, mps_breakdown_free);
  g_clear_object (&self->fleet);
  G_OBJECT_CLASS (mps_eligibility_model_parent_class)->finalize (object);
}

static void
mps_eligibility_model_class_init (MpsEligibilityModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mps_eligibility_model_finalize;
}

static void
mps_eligibility_model_init (MpsEligibilityModel *self)
{
  self->live = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < MPS_N_STATUSES; i++)
    mps_eligibility_section_init (&self->sections[i], i);
}

/**
 * mps_eligibility_model_new:
 * @fleet: (transfer none): the fleet
 *
 * Returns: (transfer full): a model of nine sections without printers
 */
MpsEligibilityModel *
mps_eligibility_model_new (MpsFleet *fleet)
{
  MpsEligibilityModel *self;

  g_return_val_if_fail (MPS_IS_FLEET (fleet), NULL);
  self = g_object_new (MPS_TYPE_ELIGIBILITY_MODEL, NULL);
  self->fleet = g_object_ref (fleet);
  return self;
}

/**
 * mps_eligibility_model_set_rows:
 * @self: a model
 * @rows: (nullable) (array length=n_rows): the printers to break down; not kept
 * @n_rows: how many
 *
 * Also to be called when the same printers have other statuses. Sections show
 * their printers in the order of @rows.
 */
void
mps_eligibility_model_set_rows (MpsEligibilityModel *self, const guint32 *rows, guint n_rows)
{
  const guint32 none = MPS_NO_ROW;
  g_autoptr (MpsMatch) match = NULL;

  g_return_if_fail (MPS_IS_ELIGIBILITY_MODEL (self));
  g_return_if_fail (rows != NULL || n_rows == 0);
  g_clear_pointer (&self->breakdown, mps_breakdown_free);
  /* A breakdown of no array at all would be one of the whole fleet. */
  self->breakdown = mps_breakdown_new (self->fleet, rows ? rows : &none, n_rows);
  match = make_match (self);
  for (guint i = 0; i < MPS_N_STATUSES; i++)
    update_section (self, i, match);
  refresh_live_items (self);
}

/**
 * mps_eligibility_model_set_search:
 * @self: a model with rows
 * @text: words; "" for no search
 *
 * While there is a search, every section shows its printers that have all its
 * words, and only these.
 */
void
mps_eligibility_model_set_search (MpsEligibilityModel *self, const char *text)
{
  g_autoptr (MpsSearch) search = mps_search_new (text);
  g_autoptr (MpsMatch) match = NULL;

  g_return_if_fail (MPS_IS_ELIGIBILITY_MODEL (self));
  g_clear_pointer (&self->search, mps_search_free);
  if (search->n_words > 0)
    self->search = g_steal_pointer (&search);
  match = make_match (self);
  for (guint i = 0; i < MPS_N_STATUSES; i++)
    update_printers (self, i, match);
}

/**
 * mps_eligibility_model_toggle:
 * @self: a model
 * @status: which section
 *
 * Shows the section's printers, or hides them. It is remembered while the
 * section has none.
 */
void
mps_eligibility_model_toggle (MpsEligibilityModel *self, MpsStatus status)
{
  MpsEligibilitySection *section;
  g_autoptr (MpsMatch) match = NULL;

  g_return_if_fail (MPS_IS_ELIGIBILITY_MODEL (self));
  g_return_if_fail (status < MPS_N_STATUSES);
  match = make_match (self);
  section = &self->sections[status];
  section->expanded = !section->expanded;
  mps_eligibility_item_set_expanded (section->toggle, section->expanded);
  update_printers (self, status, match);
}

/**
 * mps_eligibility_model_set_hindrance:
 * @self: a model
 * @status: which section
 * @hindrance: (nullable): why its remedy can't be begun now, translated
 */
void
mps_eligibility_model_set_hindrance (MpsEligibilityModel *self, MpsStatus status,
                                     const char *hindrance)
{
  g_return_if_fail (MPS_IS_ELIGIBILITY_MODEL (self));
  g_return_if_fail (status < MPS_N_STATUSES);
  mps_eligibility_item_set_hindrance (self->sections[status].explanation, hindrance);
}

/**
 * mps_eligibility_model_get_count:
 * @self: a model
 * @status: a status
 *
 * Returns: how many of the printers have @status
 */
guint
mps_eligibility_model_get_count (MpsEligibilityModel *self, MpsStatus status)
{
  g_return_val_if_fail (MPS_IS_ELIGIBILITY_MODEL (self), 0);
  return self->breakdown ? mps_breakdown_get_count (self->breakdown, status) : 0;
}

/**
 * mps_eligibility_model_get_rows:
 * @self: a model
 * @status: a status
 *
 * Returns: (transfer none) (nullable): the rows of the printers that have
 *   @status, as many as mps_eligibility_model_get_count() says, until the next
 *   call of mps_eligibility_model_set_rows()
 */
const guint32 *
mps_eligibility_model_get_rows (MpsEligibilityModel *self, MpsStatus status)
{
  g_return_val_if_fail (MPS_IS_ELIGIBILITY_MODEL (self), NULL);
  return self->breakdown ? mps_breakdown_get_rows (self->breakdown, status) : NULL;
}
