/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-restore-page.h"

#include "desk/widgets/mps-error-view.h"
#include "desk/widgets/mps-facts-group.h"

#include "fleet/mps-error.h"
#include "fleet/mps-time.h"

#include <glib/gi18n.h>

struct _MpsRestorePage {
  AdwNavigationPage parent_instance;

  GPtrArray *rows; /* owned (element-type GtkWidget): of the group of what is lost */

  MpsErrorView *error_view;
  MpsFactsGroup *backup_group;
  MpsFactsGroup *current_group;
  AdwPreferencesGroup *loss_group;
  AdwPreferencesGroup *agree_group;
  AdwSwitchRow *agree_row;
};

typedef enum {
  PROP_AGREED = 1,
} MpsRestorePageProperty;

static GParamSpec *properties[PROP_AGREED + 1];

G_DEFINE_FINAL_TYPE (MpsRestorePage, mps_restore_page, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
get_agreed (MpsRestorePage *self)
{
  return !gtk_widget_get_visible (GTK_WIDGET (self->agree_group))
         || adw_switch_row_get_active (self->agree_row);
}

static void
on_agree_changed (MpsRestorePage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AGREED]);
}

static void
mps_restore_page_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch ((MpsRestorePageProperty) property_id)
    {
    case PROP_AGREED:
      g_value_set_boolean (value, get_agreed (MPS_RESTORE_PAGE (object)));
      break;
    }
}

static void
mps_restore_page_dispose (GObject *object)
{
  MpsRestorePage *self = MPS_RESTORE_PAGE (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_RESTORE_PAGE);
  G_OBJECT_CLASS (mps_restore_page_parent_class)->dispose (object);
}

static void
mps_restore_page_class_init (MpsRestorePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mps_restore_page_get_property;
  object_class->dispose = mps_restore_page_dispose;
  g_type_ensure (MPS_TYPE_ERROR_VIEW);
  g_type_ensure (MPS_TYPE_FACTS_GROUP);
  properties[PROP_AGREED]
      = g_param_spec_boolean ("agreed", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-restore-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsRestorePage, error_view);
  gtk_widget_class_bind_template_child (widget_class, MpsRestorePage, backup_group);
  gtk_widget_class_bind_template_child (widget_class, MpsRestorePage, current_group);
  gtk_widget_class_bind_template_child (widget_class, MpsRestorePage, loss_group);
  gtk_widget_class_bind_template_child (widget_class, MpsRestorePage, agree_group);
  gtk_widget_class_bind_template_child (widget_class, MpsRestorePage, agree_row);
  gtk_widget_class_bind_template_callback (widget_class, on_agree_changed);
}

static void
mps_restore_page_init (MpsRestorePage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_tally (MpsFactsGroup *group, const MpsRestoreTally *tally)
{
  g_autofree char *printers = g_strdup_printf ("%'u", tally->printers);
  g_autofree char *managed = g_strdup_printf ("%'u", tally->managed);
  g_autofree char *contacts = g_strdup_printf ("%'u", tally->contacts);
  g_autofree char *at = mps_time_dup_text_of (tally->last_change);

  mps_facts_group_set (group, _ ("Printers"), printers);
  mps_facts_group_set (group, _ ("Managed or pending in MPS Express"), managed);
  mps_facts_group_set (group, _ ("Contacts"), contacts);
  mps_facts_group_set (group, _ ("Last task"), at);
}

static void
add_line (MpsRestorePage *self, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_preferences_group_add (self->loss_group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_lines (MpsRestorePage *self, GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    add_line (self, ((const MpsProblem *) problems->pdata[i])->reason);
}

static void
show_loss (MpsRestorePage *self, MpsRestore *restore)
{
  const MpsRestoreLoss *loss = mps_restore_get_loss (restore);
  g_autoptr (GPtrArray) lines = loss ? mps_restore_loss_list (loss) : NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->loss_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  if (lines)
    add_lines (self, lines);
  else
    add_line (self, _ ("The database can’t be read, so it can’t be told what is newer in it."));
  if (lines && lines->len == 0)
    add_line (self, _ ("The backup has all that there is now."));
  add_lines (self, mps_restore_get_problems (restore));
  gtk_widget_set_visible (GTK_WIDGET (self->agree_group),
                          loss && mps_restore_loss_is_irrevocable (loss));
  adw_switch_row_set_active (self->agree_row, FALSE);
  on_agree_changed (self);
}

/**
 * mps_restore_page_show:
 * @self: a page
 * @restore: what is ready to be restored
 */
void
mps_restore_page_show (MpsRestorePage *self, MpsRestore *restore)
{
  const MpsRestoreTally *current;

  g_return_if_fail (MPS_IS_RESTORE_PAGE (self));
  g_return_if_fail (MPS_IS_RESTORE (restore));
  current = mps_restore_get_current (restore);
  mps_error_view_set_error (self->error_view, NULL);
  show_tally (self->backup_group, mps_restore_get_restored (restore));
  gtk_widget_set_visible (GTK_WIDGET (self->current_group), current != NULL);
  if (current)
    show_tally (self->current_group, current);
  show_loss (self, restore);
}

/**
 * mps_restore_page_set_error:
 * @self: a page
 * @error: (nullable): why it was not restored
 */
void
mps_restore_page_set_error (MpsRestorePage *self, const GError *error)
{
  g_return_if_fail (MPS_IS_RESTORE_PAGE (self));
  mps_error_view_set_error (self->error_view, error);
}
