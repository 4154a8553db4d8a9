/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/printers/mps-export-printers-dialog.h"
#include "desk/printers/mps-printers-page.h"
#include "desk/printers/mps-printers-table.h"

static const char printers[]
    = "Serial number,Model,Location,Average monthly pages,Asset tag,Agent,Agent version\n"
      "P1,CX730de,\"神戸, \"\"3F\"\"\",1234,=1+1,Kobe,1.10.0\nP2,MX431adn,Kobe,200,-2,,\n"
      "P3,CX730de,\"Osaka, North\",,@x,Osaka,1.9\nP4,CX730de, padded,0,A-7,,\n";

typedef struct {
  MpsRowSelection *selection;
  MpsPrinterColumns *columns;
} Page;

static Page
show_page (DeskFixture *fixture)
{
  AdwNavigationPage *page;
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *table;

  desk_fixture_import_printers (fixture, printers);
  page = mps_printers_page_new (fixture->session);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (page));
  desk_show (fixture, overlay);
  desk_wait_for_text (fixture->window, "P1");
  table = desk_find (fixture->window, MPS_TYPE_PRINTERS_TABLE);
  return (Page) { mps_printers_page_get_selection (MPS_PRINTERS_PAGE (page)),
                  mps_printers_table_get_columns (MPS_PRINTERS_TABLE (table)) };
}

static void
lay_out (Page *page, const MpsPrinterColumn *columns, guint n_columns, MpsPrinterColumn sort,
         gboolean descending)
{
  MpsPrinterLayout layout;

  mps_printer_layout_init (&layout, columns, n_columns);
  layout.sort_column = sort;
  layout.descending = descending;
  mps_printer_columns_set_layout (page->columns, &layout);
}

static char *
dup_path (DeskFixture *fixture)
{
  return g_build_filename (fixture->folder, "exported.csv", NULL);
}

static AdwDialog *
open_dialog (DeskFixture *fixture, Page *page)
{
  AdwDialog *dialog = mps_export_printers_dialog_new (page->selection, page->columns);

  desk_present (fixture, dialog);
  return dialog;
}

/* The dialog goes when the file is there. */
static char *
save (DeskFixture *fixture, AdwDialog *dialog)
{
  g_autofree char *path = dup_path (fixture);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  gpointer weak_dialog = dialog;
  char *text;

  g_object_add_weak_pointer (G_OBJECT (dialog), &weak_dialog);
  mps_export_printers_dialog_save (MPS_EXPORT_PRINTERS_DIALOG (dialog), file);
  desk_wait_for_end_of (&weak_dialog);
  g_assert_true (desk_shows (fixture->window, "“exported.csv” was saved."));
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_what_is_shown (DeskFixture *fixture, gconstpointer data)
{
  static const MpsPrinterColumn columns[]
      = { MPS_PRINTER_COLUMN_MODEL, MPS_PRINTER_COLUMN_SERIAL, MPS_PRINTER_COLUMN_ASSET_TAG,
          MPS_PRINTER_COLUMN_LOCATION };
  Page page = show_page (fixture);
  AdwDialog *dialog;
  g_autofree char *text = NULL;

  lay_out (&page, columns, G_N_ELEMENTS (columns), MPS_PRINTER_COLUMN_SERIAL, TRUE);
  mps_row_list_set_search (mps_row_selection_get_list (page.selection), "cx730");
  dialog = open_dialog (fixture, &page);
  desk_wait_for_text (GTK_WIDGET (dialog), "3 printers");
  desk_wait_for_text (GTK_WIDGET (dialog), "Model, Serial number, Asset tag, Location");
  text = save (fixture, dialog);
  g_assert_cmpstr (text, ==,
                   "\xef\xbb\xbfModel,Serial number,Asset tag,Location\r\n"
                   "CX730de,P4,A-7,padded\r\n"
                   "CX730de,P3,'@x,\"Osaka, North\"\r\n"
                   "CX730de,P1,'=1+1,\"神戸, \"\"3F\"\"\"\r\n");
}

static void
test_selected (DeskFixture *fixture, gconstpointer data)
{
  static const MpsPrinterColumn columns[] = { MPS_PRINTER_COLUMN_SERIAL };
  Page page = show_page (fixture);
  AdwDialog *dialog;
  g_autofree char *text = NULL;

  lay_out (&page, columns, 1, MPS_PRINTER_COLUMN_SERIAL, TRUE);
  dialog = open_dialog (fixture, &page);
  g_assert_false (
      gtk_widget_is_sensitive (desk_find_row (GTK_WIDGET (dialog), "Only the selected printers")));
  gtk_selection_model_select_range (GTK_SELECTION_MODEL (page.selection), 1, 2, TRUE);
  adw_switch_row_set_active (
      ADW_SWITCH_ROW (desk_find_row (GTK_WIDGET (dialog), "Only the selected printers")), TRUE);
  adw_switch_row_set_active (
      ADW_SWITCH_ROW (desk_find_row (GTK_WIDGET (dialog), "Begin with a byte order mark")), FALSE);
  desk_wait_for_text (GTK_WIDGET (dialog), "2 printers");
  text = save (fixture, dialog);
  g_assert_cmpstr (text, ==, "Serial number\r\nP3\r\nP2\r\n");
}

static const MpsPrinterColumn all_columns[]
    = { MPS_PRINTER_COLUMN_SERIAL,   MPS_PRINTER_COLUMN_STATUS,        MPS_PRINTER_COLUMN_MODEL,
        MPS_PRINTER_COLUMN_LOCATION, MPS_PRINTER_COLUMN_AVERAGE_PAGES, MPS_PRINTER_COLUMN_ASSET_TAG,
        MPS_PRINTER_COLUMN_AGENT,    MPS_PRINTER_COLUMN_AGENT_VERSION, MPS_PRINTER_COLUMN_CONTACT,
        MPS_PRINTER_COLUMN_MANAGED,  MPS_PRINTER_COLUMN_COMMUNICATION };

/* What was exported changes nothing when it is imported. */
static void
test_imports_again (DeskFixture *fixture, gconstpointer data)
{
  Page page = show_page (fixture);
  g_autofree char *text = NULL, *again = NULL;

  lay_out (&page, all_columns, G_N_ELEMENTS (all_columns), MPS_PRINTER_COLUMN_SERIAL, FALSE);
  text = save (fixture, open_dialog (fixture, &page));
  desk_fixture_import_printers (fixture, text);
  again = save (fixture, open_dialog (fixture, &page));
  g_assert_cmpstr (text, ==, again);
  desk_fixture_import_printers (fixture,
                                "Serial number,Model,Asset tag,Location\nP1,X,,\nP3,X,,\n");
  desk_fixture_import_printers (fixture, text);
  g_free (again);
  again = save (fixture, open_dialog (fixture, &page));
  g_assert_cmpstr (text, ==, again);
}

/* Another reader of CSV finds the same cells. */
static void
test_python_reads (DeskFixture *fixture, gconstpointer data)
{
  static const char script[]
      = "import csv, sys\n"
        "rows = list(csv.reader(open(sys.argv[1], encoding='utf-8-sig', newline='')))\n"
        "assert all(len(row) == len(rows[0]) for row in rows)\n"
        "sys.stdout.reconfigure(encoding='utf-8')\n"
        "print('\\n'.join(ascii(row[3]) + row[4] for row in rows[1:]))\n";
  Page page = show_page (fixture);
  g_autofree char *text = NULL, *path = dup_path (fixture), *output = NULL;
  const char *const command[] = { "python3", "-c", script, path, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  lay_out (&page, all_columns, G_N_ELEMENTS (all_columns), MPS_PRINTER_COLUMN_SERIAL, FALSE);
  text = save (fixture, open_dialog (fixture, &page));
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpstr (output, ==,
                   "'\\u795e\\u6238, \"3F\"'1234\n'Kobe'200\n'Osaka, North'\n'padded'0\n");
}

static void
test_says_why_not (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "missing", "exported.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Page page = show_page (fixture);
  AdwDialog *dialog = open_dialog (fixture, &page);

  mps_export_printers_dialog_save (MPS_EXPORT_PRINTERS_DIALOG (dialog), file);
  desk_wait_for_text (GTK_WIDGET (dialog), "was not written");
  g_assert_nonnull (desk_find_button (GTK_WIDGET (dialog), "export.choose"));
  desk_close (dialog);
}

static void
test_canceled (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Page page = show_page (fixture);
  AdwDialog *dialog = open_dialog (fixture, &page);

  mps_export_printers_dialog_save (MPS_EXPORT_PRINTERS_DIALOG (dialog), file);
  adw_dialog_close (dialog);
  desk_wait_for_button (GTK_WIDGET (dialog), "export.choose");
  g_assert_false (g_file_query_exists (file, NULL));
  desk_close (dialog);
}

static void
add_tests (void)
{
  desk_fixture_add ("/export-printers/what-is-shown", test_what_is_shown);
  desk_fixture_add ("/export-printers/selected", test_selected);
  desk_fixture_add ("/export-printers/imports-again", test_imports_again);
  desk_fixture_add ("/export-printers/python-reads", test_python_reads);
  desk_fixture_add ("/export-printers/says-why-not", test_says_why_not);
  desk_fixture_add ("/export-printers/canceled", test_canceled);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
