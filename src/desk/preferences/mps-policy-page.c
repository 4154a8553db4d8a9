/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-policy-page.h"

#include "desk/widgets/mps-facts-group.h"
#include "desk/widgets/mps-report-line.h"
#include "desk/widgets/mps-report-page.h"

#include <glib/gi18n.h>

struct _MpsPolicyPage {
  AdwNavigationPage parent_instance;

  MpsPolicy *policy;

  MpsFactsGroup *facts;
  AdwActionRow *models_row;
};

G_DEFINE_FINAL_TYPE (MpsPolicyPage, mps_policy_page, ADW_TYPE_NAVIGATION_PAGE)

static void
push (MpsPolicyPage *self, AdwNavigationPage *page)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), page);
}

static char *
dup_pages (gint32 pages)
{
  return g_strdup_printf (ngettext ("%'d page a month", "%'d pages a month", (gulong) pages),
                          pages);
}

static void
on_models (MpsPolicyPage *self)
{
  g_autoptr (GListModel) lines = mps_report_lines_new ();
  const guint n_models = mps_policy_get_n_models (self->policy);

  for (guint i = 0; i < n_models; i++)
    {
      gint32 limit;
      const char *pattern = mps_policy_get_model (self->policy, i, &limit, NULL);
      g_autofree char *pages = dup_pages (limit);

      mps_report_lines_append (lines, NULL, pattern, pages);
    }
  mps_report_page_push (GTK_WIDGET (self), _ ("Supported models"), lines, NULL, _ ("Model"),
                        _ ("Maximum average pages"));
}

static GtkWidget *
make_text_view (const char *title, const char *text)
{
  GtkWidget *view = g_object_new (GTK_TYPE_TEXT_VIEW, "editable", FALSE, "accepts-tab", FALSE,
                                  "wrap-mode", GTK_WRAP_WORD_CHAR, "top-margin", 12,
                                  "bottom-margin", 12, "left-margin", 18, "right-margin", 18, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  return view;
}

static void
push_terms (MpsPolicyPage *self, const char *title, const char *language)
{
  const char *const languages[] = { language, NULL };
  GtkWidget *toolbar_view = adw_toolbar_view_new ();
  GtkWidget *window = gtk_scrolled_window_new ();
  const char *text = mps_policy_get_terms_text (self->policy, languages, NULL);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), make_text_view (title, text));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view), window);
  push (self, adw_navigation_page_new (toolbar_view, title));
}

static void
on_english (MpsPolicyPage *self)
{
  push_terms (self, _ ("Terms of use in English"), "en");
}

static void
on_japanese (MpsPolicyPage *self)
{
  push_terms (self, _ ("Terms of use in Japanese"), "ja");
}

static void
show_policy (MpsPolicyPage *self)
{
  MpsPolicy *policy = self->policy;
  g_autofree char *pages = dup_pages (mps_policy_get_max_average_pages (policy));
  const guint n_models = mps_policy_get_n_models (policy);
  g_autofree char *models = g_strdup_printf (
      ngettext ("%'u pattern of model names", "%'u patterns of model names", n_models), n_models);

  mps_facts_group_set (self->facts, _ ("Version"), mps_policy_get_version (policy));
  mps_facts_group_set (self->facts, _ ("Kind"),
                       mps_policy_is_sample (policy) ? _ ("Sample policy")
                                                     : _ ("Agreed with Lexmark"));
  mps_facts_group_set (self->facts, _ ("Maximum average pages"), pages);
  mps_facts_group_set (self->facts, _ ("Minimum Fleet Agent version"),
                       mps_policy_get_minimum_fleet_agent (policy));
  mps_facts_group_set (self->facts, _ ("Version of the terms of use"),
                       mps_policy_get_terms_version (policy));
  adw_action_row_set_subtitle (self->models_row, models);
}

static void
mps_policy_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_POLICY_PAGE);
  g_clear_pointer (&MPS_POLICY_PAGE (object)->policy, mps_policy_unref);
  G_OBJECT_CLASS (mps_policy_page_parent_class)->dispose (object);
}

static void
mps_policy_page_class_init (MpsPolicyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_policy_page_dispose;
  g_type_ensure (MPS_TYPE_FACTS_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-policy-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsPolicyPage, facts);
  gtk_widget_class_bind_template_child (widget_class, MpsPolicyPage, models_row);
  gtk_widget_class_bind_template_callback (widget_class, on_models);
  gtk_widget_class_bind_template_callback (widget_class, on_english);
  gtk_widget_class_bind_template_callback (widget_class, on_japanese);
}

static void
mps_policy_page_init (MpsPolicyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_policy_page_new:
 * @policy: a policy
 *
 * Returns: (transfer floating): a page to push on a navigation view
 */
AdwNavigationPage *
mps_policy_page_new (MpsPolicy *policy)
{
  MpsPolicyPage *self;

  g_return_val_if_fail (policy != NULL, NULL);
  self = g_object_new (MPS_TYPE_POLICY_PAGE, NULL);
  self->policy = mps_policy_ref (policy);
  show_policy (self);
  return ADW_NAVIGATION_PAGE (self);
}
