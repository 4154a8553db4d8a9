/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-add-address-dialog.h"

#include "mps-address-changes.h"
#include "desk/widgets/mps-discard-question.h"
#include "desk/widgets/mps-report-line.h"
#include "desk/widgets/mps-report-view.h"

#include "rules/mps-address-draft.h"

#include <glib/gi18n.h>

/* As long as somebody types on, nothing is said of it. */
#define CHECK_MS 150
#define MAX_NAMED_LARGE 5

struct _MpsAddAddressDialog {
  AdwDialog parent_instance;

  MpsSession *session;
  gint64 agent;
  MpsAddressDraft *draft;
  guint check_source;

  GtkTextBuffer *buffer;
  GtkTextView *text_view;
  GtkCheckButton *exclude_button;
  GtkLabel *state_label;
  MpsReportView *notes;
};

G_DEFINE_FINAL_TYPE (MpsAddAddressDialog, mps_add_address_dialog, ADW_TYPE_DIALOG)

static char *
dup_text (MpsAddAddressDialog *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static gboolean
is_valid (MpsAddAddressDialog *self)
{
  return self->draft && self->draft->wrong->len == 0 && self->draft->addresses->len > 0;
}

static char *
dup_state (MpsAddAddressDialog *self)
{
  const guint n_wrong = self->draft->wrong->len;
  const guint n_new = self->draft->addresses->len;

  if (n_wrong > 0)
    return g_strdup_printf (ngettext ("%'u address is wrong and has to be corrected.",
                                      "%'u addresses are wrong and have to be corrected.", n_wrong),
                            n_wrong);
  if (n_new > 0)
    return g_strdup_printf (
        ngettext ("%'u address will be added.", "%'u addresses will be added.", n_new), n_new);
  return g_strdup (_ ("Enter addresses, one a line."));
}

static void
append_problems (GListModel *lines, GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const MpsProblem *problem = problems->pdata[i];
      g_autofree char *number = problem->line ? g_strdup_printf ("%u", problem->line) : NULL;

      mps_report_lines_append (lines, number ? number : "", problem->column, problem->reason);
    }
}

/* What is wrong comes before what is only to be known. */
static void
show_notes (MpsAddAddressDialog *self)
{
  g_autoptr (GListModel) lines = mps_report_lines_new ();

  append_problems (lines, self->draft->wrong);
  append_problems (lines, self->draft->warnings);
  mps_report_view_set_lines (self->notes, lines);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), g_list_model_get_n_items (lines) > 0);
}

static void
check (MpsAddAddressDialog *self)
{
  MpsFleet *fleet = mps_session_get_fleet (self->session);
  const MpsAgentRecord *agent = mps_fleet_find_agent (fleet, self->agent);
  g_autoptr (MpsAddressBook) book = NULL;
  g_autofree char *text = dup_text (self);
  g_autofree char *state = NULL;

  g_clear_handle_id (&self->check_source, g_source_remove);
  if (agent == NULL)
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  book = mps_address_book_new (mps_fleet_get_agents (fleet), agent);
  g_clear_pointer (&self->draft, mps_address_draft_free);
  self->draft
      = mps_address_draft_new (text, gtk_check_button_get_active (self->exclude_button), book);
  state = dup_state (self);
  gtk_label_set_label (self->state_label, state);
  show_notes (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "address.add", is_valid (self));
}

static gboolean
on_check (gpointer user_data)
{
  MpsAddAddressDialog *self = user_data;

  self->check_source = 0;
  check (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (MpsAddAddressDialog *self)
{
  const gboolean empty = gtk_text_buffer_get_char_count (self->buffer) == 0;

  if (self->session == NULL)
    return;
  adw_dialog_set_can_close (ADW_DIALOG (self), empty);
  g_clear_handle_id (&self->check_source, g_source_remove);
  self->check_source = g_timeout_add (CHECK_MS, on_check, self);
}

static void
add (MpsAddAddressDialog *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) addresses = NULL;

  for (guint i = 0; i < self->draft->addresses->len; i++)
    g_strv_builder_add (builder, self->draft->addresses->pdata[i]);
  addresses = g_strv_builder_end (builder);
  mps_address_changes_begin (window, self->session, self->agent,
                             gtk_check_button_get_active (self->exclude_button)
                                 ? MPS_ADDRESS_EXCLUDE
                                 : MPS_ADDRESS_INCLUDE,
                             (const char *const *) addresses);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static char *
dup_large_question (GPtrArray *large)
{
  g_autofree char *sentence = g_strdup_printf (
      ngettext ("%'u address stands for more than 65,536 addresses. An agent may take days to "
                "search them:",
                "%'u addresses stand for more than 65,536 addresses each. An agent may take days "
                "to search them:",
                large->len),
      large->len);
  g_autoptr (GString) text = g_string_new (sentence);

  for (guint i = 0; i < MIN (large->len, MAX_NAMED_LARGE); i++)
    g_string_append_printf (text, "\n%s", (const char *) large->pdata[i]);
  if (large->len > MAX_NAMED_LARGE)
    g_string_append (text, "\n…");
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
ask_about_large (MpsAddAddressDialog *self)
{
  g_autofree char *question = dup_large_question (self->draft->large);
  AdwAlertDialog *alert
      = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Search large networks?"), question));

  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "add", _ ("_Add"), NULL);
  adw_alert_dialog_set_default_response (alert, "cancel");
  adw_alert_dialog_set_close_response (alert, "cancel");
  g_signal_connect_object (alert, "response::add", G_CALLBACK (add), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (alert), GTK_WIDGET (self));
}

/* What was typed last may not be checked yet. */
static void
activate_add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsAddAddressDialog *self = MPS_ADD_ADDRESS_DIALOG (widget);

  check (self);
  if (!is_valid (self))
    return;
  if (self->draft->large->len > 0)
    ask_about_large (self);
  else
    add (self);
}

static void
mps_add_address_dialog_close_attempt (AdwDialog *dialog)
{
  mps_discard_question_ask (dialog, _ ("The addresses that you entered were not added."));
}

static void
mps_add_address_dialog_dispose (GObject *object)
{
  MpsAddAddressDialog *self = MPS_ADD_ADDRESS_DIALOG (object);

  g_clear_handle_id (&self->check_source, g_source_remove);
  g_clear_object (&self->session);
  /* Libadwaita 1.7 never frees the child of a dialog that was presented. */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_ADD_ADDRESS_DIALOG);
  g_clear_pointer (&self->draft, mps_address_draft_free);
  G_OBJECT_CLASS (mps_add_address_dialog_parent_class)->dispose (object);
}

static void
mps_add_address_dialog_class_init (MpsAddAddressDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_add_address_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = mps_add_address_dialog_close_attempt;
  gtk_widget_class_install_action (widget_class, "address.add", NULL, activate_add);
  g_type_ensure (MPS_TYPE_REPORT_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-add-address-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsAddAddressDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, MpsAddAddressDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, MpsAddAddressDialog, exclude_button);
  gtk_widget_class_bind_template_child (widget_class, MpsAddAddressDialog, state_label);
  gtk_widget_class_bind_template_child (widget_class, MpsAddAddressDialog, notes);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
mps_add_address_dialog_init (MpsAddAddressDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_add_address_dialog_new:
 * @session: a session that looks at one organization
 * @agent: the id of one of its agents
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
mps_add_address_dialog_new (MpsSession *session, gint64 agent)
{
  MpsAddAddressDialog *self;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  self = g_object_new (MPS_TYPE_ADD_ADDRESS_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->agent = agent;
  mps_report_view_set_titles (self->notes, _ ("Line"), _ ("Addresses"), _ ("Note"));
  g_signal_connect_object (mps_session_get_fleet (session), "agents-changed", G_CALLBACK (check),
                           self, G_CONNECT_SWAPPED);
  check (self);
  return ADW_DIALOG (self);
}
