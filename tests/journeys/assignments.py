#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""assignments.py LANGUAGE MPS-DESK MPSCTL creates and assigns a contact, and takes it back.

With the keyboard alone: from the remedy of “no contact” into the form, the undo, printers selected
by a list of serial numbers of which one is unknown, and a contact that is replaced. What the
screen said is then compared with what mpsctl finds stored.
"""

import os
import re
import sys

from journey import DATA, Atspi, Journey, ask_mpsctl, expect, report

SIDEBAR = "Printer eligibility status"
NO_CONTACT = "No supplies delivery contact assigned"
EXPLANATION = (
    "This printer has no supplies delivery contact. Assign one.",
    "These printers have no supplies delivery contact. Assign one.",
)
WITHOUT_CONTACT = 19

# What is typed into the form, by the titles of its fields; the country is chosen from a list.
CONTACT = {
    "First name": "Mary",
    "Last name": "Smith",
    "Company": "Example, Inc.",
    "Country code": "355",
    "Phone": "42345678",
    "Address line 1": "1 Example Street",
    "City": "Tirana",
    "Postal code": "1001",
}
COUNTRY = {"en": "Albania", "ja": "アルバニア"}
FIRST_COUNTRY = {"en": "Afghanistan", "ja": "アイスランド"}


def look_at_no_contact(j):
    """Goes down the sidebar to the line that explains the status, and has the remedy."""
    explanation = j.count(*EXPLANATION, WITHOUT_CONTACT)

    def is_reached():
        node = j.focused()
        if node and node.get_role_name() == "list item" and node.get_name() == explanation:
            return True
        j.key("Down")
        return False

    sidebar = j.find("list", j.say(SIDEBAR))
    j.reach("list item", next(j.look_all("list item", within=sidebar)).get_name())
    j.key("Home")
    j.wait(is_reached, f"the keyboard on “{NO_CONTACT}”")
    return sidebar


def expect_no_contact(j, number):
    j.find("row header", re.compile(f"^{re.escape(j.say(NO_CONTACT))} {number}\\b"))


def expect_rows(j, dialog, numbers):
    for title, number in numbers.items():
        row = j.find("list item", j.say(title), dialog)
        expect(f"“{title}”", int(j.labels(row)[1]), number)


def choose_country(j, dialog):
    """Opens the list of countries, and searches it until one is left."""
    j.press("combo box", j.say("Country"), dialog, "space")
    j.find("label", FIRST_COUNTRY[j.language], dialog)
    # Letter by letter, what no key has would be typed by changing the keyboard.
    Atspi.EditableText.set_text_contents(j.focused(dialog), COUNTRY[j.language])
    j.wait_until_gone("label", FIRST_COUNTRY[j.language])
    j.key("Down", "Return")


def fill_in(j, dialog):
    for title, text in CONTACT.items():
        j.reach("text", j.say(title), dialog)
        j.type(text)
    choose_country(j, dialog)


def create_and_assign(j):
    sidebar = look_at_no_contact(j)
    expect_no_contact(j, WITHOUT_CONTACT)
    j.picture("1-no-contact")
    j.press("button", j.say("Assign contact…"), sidebar)
    dialog = j.find("dialog", j.say("Assign supplies delivery contact"))
    j.find("label", j.say("No contacts yet"), dialog)
    j.picture("2-no-contacts-yet")
    j.press("button", j.say("_Create and assign…"), dialog)
    j.picture("3-form")
    fill_in(j, dialog)
    j.picture("4-filled-in")
    j.press("button", j.say("_Create and assign"), dialog)
    j.wait_until_gone("dialog", j.say("Assign supplies delivery contact"))


def undo(j):
    j.find(
        "label",
        j.count(
            "The contact was created and assigned to %'u printer.",
            "The contact was created and assigned to %'u printers.",
            WITHOUT_CONTACT,
        ),
    )
    j.picture("5-created-and-assigned")
    j.key("ctrl+z")
    j.find(
        "label",
        j.count(
            "The assignment was undone for %'u printer.",
            "The assignment was undone for %'u printers.",
            WITHOUT_CONTACT,
        ),
    )
    j.picture("6-undone")
    expect_no_contact(j, WITHOUT_CONTACT)


def select_by_serial_numbers(j):
    j.key("ctrl+l")
    dialog = j.find("dialog", j.say("Select by serial numbers"))
    j.reach("text", j.say("Serial numbers"), dialog)
    j.type("jrn00001, JRN00002 UNKNOWN-1; jrn00001")
    j.picture("7-serial-numbers")
    j.key("ctrl+Return")
    j.find_sensitive("button", j.count("_Select %'u printer", "_Select %'u printers", 2), dialog)
    expect_rows(
        j,
        dialog,
        {"Printers found": 2, "Unknown serial numbers": 1, "Named more than once": 1},
    )
    j.picture("8-found")
    j.press("list item", j.say("Unknown serial numbers"), dialog)
    j.find("list item", re.compile("UNKNOWN-1"), dialog)
    j.picture("9-unknown")
    j.key("Escape")
    j.press("button", j.count("_Select %'u printer", "_Select %'u printers", 2), dialog)
    j.wait_until_gone("dialog", j.say("Select by serial numbers"))
    j.find("label", j.count("%'u selected", "%'u selected", 2))
    j.wait(lambda: j.focused() and "JRN00001" in j.focused().get_name(), "the keyboard in the table")
    j.picture("10-selected")


def assign_again(j):
    title = j.say("Assign supplies delivery contact")
    j.press("button", j.say("Assign contact…"))
    dialog = j.find("dialog", title)
    j.press("list item", re.compile("Mary Smith"), dialog, "space")
    j.press("button", j.say("_Assign contact"), dialog)
    j.wait_until_gone("dialog", title)
    j.find(
        "label",
        j.count(
            "The contact was assigned to %'u printer.",
            "The contact was assigned to %'u printers.",
            2,
        ),
    )
    j.press("button", j.say("Assign contact…"))
    dialog = j.find("dialog", title)
    j.find("label", re.compile(".Mary Smith$"), dialog)
    j.wait(lambda: j.focused(dialog).get_role_name() in ("text", "entry"), "the keyboard in the search")
    j.picture("11-replaced")
    j.key("Escape")
    j.wait(lambda: j.focused(dialog).get_role_name() == "list item", "the keyboard in the list")
    j.key("Escape")
    j.wait_until_gone("dialog", title)


def walk_through(j):
    j.find("table row", re.compile("^JRN00001,"))
    create_and_assign(j)
    undo(j)
    select_by_serial_numbers(j)
    assign_again(j)
    j.quit()


def check_with_mpsctl(mpsctl):
    contacts = ask_mpsctl(mpsctl, "contacts", "list")["contacts"]
    expect("contacts", [(c["last_name"], c["printers"]) for c in contacts], [("Smith", 2)])
    printers = ask_mpsctl(mpsctl, "printers", "list")["printers"]
    assigned = [p["serial"] for p in printers if p["contact"]]
    expect("printers with a contact", assigned, ["JRN00001", "JRN00002"])
    tasks = [t for t in ask_mpsctl(mpsctl, "tasks", "list") if t["kind"] == "assign"]
    expect(
        "tasks",
        [(t["state"], t["done"]) for t in tasks],
        [("completed", 2), ("completed", WITHOUT_CONTACT), ("completed", WITHOUT_CONTACT)],
    )
    expect("check", ask_mpsctl(mpsctl, "check"), {"ok": True, "problems": []})


def main(language, program, mpsctl):
    ask_mpsctl(mpsctl, "printers", "import", os.path.join(DATA, "fleet.csv"))
    j = Journey(program, [], language)
    try:
        walk_through(j)
    finally:
        j.close()
    check_with_mpsctl(mpsctl)


if __name__ == "__main__":
    report(f"assignments in {sys.argv[1]}", lambda: main(*sys.argv[1:]))
