#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""databases.py LANGUAGE MPS-DESK MPSCTL makes another database and goes back to the first.

With the keyboard alone, from the main menu: a new database is made, and one in the place of an
existing file is not; a file that is no database is refused with the reason, and the first database
opened from there. No file has lost anything.
"""

import os
import re
import stat
import sys

from journey import DATA, Journey, ask_mpsctl, expect, report

FLEET = os.path.join(DATA, "fleet.csv")
BRANCH = os.path.join(os.environ["XDG_RUNTIME_DIR"], "branch.db")
OWN = os.path.join(os.environ["XDG_DATA_HOME"], "mps-desk", "fleet.db")
NO_DATABASE = os.path.join(os.environ["XDG_RUNTIME_DIR"], "text.db")


def make(j, path, replace=False):
    j.choose_in_menu(j.say("Main menu"), "_New database…")
    j.choose_file(j.say("New database"), path, replace)


def make_another(j):
    """The ending comes by itself."""
    make(j, BRANCH.removesuffix(".db"))
    j.find("label", j.say("No printers yet"))
    j.wait(lambda: os.path.exists(BRANCH), "the new database")
    expect("mode of the database", stat.S_IMODE(os.stat(BRANCH).st_mode), 0o600)
    j.picture("1-new")


def refuse_to_replace(j):
    """Whatever GTK's own question was answered."""
    make(j, OWN, replace=True)
    alert = j.find("alert", j.say("The database was not made"))
    j.picture("2-exists")
    j.press("button", j.say("_Close"), alert)
    j.wait_until_gone("alert", j.say("The database was not made"))


def refuse_text(j):
    with open(NO_DATABASE, "w", encoding="utf-8") as file:
        file.write("Serial number,Model\n")
    j.choose_in_menu(j.say("Main menu"), "_Open database…")
    j.choose_file(j.say("Open database"), NO_DATABASE)
    j.find("label", re.compile("text.db"))
    j.picture("3-no-database")


def go_back(j):
    j.press("button", j.say("_Choose another file…"))
    j.choose_file(j.say("Open database"), OWN)
    j.find("table row", re.compile("^JRN00001,"))
    j.find("label", os.path.basename(OWN))


def look_at_about(j):
    j.choose_in_menu(j.say("Main menu"), "_About MPS Desk")
    j.find("dialog", None)
    j.picture("4-about")
    j.key("Escape")
    j.wait_until_gone("dialog", None)


def walk_through(j):
    j.find("table row", re.compile("^JRN00001,"))
    make_another(j)
    refuse_to_replace(j)
    refuse_text(j)
    go_back(j)
    look_at_about(j)
    j.quit()


def check(mpsctl):
    for path, number in ((OWN, 30), (BRANCH, 0)):
        printers = ask_mpsctl(mpsctl, "--database", path, "printers", "list")["printers"]
        expect(f"printers of “{path}”", len(printers), number)
        found = ask_mpsctl(mpsctl, "--database", path, "check")
        expect("check", found, {"ok": True, "problems": []})
    with open(NO_DATABASE, encoding="utf-8") as file:
        expect("the text", file.read(), "Serial number,Model\n")


def main(language, program, mpsctl):
    ask_mpsctl(mpsctl, "printers", "import", FLEET)
    j = Journey(program, [], language)
    try:
        walk_through(j)
    finally:
        j.close()
    check(mpsctl)


if __name__ == "__main__":
    report(f"the databases in {sys.argv[1]}", lambda: main(*sys.argv[1:]))
