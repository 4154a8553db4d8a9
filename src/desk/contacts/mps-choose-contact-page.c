/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-choose-contact-page.h"

#include "mps-contact-chooser.h"
#include "desk/widgets/mps-error-view.h"

struct _MpsChooseContactPage {
  AdwNavigationPage parent_instance;

  AdwWindowTitle *window_title;
  AdwBanner *replaced_banner;
  MpsContactChooser *chooser;
  MpsErrorView *error_view;
  GtkWidget *assign_button;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (MpsChooseContactPage, mps_choose_contact_page, ADW_TYPE_NAVIGATION_PAGE)

static void
on_contact_changed (MpsChooseContactPage *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
on_activated (MpsChooseContactPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "assign.run", NULL);
}

/* Not as what takes the focus of the page or the dialog: there Tab would begin again, and never
 * come to the header bar and the banner above it. */
static void
mps_choose_contact_page_shown (AdwNavigationPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (MPS_CHOOSE_CONTACT_PAGE (page)->chooser));
}

static void
mps_choose_contact_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_CHOOSE_CONTACT_PAGE);
  G_OBJECT_CLASS (mps_choose_contact_page_parent_class)->dispose (object);
}

static void
mps_choose_contact_page_class_init (MpsChooseContactPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_choose_contact_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = mps_choose_contact_page_shown;
  changed_signal = g_signal_new ("changed", MPS_TYPE_CHOOSE_CONTACT_PAGE, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MPS_TYPE_CONTACT_CHOOSER);
  g_type_ensure (MPS_TYPE_ERROR_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-choose-contact-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsChooseContactPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, MpsChooseContactPage, replaced_banner);
  gtk_widget_class_bind_template_child (widget_class, MpsChooseContactPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, MpsChooseContactPage, error_view);
  gtk_widget_class_bind_template_child (widget_class, MpsChooseContactPage, assign_button);
  gtk_widget_class_bind_template_callback (widget_class, on_contact_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
mps_choose_contact_page_init (MpsChooseContactPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_choose_contact_page_set_session:
 * @self: a page
 * @session: the session among whose organization's contacts to choose; set once
 */
void
mps_choose_contact_page_set_session (MpsChooseContactPage *self, MpsSession *session)
{
  g_return_if_fail (MPS_IS_CHOOSE_CONTACT_PAGE (self));
  mps_contact_chooser_set_session (self->chooser, session);
}

/**
 * mps_choose_contact_page_set_subtitle:
 * @self: a page
 * @subtitle: for which printers, translated
 */
void
mps_choose_contact_page_set_subtitle (MpsChooseContactPage *self, const char *subtitle)
{
  g_return_if_fail (MPS_IS_CHOOSE_CONTACT_PAGE (self));
  adw_window_title_set_subtitle (self->window_title, subtitle);
}

/**
 * mps_choose_contact_page_set_replaced:
 * @self: a page
 * @sentence: (nullable): names the contacts that will be replaced; %NULL for none
 */
void
mps_choose_contact_page_set_replaced (MpsChooseContactPage *self, const char *sentence)
{
  g_return_if_fail (MPS_IS_CHOOSE_CONTACT_PAGE (self));
  if (sentence)
    adw_banner_set_title (self->replaced_banner, sentence);
  adw_banner_set_revealed (self->replaced_banner, sentence != NULL);
}

/**
 * mps_choose_contact_page_set_error:
 * @self: a page
 * @error: (nullable): why the contact was not assigned, or %NULL
 */
void
mps_choose_contact_page_set_error (MpsChooseContactPage *self, const GError *error)
{
  g_return_if_fail (MPS_IS_CHOOSE_CONTACT_PAGE (self));
  mps_error_view_set_error (self->error_view, error);
}

/**
 * mps_choose_contact_page_get_contact:
 * @self: a page
 *
 * Returns: the id of the chosen contact, 0 for none
 */
gint64
mps_choose_contact_page_get_contact (MpsChooseContactPage *self)
{
  g_return_val_if_fail (MPS_IS_CHOOSE_CONTACT_PAGE (self), 0);
  return mps_contact_chooser_get_contact (self->chooser);
}

/**
 * mps_choose_contact_page_get_chooser:
 * @self: the page
 *
 * Returns: (transfer none): what has the keyboard first
 */
GtkWidget *
mps_choose_contact_page_get_chooser (MpsChooseContactPage *self)
{
  g_return_val_if_fail (MPS_IS_CHOOSE_CONTACT_PAGE (self), NULL);
  return GTK_WIDGET (self->chooser);
}

/**
 * mps_choose_contact_page_get_default_widget:
 * @self: a page
 *
 * Returns: (transfer none): what Enter in a field activates, for the dialog
 */
GtkWidget *
mps_choose_contact_page_get_default_widget (MpsChooseContactPage *self)
{
  g_return_val_if_fail (MPS_IS_CHOOSE_CONTACT_PAGE (self), NULL);
  return self->assign_button;
}
