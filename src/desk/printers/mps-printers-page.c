/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printers-page.h"

#include "mps-export-printers-dialog.h"
#include "mps-import-fleet-dialog.h"
#include "mps-printer-commands.h"
#include "mps-printer-filter.h"
#include "mps-printers-actions.h"
#include "mps-printers-counts.h"
#include "mps-printers-table.h"
#include "mps-view-chooser.h"

#include "desk/checklist/mps-checklist-card.h"
#include "desk/eligibility/mps-eligibility-pane.h"
#include "desk/organizations/mps-entitlement-dialog.h"
#include "desk/widgets/mps-sort-button.h"

#include <glib/gi18n.h>

struct _MpsPrintersPage {
  AdwNavigationPage parent_instance;

  MpsSession *session;
  MpsPrinterList *list;
  MpsRowSelection *selection;
  GSettings *settings;

  AdwOverlaySplitView *split_view;
  AdwWindowTitle *title;
  AdwBanner *entitlement_banner;
  AdwBanner *all_banner;
  MpsChecklistCard *checklist_card;
  MpsPrinterFilter *filter;
  GtkStack *stack;
  AdwStatusPage *empty_page;
  MpsPrintersTable *table;
  MpsEligibilityPane *pane;
  MpsViewChooser *view_chooser;
  GtkMenuButton *narrow_view_button;
  MpsPrintersCounts *counts;
  GtkWidget *actions_box;
  GMenuModel *printers_menu;
};

G_DEFINE_FINAL_TYPE (MpsPrintersPage, mps_printers_page, ADW_TYPE_NAVIGATION_PAGE)

static void
update_actions (MpsPrintersPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const guint n_selected = mps_row_selection_get_n_selected (self->selection);

  mps_printers_actions_update (widget, self->session, n_selected);
  mps_printers_actions_explain (self->actions_box, self->session, n_selected);
  gtk_widget_action_set_enabled (widget, "printers.import",
                                 !mps_session_get_read_only (self->session));
}

static gboolean
is_narrowed (MpsPrintersPage *self)
{
  return !mps_printer_criteria_is_any (mps_printer_filter_get_criteria (self->filter));
}

static const char *
choose_state (MpsPrintersPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    return "printers";
  return is_narrowed (self) ? "no-match" : "empty";
}

static void
update_state (MpsPrintersPage *self)
{
  const gboolean read_only = mps_session_get_read_only (self->session);

  gtk_stack_set_visible_child_name (self->stack, choose_state (self));
  adw_status_page_set_description (
      self->empty_page, read_only ? _ ("Choose an organization to import its printers.")
                                  : _ ("Import a fleet list, as CSV or JSON, or drop the file "
                                       "here."));
  update_actions (self);
}

static void
update_banners (MpsPrintersPage *self)
{
  const gboolean read_only = mps_session_get_read_only (self->session);

  adw_banner_set_revealed (self->all_banner, read_only);
  adw_banner_set_revealed (self->entitlement_banner,
                           !read_only && !mps_session_get_entitled (self->session));
  adw_window_title_set_subtitle (self->title, mps_session_get_organization_name (self->session));
  update_state (self);
}

/* What was selected in one organization is not what the user sees in another, which has other
 * contacts and agents, too. */
static void
on_organization_changed (MpsPrintersPage *self)
{
  g_autoptr (MpsPrinterCriteria) criteria
      = mps_printer_criteria_copy (mps_printer_filter_get_criteria (self->filter));

  criteria->contact = 0;
  criteria->agent = 0;
  mps_row_selection_clear (self->selection);
  mps_row_list_set_organization (MPS_ROW_LIST (self->list),
                                 mps_session_get_organization (self->session));
  mps_printer_filter_set_criteria (self->filter, criteria);
  update_banners (self);
}

static void
on_stop (MpsPrintersPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->table), GTK_DIR_TAB_FORWARD);
}

/* The sidebar speaks of what is shown, so the rest of the filter stays. */
static void
on_filter (MpsPrintersPage *self, guint status)
{
  g_autoptr (MpsPrinterCriteria) criteria
      = mps_printer_criteria_copy (mps_printer_filter_get_criteria (self->filter));

  criteria->status = (int) status;
  mps_printer_filter_set_criteria (self->filter, criteria);
  if (adw_overlay_split_view_get_collapsed (self->split_view))
    adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
}

static void
on_remedy (MpsPrintersPage *self, guint status)
{
  guint n_rows;
  const guint32 *rows = mps_eligibility_pane_get_rows (self->pane, status, &n_rows);

  mps_printer_commands_remedy (GTK_WIDGET (self), self->session, status, rows, n_rows);
}

static void
activate_for_selected (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsPrintersPage *self = MPS_PRINTERS_PAGE (widget);

  mps_printers_actions_activate (widget, action, self->session, self->selection);
}

static void
activate_import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_dialog_present (mps_import_fleet_dialog_new (MPS_PRINTERS_PAGE (widget)->session, NULL),
                      widget);
}

static void
activate_entitle (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsPrintersPage *self = MPS_PRINTERS_PAGE (widget);

  adw_dialog_present (
      mps_entitlement_dialog_new (self->session, mps_session_get_organization (self->session)),
      widget);
}

static void
activate_export (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsPrintersPage *self = MPS_PRINTERS_PAGE (widget);

  adw_dialog_present (mps_export_printers_dialog_new (self->selection,
                                                      mps_printers_table_get_columns (self->table)),
                      widget);
}

static void
activate_select_serials (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mps_printers_table_ask_for_serials (MPS_PRINTERS_PAGE (widget)->table);
}

static void
activate_show_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (MpsPrinterCriteria) any = mps_printer_criteria_new ();

  mps_printer_filter_set_criteria (MPS_PRINTERS_PAGE (widget)->filter, any);
}

static void
activate_show_status (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AdwOverlaySplitView *split_view = MPS_PRINTERS_PAGE (widget)->split_view;

  adw_overlay_split_view_set_show_sidebar (split_view,
                                           !adw_overlay_split_view_get_show_sidebar (split_view));
}

/* Escape first lets go of the search, then of the selection. */
static void
activate_escape (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsPrintersPage *self = MPS_PRINTERS_PAGE (widget);

  if (!mps_printer_filter_clear_search (self->filter))
    mps_row_selection_clear (self->selection);
}

/* Where there is no room the split view hides the sidebar by itself, which is not the user's
 * choice. */
static void
save_show_sidebar (MpsPrintersPage *self)
{
  if (!adw_overlay_split_view_get_collapsed (self->split_view))
    g_settings_set_boolean (self->settings, "show-eligibility",
                            adw_overlay_split_view_get_show_sidebar (self->split_view));
}

/* The sidebar lies over the table then, and over the button that opened it. */
static void
on_collapsed (MpsPrintersPage *self)
{
  mps_eligibility_pane_set_closable (self->pane,
                                     adw_overlay_split_view_get_collapsed (self->split_view));
}

static void
mps_printers_page_dispose (GObject *object)
{
  MpsPrintersPage *self = MPS_PRINTERS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_PRINTERS_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mps_printers_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  mps_printers_actions_install (widget_class, activate_for_selected);
  gtk_widget_class_install_action (widget_class, "printers.import", NULL, activate_import);
  gtk_widget_class_install_action (widget_class, "printers.entitle", NULL, activate_entitle);
  gtk_widget_class_install_action (widget_class, "printers.export", NULL, activate_export);
  gtk_widget_class_install_action (widget_class, "printers.select-serials", NULL,
                                   activate_select_serials);
  gtk_widget_class_install_action (widget_class, "printers.escape", NULL, activate_escape);
  gtk_widget_class_install_action (widget_class, "printers.show-all", NULL, activate_show_all);
  gtk_widget_class_install_action (widget_class, "printers.show-status", NULL,
                                   activate_show_status);
}

static void
mps_printers_page_class_init (MpsPrintersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_printers_page_dispose;
  install_actions (widget_class);
  g_type_ensure (MPS_TYPE_CHECKLIST_CARD);
  g_type_ensure (MPS_TYPE_ELIGIBILITY_PANE);
  g_type_ensure (MPS_TYPE_PRINTER_FILTER);
  g_type_ensure (MPS_TYPE_PRINTERS_COUNTS);
  g_type_ensure (MPS_TYPE_PRINTERS_TABLE);
  g_type_ensure (MPS_TYPE_SORT_BUTTON);
  g_type_ensure (MPS_TYPE_VIEW_CHOOSER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-printers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsPrintersPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, MpsPrintersPage, title);
  gtk_widget_class_bind_template_child (widget_class, MpsPrintersPage, entitlement_banner);
  gtk_widget_class_bind_template_child (widget_class, MpsPrintersPage, all_banner);
  gtk_widget_class_bind_template_child (widget_class, MpsPrintersPage, checklist_card);
  gtk_widget_class_bind_template_child (widget_class, MpsPrintersPage, filter);
  gtk_widget_class_bind_template_child (widget_class, MpsPrintersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MpsPrintersPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, MpsPrintersPage, table);
  gtk_widget_class_bind_template_child (widget_class, MpsPrintersPage, pane);
  gtk_widget_class_bind_template_child (widget_class, MpsPrintersPage, view_chooser);
  gtk_widget_class_bind_template_child (widget_class, MpsPrintersPage, narrow_view_button);
  gtk_widget_class_bind_template_child (widget_class, MpsPrintersPage, counts);
  gtk_widget_class_bind_template_child (widget_class, MpsPrintersPage, actions_box);
  gtk_widget_class_bind_template_child (widget_class, MpsPrintersPage, printers_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_collapsed);
  gtk_widget_class_bind_template_callback (widget_class, on_remedy);
  gtk_widget_class_bind_template_callback (widget_class, on_filter);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, update_state);
}

static void
mps_printers_page_init (MpsPrintersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (APPLICATION_ID);
  adw_overlay_split_view_set_show_sidebar (
      self->split_view, g_settings_get_boolean (self->settings, "show-eligibility"));
  g_signal_connect_object (self->split_view, "notify::show-sidebar", G_CALLBACK (save_show_sidebar),
                           self, G_CONNECT_SWAPPED);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "view",
                                  mps_view_chooser_get_actions (self->view_chooser));
  gtk_menu_button_set_menu_model (self->narrow_view_button,
                                  mps_view_chooser_get_menu (self->view_chooser));
  mps_printers_table_set_context_menu (self->table, self->printers_menu);
}

static void
follow_session (MpsPrintersPage *self, MpsSession *session)
{
  self->session = g_object_ref (session);
  self->list = mps_printer_list_new (mps_session_get_fleet (session));
  /* All that it is asked for here is done at once, when the table shows it. */
  mps_row_list_set_slices_from (MPS_ROW_LIST (self->list), 0);
  mps_row_list_set_organization (MPS_ROW_LIST (self->list), mps_session_get_organization (session));
  self->selection = mps_row_selection_new (MPS_ROW_LIST (self->list));
  mps_checklist_card_follow (self->checklist_card, session);
  mps_printer_filter_follow (self->filter, self->list, GTK_WIDGET (self->table));
  mps_view_chooser_follow (self->view_chooser, mps_printers_table_get_columns (self->table),
                           self->filter, mps_store_get_path (mps_session_get_store (session)));
  mps_printers_table_follow (self->table, session, self->selection);
  mps_printers_counts_follow (self->counts, self->selection);
  mps_eligibility_pane_follow (self->pane, session, self->selection);
  g_signal_connect_object (self->pane, "reveal", G_CALLBACK (mps_printers_table_reveal),
                           self->table, G_CONNECT_SWAPPED);
  /* From now on there are rows to look at until others are found. */
  mps_row_list_set_slices_from (MPS_ROW_LIST (self->list), MPS_ROW_LIST_MANY);
  g_signal_connect_object (session, "notify::organization", G_CALLBACK (on_organization_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::organization-name", G_CALLBACK (update_banners), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::entitled", G_CALLBACK (update_banners), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "rows-changed", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  update_banners (self);
}

/**
 * mps_printers_page_new:
 * @session: (transfer none): the session whose printers to show
 *
 * Returns: (transfer floating): a new page
 */
AdwNavigationPage *
mps_printers_page_new (MpsSession *session)
{
  MpsPrintersPage *self;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  self = g_object_new (MPS_TYPE_PRINTERS_PAGE, NULL);
  follow_session (self, session);
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * mps_printers_page_get_selection:
 * @self: a page
 *
 * Returns: (transfer none): the selected printers
 */
MpsRowSelection *
mps_printers_page_get_selection (MpsPrintersPage *self)
{
  g_return_val_if_fail (MPS_IS_PRINTERS_PAGE (self), NULL);
  return self->selection;
}

/**
 * mps_printers_page_narrow:
 * @self: a page
 * @criterion: “contact”, “agent”, “managed-of-agent”, “status” or “managed”
 * @value: the id of a contact or agent, an #MpsStatus, or an #MpsManaged
 *
 * Shows only the printers that meet the criterion, whatever the table was
 * narrowed by before; does nothing if there is no such criterion or value.
 */
void
mps_printers_page_narrow (MpsPrintersPage *self, const char *criterion, gint64 value)
{
  g_autoptr (MpsPrinterCriteria) criteria = mps_printer_criteria_new ();

  g_return_if_fail (MPS_IS_PRINTERS_PAGE (self));
  if (mps_printer_criteria_set (criteria, criterion, value))
    mps_printer_filter_set_criteria (self->filter, criteria);
}
