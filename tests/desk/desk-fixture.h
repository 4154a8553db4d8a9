/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/session/mps-session.h"

G_BEGIN_DECLS

/*
 * A window on a new database in a folder of its own, in which the organization
 * "Default" is looked at. Its widgets are driven as a person would: what is not
 * seen or not sensitive can't be used.
 */
typedef struct {
  char *folder;
  MpsSession *session;
  GtkWidget *window;
} DeskFixture;

typedef gboolean (*DeskCondition) (gpointer data);

/* What any program needs that shows the desk's widgets. */
void desk_init (void);
int desk_test_run (int argc, char **argv, void (*add_tests) (void));
/* A window on a database that is there, or is made. */
void desk_fixture_open (DeskFixture *self, const char *path);
void desk_fixture_set_up (DeskFixture *self, gconstpointer data);
void desk_fixture_tear_down (DeskFixture *self, gconstpointer data);

#define desk_fixture_add(path, test)                                                               \
  g_test_add (path, DeskFixture, NULL, desk_fixture_set_up, test, desk_fixture_tear_down)

void desk_remove_folder (const char *folder);

/* Makes a file in the fixture's folder. */
GFile *desk_fixture_write (DeskFixture *self, const char *name, const char *text);
void desk_fixture_import_printers (DeskFixture *self, const char *csv);
void desk_fixture_import_contacts (DeskFixture *self, const char *csv);
void desk_fixture_entitle (DeskFixture *self);
/* (element-type gint64): the ids of all printers, by serial number */
GArray *desk_fixture_get_printers (DeskFixture *self);

/* Waits for the result that desk_on_result() was given a place for. */
void desk_on_result (GObject *source, GAsyncResult *result, gpointer user_data);
void desk_wait_for (GAsyncResult **result);

void desk_show (DeskFixture *self, GtkWidget *content);
void desk_present (DeskFixture *self, AdwDialog *dialog);
void desk_close (AdwDialog *dialog);
/* The dialog that is shown next, of which what is in it can be used. */
AdwDialog *desk_wait_for_dialog (DeskFixture *self);
/* Chooses a response of an alert, and waits until nothing holds the alert any more. */
void desk_answer (AdwDialog *alert, const char *response);

void desk_wait_until (DeskCondition condition, gpointer data);
/* Waits until nothing holds what a weak pointer points to. */
void desk_wait_for_end_of (gpointer *weak);
/* Until the frame that shows what has happened so far is on its way to the display. */
void desk_wait_for_frame (GtkWidget *widget);
GtkWidget *desk_find (GtkWidget *root, GType type);
GtkWidget *desk_find_button (GtkWidget *root, const char *action);
GtkWidget *desk_find_labelled_button (GtkWidget *root, const char *label);
GtkWidget *desk_find_row (GtkWidget *root, const char *title);
GtkWidget *desk_find_text (GtkWidget *root, const char *text);
gboolean desk_shows (GtkWidget *root, const char *text);
void desk_click (GtkWidget *root, const char *action);
void desk_activate_row (GtkWidget *root, const char *title);
void desk_wait_for_text (GtkWidget *root, const char *text);
void desk_wait_for_button (GtkWidget *root, const char *action);
/* What a row with a number at its end says, as "2"; NULL when it is not seen. */
const char *desk_get_row_number (GtkWidget *root, const char *title);

/* In the window of a test there is no other page: what the program's window would be asked to show
 * is kept instead, the last of it as text; NULL as long as it was asked for nothing. */
void desk_catch_requests (GtkWidget *window);
const char *desk_get_request (GtkWidget *window);

G_END_DECLS
