/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture-rows.h"

#include <signal.h>
#include <unistd.h>

struct _ListSource {
  GObject parent_instance;

  char **lines;
  char **columns;
  gsize size; /* of the text, in bytes */
  guint next;
  guint cancel_at;
  guint die_at;
  guint look_at;
  GFunc look;
  gpointer look_data;
  GCancellable *cancellable;
  MpsPrinterRow row;
};

static void
clear_row (ListSource *self)
{
  mps_printer_record_clear (&self->row.printer);
  g_clear_pointer (&self->row.organization, g_free);
  g_clear_pointer (&self->row.agent, g_free);
  g_clear_pointer (&self->row.agent_version, g_free);
}

static const char *
get_cell (ListSource *self, char **cells, const char *column)
{
  for (guint i = 0; self->columns[i]; i++)
    if (g_str_equal (self->columns[i], column))
      return cells[i];
  return "";
}

static gboolean
list_source_open (MpsPrinterSource *source, MpsImportColumns *columns, GCancellable *cancellable,
                  GError **error)
{
  static const GFlagsValue known[] = {
    { MPS_IMPORT_ORGANIZATION, "organization", "" },
    { MPS_IMPORT_IP_ADDRESS, "ip", "" },
    { MPS_IMPORT_AVERAGE_PAGES, "pages", "" },
    { MPS_IMPORT_MANAGED, "managed", "" },
    { MPS_IMPORT_AGENT, "agent", "" },
    { MPS_IMPORT_AGENT_KIND, "kind", "" },
    { MPS_IMPORT_AGENT_VERSION, "version", "" },
    { MPS_IMPORT_COMMUNICATION, "communication", "" },
  };
  ListSource *self = LIST_SOURCE (source);

  *columns = 0;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_strv_contains ((const char *const *) self->columns, known[i].value_name))
      *columns |= known[i].value;
  return TRUE;
}

static void
fill_row (ListSource *self, char **cells)
{
  MpsPrinterRow *row = &self->row;
  MpsPrinterRecord *printer = mps_printer_record_new ();
  const char *pages = get_cell (self, cells, "pages");

  row->line = self->next + 1;
  row->printer = *printer;
  g_free (printer);
  g_set_str (&row->printer.serial, cells[0]);
  g_set_str (&row->printer.model, cells[1]);
  g_set_str (&row->printer.ip_address, get_cell (self, cells, "ip"));
  row->printer.average_pages = *pages ? atoi (pages) : MPS_PAGES_UNKNOWN;
  row->printer.managed
      = (MpsManaged) MAX (0, mps_managed_from_id (get_cell (self, cells, "managed")));
  row->printer.communicating = !g_str_equal (get_cell (self, cells, "communication"), "no");
  row->organization = g_strdup (get_cell (self, cells, "organization"));
  row->agent = g_strdup (get_cell (self, cells, "agent"));
  row->agent_kind = (MpsAgentKind) MAX (0, mps_agent_kind_from_id (get_cell (self, cells, "kind")));
  row->agent_version = g_strdup (get_cell (self, cells, "version"));
}

static const MpsPrinterRow *
list_source_next (MpsPrinterSource *source, GPtrArray *problems, GError **error)
{
  ListSource *self = LIST_SOURCE (source);

  clear_row (self);
  while (self->lines[self->next] && *self->lines[self->next] == '!')
    {
      self->next++;
      g_ptr_array_add (problems, mps_problem_new (self->next, "Model", "required", "bad"));
      g_ptr_array_add (problems, mps_problem_new (self->next, "IP address", "bad-address", "bad"));
    }
  if (self->lines[self->next] == NULL)
    return NULL;
  if (self->next == self->die_at)
    kill (getpid (), SIGKILL);
  if (self->look && self->next == self->look_at)
    self->look (self, self->look_data);
  if (self->next == self->cancel_at)
    g_cancellable_cancel (self->cancellable);
  {
    g_auto (GStrv) cells = g_strsplit (self->lines[self->next], "|", -1);

    fill_row (self, cells);
  }
  self->next++;
  return &self->row;
}

static guint
list_source_get_n_rows (MpsPrinterSource *source)
{
  return LIST_SOURCE (source)->next - 1;
}

static void
list_source_get_position (MpsPrinterSource *source, guint64 *done, guint64 *total)
{
  ListSource *self = LIST_SOURCE (source);

  *total = self->size;
  *done = self->size * self->next / g_strv_length (self->lines);
}

static void
list_source_iface_init (MpsPrinterSourceInterface *iface)
{
  iface->open = list_source_open;
  iface->next = list_source_next;
  iface->get_n_rows = list_source_get_n_rows;
  iface->get_position = list_source_get_position;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ListSource, list_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MPS_TYPE_PRINTER_SOURCE,
                                                      list_source_iface_init))

static void
list_source_finalize (GObject *object)
{
  ListSource *self = LIST_SOURCE (object);

  clear_row (self);
  g_strfreev (self->lines);
  g_strfreev (self->columns);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (list_source_parent_class)->finalize (object);
}

static void
list_source_class_init (ListSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = list_source_finalize;
}

static void
list_source_init (ListSource *self)
{
}

/* A source names a printer once; the first line about it stands. */
static char **
split_lines (const char *text)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = g_strsplit_set (text, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    if (strchr (lines[i], '|') == NULL
        || g_hash_table_add (seen, g_strndup (lines[i], strcspn (lines[i], "|"))))
      g_strv_builder_add (builder, lines[i]);
  return g_strv_builder_end (builder);
}

MpsPrinterSource *
list_source_new (const char *text)
{
  ListSource *self = g_object_new (TYPE_LIST_SOURCE, NULL);

  self->lines = split_lines (text);
  self->columns = g_strsplit (self->lines[0], "|", -1);
  self->size = strlen (text);
  self->next = 1;
  return MPS_PRINTER_SOURCE (self);
}

char *
make_large_list (guint n_printers, const char *model)
{
  GString *list = g_string_new ("serial|model|managed|agent");

  for (guint i = 0; i < n_printers; i++)
    {
      const guint number = (guint) ((guint64) i * 7919 % n_printers);

      g_string_append_printf (list, "\nS%05u|%s with a name that makes the list a large one, as ",
                              number, model);
      g_string_append_printf (list,
                              "there are some hundred thousand bytes in it altogether |%s|One",
                              number % 10 == 0 ? "managed" : "none");
    }
  return g_string_free_and_steal (list);
}

void
list_source_cancel_at (MpsPrinterSource *source, guint row, GCancellable *cancellable)
{
  LIST_SOURCE (source)->cancel_at = row;
  g_set_object (&LIST_SOURCE (source)->cancellable, cancellable);
}

void
list_source_look_at (MpsPrinterSource *source, guint row, GFunc look, gpointer user_data)
{
  LIST_SOURCE (source)->look_at = row;
  LIST_SOURCE (source)->look = look;
  LIST_SOURCE (source)->look_data = user_data;
}

void
list_source_die_at (MpsPrinterSource *source, guint row)
{
  LIST_SOURCE (source)->die_at = row;
}

MpsPrinterImport *
import_printers (MpsStore *store, gint64 organization, MpsPrinterSource *source,
                 GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mps_store_import_printers_async (store, organization, source, "fleet.csv", NULL, cancellable,
                                   on_result, &result);
  return mps_store_import_printers_finish (store, wait_for (&result), error);
}

MpsPrinterImport *
import_list (MpsStore *store, const char *text)
{
  g_autoptr (MpsPrinterSource) source = list_source_new (text);
  g_autoptr (GError) error = NULL;
  MpsPrinterImport *import = import_printers (store, DEFAULT_ORGANIZATION, source, NULL, &error);

  g_assert_no_error (error);
  return import;
}

MpsContactRecord *
make_contact (const char *name)
{
  static const char *const fields[MPS_N_CONTACT_FIELDS]
      = { "",           "山田", "株式会社サンプル", "",       "81",       "0312345678", "",
          "千代田 1-1", "",     "千代田区",         "東京都", "100-0001", "JP" };
  MpsContactRecord *contact = mps_contact_record_new ();

  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    g_set_str (&contact->fields[i], fields[i]);
  g_set_str (&contact->fields[MPS_CONTACT_FIRST_NAME], name);
  contact->organization = DEFAULT_ORGANIZATION;
  return contact;
}

gint64
add_contact (MpsStore *store, const char *name)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsContactRecord) contact = make_contact (name);
  g_autoptr (MpsContactRecord) saved = NULL;
  g_autoptr (GError) error = NULL;

  mps_store_save_contact_async (store, contact, NULL, on_result, &result);
  saved = mps_store_save_contact_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);
  return saved->id;
}

static MpsTargets *
targets_of (const char *serials)
{
  g_auto (GStrv) list = g_strsplit (serials, " ", -1);

  return mps_targets_new_serials ((const char *const *) list);
}

MpsTask *
assign (MpsStore *store, gint64 contact, const char *serials, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mps_store_assign_contact_async (store, DEFAULT_ORGANIZATION, contact, targets_of (serials), NULL,
                                  NULL, on_result, &result);
  return mps_store_assign_contact_finish (store, wait_for (&result), error);
}

void
entitle (MpsStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  mps_store_entitle_async (store, DEFAULT_ORGANIZATION, "Default", NULL, on_result, &result);
  g_assert_true (mps_store_entitle_finish (store, wait_for (&result), &error));
  g_assert_no_error (error);
}

MpsTask *
enroll (MpsStore *store, const char *serials, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  MpsAcceptedTerms terms = { mps_policy_get_terms_version (mps_store_get_policy (store)) };

  terms.language = "en";
  mps_store_enroll_async (store, DEFAULT_ORGANIZATION, &terms, targets_of (serials), NULL, NULL,
                          on_result, &result);
  return mps_store_enroll_finish (store, wait_for (&result), error);
}

MpsTask *
unenroll (MpsStore *store, const char *serials, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mps_store_unenroll_async (store, DEFAULT_ORGANIZATION, targets_of (serials), NULL, NULL,
                            on_result, &result);
  return mps_store_unenroll_finish (store, wait_for (&result), error);
}

void
assert_items (MpsTask *task, const char *expected)
{
  GPtrArray *items = mps_task_get_items (task);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const MpsTaskItem *item = g_ptr_array_index (items, i);

      g_string_append_printf (found, "%s%s %s %s", i > 0 ? "\n" : "", item->item, item->outcome,
                              item->code ? item->code : "");
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
contact_row_free (gpointer data)
{
  MpsContactRow *row = data;

  mps_contact_record_free (row->contact);
  g_free (row);
}

GPtrArray *
make_contact_rows (const char *names)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (contact_row_free);
  g_auto (GStrv) list = g_strsplit (names, " ", -1);

  for (guint i = 0; list[i]; i++)
    {
      MpsContactRow *row = g_new0 (MpsContactRow, 1);

      row->line = i + 2;
      row->contact = make_contact (list[i]);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

MpsContactImport *
import_contacts (MpsStore *store, GPtrArray *rows, gboolean check, MpsProgress *progress,
                 GCancellable *cancellable)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  MpsContactImport *import;

  mps_store_import_contacts_async (store, DEFAULT_ORGANIZATION, rows, 0, NULL, "contacts.csv",
                                   check, progress, cancellable, on_result, &result);
  import = mps_store_import_contacts_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);
  return import;
}
