/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-main-menu-button.h"

#include "desk/databases/mps-recent-databases.h"

#include <glib/gi18n.h>

struct _MpsMainMenuButton {
  AdwBin parent_instance;

  GSettings *settings;

  GMenu *databases_section;
};

G_DEFINE_FINAL_TYPE (MpsMainMenuButton, mps_main_menu_button, ADW_TYPE_BIN)

/* A submenu of its own for a single list; without entries it would be a dead end. */
static void
refresh (MpsMainMenuButton *self)
{
  g_autoptr (GMenu) recent = mps_recent_databases_build_menu ();
  const int last = g_menu_model_get_n_items (G_MENU_MODEL (self->databases_section)) - 1;

  if (g_menu_model_get_item_link (G_MENU_MODEL (self->databases_section), last, "submenu"))
    g_menu_remove (self->databases_section, last);
  if (g_menu_model_get_n_items (G_MENU_MODEL (recent)) > 0)
    g_menu_append_submenu (self->databases_section, _ ("_Recent databases"), G_MENU_MODEL (recent));
}

static void
mps_main_menu_button_dispose (GObject *object)
{
  MpsMainMenuButton *self = MPS_MAIN_MENU_BUTTON (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_MAIN_MENU_BUTTON);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mps_main_menu_button_parent_class)->dispose (object);
}

static void
mps_main_menu_button_class_init (MpsMainMenuButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_main_menu_button_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-main-menu-button.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsMainMenuButton, databases_section);
}

static void
mps_main_menu_button_init (MpsMainMenuButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (APPLICATION_ID);
  g_signal_connect_object (self->settings, "changed::" MPS_RECENT_DATABASES_KEY,
                           G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}
