#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""contacts-file.py LANGUAGE MPS-DESK MPSCTL tries what a contacts file has to be like.

With the keyboard alone, from the page that has no contacts yet: the sample file is saved and read
back; files without a column, with two columns in each other's place, and of 301 contacts are
refused with the reason; a TXT file of 300 with commas in quotes and empty columns is imported,
during which the database fails once, and what is missing is imported after that. What is stored is
then compared with the files.
"""

import csv
import os
import re
import sqlite3
import sys

from journey import Atspi, Journey, ask_mpsctl, expect, open_database, report

MOST = 300
BROKEN = 200  # the contact at which the database fails
COMPANY = "A, B"
HEADER = (
    "First name,Last name,Company,Email,Country code,Phone,Extension,Address line 1,"
    "Address line 2,City,State or province,Postal code,Country"
).split(",")


def get_path(name):
    return os.path.join(os.environ["XDG_RUNTIME_DIR"], name)


def get_row(i):
    """In UTF-8, and without what may be left empty."""
    address = ["1 rue Émile", "", "Paris", "", "75001", "FR"]
    return [f"Zoë {i}", "Müller", COMPANY, "", "33", "01 00 00 00 00", "", *address]


def write(name, header, rows):
    with open(get_path(name), "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])


def write_files():
    swapped = [HEADER[1], HEADER[0], *HEADER[2:]]
    write("no-extension.csv", HEADER[:6] + HEADER[7:], [])
    write("swapped.csv", swapped, [get_row(1)])
    write("too-many.csv", HEADER, [get_row(i) for i in range(1, MOST + 2)])
    write("most.txt", HEADER, [get_row(i) for i in range(1, MOST + 1)])
    with open(get_path("most.txt"), encoding="utf-8") as file:
        assert '"A, B"' in file.read(), "the comma is not in quotes"


def change_database(sql):
    path = os.path.join(os.environ["XDG_DATA_HOME"], "mps-desk", "fleet.db")
    database = sqlite3.connect(path, timeout=60)
    database.executescript(sql)
    database.close()


def open_dialog(j):
    """The button of the page that has no contacts yet says it in whole."""
    j.find("label", j.say("No contacts yet"))
    j.press("button", j.say("_Import contacts"))
    dialog = j.find("dialog", j.say("Import contacts"))
    j.find("label", j.say("Choose a contacts file"), dialog)
    return dialog


def save_sample(j, dialog):
    path = get_path("contacts.csv")
    j.press("button", j.say("Save _sample file…"), dialog)
    j.choose_file(j.say("Save sample file"), path)
    j.find("label", j.say("“%s” was saved.") % "contacts.csv")
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    expect("columns of the sample", len(rows[0]), len(HEADER))
    j.picture("1-sample")


def choose(j, dialog, name):
    j.press("button", j.say("_Choose file…"), dialog)
    j.choose_file(j.say("Choose a contacts file"), get_path(name))
    j.find("label", name, dialog)


def refuse(j, dialog):
    """None of these can be checked, let alone imported."""
    for name, reason in (
        ("no-extension.csv", HEADER[6]),
        ("swapped.csv", HEADER[0]),
        ("too-many.csv", str(MOST + 1)),
    ):
        choose(j, dialog, name)
        j.wait(lambda: has_text(j, dialog, reason), f"the reason of “{name}”, with “{reason}”")
        check = j.look("button", j.say("C_heck contacts"), dialog)
        sensitive = check and j.has_state(check, Atspi.StateType.SENSITIVE)
        expect(f"checking “{name}”", bool(sensitive), False)
        j.picture(f"2-refused-{name.split('.')[0]}")


def has_text(j, dialog, text):
    told = [j.labels(node) for node in j.look_all("alert", within=dialog)]
    told += [[node.get_name()] for node in j.look_all("list item", within=dialog)]
    return any(text in part or j.say(text) in part for parts in told for part in parts)


def check(j, dialog):
    choose(j, dialog, "most.txt")
    j.press("button", j.say("C_heck contacts"), dialog)
    j.find("label", j.count("%u new", "%u new", MOST), dialog)
    j.find("label", j.count("%u invalid", "%u invalid", 0), dialog)
    j.picture("3-txt")


def fail(j, dialog):
    """What is in before the database fails stays; the rest is told with its lines and cause."""
    change_database(
        "CREATE TRIGGER broken BEFORE INSERT ON contacts"
        f" WHEN NEW.first_name LIKE '% {BROKEN}' BEGIN SELECT RAISE (FAIL, 'broken'); END;"
    )
    j.press("button", j.count("_Import %u contact", "_Import %u contacts", MOST), dialog)
    expect("imported", j.number_of_row("Imported contacts", dialog), BROKEN - 1)
    row = j.find("list item", j.say("Contacts not imported"), dialog)
    lines = j.pattern("%u–%u").match(j.labels(row)[-1]).groups()
    expect("lines", lines, (str(BROKEN + 1), str(MOST + 1)))
    j.press("list item", j.say("Contacts not imported"), dialog)
    j.find("list item", re.compile(re.escape(j.say("System error"))), dialog)
    j.picture("4-system-error")
    j.key("Escape")
    j.find("list item", j.say("Imported contacts"), dialog)


def import_rest(j, dialog):
    change_database("DROP TRIGGER broken;")
    rest = MOST - BROKEN + 1
    j.press("button", j.say("_Correct and import again"), dialog)
    j.press("button", j.count("_Import %u contact", "_Import %u contacts", rest), dialog)
    j.find("label", j.count("%u contact was imported.", "%u contacts were imported.", rest), dialog)
    expect("imported", j.number_of_row("Imported contacts", dialog), rest)
    j.picture("5-rest")
    j.press("button", j.say("_Done"), dialog)
    j.wait_until_gone("dialog", j.say("Import contacts"))
    j.find("label", j.count("%'u contact", "%'u contacts", MOST))


def walk_through(j):
    dialog = open_dialog(j)
    save_sample(j, dialog)
    refuse(j, dialog)
    check(j, dialog)
    fail(j, dialog)
    import_rest(j, dialog)
    j.quit()


def check_stored(mpsctl):
    """One after the other, in the order of the file."""
    contacts = ask_mpsctl(mpsctl, "contacts", "list")["contacts"]
    expect("companies", {contact["company"] for contact in contacts}, {COMPANY})
    expect("check", ask_mpsctl(mpsctl, "check"), {"ok": True, "problems": []})
    database = open_database()
    names = [name for (name,) in database.execute("SELECT first_name FROM contacts ORDER BY id")]
    expect("names", names, [f"Zoë {i}" for i in range(1, MOST + 1)])
    database.close()


def main(language, program, mpsctl):
    write_files()
    j = Journey(program, ["--page", "contacts"], language)
    try:
        walk_through(j)
    finally:
        j.close()
    check_stored(mpsctl)


if __name__ == "__main__":
    report(f"the contacts file in {sys.argv[1]}", lambda: main(*sys.argv[1:]))
