#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""unenroll.py LANGUAGE MPS-DESK MPSCTL unenrolls printers, and tries to unenroll managed ones.

The seed's three cases in the real window, with the keyboard alone: a managed printer by itself is
refused; of a mixed selection only the unmanaged printers go, and the task says why the others
stay; an unmanaged one goes. On its page a managed printer has no Unenroll at all. What the
screen said is then compared with what mpsctl and SQLite find stored.
"""

import os
import re
import sys

from journey import DATA, Journey, ask_mpsctl, expect, open_database, report

FLEET = os.path.join(DATA, "fleet.csv")

# Of the printers whose serial number has "JRN0001", these are managed or pending.
MANAGED = [f"JRN{i:05}" for i in range(13, 19)]
FREE = [f"JRN{i:05}" for i in (10, 11, 12, 19)]
ALONE = "JRN00001"


def search(j, text, absent):
    """Leaves only some printers in the table, and selects them."""
    j.key("Escape", "Escape")
    j.find("table row", re.compile(f"^{ALONE},"))
    j.key("ctrl+f")
    j.type(text)
    if absent:
        j.wait_until_gone("table row", re.compile(f"^{absent},"))


def select(j, text, absent, number):
    search(j, text, absent)
    j.reach("table row", re.compile("^JRN"))
    j.key("ctrl+a")
    j.find("label", j.count("%'u selected", "%'u selected", number))


def refuse_managed(j):
    select(j, MANAGED[0], ALONE, 1)
    j.key("Delete")
    alert = j.find("alert", j.say("Can’t be unenrolled"))
    j.find("label", re.compile(j.count(
        "%'u selected printer is managed or pending in MPS Express and can’t be unenrolled. "
        "Nothing was changed.",
        "All %'u selected printers are managed or pending in MPS Express and can’t be unenrolled. "
        "Nothing was changed.", 1)), alert)
    j.picture("1-refused")
    j.press("button", j.say("_Close"), alert)
    j.wait_until_gone("alert", j.say("Can’t be unenrolled"))


def look_at_managed(j):
    """The page of a managed printer says why there is no Unenroll on it."""
    j.press("table row", re.compile(f"^{MANAGED[0]},"))
    j.find("label", j.say("This printer can’t be unenrolled"))
    expect("Unenroll on the page", j.look("button", j.say("_Unenroll…")), None)
    j.picture("2-managed-printer")
    j.key("alt+Left")
    j.find("table row", re.compile(f"^{MANAGED[0]},"))


def unenroll_mixed(j):
    select(j, "jrn0001", ALONE, len(MANAGED) + len(FREE))
    j.key("Delete")
    alert = j.find("alert", j.say("Unenroll printers?"))
    stay = j.count("%'u selected printer is managed or pending in MPS Express and stays.",
                   "%'u selected printers are managed or pending in MPS Express and stay.",
                   len(MANAGED))
    j.find("label", re.compile(re.escape(stay)), alert)
    j.picture("3-mixed")
    j.press("button", j.say("_Unenroll"), alert)
    dialog = j.find("dialog", j.say("Unenroll"))
    j.find("label", j.say("Completed with errors"), dialog)
    expect("unenrolled", j.number_of_row("Printers unenrolled", dialog), len(FREE))
    for serial in MANAGED[:3]:  # the others are further down
        j.find("list item", re.compile(f"^ {serial} "), dialog)
    task = j.number_of_row("Task ID", dialog)
    j.picture("4-completed-with-errors")
    return task, dialog


def open_task(j, dialog):
    """The Task ID leads from the result to the reasons."""
    j.press("list item", j.say("Task ID"), dialog)
    j.wait_until_gone("dialog", j.say("Unenroll"))
    j.find("label", j.say("Completed with errors"))
    reason = re.escape(j.say(
        "The printer is managed or pending in MPS Express and can’t be unenrolled."))
    for serial in MANAGED:
        j.find("list item", re.compile(f"{serial}.*{reason}"))
    j.picture("5-task")
    j.key("alt+Left")
    j.find("table row", re.compile(f"^{MANAGED[0]},"))
    for serial in FREE:
        j.wait_until_gone("table row", re.compile(f"^{serial},"))


def unenroll_alone(j):
    """From the printer's page, which goes away with it."""
    search(j, ALONE, MANAGED[0])
    j.press("table row", re.compile(f"^{ALONE},"))
    j.press("button", j.say("_Unenroll…"))
    alert = j.find("alert", j.say("Unenroll printers?"))
    j.press("button", j.say("_Unenroll"), alert)
    j.find("label", j.count("%'u printer was unenrolled.", "%'u printers were unenrolled.", 1))
    j.find("label", j.say("No printers found"))
    j.picture("6-unenrolled")


def walk_through(j):
    j.find("table row", re.compile(f"^{ALONE},"))
    refuse_managed(j)
    look_at_managed(j)
    task, dialog = unenroll_mixed(j)
    open_task(j, dialog)
    unenroll_alone(j)
    j.quit()
    return task


def check_with_mpsctl(mpsctl, task):
    gone = {ALONE, *FREE}
    serials = {p["serial"] for p in ask_mpsctl(mpsctl, "printers", "list")["printers"]}
    expect("serial numbers", serials, {f"JRN{i:05}" for i in range(1, 31)} - gone)
    shown = ask_mpsctl(mpsctl, "tasks", "show", str(task))
    expect(
        "task",
        (shown["kind"], shown["state"], shown["done"], shown["failed"]),
        ("unenroll", "completed-with-errors", len(FREE), len(MANAGED)),
    )
    expect("failed items", [item["item"] for item in shown["items"]], MANAGED)
    refused = ask_mpsctl(mpsctl, "printers", "unenroll", MANAGED[0], status=3)
    expect("mpsctl's refusal", refused["error"]["code"], "managed-printers")
    expect("check", ask_mpsctl(mpsctl, "check"), {"ok": True, "problems": []})


def check_with_sqlite():
    database = open_database()
    states = database.execute("SELECT state FROM tasks WHERE kind = 4 ORDER BY id").fetchall()
    # None of the refused ones: with errors, then completed.
    expect("states of the tasks", states, [(2,), (1,)])
    sql = "SELECT subject FROM history WHERE act = 'unenroll' ORDER BY subject"
    unenrolled = [row[0] for row in database.execute(sql)]
    expect("history", unenrolled, sorted([ALONE, *FREE]))
    database.close()


def main(language, program, mpsctl):
    ask_mpsctl(mpsctl, "printers", "import", FLEET)
    j = Journey(program, [], language)
    try:
        task = walk_through(j)
    finally:
        j.close()
    check_with_mpsctl(mpsctl, task)
    check_with_sqlite()


if __name__ == "__main__":
    report(f"unenrolling in {sys.argv[1]}", lambda: main(*sys.argv[1:]))
