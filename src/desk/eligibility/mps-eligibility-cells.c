/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-eligibility-cells.h"

#include "mps-eligibility-item.h"
#include "desk/help/mps-help-window.h"

#include <glib/gi18n.h>

/* Who searches wants to see what is found, close together. */
static gboolean
is_explanation (GtkListItem *item, guint kind, gboolean searching)
{
  return kind == MPS_ELIGIBILITY_EXPLANATION && !searching;
}

static gboolean
is_printer (GtkListItem *item, guint kind)
{
  return kind == MPS_ELIGIBILITY_PRINTER;
}

static gboolean
has_printers (GtkListItem *item, const char *count_text)
{
  return g_strcmp0 (count_text, "0") != 0;
}

static gboolean
is_toggle (GtkListItem *item, guint kind)
{
  return kind == MPS_ELIGIBILITY_TOGGLE;
}

/* A printer's line is selected in the table; the others open and close their section. */
static gboolean
is_activatable (GtkListItem *item, guint kind, const char *count_text)
{
  return kind == MPS_ELIGIBILITY_PRINTER || has_printers (item, count_text);
}

static gboolean
has_text (GtkListItem *item, const char *text)
{
  return text && *text;
}

static gboolean
has_remedy (GtkListItem *item, const char *remedy_label, const char *count_text)
{
  return remedy_label && *remedy_label && has_printers (item, count_text);
}

static gboolean
is_unhindered (GtkListItem *item, const char *hindrance)
{
  return hindrance == NULL;
}

static char *
dup_name (GtkListItem *item, guint kind, const char *explanation, const char *serial,
          const char *model, const char *others, const char *toggle_label)
{
  switch ((MpsEligibilityKind) kind)
    {
    case MPS_ELIGIBILITY_EXPLANATION:
      return g_strdup (explanation);
    case MPS_ELIGIBILITY_PRINTER:
      return g_strjoin (" ", serial ? serial : "", model, others, NULL);
    case MPS_ELIGIBILITY_TOGGLE:
      return g_strdup (toggle_label);
    }
  g_assert_not_reached ();
}

static void
on_help_clicked (GtkListItem *item, GtkWidget *button)
{
  mps_help_show_status (button, mps_eligibility_item_get_status (gtk_list_item_get_item (item)));
}

static void
add_to_menu (GMenu *menu, const char *label, const char *action, MpsStatus status)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "u", (guint) status);
  g_menu_append_item (menu, item);
}

static GMenuModel *
new_menu (GtkListItem *item, guint status)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) table = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new ();

  add_to_menu (table, _ ("_Select in the table"), "eligibility.select", status);
  add_to_menu (table, _ ("Show _only these in the table"), "eligibility.filter", status);
  add_to_menu (copy, _ ("Copy as _text"), "eligibility.copy-text", status);
  add_to_menu (copy, _ ("Copy as _CSV"), "eligibility.copy-csv", status);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (table));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  return G_MENU_MODEL (menu);
}

/**
 * mps_eligibility_cells_bind:
 * @widget_class: a class with a template, while it is initialized
 *
 * Gives the template its functions.
 */
void
mps_eligibility_cells_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, is_explanation);
  gtk_widget_class_bind_template_callback (widget_class, is_printer);
  gtk_widget_class_bind_template_callback (widget_class, is_toggle);
  gtk_widget_class_bind_template_callback (widget_class, has_printers);
  gtk_widget_class_bind_template_callback (widget_class, is_activatable);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, has_remedy);
  gtk_widget_class_bind_template_callback (widget_class, is_unhindered);
  gtk_widget_class_bind_template_callback (widget_class, dup_name);
  gtk_widget_class_bind_template_callback (widget_class, on_help_clicked);
  gtk_widget_class_bind_template_callback (widget_class, new_menu);
}
