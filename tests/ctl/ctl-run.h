/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

/* One test's folder, with a database that is not there yet. */
typedef struct {
  char *folder;
  char *database;
} CtlFixture;

typedef struct {
  int status;
  char *out;
  char *err;
} CtlRun;

void ctl_run_free (CtlRun *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtlRun, ctl_run_free)

void ctl_add (const char *path, void (*test) (CtlFixture *fixture, gconstpointer data));
char *ctl_write (CtlFixture *fixture, const char *name, const char *text);
char *ctl_path (CtlFixture *fixture, const char *name);
const char *ctl_program (void);

/* Runs mpsctl on the fixture's database, with what comes after, and fails on another status. */
CtlRun *ctl_run (CtlFixture *fixture, int status, ...) G_GNUC_NULL_TERMINATED;
CtlRun *ctl_run_input (CtlFixture *fixture, int status, const char *input,
                       ...) G_GNUC_NULL_TERMINATED;
CtlRun *ctl_run_argv (GSubprocessLauncher *launcher, int status, const char *const *argv,
                      const char *input);
/* The same with --json: the one document on standard output. */
JsonNode *ctl_json (CtlFixture *fixture, int status, ...) G_GNUC_NULL_TERMINATED;
JsonNode *ctl_json_input (CtlFixture *fixture, int status, const char *input,
                          ...) G_GNUC_NULL_TERMINATED;
JsonNode *ctl_parse (const char *text);
/* The error's code is @code, the document has the shape of an error, and nothing else is said. */
JsonObject *ctl_refused (CtlFixture *fixture, int status, const char *code,
                         ...) G_GNUC_NULL_TERMINATED;
/* The same with what comes after in one line, in which spaces separate. */
JsonObject *ctl_refused_line (CtlFixture *fixture, int status, const char *code, const char *line);

/* The members are these, in this order, and no others; separated by spaces. */
#define ctl_assert_members(object, names)                                                          \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *ctl_members = ctl_join_members (object);                                      \
    g_assert_cmpstr (ctl_members, ==, names);                                                      \
  }                                                                                                \
  G_STMT_END
char *ctl_join_members (JsonObject *object);

#define CTL_PRINTER                                                                                \
  "serial model ip_address host_name location organization agent agent_version average_pages "     \
  "contact managed communicating statuses"
#define CTL_CONTACT                                                                                \
  "id first_name last_name company email country_code phone extension address_line_1 "             \
  "address_line_2 city state_or_province postal_code country printers"
#define CTL_TASK "task kind state started ended done failed items"
#define CTL_ENROLL_TASK "task kind state started ended done failed added items"
#define CTL_PROBLEM "line column code reason"

#define CTL_HEADER                                                                                 \
  "First name,Last name,Company,Email,Country code,Phone,Extension,Address line 1,"                \
  "Address line 2,City,State or province,Postal code,Country\n"
#define CTL_TARO                                                                                   \
  "太郎,山田,山田商事,taro@example.com,81,03-1234-5678,,"                                          \
  "丸の内1-1,,千代田区,東京都,100-0005,JP\n"
#define CTL_JANE                                                                                   \
  "Jane,Doe,Acme,jane@example.com,1,555-123-4567,12,"                                              \
  "1 Main St,,Lexington,KY,40511,US\n"

/* Ten printers of which each of the nine statuses holds for one or more, and their policy. */
void ctl_fill (CtlFixture *fixture);
const char *ctl_policy (void);
