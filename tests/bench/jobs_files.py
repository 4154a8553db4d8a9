# SPDX-License-Identifier: GPL-3.0-or-later
"""Jobs that are done by a whole program: imports, and the breakdown as JSON."""

import json
import os

from fleets import FIELDS, sqlite
from measure import alternate, ask, fail, run
from rule import LISTS, fill

# An import into a fleet makes a backup first; so does who knows what they do.
BACKUP = "VACUUM INTO '{copy}.backup';\n"

TYPED = """
CREATE TABLE IF NOT EXISTS printers (id INTEGER PRIMARY KEY, serial TEXT NOT NULL UNIQUE,
  model TEXT NOT NULL, ip_address TEXT, host_name TEXT, location TEXT, asset_tag TEXT,
  firmware TEXT, average_pages INTEGER, managed TEXT, agent TEXT, agent_version TEXT,
  communicating TEXT) STRICT;
.import --csv {file} staging
INSERT INTO printers (serial, model, ip_address, host_name, location, asset_tag, firmware,
    average_pages, managed, agent, agent_version, communicating)
  SELECT "Serial number", "Model", "IP address", "Host name", "Location", "Asset tag", "Firmware",
    nullif ("Average monthly pages", ''), "Lexmark Managed", "Agent", "Agent version",
    "Communication"
  FROM staging WHERE true {conflict};
DROP TABLE staging;
"""

UPSERT = """ON CONFLICT (serial) DO UPDATE SET model = excluded.model,
  ip_address = excluded.ip_address, host_name = excluded.host_name, location = excluded.location,
  asset_tag = excluded.asset_tag, firmware = excluded.firmware,
  average_pages = excluded.average_pages, managed = excluded.managed, agent = excluded.agent,
  agent_version = excluded.agent_version, communicating = excluded.communicating"""


def expect(what, found, expected):
    if found != expected:
        fail(f"{what}: {found}, but it must be {expected}")


def query(database, sql):
    return ask(["sqlite3", database, sql]).strip()


class Import:
    """A fleet list goes into an empty database, or again into one that has its printers."""

    def __init__(self, fleets, folder, size, file, before, theirs_before, conflict):
        self.fleets, self.size, self.file = fleets, size, file
        self.before, self.theirs_before = before, theirs_before
        self.copy = os.path.join(folder, "import.db")
        self.backup = self.copy + ".backup"
        self.script = (BACKUP.format(copy=self.copy) if conflict else "") + TYPED.format(
            file=file, conflict=conflict)

    def ours(self):
        self.fleets.copy(self.before, self.copy)
        return run(self.fleets.ctl(self.copy, "printers", "import", self.file))

    def theirs(self):
        self.fleets.copy(self.theirs_before, self.copy)
        if os.path.exists(self.backup):
            os.remove(self.backup)
        return sqlite(self.copy, self.script)

    def check(self, report):
        """Both have the printers of the file afterwards; ours says what it did."""
        columns = "serial, model, location, firmware, average_pages"
        sums = f"SELECT count (*), sum (length (concat ({columns}))) FROM printers"
        self.fleets.copy(self.before, self.copy)
        found = json.loads(ask(self.fleets.ctl(self.copy, "printers", "import", self.file)))
        expect("import", {key: found[key] for key in report}, report)
        ours = query(self.copy, sums)
        self.theirs()
        expect("import of sqlite3", query(self.copy, sums), ours)
        expect("rows", ours.split("|")[0], str(self.size))


def import_fleet(fleets, folder, size, turns):
    empty = fleets.nothing()
    job = Import(fleets, folder, size, fleets.generate("fleet", size), fleets.empty(), empty, "")
    job.check({"rows": size, "created": size, "updated": 0, "unchanged": 0, "rejected": []})
    return [alternate("import", size, turns, job.ours, job.theirs)]


def import_again(fleets, folder, size, turns):
    theirs = fleets.typed(size, TYPED)
    n_changed = size // 100
    job = Import(fleets, folder, size, fleets.generate("changed-fleet", size),
                 fleets.imported(size), theirs, UPSERT)
    job.check({"rows": size, "created": 0, "updated": n_changed, "unchanged": size - n_changed,
               "rejected": []})
    return [alternate("import-again", size, turns, job.ours, job.theirs)]


# Each contact in a transaction of its own that has reached the disk, as without a program for it.
ROW_BY_ROW = """
CREATE TABLE contacts ({columns}, UNIQUE (first_name, last_name, company, address_line_1,
  postal_code));
PRAGMA synchronous = FULL;
{inserts}
"""


def import_contacts(fleets, folder, size, turns):
    file = fleets.generate("contacts", size)
    copy = os.path.join(folder, "contacts.db")
    with open(file, encoding="utf-8") as text:
        rows = [line.rstrip("\n").split(",") for line in text][1:]
    quoted = (", ".join("'" + cell.replace("'", "''") + "'" for cell in row) for row in rows)
    script = ROW_BY_ROW.format(
        columns=FIELDS,
        inserts="\n".join(f"INSERT INTO contacts VALUES ({cells});" for cells in quoted))

    def ours():
        fleets.copy(fleets.empty(), copy)
        return run(fleets.ctl(copy, "contacts", "import", file))

    def theirs():
        fleets.copy(fleets.nothing(), copy)
        return sqlite(copy, script)

    for import_them in (ours, theirs):
        import_them()
        expect("contacts", query(copy, "SELECT count (*) FROM contacts"), str(size))
    return [alternate("import-contacts", size, turns, ours, theirs)]


def eligibility(fleets, folder, size, turns):
    database = fleets.whole(size)
    command = fleets.ctl(database, "eligibility")
    script = fill(LISTS, lambda *words: fleets.ctl(database, *words))
    found = {status["status"]: status["count"] for status in json.loads(ask(command))["statuses"]}
    listed = [row["status"] for row in json.loads(ask(["sqlite3", "-json", database], script))]
    expect("eligibility", {name: listed.count(name) for name in found}, found)
    return [alternate("eligibility", size, turns, lambda: run(command),
                      lambda: run(["sqlite3", "-json", database], text=script))]
