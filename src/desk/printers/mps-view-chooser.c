/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-view-chooser.h"

#include "mps-columns-dialog.h"
#include "mps-view-name-dialog.h"
#include "mps-view-state.h"

#include "desk/widgets/mps-feedback.h"

#include <glib/gi18n.h>

struct _MpsViewChooser {
  AdwBin parent_instance;

  MpsPrinterColumns *columns;
  MpsViewState *state;
  GSimpleActionGroup *actions;
  guint n_said; /* of damaged views */

  GMenu *menu;
  GMenu *views_section;
};

G_DEFINE_FINAL_TYPE (MpsViewChooser, mps_view_chooser, ADW_TYPE_BIN)

static MpsPrinterViews *
get_views (MpsViewChooser *self)
{
  return mps_view_state_get_views (self->state);
}

static const MpsPrinterView *
get_view (MpsViewChooser *self)
{
  return mps_view_state_get_view (self->state);
}

static void
set_enabled (MpsViewChooser *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_actions (MpsViewChooser *self)
{
  const MpsPrinterView *view = get_view (self);
  const gboolean modified = mps_view_state_get_modified (self->state);
  GAction *choose = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "choose");
  g_autofree char *label = NULL;

  /* Translators: the name of a view of the printers that shows other columns or printers now than
   * it was saved with. */
  label = modified ? g_strdup_printf (_ ("%s (modified)"), view->name) : g_strdup (view->name);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (self))), label);
  g_simple_action_set_state (G_SIMPLE_ACTION (choose), g_variant_new_string (view->id));
  set_enabled (self, "save", modified && !view->is_built_in);
  set_enabled (self, "reset", modified);
  set_enabled (self, "rename", !view->is_built_in);
  set_enabled (self, "delete", !view->is_built_in);
}

static void
fill_menu (MpsViewChooser *self)
{
  g_menu_remove_all (self->views_section);
  for (guint i = 0; i < mps_printer_views_get_n (get_views (self)); i++)
    {
      const MpsPrinterView *view = mps_printer_views_get (get_views (self), i);
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
      g_auto (GStrv) parts = g_strsplit (view->name, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);

      g_menu_item_set_label (item, label);
      g_menu_item_set_action_and_target (item, "view.choose", "s", view->id);
      g_menu_append_item (self->views_section, item);
    }
}

/* There is nobody to tell before the window is seen. */
static void
say_damaged (MpsViewChooser *self)
{
  const guint n_damaged = mps_printer_views_get_n_damaged (get_views (self));
  g_autofree char *text = NULL;

  if (n_damaged == self->n_said || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->n_said = n_damaged;
  if (n_damaged == 0)
    return;
  text = g_strdup_printf (ngettext ("%'u saved view is damaged and is left out",
                                    "%'u saved views are damaged and are left out", n_damaged),
                          n_damaged);
  mps_feedback_toast (GTK_WIDGET (self), text);
}

static void
on_views_changed (MpsViewChooser *self)
{
  fill_menu (self);
  say_damaged (self);
}

static void
activate_choose (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MpsViewChooser *self = user_data;
  const MpsPrinterView *view;

  view = mps_printer_views_find (get_views (self), g_variant_get_string (parameter, NULL));
  if (view)
    mps_view_state_show (self->state, view);
}

static void
activate_reset (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mps_view_state_show (MPS_VIEW_CHOOSER (user_data)->state, get_view (user_data));
}

static void
activate_save (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MpsViewChooser *self = user_data;
  g_autoptr (MpsPrinterView) view = mps_printer_view_copy (get_view (self));
  g_autofree char *text = g_strdup_printf (_ ("The view “%s” was saved"), view->name);

  mps_view_state_keep (self->state, view);
  mps_feedback_toast (GTK_WIDGET (self), text);
}

static void
on_new_named (MpsViewChooser *self, const char *name)
{
  g_autoptr (MpsPrinterView) view = mps_printer_view_new (name);

  mps_view_state_keep (self->state, view);
}

static void
activate_save_as (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MpsViewChooser *self = user_data;
  AdwDialog *dialog = mps_view_name_dialog_new (get_views (self), NULL);

  g_signal_connect_object (dialog, "named", G_CALLBACK (on_new_named), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
on_renamed (MpsViewChooser *self, const char *name)
{
  g_autoptr (MpsPrinterView) view = mps_printer_view_copy (get_view (self));

  g_return_if_fail (!view->is_built_in);
  g_set_str (&view->name, name);
  mps_printer_views_save (get_views (self), view);
}

static void
activate_rename (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MpsViewChooser *self = user_data;
  AdwDialog *dialog = mps_view_name_dialog_new (get_views (self), get_view (self));

  g_signal_connect_object (dialog, "named", G_CALLBACK (on_renamed), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

typedef struct {
  MpsViewChooser *chooser;
  MpsPrinterView *view;
} Deletion;

static void
deletion_free (gpointer data)
{
  Deletion *deletion = data;

  g_object_unref (deletion->chooser);
  mps_printer_view_free (deletion->view);
  g_free (deletion);
}

/* The page may be gone, as when another database was opened meanwhile. */
static void
undo_deletion (GtkWidget *widget, gpointer data)
{
  Deletion *deletion = data;
  MpsViewChooser *self = deletion->chooser;

  if (self->state == NULL)
    return;
  mps_printer_views_save (get_views (self), deletion->view);
  mps_view_state_show (self->state, deletion->view);
}

static void
activate_delete (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MpsViewChooser *self = user_data;
  Deletion *deletion = g_new0 (Deletion, 1);
  g_autofree char *text = NULL;

  deletion->chooser = g_object_ref (self);
  deletion->view = mps_printer_view_copy (get_view (self));
  text = g_strdup_printf (_ ("The view “%s” was deleted"), deletion->view->name);
  mps_printer_views_remove (get_views (self), deletion->view->id);
  mps_view_state_show (self->state, mps_printer_views_get (get_views (self), 0));
  mps_feedback_toast_with_undo (GTK_WIDGET (self), text, undo_deletion, deletion, deletion_free);
}

static void
activate_columns (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MpsViewChooser *self = user_data;

  adw_dialog_present (mps_columns_dialog_new (self->columns), GTK_WIDGET (self));
}

static const GActionEntry action_entries[] = {
  { "choose", activate_choose, "s", "'standard'" },
  { "save", activate_save },
  { "save-as", activate_save_as },
  { "reset", activate_reset },
  { "rename", activate_rename },
  { "delete", activate_delete },
  { "columns", activate_columns },
};

static void
mps_view_chooser_dispose (GObject *object)
{
  MpsViewChooser *self = MPS_VIEW_CHOOSER (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_VIEW_CHOOSER);
  g_clear_object (&self->columns);
  g_clear_object (&self->state);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (mps_view_chooser_parent_class)->dispose (object);
}

static void
mps_view_chooser_class_init (MpsViewChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_view_chooser_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-view-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsViewChooser, menu);
  gtk_widget_class_bind_template_child (widget_class, MpsViewChooser, views_section);
}

static void
mps_view_chooser_init (MpsViewChooser *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), action_entries,
                                   G_N_ELEMENTS (action_entries), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_view_chooser_follow:
 * @self: a chooser
 * @columns: (transfer none): the columns of the table
 * @filter: (transfer none): the filter of the table, which follows its list already
 * @database: the database file that is open
 *
 * Shows the printers as they were shown last; to be called once.
 */
void
mps_view_chooser_follow (MpsViewChooser *self, MpsPrinterColumns *columns, MpsPrinterFilter *filter,
                         const char *database)
{
  g_return_if_fail (MPS_IS_VIEW_CHOOSER (self));
  g_return_if_fail (self->state == NULL);
  self->columns = g_object_ref (columns);
  self->state = mps_view_state_new (columns, filter, database);
  g_signal_connect_object (self->state, "changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_views (self), "changed", G_CALLBACK (on_views_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (say_damaged), NULL);
  on_views_changed (self);
  update_actions (self);
}

/**
 * mps_view_chooser_get_actions:
 * @self: a chooser
 *
 * Returns: (transfer none): to be inserted as “view” where its menu is
 */
GActionGroup *
mps_view_chooser_get_actions (MpsViewChooser *self)
{
  g_return_val_if_fail (MPS_IS_VIEW_CHOOSER (self), NULL);
  return G_ACTION_GROUP (self->actions);
}

/**
 * mps_view_chooser_get_menu:
 * @self: a chooser
 *
 * Returns: (transfer none): its menu, for where it has no room itself
 */
GMenuModel *
mps_view_chooser_get_menu (MpsViewChooser *self)
{
  g_return_val_if_fail (MPS_IS_VIEW_CHOOSER (self), NULL);
  return G_MENU_MODEL (self->menu);
}
