/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-import-row-page.h"

#include "desk/contacts/mps-contact-form.h"

#include "exchange/mps-csv-cell.h"
#include "rules/mps-countries.h"

#include <glib/gi18n.h>

struct _MpsImportRowPage {
  AdwNavigationPage parent_instance;

  MpsContactsFile *file;
  guint index;

  GtkLabel *reason_label;
  GtkLabel *surplus_label;
  MpsContactForm *form;
  AdwSwitchRow *excluded_row;
};

G_DEFINE_FINAL_TYPE (MpsImportRowPage, mps_import_row_page, ADW_TYPE_NAVIGATION_PAGE)

static MpsContactsRow *
get_row (MpsImportRowPage *self)
{
  return mps_contacts_file_get_row (self->file, self->index);
}

/* A form chooses from the countries, so a name of one becomes its code. */
static MpsContactRecord *
dup_contact (MpsContactsRow *row)
{
  MpsContactRecord *contact = mps_contact_record_new ();
  const char *country;

  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    {
      g_free (contact->fields[i]);
      contact->fields[i] = mps_csv_cell_dup_text (mps_contacts_row_get_cell (row, i));
    }
  country = mps_countries_find (contact->fields[MPS_CONTACT_COUNTRY]);
  g_set_str (&contact->fields[MPS_CONTACT_COUNTRY], country ? country : "");
  return contact;
}

/* What is wrong with the row as a whole, and the cells for which the form has no field. */
static void
show_shape (MpsImportRowPage *self)
{
  const MpsProblem *problem = mps_contacts_row_get_shape_problem (get_row (self));
  const char *const *cells = mps_contacts_row_get_cells (get_row (self));
  g_autofree char *surplus = NULL;

  gtk_label_set_label (self->reason_label, problem ? problem->reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason_label), problem != NULL);
  if (g_strv_length ((char **) cells) > MPS_N_CONTACT_FIELDS)
    {
      g_autofree char *texts = g_strjoinv (", ", (char **) cells + MPS_N_CONTACT_FIELDS);

      surplus = g_strdup_printf (
          /* Translators: %s is what stands in the cells of a row that are too many */
          _ ("Behind the last column stands “%s”. It is taken out when you change a field."),
          texts);
    }
  gtk_label_set_label (self->surplus_label, surplus ? surplus : "");
  gtk_widget_set_visible (GTK_WIDGET (self->surplus_label), surplus != NULL);
}

static void
show_row (MpsImportRowPage *self)
{
  g_autoptr (MpsContactRecord) contact = dup_contact (get_row (self));
  g_autofree char *title = NULL;

  title = g_strdup_printf (_ ("Line %u"), mps_contacts_row_get_line (get_row (self)));
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  mps_contact_form_set_contact (self->form, contact);
  mps_contact_form_show_problems (self->form);
  adw_switch_row_set_active (self->excluded_row, mps_contacts_row_get_status (get_row (self))
                                                     == MPS_CONTACTS_ROW_EXCLUDED);
  show_shape (self);
}

static void
mps_import_row_page_hiding (AdwNavigationPage *page)
{
  mps_import_row_page_apply (MPS_IMPORT_ROW_PAGE (page));
}

static void
mps_import_row_page_dispose (GObject *object)
{
  MpsImportRowPage *self = MPS_IMPORT_ROW_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_IMPORT_ROW_PAGE);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (mps_import_row_page_parent_class)->dispose (object);
}

static void
mps_import_row_page_class_init (MpsImportRowPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_import_row_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->hiding = mps_import_row_page_hiding;
  g_type_ensure (MPS_TYPE_CONTACT_FORM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-import-row-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsImportRowPage, reason_label);
  gtk_widget_class_bind_template_child (widget_class, MpsImportRowPage, surplus_label);
  gtk_widget_class_bind_template_child (widget_class, MpsImportRowPage, form);
  gtk_widget_class_bind_template_child (widget_class, MpsImportRowPage, excluded_row);
}

static void
mps_import_row_page_init (MpsImportRowPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_import_row_page_new:
 * @file: a contacts file
 * @index: one of its rows
 *
 * Returns: (transfer floating): a page to push
 */
AdwNavigationPage *
mps_import_row_page_new (MpsContactsFile *file, guint index)
{
  MpsImportRowPage *self;

  g_return_val_if_fail (MPS_IS_CONTACTS_FILE (file), NULL);
  self = g_object_new (MPS_TYPE_IMPORT_ROW_PAGE, NULL);
  self->file = g_object_ref (file);
  self->index = index;
  show_row (self);
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * mps_import_row_page_apply:
 * @self: an import row page
 *
 * Makes in the file what was changed in the form.
 */
void
mps_import_row_page_apply (MpsImportRowPage *self)
{
  const char *texts[MPS_N_CONTACT_FIELDS + 1] = { NULL };

  g_return_if_fail (MPS_IS_IMPORT_ROW_PAGE (self));
  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    texts[i] = mps_contact_form_get_text (self->form, i);
  mps_contacts_file_begin_step (self->file);
  if (mps_contact_form_get_modified (self->form))
    mps_contacts_file_set_cells (self->file, self->index, texts);
  mps_contacts_file_set_excluded (self->file, self->index,
                                  adw_switch_row_get_active (self->excluded_row));
  mps_contacts_file_end_step (self->file);
}
