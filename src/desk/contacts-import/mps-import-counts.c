/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-import-counts.h"

#include <glib/gi18n.h>

struct _MpsImportCounts {
  AdwBin parent_instance;

  GtkLabel *new_label;
  GtkLabel *existing_label;
  GtkLabel *invalid_label;
  GtkLabel *excluded_label;
};

G_DEFINE_FINAL_TYPE (MpsImportCounts, mps_import_counts, ADW_TYPE_BIN)

static void
take_text (GtkLabel *label, char *text)
{
  gtk_label_set_label (label, text);
  g_free (text);
}

static void
mps_import_counts_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_IMPORT_COUNTS);
  G_OBJECT_CLASS (mps_import_counts_parent_class)->dispose (object);
}

static void
mps_import_counts_class_init (MpsImportCountsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mps_import_counts_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/mpsdesk/MpsDesk/ui/mps-import-counts.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsImportCounts, new_label);
  gtk_widget_class_bind_template_child (widget_class, MpsImportCounts, existing_label);
  gtk_widget_class_bind_template_child (widget_class, MpsImportCounts, invalid_label);
  gtk_widget_class_bind_template_child (widget_class, MpsImportCounts, excluded_label);
}

static void
mps_import_counts_init (MpsImportCounts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mps_import_counts_show:
 * @self: import counts
 * @file: what is counted, as it is now
 */
void
mps_import_counts_show (MpsImportCounts *self, MpsContactsFile *file)
{
  const guint n_new = mps_contacts_file_count (file, MPS_CONTACTS_ROW_NEW);
  const guint n_existing = mps_contacts_file_count (file, MPS_CONTACTS_ROW_EXISTS);
  const guint n_invalid = mps_contacts_file_count (file, MPS_CONTACTS_ROW_INVALID);
  const guint n_excluded = mps_contacts_file_count (file, MPS_CONTACTS_ROW_EXCLUDED);

  g_return_if_fail (MPS_IS_IMPORT_COUNTS (self));
  take_text (self->new_label, g_strdup_printf (ngettext ("%u new", "%u new", n_new), n_new));
  take_text (
      self->existing_label,
      g_strdup_printf (ngettext ("%u exists already", "%u exist already", n_existing), n_existing));
  take_text (self->invalid_label,
             g_strdup_printf (ngettext ("%u invalid", "%u invalid", n_invalid), n_invalid));
  take_text (self->excluded_label,
             g_strdup_printf (ngettext ("%u left out", "%u left out", n_excluded), n_excluded));
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->excluded_label)),
                          n_excluded > 0);
}
