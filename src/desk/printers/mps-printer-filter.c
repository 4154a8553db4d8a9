/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-filter.h"

#include <glib/gi18n.h>

struct _MpsPrinterFilter {
  AdwBin parent_instance;

  MpsPrinterList *list;
  MpsPrinterCriteria *criteria; /* what the widgets show and the list is narrowed by */
  gboolean is_showing;          /* whether the widgets change because the criteria did */

  GtkSearchEntry *search_entry;
  GtkDropDown *status_dropdown;
  GtkDropDown *managed_dropdown;
  GtkWidget *contact_chip;
  GtkLabel *contact_label;
  GtkWidget *agent_chip;
  GtkLabel *agent_label;
};

enum {
  CHANGED,
  STOP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpsPrinterFilter, mps_printer_filter, ADW_TYPE_BIN)

/* What can be chosen of the states with MPS Express, as bits. */
static const guint managed_choices[] = {
  0,
  MPS_MANAGED_PROTECTED,
  MPS_MANAGED_BIT (MPS_MANAGED_MANAGED),
  MPS_MANAGED_BIT (MPS_MANAGED_PENDING),
  MPS_MANAGED_BIT (MPS_MANAGED_FAILED),
  MPS_MANAGED_BIT (MPS_MANAGED_NONE),
};

static const char *
get_managed_label (guint managed)
{
  switch (managed)
    {
    case 0:
      return _ ("Managed or not");
    case MPS_MANAGED_PROTECTED:
      return _ ("MPS Express or pending");
    case MPS_MANAGED_BIT (MPS_MANAGED_NONE):
      return _ ("Not managed");
    default:
      return mps_managed_get_label (g_bit_nth_lsf (managed, -1));
    }
}

static guint
find_managed_choice (guint managed)
{
  for (guint i = 0; i < G_N_ELEMENTS (managed_choices); i++)
    if (managed_choices[i] == managed)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
show_contact (MpsPrinterFilter *self)
{
  MpsFleet *fleet = mps_row_list_get_fleet (MPS_ROW_LIST (self->list));
  const guint32 row = mps_fleet_find_contact (fleet, self->criteria->contact);
  g_autofree char *name = NULL, *text = NULL;

  gtk_widget_set_visible (self->contact_chip, self->criteria->contact != 0);
  if (row != MPS_NO_ROW && mps_fleet_is_contact_alive (fleet, row))
    name = mps_fleet_dup_contact_name (fleet, row);
  /* Translators: by what the table of printers is narrowed; %s is a person’s name. */
  text = name ? g_strdup_printf (_ ("Contact: %s"), name) : g_strdup (_ ("Contact: deleted"));
  gtk_label_set_label (self->contact_label, text);
}

static void
show_agent (MpsPrinterFilter *self)
{
  MpsFleet *fleet = mps_row_list_get_fleet (MPS_ROW_LIST (self->list));
  const MpsAgentRecord *agent = mps_fleet_find_agent (fleet, self->criteria->agent);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->agent_chip, self->criteria->agent != 0);
  /* Translators: by what the table of printers is narrowed; %s is the name of an agent. */
  text = agent ? g_strdup_printf (_ ("Agent: %s"), agent->name) : g_strdup (_ ("Agent: deleted"));
  gtk_label_set_label (self->agent_label, text);
}

/* The first status of the chooser is any, so a status is one before its position. */
static void
show_criteria (MpsPrinterFilter *self)
{
  self->is_showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), self->criteria->search);
  gtk_drop_down_set_selected (self->status_dropdown, (guint) (self->criteria->status + 1));
  gtk_drop_down_set_selected (self->managed_dropdown,
                              find_managed_choice (self->criteria->managed));
  show_contact (self);
  show_agent (self);
  self->is_showing = FALSE;
}

/* What the user has just typed is not searched for yet, but it is meant. */
static MpsPrinterCriteria *
dup_criteria (MpsPrinterFilter *self)
{
  MpsPrinterCriteria *criteria = mps_printer_criteria_copy (self->criteria);

  g_set_str (&criteria->search, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  return criteria;
}

/* Takes other criteria than before, from the user or from elsewhere. */
static void
take_criteria (MpsPrinterFilter *self, MpsPrinterCriteria *criteria)
{
  mps_printer_criteria_free (self->criteria);
  self->criteria = criteria;
  show_criteria (self);
  mps_printer_list_set_criteria (self->list, criteria);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* An entry that is given a text is empty for a moment, and says so: then the text that it is
 * being given is still in use. */
static void
on_search_changed (MpsPrinterFilter *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  if (self->list == NULL || self->is_showing || !g_set_str (&self->criteria->search, text))
    return;
  mps_printer_list_set_criteria (self->list, self->criteria);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_stop_search (MpsPrinterFilter *self)
{
  mps_printer_filter_clear_search (self);
  g_signal_emit (self, signals[STOP], 0);
}

static void
on_chosen (MpsPrinterFilter *self)
{
  MpsPrinterCriteria *criteria;
  guint managed;

  if (self->list == NULL || self->is_showing)
    return;
  criteria = dup_criteria (self);
  criteria->status = (int) gtk_drop_down_get_selected (self->status_dropdown) - 1;
  managed = gtk_drop_down_get_selected (self->managed_dropdown);
  if (managed < G_N_ELEMENTS (managed_choices))
    criteria->managed = managed_choices[managed];
  take_criteria (self, criteria);
}

static void
activate_any_contact (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsPrinterFilter *self = MPS_PRINTER_FILTER (widget);
  MpsPrinterCriteria *criteria = dup_criteria (self);

  criteria->contact = 0;
  gtk_widget_grab_focus (widget);
  take_criteria (self, criteria);
}

static void
activate_any_agent (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsPrinterFilter *self = MPS_PRINTER_FILTER (widget);
  MpsPrinterCriteria *criteria = dup_criteria (self);

  criteria->agent = 0;
  gtk_widget_grab_focus (widget);
  take_criteria (self, criteria);
}

static void
activate_find (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (widget);
}

static gboolean
mps_printer_filter_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MPS_PRINTER_FILTER (widget)->search_entry));
}

static void
mps_printer_filter_dispose (GObject *object)
{
  g_clear_object (&MPS_PRINTER_FILTER (object)->list);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_PRINTER_FILTER);
  G_OBJECT_CLASS (mps_printer_filter_parent_class)->dispose (object);
}

static void
mps_printer_filter_finalize (GObject *object)
{
  mps_printer_criteria_free (MPS_PRINTER_FILTER (object)->criteria);
  G_OBJECT_CLASS (mps_printer_filter_parent_class)->finalize (object);
}

static void
mps_printer_filter_class_init (MpsPrinterFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_printer_filter_dispose;
  object_class->finalize = mps_printer_filter_finalize;
  widget_class->grab_focus = mps_printer_filter_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", MPS_TYPE_PRINTER_FILTER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[STOP] = g_signal_new ("stop", MPS_TYPE_PRINTER_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "filter.find", NULL, activate_find);
  gtk_widget_class_install_action (widget_class, "filter.any-contact", NULL, activate_any_contact);
  gtk_widget_class_install_action (widget_class, "filter.any-agent", NULL, activate_any_agent);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-printer-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsPrinterFilter, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MpsPrinterFilter, status_dropdown);
  gtk_widget_class_bind_template_child (widget_class, MpsPrinterFilter, managed_dropdown);
  gtk_widget_class_bind_template_child (widget_class, MpsPrinterFilter, contact_chip);
  gtk_widget_class_bind_template_child (widget_class, MpsPrinterFilter, contact_label);
  gtk_widget_class_bind_template_child (widget_class, MpsPrinterFilter, agent_chip);
  gtk_widget_class_bind_template_child (widget_class, MpsPrinterFilter, agent_label);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
}

static void
mps_printer_filter_init (MpsPrinterFilter *self)
{
  g_autoptr (GtkStringList) statuses = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) managed = gtk_string_list_new (NULL);

  self->criteria = mps_printer_criteria_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (statuses, _ ("All statuses"));
  for (guint i = 0; i < MPS_N_STATUSES; i++)
    gtk_string_list_append (statuses, mps_status_get_label (i));
  for (guint i = 0; i < G_N_ELEMENTS (managed_choices); i++)
    gtk_string_list_append (managed, get_managed_label (managed_choices[i]));
  gtk_drop_down_set_model (self->status_dropdown, G_LIST_MODEL (statuses));
  gtk_drop_down_set_model (self->managed_dropdown, G_LIST_MODEL (managed));
}

/**
 * mps_printer_filter_follow:
 * @self: a filter
 * @list: (transfer none): the list it filters
 * @table: (transfer none): where typing begins a search
 *
 * To be called once.
 */
void
mps_printer_filter_follow (MpsPrinterFilter *self, MpsPrinterList *list, GtkWidget *table)
{
  MpsFleet *fleet;

  g_return_if_fail (MPS_IS_PRINTER_FILTER (self));
  g_return_if_fail (MPS_IS_PRINTER_LIST (list));
  g_return_if_fail (self->list == NULL);
  self->list = g_object_ref (list);
  fleet = mps_row_list_get_fleet (MPS_ROW_LIST (list));
  gtk_search_entry_set_key_capture_widget (self->search_entry, table);
  g_signal_connect_object (fleet, "contacts-changed", G_CALLBACK (show_contact), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (fleet, "agents-changed", G_CALLBACK (show_agent), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mps_printer_filter_set_criteria:
 * @self: a filter that follows a list
 * @criteria: by what to narrow it, instead of what is chosen now
 */
void
mps_printer_filter_set_criteria (MpsPrinterFilter *self, const MpsPrinterCriteria *criteria)
{
  g_return_if_fail (MPS_IS_PRINTER_FILTER (self));
  g_return_if_fail (self->list != NULL);
  take_criteria (self, mps_printer_criteria_copy (criteria));
}

/**
 * mps_printer_filter_get_criteria:
 * @self: a filter
 *
 * Returns: (transfer none): by what the list is narrowed, until that changes
 */
const MpsPrinterCriteria *
mps_printer_filter_get_criteria (MpsPrinterFilter *self)
{
  g_return_val_if_fail (MPS_IS_PRINTER_FILTER (self), NULL);
  return self->criteria;
}

/**
 * mps_printer_filter_clear_search:
 * @self: a filter
 *
 * Returns: whether there was a search to clear
 */
gboolean
mps_printer_filter_clear_search (MpsPrinterFilter *self)
{
  g_return_val_if_fail (MPS_IS_PRINTER_FILTER (self), FALSE);
  if (!*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)))
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  return TRUE;
}
