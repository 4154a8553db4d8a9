# SPDX-License-Identifier: GPL-3.0-or-later
"""The invented fleets that the bench works on, made once and kept."""

import json
import os
import shutil
import tempfile

from measure import ask, program, run, say

# What is kept is made anew when this changes.
VERSION = 4

FIELDS = ("first_name, last_name, company, email, country_code, phone, extension, "
          "address_line_1, address_line_2, city, state_or_province, postal_code, country")

# As the store would have written it, but for what it would have checked.
FILL = """
.import --csv --schema temp {file} rows
PRAGMA synchronous = OFF;
BEGIN;
INSERT INTO contacts (organization, {fields}, identity)
  SELECT 2, {fields}, identity FROM temp.rows;
UPDATE printers SET contact = id WHERE id % 2 = 0;
INSERT INTO history (at, who, act, subject, detail)
  SELECT strftime ('%Y-%m-%dT%H:%M:%SZ', 1700000000 + id * 20, 'unixepoch'), 'bench', 'unenroll',
    serial, '' FROM printers;
COMMIT;
"""


def sqlite(database, script):
    """Runs a script of the sqlite3 shell, and measures it."""
    return run(["sqlite3", "-bail", database], text=script)


class Fleets:
    def __init__(self, folder, data):
        self.data = data
        self.folder = os.path.join(folder, str(VERSION))
        os.makedirs(self.folder, exist_ok=True)

    def _keep(self, name, make):
        path = os.path.join(self.folder, name)
        if not os.path.exists(path):
            say(f"making {name}")
            with tempfile.TemporaryDirectory(dir=self.folder) as folder:
                making = os.path.join(folder, name)
                make(making)
                os.replace(making, path)
        return path

    def generate(self, what, size):
        def make(path):
            with open(path, "wb") as file:
                run([program("bench-generate"), what, str(size)], output=file)
        return self._keep(f"{what}-{size}.csv", make)

    def empty(self):
        policy = os.path.join(self.data, "sample-policy.json")
        return self._keep("empty.db",
                          lambda path: ask(self.ctl(path, "policy", "load", policy)))

    def imported(self, size):
        """A database of as many printers, as a fleet list left them."""
        def make(path):
            shutil.copy(self.empty(), path)
            self.import_fleet(path, self.generate("fleet", size), n_created=size)
        return self._keep(f"imported-{size}.db", make)

    def whole(self, size):
        """The same with as many contacts, of which every second printer has one, and as many
        lines of history."""
        def make(path):
            shutil.copy(self.imported(size), path)
            sqlite(path, FILL.format(file=self.generate("contact-rows", size),
                                     fields=FIELDS))
        return self._keep(f"whole-{size}.db", make)

    def nothing(self):
        """A database without tables."""
        return self._keep("nothing.db", lambda path: sqlite(path, "VACUUM;"))

    def typed(self, size, script):
        """The same printers in a table of their own, as @script puts them in."""
        def make(path):
            sqlite(path, script.format(file=self.generate("fleet", size), conflict=""))
        return self._keep(f"typed-{size}.db", make)

    @staticmethod
    def copy(database, path):
        for name in (path, path + "-wal", path + "-shm"):
            if os.path.exists(name):
                os.remove(name)
        shutil.copy(database, path)

    def ctl(self, database, *arguments):
        return ["mpsctl", "--database", database, "--json", *arguments]

    def import_fleet(self, database, file, n_created=0, n_updated=0):
        report = json.loads(ask(self.ctl(database, "printers", "import", file)))
        if report["rejected"] or (report["created"], report["updated"]) != (n_created, n_updated):
            raise AssertionError(report)
