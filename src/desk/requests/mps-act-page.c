/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-act-page.h"

#include "mps-request-printers-page.h"

#include "desk/widgets/mps-feedback.h"

#include "fleet/mps-history.h"
#include "fleet/mps-time.h"
#include "store/mps-lookup.h"
#include "store/mps-store-acceptance.h"

#include <glib/gi18n.h>

struct _MpsActPage {
  AdwNavigationPage parent_instance;

  MpsSession *session;
  gint64 id;
  MpsAcceptance *acceptance;
  GCancellable *cancellable;

  GtkStack *stack;
  AdwStatusPage *failed_page;
  AdwBanner *changed_banner;
  AdwActionRow *when_row;
  AdwActionRow *who_row;
  AdwActionRow *subject_row;
  AdwActionRow *detail_row;
  GtkWidget *acceptance_group;
  AdwActionRow *version_row;
  AdwActionRow *sha256_row;
  AdwActionRow *request_row;
  AdwActionRow *exported_row;
  GtkLabel *printers_count;
  GtkWidget *terms_group;
  GtkLabel *terms_label;
};

G_DEFINE_FINAL_TYPE (MpsActPage, mps_act_page, ADW_TYPE_NAVIGATION_PAGE)

/* Evidence has the time as it is kept, beside that of the reader. */
static void
set_time (AdwActionRow *row, const char *time)
{
  g_autofree char *local = mps_time_dup_text_of (time);
  g_autofree char *text = g_strdup_printf ("%s (%s)", local, time);

  adw_action_row_set_subtitle (row, text);
}

static void
set_text (AdwActionRow *row, const char *text)
{
  adw_action_row_set_subtitle (row, text);
  gtk_widget_set_visible (GTK_WIDGET (row), *text != '\0');
}

static void
show_failure (MpsActPage *self, const GError *error)
{
  mps_feedback_describe (self->failed_page, error);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
show_acceptance (MpsActPage *self)
{
  const MpsAcceptance *acceptance = self->acceptance;
  g_autofree char *count = g_strdup_printf ("%'u", acceptance->n_printers);

  adw_action_row_set_subtitle (self->version_row, acceptance->terms_version);
  adw_action_row_set_subtitle (self->sha256_row, acceptance->terms_sha256);
  adw_action_row_set_subtitle (self->request_row, acceptance->request_uuid);
  if (acceptance->exported_at)
    set_time (self->exported_row, acceptance->exported_at);
  else
    adw_action_row_set_subtitle (self->exported_row, _ ("Not yet"));
  gtk_label_set_label (self->printers_count, count);
  gtk_label_set_label (self->terms_label, acceptance->terms_text);
  adw_banner_set_revealed (self->changed_banner, !mps_acceptance_is_intact (acceptance));
  gtk_widget_set_visible (self->acceptance_group, TRUE);
  gtk_widget_set_visible (self->terms_group, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "act");
}

static void
on_acceptance_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsActPage) self = user_data;
  g_autoptr (GError) error = NULL;
  MpsAcceptance *acceptance = mps_store_get_acceptance_finish (MPS_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (acceptance == NULL)
    {
      show_failure (self, error);
      return;
    }
  self->acceptance = acceptance;
  show_acceptance (self);
}

static void
show_entry (MpsActPage *self, const MpsHistoryEntry *entry)
{
  g_autofree char *detail = mps_history_dup_detail (entry->act, entry->detail);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self),
                                 mps_history_get_act_label (entry->act));
  set_time (self->when_row, entry->at);
  set_text (self->who_row, entry->who);
  set_text (self->subject_row, entry->subject);
  set_text (self->detail_row, detail);
  if (g_str_equal (entry->act, "enroll"))
    mps_store_get_acceptance_async (mps_session_get_store (self->session), self->id,
                                    self->cancellable, on_acceptance_read, g_object_ref (self));
  else
    gtk_stack_set_visible_child_name (self->stack, "act");
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MpsActPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries
      = mps_store_lookup_records_finish (MPS_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (entries && entries->pdata[0])
    show_entry (self, entries->pdata[0]);
  else
    show_failure (self, error);
}

static void
on_printers_activated (MpsActPage *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view),
                            mps_request_printers_page_new (mps_session_get_store (self->session),
                                                           self->acceptance->request));
}

static void
mps_act_page_dispose (GObject *object)
{
  MpsActPage *self = MPS_ACT_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_ACT_PAGE);
  g_clear_pointer (&self->acceptance, mps_acceptance_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mps_act_page_parent_class)->dispose (object);
}

static void
mps_act_page_class_init (MpsActPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_act_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-act-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsActPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MpsActPage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, MpsActPage, changed_banner);
  gtk_widget_class_bind_template_child (widget_class, MpsActPage, when_row);
  gtk_widget_class_bind_template_child (widget_class, MpsActPage, who_row);
  gtk_widget_class_bind_template_child (widget_class, MpsActPage, subject_row);
  gtk_widget_class_bind_template_child (widget_class, MpsActPage, detail_row);
  gtk_widget_class_bind_template_child (widget_class, MpsActPage, acceptance_group);
  gtk_widget_class_bind_template_child (widget_class, MpsActPage, version_row);
  gtk_widget_class_bind_template_child (widget_class, MpsActPage, sha256_row);
  gtk_widget_class_bind_template_child (widget_class, MpsActPage, request_row);
  gtk_widget_class_bind_template_child (widget_class, MpsActPage, exported_row);
  gtk_widget_class_bind_template_child (widget_class, MpsActPage, printers_count);
  gtk_widget_class_bind_template_child (widget_class, MpsActPage, terms_group);
  gtk_widget_class_bind_template_child (widget_class, MpsActPage, terms_label);
  gtk_widget_class_bind_template_callback (widget_class, on_printers_activated);
}

static void
mps_act_page_init (MpsActPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_act_page_new:
 * @session: what is open
 * @act: the id of a line of the history
 *
 * Returns: (transfer floating): a page to push
 */
AdwNavigationPage *
mps_act_page_new (MpsSession *session, gint64 act)
{
  MpsActPage *self;
  g_autoptr (MpsLookup) lookup = mps_lookup_new_history (NULL, NULL);

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  self = g_object_new (MPS_TYPE_ACT_PAGE, NULL);
  self->session = g_object_ref (session);
  self->id = act;
  mps_store_lookup_records_async (mps_session_get_store (session), lookup, &act, 1,
                                  self->cancellable, on_read, g_object_ref (self));
  return ADW_NAVIGATION_PAGE (self);
}
