/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-serials-page.h"

#include "desk/widgets/mps-error-view.h"
#include "desk/widgets/mps-report-line.h"
#include "desk/widgets/mps-report-page.h"

#include "exchange/mps-text-input.h"

#include <glib/gi18n.h>

struct _MpsSerialsPage {
  AdwNavigationPage parent_instance;

  MpsFleet *fleet;
  MpsSerialSearch *search; /* (nullable): what is shown */
  gboolean starting; /* a file is read in the encoding that is found out, not in the last one */

  GtkStack *stack;
  GtkWidget *file_group;
  AdwPreferencesRow *file_row;
  AdwComboRow *encoding_row;
  MpsErrorView *error_view;
  GtkWidget *result_group;
  GtkLabel *found_count;
  GtkWidget *unknown_row;
  GtkLabel *unknown_count;
  GtkWidget *elsewhere_row;
  GtkLabel *elsewhere_count;
  GtkWidget *repeated_row;
  GtkLabel *repeated_count;
  GtkButton *select_button;
};

static guint encoding_changed_signal;

G_DEFINE_FINAL_TYPE (MpsSerialsPage, mps_serials_page, ADW_TYPE_NAVIGATION_PAGE)

static void
set_count (GtkLabel *label, guint count)
{
  g_autofree char *text = g_strdup_printf ("%'u", count);

  gtk_label_set_label (label, text);
}

static void
push (MpsSerialsPage *self, GListModel *lines, const char *title, const char *detail)
{
  mps_report_page_push (GTK_WIDGET (self), title, lines, NULL, _ ("Serial number"), detail);
}

static GListModel *
new_unknown_lines (GPtrArray *unknown)
{
  GListModel *lines = mps_report_lines_new ();

  for (guint i = 0; i < unknown->len; i++)
    mps_report_lines_append (lines, "", unknown->pdata[i], "");
  return lines;
}

static GListModel *
new_elsewhere_lines (GPtrArray *elsewhere, MpsFleet *fleet)
{
  GListModel *lines = mps_report_lines_new ();

  for (guint i = 0; i < elsewhere->len; i++)
    {
      const MpsElsewhere *printer = elsewhere->pdata[i];
      const MpsOrganizationRecord *organization
          = mps_fleet_find_organization (fleet, printer->organization);

      mps_report_lines_append (lines, "", printer->serial, organization ? organization->name : "");
    }
  return lines;
}

static void
on_unknown_activated (MpsSerialsPage *self)
{
  g_autoptr (GListModel) lines = new_unknown_lines (self->search->unknown);

  push (self, lines, _ ("Unknown serial numbers"), "");
}

static void
on_elsewhere_activated (MpsSerialsPage *self)
{
  g_autoptr (GListModel) lines = new_elsewhere_lines (self->search->elsewhere, self->fleet);

  push (self, lines, _ ("Printers of other organizations"), _ ("Organization"));
}

static void
on_encoding_changed (MpsSerialsPage *self)
{
  if (!self->starting)
    g_signal_emit (self, encoding_changed_signal, 0);
}

static void
fill_encodings (MpsSerialsPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Automatic"));
  gtk_string_list_splice (names, 1, 0, mps_text_input_get_encodings ());
  adw_combo_row_set_model (self->encoding_row, G_LIST_MODEL (names));
}

static void
mps_serials_page_dispose (GObject *object)
{
  MpsSerialsPage *self = MPS_SERIALS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_SERIALS_PAGE);
  g_clear_object (&self->fleet);
  g_clear_pointer (&self->search, mps_serial_search_free);
  G_OBJECT_CLASS (mps_serials_page_parent_class)->dispose (object);
}

static void
mps_serials_page_class_init (MpsSerialsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_serials_page_dispose;
  encoding_changed_signal = g_signal_new ("encoding-changed", MPS_TYPE_SERIALS_PAGE,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MPS_TYPE_ERROR_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-serials-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsSerialsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MpsSerialsPage, file_group);
  gtk_widget_class_bind_template_child (widget_class, MpsSerialsPage, file_row);
  gtk_widget_class_bind_template_child (widget_class, MpsSerialsPage, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, MpsSerialsPage, error_view);
  gtk_widget_class_bind_template_child (widget_class, MpsSerialsPage, result_group);
  gtk_widget_class_bind_template_child (widget_class, MpsSerialsPage, found_count);
  gtk_widget_class_bind_template_child (widget_class, MpsSerialsPage, unknown_row);
  gtk_widget_class_bind_template_child (widget_class, MpsSerialsPage, unknown_count);
  gtk_widget_class_bind_template_child (widget_class, MpsSerialsPage, elsewhere_row);
  gtk_widget_class_bind_template_child (widget_class, MpsSerialsPage, elsewhere_count);
  gtk_widget_class_bind_template_child (widget_class, MpsSerialsPage, repeated_row);
  gtk_widget_class_bind_template_child (widget_class, MpsSerialsPage, repeated_count);
  gtk_widget_class_bind_template_child (widget_class, MpsSerialsPage, select_button);
  gtk_widget_class_bind_template_callback (widget_class, on_unknown_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_elsewhere_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_encoding_changed);
}

static void
mps_serials_page_init (MpsSerialsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->starting = TRUE;
  fill_encodings (self);
  self->starting = FALSE;
}

/**
 * mps_serials_page_begin:
 * @self: a page
 * @file_name: (nullable): of the file, to be shown; %NULL for what was typed
 *
 * Shows that the printers are looked for, in an encoding that is found out.
 */
void
mps_serials_page_begin (MpsSerialsPage *self, const char *file_name)
{
  g_return_if_fail (MPS_IS_SERIALS_PAGE (self));
  gtk_widget_set_visible (self->file_group, file_name != NULL);
  if (file_name)
    adw_preferences_row_set_title (self->file_row, file_name);
  self->starting = TRUE;
  adw_combo_row_set_selected (self->encoding_row, 0);
  self->starting = FALSE;
  gtk_stack_set_visible_child_name (self->stack, "searching");
}

static void
show_select_button (MpsSerialsPage *self, guint n_found)
{
  g_autofree char *label = g_strdup_printf (
      ngettext ("_Select %'u printer", "_Select %'u printers", n_found), n_found);

  gtk_button_set_label (self->select_button, label);
}

/**
 * mps_serials_page_show:
 * @self: a page
 * @session: the session
 * @search: (transfer full): what was found
 */
void
mps_serials_page_show (MpsSerialsPage *self, MpsSession *session, MpsSerialSearch *search)
{
  g_autofree char *read = NULL;

  g_return_if_fail (MPS_IS_SERIALS_PAGE (self));
  g_return_if_fail (search != NULL);
  if (search->encoding)
    /* Translators: %s is the name of a text encoding, as UTF-8 */
    read = g_strdup_printf (_ ("Read as %s"), search->encoding);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->encoding_row), read ? read : "");
  mps_error_view_set_error (self->error_view, NULL);
  g_clear_pointer (&self->search, mps_serial_search_free);
  self->search = search;
  g_set_object (&self->fleet, mps_session_get_fleet (session));
  set_count (self->found_count, search->printers->len);
  set_count (self->unknown_count, search->unknown->len);
  set_count (self->elsewhere_count, search->elsewhere->len);
  set_count (self->repeated_count, search->n_repeated);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->unknown_row), search->unknown->len > 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->elsewhere_row),
                                    search->elsewhere->len > 0);
  gtk_widget_set_visible (self->elsewhere_row, search->elsewhere->len > 0);
  gtk_widget_set_visible (self->repeated_row, search->n_repeated > 0);
  show_select_button (self, search->printers->len);
  gtk_widget_set_visible (self->result_group, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "result");
}

/**
 * mps_serials_page_show_error:
 * @self: a page
 * @error: why the serial numbers could not be read or looked for
 */
void
mps_serials_page_show_error (MpsSerialsPage *self, const GError *error)
{
  g_return_if_fail (MPS_IS_SERIALS_PAGE (self));
  g_clear_pointer (&self->search, mps_serial_search_free);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->encoding_row), "");
  mps_error_view_set_error (self->error_view, error);
  gtk_widget_set_visible (self->result_group, FALSE);
  show_select_button (self, 0);
  gtk_stack_set_visible_child_name (self->stack, "result");
}

/**
 * mps_serials_page_get_printers:
 * @self: a page
 *
 * Returns: (transfer none) (nullable) (element-type gint64): ids of the printers
 *   that were found; %NULL when nothing was found out
 */
GArray *
mps_serials_page_get_printers (MpsSerialsPage *self)
{
  g_return_val_if_fail (MPS_IS_SERIALS_PAGE (self), NULL);
  return self->search ? self->search->printers : NULL;
}

/**
 * mps_serials_page_get_encoding:
 * @self: a page
 *
 * Returns: (nullable): the encoding that the user chose; %NULL for automatic
 */
const char *
mps_serials_page_get_encoding (MpsSerialsPage *self)
{
  guint selected;

  g_return_val_if_fail (MPS_IS_SERIALS_PAGE (self), NULL);
  selected = adw_combo_row_get_selected (self->encoding_row);
  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  return mps_text_input_get_encodings ()[selected - 1];
}
