/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

/*
 * hold-database FILE [exclusive] keeps others from writing to a database, or from
 * opening it at all, until its standard input ends. It says when it has it.
 */
int
main (int argc, char **argv)
{
  const char *sql = argc > 2 && strcmp (argv[2], "exclusive") == 0
                        ? "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE"
                        : "BEGIN IMMEDIATE";
  sqlite3 *db = NULL;
  int status = 1;

  if (argc > 1 && sqlite3_open_v2 (argv[1], &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK
      && sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK)
    {
      puts ("held");
      fflush (stdout);
      while (getchar () != EOF)
        ;
      status = 0;
    }
  sqlite3_close (db);
  return status;
}
