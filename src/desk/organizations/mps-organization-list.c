/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-organization-list.h"

#include <gdk/gdk.h>
#include <glib/gi18n.h>

struct _MpsOrganizationList {
  GObject parent_instance;

  MpsFleet *fleet;
  GPtrArray *items; /* owned: of owned MpsOrganizationItem */
  MpsOrganizationItem *all;
  guint count_source;
};

static guint counted_signal;

static GType
get_item_type (GListModel *model)
{
  return MPS_TYPE_ORGANIZATION_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return MPS_ORGANIZATION_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *items = MPS_ORGANIZATION_LIST (model)->items;

  return position < items->len ? g_object_ref (items->pdata[position]) : NULL;
}

static void
mps_organization_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MpsOrganizationList, mps_organization_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      mps_organization_list_model_init))

static void
show_counts (MpsOrganizationList *self, MpsOrganizationCounts *counts, MpsOrganizationItem *item)
{
  const gint64 id = mps_organization_item_get_id (item);
  const MpsOrganizationRecord *record = mps_fleet_find_organization (self->fleet, id);
  const MpsOrganizationTally tally = mps_organization_counts_get (counts, id);

  if (record)
    mps_organization_item_set (item, record->name, record->entitled, &tally);
  else if (id == 0)
    mps_organization_item_set (item, _ ("All organizations (view only)"), FALSE, &tally);
}

static void
count (MpsOrganizationList *self)
{
  g_autoptr (MpsOrganizationCounts) counts = mps_organization_counts_new (self->fleet);

  g_clear_handle_id (&self->count_source, g_source_remove);
  show_counts (self, counts, self->all);
  for (guint i = 0; i < self->items->len; i++)
    show_counts (self, counts, self->items->pdata[i]);
  g_signal_emit (self, counted_signal, 0);
}

static gboolean
on_count (gpointer user_data)
{
  MpsOrganizationList *self = user_data;

  self->count_source = 0;
  count (self);
  return G_SOURCE_REMOVE;
}

/* Changes of printers, contacts and agents often come together, and are counted once. */
static void
queue_count (MpsOrganizationList *self)
{
  if (self->count_source == 0)
    self->count_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, on_count, self, NULL);
}

/* The organizations that there are now; those that were there already keep their items. */
static GPtrArray *
collect (MpsOrganizationList *self)
{
  GPtrArray *records = mps_fleet_get_organizations (self->fleet);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < records->len; i++)
    {
      const MpsOrganizationRecord *record = records->pdata[i];
      MpsOrganizationItem *item;

      if (record->parent == 0)
        continue;
      item = mps_organization_list_find (self, record->id);
      g_ptr_array_add (items, item ? g_object_ref (item) : mps_organization_item_new (record->id));
    }
  return items;
}

/* Only what moved is told of, so that what is selected elsewhere stays so. */
static void
refresh (MpsOrganizationList *self)
{
  g_autoptr (GPtrArray) old = self->items;
  guint start = 0, end = 0, shorter;

  self->items = collect (self);
  shorter = MIN (old->len, self->items->len);
  while (start < shorter && old->pdata[start] == self->items->pdata[start])
    start++;
  while (end < shorter - start
         && old->pdata[old->len - 1 - end] == self->items->pdata[self->items->len - 1 - end])
    end++;
  count (self);
  if (start + end < old->len || start + end < self->items->len)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end,
                                self->items->len - start - end);
}

static void
mps_organization_list_dispose (GObject *object)
{
  MpsOrganizationList *self = MPS_ORGANIZATION_LIST (object);

  g_clear_handle_id (&self->count_source, g_source_remove);
  g_clear_object (&self->fleet);
  G_OBJECT_CLASS (mps_organization_list_parent_class)->dispose (object);
}

static void
mps_organization_list_finalize (GObject *object)
{
  MpsOrganizationList *self = MPS_ORGANIZATION_LIST (object);

  g_ptr_array_unref (self->items);
  g_object_unref (self->all);
  G_OBJECT_CLASS (mps_organization_list_parent_class)->finalize (object);
}

static void
mps_organization_list_class_init (MpsOrganizationListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mps_organization_list_dispose;
  object_class->finalize = mps_organization_list_finalize;
  counted_signal = g_signal_new ("counted", MPS_TYPE_ORGANIZATION_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
mps_organization_list_init (MpsOrganizationList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->all = mps_organization_item_new (0);
}

/**
 * mps_organization_list_new:
 * @fleet: (transfer none): a fleet
 *
 * Returns: (transfer full): its child organizations, counted
 */
MpsOrganizationList *
mps_organization_list_new (MpsFleet *fleet)
{
  static const char *const counted[] = { "printers-changed", "contacts-changed", "agents-changed" };
  MpsOrganizationList *self = g_object_new (MPS_TYPE_ORGANIZATION_LIST, NULL);

  self->fleet = g_object_ref (fleet);
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    g_signal_connect_object (fleet, counted[i], G_CALLBACK (queue_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (fleet, "organizations-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
  return self;
}

/**
 * mps_organization_list_get_all:
 * @self: the organizations
 *
 * Returns: (transfer none): the item that stands for all of them; it is not in the list
 */
MpsOrganizationItem *
mps_organization_list_get_all (MpsOrganizationList *self)
{
  g_return_val_if_fail (MPS_IS_ORGANIZATION_LIST (self), NULL);
  return self->all;
}

/**
 * mps_organization_list_find:
 * @self: the organizations
 * @id: of an organization; 0 for all of them
 *
 * Returns: (transfer none) (nullable): its item; %NULL for the parent company and unknown ones
 */
MpsOrganizationItem *
mps_organization_list_find (MpsOrganizationList *self, gint64 id)
{
  g_return_val_if_fail (MPS_IS_ORGANIZATION_LIST (self), NULL);
  for (guint i = 0; i < self->items->len; i++)
    if (mps_organization_item_get_id (self->items->pdata[i]) == id)
      return self->items->pdata[i];
  return id == 0 ? self->all : NULL;
}

/**
 * mps_organization_list_choose_first:
 * @self: an organization list
 *
 * Work begins in one organization, since nothing can be done in all of them at
 * once, and where there is something to do.
 *
 * Returns: the id of the first one that has printers, or else of the first; 0 when there is none
 */
gint64
mps_organization_list_choose_first (MpsOrganizationList *self)
{
  g_return_val_if_fail (MPS_IS_ORGANIZATION_LIST (self), 0);
  for (guint i = 0; i < self->items->len; i++)
    if (mps_organization_item_get_tally (self->items->pdata[i])->printers > 0)
      return mps_organization_item_get_id (self->items->pdata[i]);
  return self->items->len > 0 ? mps_organization_item_get_id (self->items->pdata[0]) : 0;
}
