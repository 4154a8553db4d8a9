/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-import-fixes.h"

#include "desk/widgets/mps-feedback.h"

#include "exchange/mps-contacts-fixes.h"

#include <glib/gi18n.h>

struct _MpsImportFixes {
  AdwBin parent_instance;

  MpsContactsFile *file;
  GPtrArray *fixes; /* MpsContactsFix; NULL as long as there is no file */
  GMenu *menu;
  GtkWidget *button;
  GtkWidget *place; /* weak */
};

/* What a toast offers to take back. */
typedef struct {
  MpsContactsFile *file;
  GPtrArray *fixes; /* keeps the fix alive */
  const MpsContactsFix *fix;
} Correction;

G_DEFINE_FINAL_TYPE (MpsImportFixes, mps_import_fixes, ADW_TYPE_BIN)

static void
correction_free (gpointer data)
{
  Correction *self = data;

  g_object_unref (self->file);
  g_ptr_array_unref (self->fixes);
  g_free (self);
}

/* Not the last step is undone, because the user may have corrected something else meanwhile. */
static void
take_back (GtkWidget *widget, gpointer data)
{
  Correction *self = data;

  mps_contacts_file_begin_step (self->file);
  for (guint i = 0; i < self->fix->changes->len; i++)
    {
      const MpsContactsChange *change = self->fix->changes->pdata[i];
      MpsContactsRow *row = mps_contacts_file_get_row (self->file, change->index);

      if (change->after
          && g_str_equal (mps_contacts_row_get_cell (row, change->column), change->after))
        mps_contacts_file_set_cell (self->file, change->index, change->column, change->before);
    }
  mps_contacts_file_end_step (self->file);
}

static void
activate_apply (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsImportFixes *self = MPS_IMPORT_FIXES (widget);
  const guint index = g_variant_get_uint32 (parameter);
  Correction *correction = g_new0 (Correction, 1);
  g_autofree char *text = NULL;
  guint n;

  correction->file = g_object_ref (self->file);
  correction->fixes = g_ptr_array_ref (self->fixes);
  correction->fix = correction->fixes->pdata[index];
  n = mps_contacts_fix_apply (correction->fix, self->file, NULL, 0);
  text = g_strdup_printf (ngettext ("%u cell was corrected.", "%u cells were corrected.", n), n);
  mps_feedback_toast_with_undo (self->place, text, take_back, correction, correction_free);
  /* Without anything more to correct, the button of the menu takes no keys. */
  if (self->fixes->len == 0 && self->place)
    gtk_widget_child_focus (self->place, GTK_DIR_TAB_FORWARD);
}

static void
add_to_menu (MpsImportFixes *self, guint index)
{
  g_autofree char *label = mps_contacts_fix_dup_label (self->fixes->pdata[index]);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "fixes.apply", "u", index);
  g_menu_append_item (self->menu, item);
}

static void
refresh (MpsImportFixes *self)
{
  g_clear_pointer (&self->fixes, g_ptr_array_unref);
  self->fixes = mps_contacts_fixes_find (self->file);
  g_menu_remove_all (self->menu);
  for (guint i = 0; i < self->fixes->len; i++)
    add_to_menu (self, i);
  gtk_widget_set_sensitive (self->button, self->fixes->len > 0);
  gtk_widget_set_tooltip_text (self->button, self->fixes->len > 0
                                                 ? NULL
                                                 : _ ("There is no mistake that can be corrected "
                                                      "all alike."));
}

static void
mps_import_fixes_dispose (GObject *object)
{
  MpsImportFixes *self = MPS_IMPORT_FIXES (object);

  g_clear_weak_pointer (&self->place);
  g_clear_object (&self->file);
  g_clear_pointer (&self->fixes, g_ptr_array_unref);
  g_clear_object (&self->menu);
  G_OBJECT_CLASS (mps_import_fixes_parent_class)->dispose (object);
}

static void
mps_import_fixes_class_init (MpsImportFixesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mps_import_fixes_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "fixes.apply", "u", activate_apply);
}

static void
mps_import_fixes_init (MpsImportFixes *self)
{
  self->menu = g_menu_new ();
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), _ ("Correct all alike"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->button), G_MENU_MODEL (self->menu));
  adw_bin_set_child (ADW_BIN (self), self->button);
}

/**
 * mps_import_fixes_set_file:
 * @self: import fixes
 * @file: what is to be corrected; it is followed
 * @place: a widget in the toast overlay where corrections are told of
 */
void
mps_import_fixes_set_file (MpsImportFixes *self, MpsContactsFile *file, GtkWidget *place)
{
  g_return_if_fail (MPS_IS_IMPORT_FIXES (self));
  g_return_if_fail (MPS_IS_CONTACTS_FILE (file));
  g_set_weak_pointer (&self->place, place);
  if (self->file == file)
    return;
  if (self->file)
    g_signal_handlers_disconnect_by_func (self->file, refresh, self);
  g_set_object (&self->file, file);
  g_signal_connect_object (file, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}
