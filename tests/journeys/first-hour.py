#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""first-hour.py LANGUAGE MPS-DESK MPSCTL is a newcomer's first hour, with no terminal.

With the keyboard alone: the welcome to an empty database; the sample fleet is tried, labelled on
every page, and left; a fleet list is imported; then the checklist leads on: the organization is
entitled, a contact created and assigned, and the eligible printers are added to MPS Express. What
the screen said is then compared with what mpsctl finds stored, in the database and in the sample.
"""

import os
import re
import sys

from journey import Atspi, Journey, ask_mpsctl, expect, report
from steps import PRINTERS, choose_country, entitle, fill_in, import_printers

SAMPLE = "This is the sample fleet. Nothing here is real."
PAGES = (
    "Before you begin",
    "Printers",
    "Contacts",
    "Agents",
    "Account management",
    "Tasks",
    "History",
)
ELIGIBLE = 12
STEPS = 5
CONTACT = (
    ("First name", "Aoi"),
    ("Last name", "Tanaka"),
    ("Company", "Tanaka"),
    ("Country code", "81"),
    ("Phone", "0312345678"),
    ("Address line 1", "1-2-3"),
    ("City", "Minato"),
    ("State or province", "Tokyo"),
    ("Postal code", "1080075"),
)


def is_selected(j, page):
    """Whether the list of pages is at that page."""
    row = j.look("list item", j.say(page))
    return row and j.has_state(row, Atspi.StateType.SELECTED)


def try_the_sample(j):
    j.find("label", j.say("Welcome to MPS Desk"))
    j.picture("1-welcome")
    j.press("button", j.say("_Try the sample fleet"))
    j.find("table row", re.compile("SMP"))
    for number, page in enumerate(PAGES, 1):
        j.key(f"alt+{number}")
        j.wait(lambda: is_selected(j, page), f"the page “{page}”")
        j.find("label", j.say(SAMPLE))
        j.find_sensitive("button", j.say("_Leave the sample fleet"))
    j.picture("2-sample")


def leave_the_sample(j):
    j.press("button", j.say("_Leave the sample fleet"))
    j.find("label", j.say("Welcome to MPS Desk"))
    expect("label of the sample", j.look("label", j.say(SAMPLE)), None)


def find_done(j, number):
    """The numbers come in another order in some languages."""
    numbers = iter((number, STEPS))

    def fill(place):
        return str((number, STEPS)[int(place[1]) - 1] if place[1] else next(numbers))

    j.find("label", re.sub(r"%(?:(\d)\$)?u", fill, j.say("%u of %u done")))


def create_contact(j):
    j.press("button", j.say("Create contact…"))
    dialog = j.find("dialog", j.say("Create contact"))
    fill_in(j, dialog, CONTACT)
    choose_country(j, dialog)
    j.press("button", j.say("Create contact"), dialog)
    j.wait_until_gone("dialog", j.say("Create contact"))


def assign_contact(j):
    title = j.say("Assign supplies delivery contact")
    j.press("button", j.say("Assign contact…"))
    dialog = j.find("dialog", title)
    j.press("list item", re.compile("Tanaka"), dialog, "space")
    j.picture("5-assign")
    j.press("button", j.say("_Assign contact"), dialog)
    j.wait_until_gone("dialog", title)


def follow_the_checklist(j):
    j.key("alt+1")
    find_done(j, 1)
    j.picture("3-checklist")
    entitle(j)
    find_done(j, 2)
    create_contact(j)
    find_done(j, 3)
    assign_contact(j)
    find_done(j, 4)
    j.picture("6-done")


def add_eligible_printers(j):
    j.press("list item", j.say("Eligible printers"))
    j.find("label", j.count("%'u printer", "%'u printers", ELIGIBLE))
    j.reach("table row", re.compile("^JRN00001,"))
    j.key("ctrl+a")
    j.find("label", j.count("%'u selected", "%'u selected", ELIGIBLE))
    j.press("button", j.say("Add to MPS Express…"))
    dialog = j.find("dialog", j.say("Add to MPS Express"))
    j.press("button", j.say("_Continue"), dialog)
    j.press("check box", j.say("I _accept the terms of use"), dialog, "space")
    j.press("button", j.say("A_dd to MPS Express"), dialog)
    expect("printers added", j.number_of_row("Printers added", dialog), ELIGIBLE)
    j.picture("7-added")
    j.press("button", j.say("_Done"), dialog)
    j.wait_until_gone("dialog", j.say("Add to MPS Express"))


def walk_through(j):
    try_the_sample(j)
    leave_the_sample(j)
    import_printers(j)
    j.find("table row", re.compile("^JRN00001,"))
    follow_the_checklist(j)
    add_eligible_printers(j)
    j.quit()


def check_with_mpsctl(mpsctl):
    printers = ask_mpsctl(mpsctl, "printers", "list")["printers"]
    expect("own printers", len(printers), PRINTERS)
    expect("of the sample", [p["serial"] for p in printers if "SMP" in p["serial"]], [])
    added = [p["serial"] for p in printers if p["managed"] == "pending"]
    expect("pending ones", len(added), ELIGIBLE + 2)
    expect("check", ask_mpsctl(mpsctl, "check"), {"ok": True, "problems": []})
    sample = os.path.join(os.environ["XDG_DATA_HOME"], "mps-desk", "sample.db")
    of_sample = ("--database", sample, "--organization", "サンプル東日本")
    kept = ask_mpsctl(mpsctl, *of_sample, "printers", "list")["printers"]
    expect("printers of the sample", len(kept), 364)
    expect("own ones in it", [p["serial"] for p in kept if p["serial"].startswith("JRN")], [])


def main(language, program, mpsctl):
    j = Journey(program, [], language)
    try:
        walk_through(j)
    finally:
        j.close()
    check_with_mpsctl(mpsctl)


if __name__ == "__main__":
    report(f"the first hour in {sys.argv[1]}", lambda: main(*sys.argv[1:]))
