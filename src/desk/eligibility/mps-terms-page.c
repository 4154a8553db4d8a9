/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-terms-page.h"

#include "desk/widgets/mps-error-view.h"

#include <glib/gi18n.h>

struct _MpsTermsPage {
  AdwNavigationPage parent_instance;

  MpsPolicy *policy;
  char *sha256; /* of the text that is shown */
  const char *language;

  AdwBanner *sample_banner;
  GtkLabel *version_label;
  GtkTextView *text_view;
  GtkCheckButton *accept_button;
  GtkLabel *note_label;
  MpsErrorView *error_view;
};

typedef enum {
  PROP_ACCEPTED = 1,
} MpsTermsPageProperty;

static GParamSpec *properties[PROP_ACCEPTED + 1];

G_DEFINE_FINAL_TYPE (MpsTermsPage, mps_terms_page, ADW_TYPE_NAVIGATION_PAGE)

static void
on_accept_toggled (MpsTermsPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCEPTED]);
}

static void
show_terms (MpsTermsPage *self, MpsPolicy *policy)
{
  g_autofree char *version = NULL;
  const char *text;

  g_clear_pointer (&self->policy, mps_policy_unref);
  self->policy = mps_policy_ref (policy);
  text = mps_policy_get_terms_text (policy, g_get_language_names (), &self->language);
  g_free (self->sha256);
  self->sha256 = mps_policy_dup_terms_sha256 (policy, self->language);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), text, -1);
  version = g_strdup_printf (_ ("Version %s"), mps_policy_get_terms_version (policy));
  gtk_label_set_label (self->version_label, version);
  adw_banner_set_revealed (self->sample_banner, mps_policy_is_sample (policy));
  gtk_check_button_set_active (self->accept_button, FALSE);
}

static void
mps_terms_page_dispose (GObject *object)
{
  MpsTermsPage *self = MPS_TERMS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_TERMS_PAGE);
  g_clear_pointer (&self->policy, mps_policy_unref);
  g_clear_pointer (&self->sha256, g_free);
  G_OBJECT_CLASS (mps_terms_page_parent_class)->dispose (object);
}

static void
mps_terms_page_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MpsTermsPage *self = MPS_TERMS_PAGE (object);

  switch ((MpsTermsPageProperty) property_id)
    {
    case PROP_ACCEPTED:
      g_value_set_boolean (value, mps_terms_page_get_accepted (self));
      break;
    }
}

static void
mps_terms_page_class_init (MpsTermsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_terms_page_dispose;
  object_class->get_property = mps_terms_page_get_property;

  properties[PROP_ACCEPTED]
      = g_param_spec_boolean ("accepted", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (MPS_TYPE_ERROR_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-terms-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsTermsPage, sample_banner);
  gtk_widget_class_bind_template_child (widget_class, MpsTermsPage, version_label);
  gtk_widget_class_bind_template_child (widget_class, MpsTermsPage, text_view);
  gtk_widget_class_bind_template_child (widget_class, MpsTermsPage, accept_button);
  gtk_widget_class_bind_template_child (widget_class, MpsTermsPage, note_label);
  gtk_widget_class_bind_template_child (widget_class, MpsTermsPage, error_view);
  gtk_widget_class_bind_template_callback (widget_class, on_accept_toggled);
}

static void
mps_terms_page_init (MpsTermsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_terms_page_show:
 * @self: a terms page
 * @policy: the policy in force
 *
 * Shows the terms of @policy in the user's language, not accepted yet.
 */
void
mps_terms_page_show (MpsTermsPage *self, MpsPolicy *policy)
{
  g_return_if_fail (MPS_IS_TERMS_PAGE (self));
  show_terms (self, policy);
  mps_error_view_set_error (self->error_view, NULL);
}

/**
 * mps_terms_page_update:
 * @self: a terms page
 * @policy: the policy in force
 *
 * Shows the terms of @policy, not accepted yet, if these are others than those
 * that are shown; an error that is shown stays.
 */
void
mps_terms_page_update (MpsTermsPage *self, MpsPolicy *policy)
{
  g_autofree char *sha256 = NULL;

  g_return_if_fail (MPS_IS_TERMS_PAGE (self));
  if (self->policy == NULL)
    return;
  sha256 = mps_policy_dup_terms_sha256 (policy, self->language);
  if (!g_str_equal (sha256, self->sha256)
      || !g_str_equal (mps_policy_get_terms_version (policy),
                       mps_policy_get_terms_version (self->policy)))
    show_terms (self, policy);
}

/**
 * mps_terms_page_set_n_printers:
 * @self: a terms page
 * @n_printers: how many printers are eligible now
 */
void
mps_terms_page_set_n_printers (MpsTermsPage *self, guint n_printers)
{
  g_autofree char *note = NULL;

  g_return_if_fail (MPS_IS_TERMS_PAGE (self));
  note = g_strdup_printf (ngettext ("%'u printer will be added to MPS Express. This cannot be "
                                    "taken back.",
                                    "%'u printers will be added to MPS Express. This cannot be "
                                    "taken back.",
                                    n_printers),
                          n_printers);
  gtk_label_set_label (self->note_label, note);
}

/**
 * mps_terms_page_set_error:
 * @self: a terms page
 * @error: (nullable): why the printers were not added
 */
void
mps_terms_page_set_error (MpsTermsPage *self, const GError *error)
{
  g_return_if_fail (MPS_IS_TERMS_PAGE (self));
  mps_error_view_set_error (self->error_view, error);
}

/**
 * mps_terms_page_get_accepted:
 * @self: a terms page
 *
 * Returns: whether the user says to accept the terms
 */
gboolean
mps_terms_page_get_accepted (MpsTermsPage *self)
{
  g_return_val_if_fail (MPS_IS_TERMS_PAGE (self), FALSE);
  return gtk_check_button_get_active (self->accept_button);
}

/**
 * mps_terms_page_get_terms:
 * @self: a terms page that shows terms
 * @terms: (out caller-allocates): the terms that are shown, until others are
 */
void
mps_terms_page_get_terms (MpsTermsPage *self, MpsAcceptedTerms *terms)
{
  g_return_if_fail (MPS_IS_TERMS_PAGE (self) && self->policy != NULL);
  terms->version = mps_policy_get_terms_version (self->policy);
  terms->sha256 = self->sha256;
  terms->language = self->language;
}
