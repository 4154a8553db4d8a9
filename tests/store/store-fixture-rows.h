/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store-fixture.h"

G_BEGIN_DECLS

/*
 * A fleet list that is no file: lines of cells separated by "|", the first of
 * which names the columns: serial model organization ip pages managed agent
 * kind version communication. A line that begins with "!" is a bad row.
 */
#define TYPE_LIST_SOURCE (list_source_get_type ())
G_DECLARE_FINAL_TYPE (ListSource, list_source, LIST, SOURCE, GObject)

MpsPrinterSource *list_source_new (const char *text);
/* A list of @n_printers, S00000 and so on in no order, so large that a first import of it fills the
 * database as a whole; every tenth is managed, and all are of the agent "One". */
char *make_large_list (guint n_printers, const char *model);
/* Cancels @cancellable when @row was handed out. */
void list_source_cancel_at (MpsPrinterSource *source, guint row, GCancellable *cancellable);
/* Calls @look, on the thread that imports, when @row is asked for. */
void list_source_look_at (MpsPrinterSource *source, guint row, GFunc look, gpointer user_data);
/* Stops the process for good when @row is asked for. */
void list_source_die_at (MpsPrinterSource *source, guint row);

MpsPrinterImport *import_printers (MpsStore *store, gint64 organization, MpsPrinterSource *source,
                                   GCancellable *cancellable, GError **error);
MpsPrinterImport *import_list (MpsStore *store, const char *text);

/* A contact whose identity is its name. */
MpsContactRecord *make_contact (const char *name);
gint64 add_contact (MpsStore *store, const char *name);
MpsTask *assign (MpsStore *store, gint64 contact, const char *serials, GError **error);
void entitle (MpsStore *store);
MpsTask *enroll (MpsStore *store, const char *serials, GError **error);
MpsTask *unenroll (MpsStore *store, const char *serials, GError **error);

/* (element-type MpsContactRow): contacts of these names, separated by spaces, from line 2 on. */
GPtrArray *make_contact_rows (const char *names);
MpsContactImport *import_contacts (MpsStore *store, GPtrArray *rows, gboolean check,
                                   MpsProgress *progress, GCancellable *cancellable);

/* The items as "item outcome code", a line each. */
void assert_items (MpsTask *task, const char *expected);

G_END_DECLS
