/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-create-contact-page.h"

#include "mps-contact-form.h"

#include "fleet/mps-error.h"

#include <glib/gi18n.h>

struct _MpsCreateContactPage {
  AdwNavigationPage parent_instance;

  AdwWindowTitle *window_title;
  AdwBanner *error_banner;
  AdwBanner *replaced_banner;
  MpsContactForm *form;
  GtkWidget *create_button;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (MpsCreateContactPage, mps_create_contact_page, ADW_TYPE_NAVIGATION_PAGE)

static void
on_changed (MpsCreateContactPage *self)
{
  g_signal_emit (self, changed_signal, 0);
}

/* Tab is to begin at the top of the page all the same, and so its own focus is not overridden. */
static void
mps_create_contact_page_shown (AdwNavigationPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (MPS_CREATE_CONTACT_PAGE (page)->form));
}

static void
mps_create_contact_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_CREATE_CONTACT_PAGE);
  G_OBJECT_CLASS (mps_create_contact_page_parent_class)->dispose (object);
}

static void
mps_create_contact_page_class_init (MpsCreateContactPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_create_contact_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = mps_create_contact_page_shown;
  changed_signal = g_signal_new ("changed", MPS_TYPE_CREATE_CONTACT_PAGE, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MPS_TYPE_CONTACT_FORM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-create-contact-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsCreateContactPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, MpsCreateContactPage, error_banner);
  gtk_widget_class_bind_template_child (widget_class, MpsCreateContactPage, replaced_banner);
  gtk_widget_class_bind_template_child (widget_class, MpsCreateContactPage, form);
  gtk_widget_class_bind_template_child (widget_class, MpsCreateContactPage, create_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
mps_create_contact_page_init (MpsCreateContactPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_create_contact_page_set_subtitle:
 * @self: a page
 * @subtitle: for which printers, translated
 */
void
mps_create_contact_page_set_subtitle (MpsCreateContactPage *self, const char *subtitle)
{
  g_return_if_fail (MPS_IS_CREATE_CONTACT_PAGE (self));
  adw_window_title_set_subtitle (self->window_title, subtitle);
}

/**
 * mps_create_contact_page_set_replaced:
 * @self: a page
 * @sentence: (nullable): names the contacts that will be replaced; %NULL for none
 */
void
mps_create_contact_page_set_replaced (MpsCreateContactPage *self, const char *sentence)
{
  g_return_if_fail (MPS_IS_CREATE_CONTACT_PAGE (self));
  if (sentence)
    adw_banner_set_title (self->replaced_banner, sentence);
  adw_banner_set_revealed (self->replaced_banner, sentence != NULL);
}

/**
 * mps_create_contact_page_set_error:
 * @self: a page
 * @error: (nullable): why the contact was not created, or %NULL
 *
 * Shows what is to be corrected. Where there is such a contact already, it
 * offers to assign that one.
 */
void
mps_create_contact_page_set_error (MpsCreateContactPage *self, const GError *error)
{
  g_return_if_fail (MPS_IS_CREATE_CONTACT_PAGE (self));
  adw_banner_set_revealed (self->error_banner, error != NULL);
  if (error == NULL)
    return;
  adw_banner_set_title (self->error_banner, error->message);
  adw_banner_set_button_label (self->error_banner,
                               g_error_matches (error, MPS_ERROR, MPS_ERROR_CONTACT_EXISTS)
                                   ? _ ("_Assign existing contact")
                                   : NULL);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/**
 * mps_create_contact_page_read:
 * @self: a page
 * @contact: gets the fields as they are stored, if nothing is wrong
 *
 * Returns: whether nothing is wrong; what is, is shown
 */
gboolean
mps_create_contact_page_read (MpsCreateContactPage *self, MpsContactRecord *contact)
{
  g_return_val_if_fail (MPS_IS_CREATE_CONTACT_PAGE (self), FALSE);
  return mps_contact_form_read (self->form, contact);
}

/**
 * mps_create_contact_page_get_default_widget:
 * @self: a page
 *
 * Returns: (transfer none): what Enter in a field activates, for the dialog
 */
GtkWidget *
mps_create_contact_page_get_default_widget (MpsCreateContactPage *self)
{
  g_return_val_if_fail (MPS_IS_CREATE_CONTACT_PAGE (self), NULL);
  return self->create_button;
}

gboolean
mps_create_contact_page_get_valid (MpsCreateContactPage *self)
{
  g_return_val_if_fail (MPS_IS_CREATE_CONTACT_PAGE (self), FALSE);
  return mps_contact_form_get_valid (self->form);
}

gboolean
mps_create_contact_page_get_modified (MpsCreateContactPage *self)
{
  g_return_val_if_fail (MPS_IS_CREATE_CONTACT_PAGE (self), FALSE);
  return mps_contact_form_get_modified (self->form);
}
