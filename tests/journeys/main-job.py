#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""main-job.py LANGUAGE MPS-DESK MPSCTL goes from an empty database to an enrolled fleet.

The main job in the real window, with the keyboard alone: import printers, entitle the
organization, import contacts, look at the breakdown, assign a contact, accept the terms, add to
MPS Express. What the screen said is then compared with what mpsctl and SQLite find stored.
"""

import os
import re
import sys

from journey import DATA, Atspi, Journey, ask_mpsctl, expect, open_database, report
from steps import PRINTERS, entitle, import_printers

SIDEBAR = "Printer eligibility status"

# The statuses in the order of the sidebar, and how many of the printers in data/fleet.csv have
# them at first, once all of them have a contact, and once the eligible ones are added.
STATUSES = {
    "eligible": ("Eligible", (0, 12, 0)),
    "already-managed": ("Already managed", (4, 4, 4)),
    "management-pending": ("Management pending", (2, 2, 14)),
    "registration-failed": ("Registration failed", (2, 2, 2)),
    "unsupported-model": ("Unsupported model", (3, 3, 3)),
    "pages-over-limit": ("Average pages over the limit", (4, 4, 4)),
    "pages-unknown": ("Average pages unknown", (2, 2, 2)),
    "no-contact": ("No supplies delivery contact assigned", (19, 0, 0)),
    "agent-outdated": ("Fleet Agent version too low", (2, 2, 2)),
}
IMPORTED, ADDED, PENDING = 4, 12, 14


def entitle_and_stay(j):
    """Behind the dialog nothing moves."""

    def press_keys():
        j.key("alt+3")

    entitle(j, press_keys)
    expect("the contacts' page behind the dialog", j.look("label", j.say("No contacts yet")), None)


def import_contacts(j):
    j.key("alt+3")
    j.press("button", j.say("_Import contacts"))
    dialog = j.find("dialog", j.say("Import contacts"))
    j.press("button", j.say("_Choose file…"), dialog)
    j.choose_file(j.say("Choose a contacts file"), os.path.join(DATA, "contacts.csv"))
    j.press("button", j.say("C_heck contacts"), dialog)
    j.press("button", j.count("_Import %u contact", "_Import %u contacts", IMPORTED), dialog)
    expect("imported contacts", j.number_of_row("Imported contacts", dialog), IMPORTED)
    expect("existing contacts", j.number_of_row("Contacts already exist", dialog), 1)
    expect("not imported", j.number_of_row("Contacts not imported", dialog), 0)
    expect("invalid rows", j.number_of_row("Missing or invalid information", dialog), 2)
    j.picture("3-contacts-imported")
    look_at_invalid_rows(j, dialog)
    j.press("button", j.say("_Done"), dialog)
    j.wait_until_gone("dialog", j.say("Import contacts"))
    j.find("table row", re.compile("佐藤"))


def look_at_invalid_rows(j, dialog):
    j.press("list item", j.say("Missing or invalid information"), dialog)
    for line, column in ((5, "Country code"), (7, "First name"), (7, "Email")):
        j.find("list item", re.compile(f"^{line} {re.escape(j.say(column))} "), dialog)
    j.picture("4-invalid-rows")
    j.key("Escape")
    j.find("list item", j.say("Imported contacts"), dialog)


def select_all_printers(j):
    j.key("alt+2")
    j.find("table row", re.compile("^JRN00001,"))
    j.key("ctrl+f")
    j.type("jrn00030")
    j.wait_until_gone("table row", re.compile("^JRN00001,"))
    j.key("Escape")
    j.find("table row", re.compile("^JRN00001,"))
    j.key("ctrl+a")
    j.find("label", j.count("%'u selected", "%'u selected", PRINTERS))


def narrow(j, dialog):
    """By city, and taken back, and by company."""
    j.press("toggle button", j.say("City"), dialog)
    j.type("paris")
    j.find("list item", "Paris")
    j.key("Return")
    j.wait_until_gone("list item", re.compile("^Mary Smith,"))
    j.find("list item", re.compile("^Jean Dupont,"), dialog)
    j.press("button", j.say("Show the contacts in all cities"), dialog)
    j.press("toggle button", j.say("Company"), dialog)
    j.type("example")
    j.find("list item", "Example, Inc.")
    j.key("Return")
    j.wait_until_gone("list item", re.compile("鈴木"))
    j.picture("5-narrowed")


def assign(j):
    title = j.say("Assign supplies delivery contact")
    j.press("button", j.say("Assign contact…"))
    dialog = j.find("dialog", title)
    j.type("smith")
    j.wait_until_gone("list item", re.compile("鈴木"))
    j.find("list item", re.compile("^Mary Smith,"), dialog)
    j.key("ctrl+a", "BackSpace")
    narrow(j, dialog)
    j.press("list item", re.compile("^Mary Smith,"), dialog, "space")
    j.picture("5-contact-chosen")
    j.press("button", j.say("_Assign contact"), dialog)
    j.wait_until_gone("dialog", title)


def enroll(j):
    # From the table on, the first of the two buttons is that of the selection.
    j.reach("table row", re.compile("^JRN00001,"))
    j.press("button", j.say("Add to MPS Express…"))
    dialog = j.find("dialog", j.say("Add to MPS Express"))
    for name, counts in STATUSES.values():
        expect(f"“{name}” in the dialog", j.number_of_row(name, dialog), counts[1])
    j.press("button", j.say("_Continue"), dialog)
    read_terms(j, dialog)
    j.press("check box", j.say("I _accept the terms of use"), dialog, "space")
    j.picture("6-terms-accepted")
    j.press("button", j.say("A_dd to MPS Express"), dialog)
    expect("printers added", j.number_of_row("Printers added", dialog), ADDED)
    task = j.number_of_row("Task ID", dialog)
    j.picture("7-printers-added")
    j.press("button", j.say("_Done"), dialog)
    j.wait_until_gone("dialog", j.say("Add to MPS Express"))
    return task


def read_terms(j, dialog):
    text = Atspi.Text.get_text(j.find("text", j.say("Terms of use"), dialog), 0, -1)
    heading = {"en": "SAMPLE TERMS OF USE", "ja": "サンプルの利用規約"}[j.language]
    expect("heading of the terms", text.split("\n")[0], heading)
    add = j.find("button", j.say("A_dd to MPS Express"), dialog)
    expect("adding before accepting", j.has_state(add, Atspi.StateType.SENSITIVE), False)


def see_pending_printers(j):
    pending = j.say("MPS Express (Pending)")
    for i in range(1, ADDED + 1):
        row = j.find("table row", re.compile(f"^JRN{i:05},"))
        j.wait(lambda: pending in j.labels(row), f"JRN{i:05} to be “{pending}”")


def read_headers(j, counts):
    """Adds what the headers say that are showing of the sidebar."""
    for header in j.look_all("row header", within=j.find("list", j.say(SIDEBAR))):
        title, number = j.labels(header)[:2]
        counts[title] = int(number)


def read_breakdown(j, stage):
    """Pages through the sidebar until every status has been seen."""
    counts = {}

    def is_read():
        read_headers(j, counts)
        if len(counts) < len(STATUSES):
            j.key("Next")
        return len(counts) == len(STATUSES)

    sidebar = j.find("list", j.say(SIDEBAR))
    j.reach("list item", next(j.look_all("list item", within=sidebar)).get_name())
    j.key("Home")
    j.wait(is_read, f"all {len(STATUSES)} statuses in the sidebar")
    j.picture(f"breakdown-{stage}")
    j.key("Home")
    return {status: counts[j.say(name)] for status, (name, _) in STATUSES.items()}


def expect_breakdown(j, stage):
    eligible, counts = STATUSES["eligible"], {}

    def is_live():
        read_headers(j, counts)
        return counts.get(j.say(eligible[0])) == eligible[1][stage]

    j.wait(is_live, f"“Eligible” to be {eligible[1][stage]}")
    seen = read_breakdown(j, stage)
    expect(f"breakdown {stage}", seen, {name: each[1][stage] for name, each in STATUSES.items()})
    return seen


def check_with_mpsctl(mpsctl, seen, task):
    breakdown = ask_mpsctl(mpsctl, "eligibility")
    stored = {status["status"]: status["count"] for status in breakdown["statuses"]}
    expect("breakdown of mpsctl", stored, seen)
    printers = ask_mpsctl(mpsctl, "printers", "list")["printers"]
    expect("number of printers", len(printers), PRINTERS)
    expect("pending printers", sum(p["managed"] == "pending" for p in printers), PENDING)
    contacts = ask_mpsctl(mpsctl, "contacts", "list")["contacts"]
    printers_of = {contact["last_name"]: contact["printers"] for contact in contacts}
    expect("contacts", printers_of, {"佐藤": 0, "鈴木": 0, "Smith": PRINTERS, "Dupont": 0})
    shown = ask_mpsctl(mpsctl, "tasks", "show", str(task))
    expect("task", (shown["state"], shown["done"], shown["failed"]), ("completed", ADDED, 0))
    expect("check", ask_mpsctl(mpsctl, "check"), {"ok": True, "problems": []})


def check_with_sqlite(language):
    database = open_database()

    def expect_stored(what, sql, *expected):
        expect(f"stored {what}", database.execute(sql).fetchall(), list(expected))

    expect_stored("entitlements", "SELECT sum(entitled) FROM organizations", (1,))
    expect_stored("number of contacts", "SELECT count(*) FROM contacts", (IMPORTED,))
    expect_stored(
        "contact of the printers",
        "SELECT last_name, count(*) FROM printers"
        " JOIN contacts ON contacts.id = printers.contact GROUP BY last_name",
        ("Smith", PRINTERS),
    )
    expect_stored("acceptance", "SELECT printers, language FROM acceptances", (ADDED, language))
    expect_stored(
        "printers of the request",
        "SELECT serial FROM request_printers ORDER BY serial",
        *[(f"JRN{i:05}",) for i in range(1, ADDED + 1)],
    )
    expect_stored("integrity", "PRAGMA integrity_check", ("ok",))
    database.close()


def walk_through(j):
    import_printers(j)
    entitle_and_stay(j)
    import_contacts(j)
    select_all_printers(j)
    expect_breakdown(j, 0)
    assign(j)
    expect_breakdown(j, 1)
    task = enroll(j)
    see_pending_printers(j)
    seen = expect_breakdown(j, 2)
    j.quit()
    return seen, task


def main(language, program, mpsctl):
    j = Journey(program, [], language)
    try:
        seen, task = walk_through(j)
    finally:
        j.close()
    check_with_mpsctl(mpsctl, seen, task)
    check_with_sqlite(language)


if __name__ == "__main__":
    report(f"the main job in {sys.argv[1]}", lambda: main(*sys.argv[1:]))
