/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-facts-group.h"

#include "exchange/mps-csv-cell.h"

#include <glib/gi18n.h>

struct _MpsFactsGroup {
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* AdwActionRow, borrowed from the group */
};

G_DEFINE_FINAL_TYPE (MpsFactsGroup, mps_facts_group, ADW_TYPE_PREFERENCES_GROUP)

static AdwActionRow *
find_row (MpsFactsGroup *self, const char *title)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (self->rows->pdata[i]), title))
      return self->rows->pdata[i];
  return NULL;
}

/* The keyboard goes to the text at once, where it can be copied, rather than to its row first. */
static AdwActionRow *
add_row (MpsFactsGroup *self, const char *title)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "use-markup", FALSE,
                                 "subtitle-selectable", TRUE, "focusable", FALSE, NULL);

  gtk_widget_add_css_class (row, "property");
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return ADW_ACTION_ROW (row);
}

static void
mps_facts_group_finalize (GObject *object)
{
  g_ptr_array_unref (MPS_FACTS_GROUP (object)->rows);
  G_OBJECT_CLASS (mps_facts_group_parent_class)->finalize (object);
}

static void
mps_facts_group_class_init (MpsFactsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mps_facts_group_finalize;
}

static void
mps_facts_group_init (MpsFactsGroup *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * mps_facts_group_set:
 * @self: a facts group
 * @title: what the fact is called, translated
 * @text: (nullable): the fact; "" where it is not known; %NULL where there is no such fact
 *
 * Shows a fact. Facts are in the order in which they were first set.
 */
void
mps_facts_group_set (MpsFactsGroup *self, const char *title, const char *text)
{
  AdwActionRow *row;

  g_return_if_fail (MPS_IS_FACTS_GROUP (self));
  g_return_if_fail (title != NULL);
  row = find_row (self, title);
  if (row == NULL)
    row = add_row (self, title);
  gtk_widget_set_visible (GTK_WIDGET (row), text != NULL);
  /* A text that stays is not set again, so that what is selected in it stays so too. */
  if (text)
    adw_action_row_set_subtitle (row, *text ? text : _ ("Not known"));
}

/**
 * mps_facts_group_append_text:
 * @self: a facts group
 * @text: where to
 *
 * Writes the facts that are shown, a line each: what it is called, a tab, and the fact.
 */
void
mps_facts_group_append_text (MpsFactsGroup *self, GString *text)
{
  g_return_if_fail (MPS_IS_FACTS_GROUP (self));
  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_get_visible (self->rows->pdata[i]))
      mps_csv_cell_append_pasted_row (text, adw_preferences_row_get_title (self->rows->pdata[i]),
                                      adw_action_row_get_subtitle (self->rows->pdata[i]), NULL);
}
