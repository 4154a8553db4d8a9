#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""contacts.py LANGUAGE MPS-DESK MPSCTL goes through the life of a supplies delivery contact.

Search, create, edit, copy, a refused deletion that leads to the printers, a deletion and its
undo, in the real window and with the keyboard alone. What is stored in the end is then compared
with what mpsctl and SQLite find.
"""

import re
import sys

from journey import DATA, Atspi, Journey, ask_mpsctl, expect, open_database, report
from steps import choose_country, fill_in


ASSIGNED = ["JRN00001", "JRN00002", "JRN00003"]


def prepare(mpsctl):
    """Four contacts, and three printers that one of them is assigned to."""
    ask_mpsctl(mpsctl, "printers", "import", f"{DATA}/fleet.csv")
    # Three rows of the file can't be imported, which it says with its exit status.
    ask_mpsctl(mpsctl, "contacts", "import", f"{DATA}/contacts.csv", status=1)
    smith = find_contact(ask_mpsctl(mpsctl, "contacts", "list"), "Smith")
    ask_mpsctl(mpsctl, "contacts", "assign", str(smith["id"]), *ASSIGNED)


def find_contact(answer, last_name):
    return next(c for c in answer["contacts"] if c["last_name"] == last_name)


def count_contacts(j, number):
    j.find("label", j.count("%'u contact", "%'u contacts", number))


def search_for(j, text):
    j.key("ctrl+f")
    j.write(text)


def search(j):
    """Each of these finds one of the four: one character, other widths, cases and accents."""
    for text, name in (("鈴", "鈴木 美咲"), ("ＳＭＩ", "Mary Smith"), ("dùpónt", "Jean Dupont")):
        search_for(j, text)
        count_contacts(j, 1)
        j.find("table row", name)
    j.picture("1-search")
    search_for(j, "nobody")
    j.press("button", j.say("C_lear search and filters"))
    count_contacts(j, 4)


def narrow(j):
    """Chooses a company and takes it back."""
    j.press("toggle button", j.say("Company"))
    j.type("example")
    j.find("list item", "Example, Inc.")
    j.key("Return")
    count_contacts(j, 1)
    j.picture("2-company")
    j.press("button", j.say("Show the contacts of all companies"))
    count_contacts(j, 4)


def create(j):
    j.key("ctrl+n")
    dialog = j.find("dialog", j.say("Create contact"))
    # Behind a dialog nothing moves, and above it nothing comes.
    j.key("ctrl+n", "ctrl+o")
    fill_in(j, dialog, (("First name", "Aoi"), ("Last name", "Tanaka"), ("Company", "Tanaka")))
    fill_in(j, dialog, (("Country code", "+81"), ("Phone", "0312345678")))
    create_button = j.find("button", j.say("Create contact"), dialog)
    expect("creating with a mistake", j.has_state(create_button, Atspi.StateType.SENSITIVE), False)
    mistake = j.say("Enter digits only, without a plus sign, such as 81 for Japan.")
    j.find("list item", mistake, dialog)
    j.picture("3-mistake")
    fill_in(j, dialog, (("Country code", "81"), ("Address line 1", "1-2-3"), ("City", "Minato")))
    fill_in(j, dialog, (("State or province", "Tokyo"), ("Postal code", "1080075")))
    choose_country(j, dialog)
    expect("dialogs", len(list(j.look_all("dialog"))), 1)
    expect("the mistake", j.look("list item", mistake, dialog), None)
    j.picture("4-create")
    j.press("button", j.say("Create contact"), dialog)
    j.wait_until_gone("dialog", j.say("Create contact"))
    j.find("table row", "Aoi Tanaka")
    count_contacts(j, 5)


def go_to(j, name):
    """Finds a contact by searching, and goes to its row."""
    search_for(j, name)
    count_contacts(j, 1)
    return j.reach("table row", re.compile(re.escape(name)))


def edit(j):
    go_to(j, "Aoi Tanaka")
    j.key("Return")
    dialog = j.find("dialog", j.say("Update contact"))
    fill_in(j, dialog, (("City", "Shibuya"),))
    j.key("Escape")
    j.press("button", j.say("_Keep editing"))
    j.press("button", j.say("Update contact"), dialog)
    j.wait_until_gone("dialog", j.say("Update contact"))
    j.find("label", j.say("The contact was updated."))
    j.wait(lambda: "Shibuya" in j.labels(j.find("table row", "Aoi Tanaka")), "the new city")


def copy(j):
    """An unchanged copy is a duplicate, and says so; a changed one is another contact."""
    go_to(j, "Aoi Tanaka")
    j.key("space")
    j.press("button", j.say("C_opy"))
    dialog = j.find("dialog", j.say("Create contact"))
    j.press("button", j.say("Create contact"), dialog)
    j.find(
        "label",
        j.say(
            "There is a contact with this name, company, address and postal code already. Change"
            " one of them, or use the contact there is."
        ),
        dialog,
    )
    j.picture("5-duplicate")
    fill_in(j, dialog, (("First name", "Ren"),))
    j.press("button", j.say("Create contact"), dialog)
    j.wait_until_gone("dialog", j.say("Create contact"))


def refused_delete(j):
    go_to(j, "Mary Smith")
    j.key("space", "Delete")
    alert = j.find("alert", j.say("Contact in use"))
    number = str(len(ASSIGNED))
    said = j.labels(alert)
    expect("the refusal", any("Mary Smith" in text and number in text for text in said), True)
    j.picture("6-refused")
    j.press("button", j.say("_Show printers"))
    for serial in ASSIGNED:
        j.find("table row", re.compile(f"^{serial},"))
    expect("other printers", j.look("table row", re.compile("^JRN00004,")), None)
    j.picture("7-printers")
    j.key("alt+3")
    j.find("table row", "Mary Smith")


def delete_and_undo(j):
    go_to(j, "Ren Tanaka")
    j.key("space", "Delete")
    j.press("button", j.say("_Delete"), j.find("alert", j.say("Delete contact")))
    j.find("label", j.count("%'u contact was deleted.", "%'u contacts were deleted.", 1))
    j.find("label", j.say("No contacts found"))
    j.picture("8-deleted")
    j.press("button", j.say("_Undo"))
    j.find("table row", "Ren Tanaka")
    j.find("label", j.count("%'u contact was restored.", "%'u contacts were restored.", 1))


def delete_for_good(j):
    go_to(j, "Jean Dupont")
    j.key("space", "Delete")
    j.press("button", j.say("_Delete"), j.find("alert", j.say("Delete contact")))
    j.wait_until_gone("table row", "Jean Dupont")


def walk_through(j):
    count_contacts(j, 4)
    search(j)
    narrow(j)
    create(j)
    edit(j)
    copy(j)
    refused_delete(j)
    delete_and_undo(j)
    delete_for_good(j)
    j.quit()


def check_with_mpsctl(mpsctl):
    answer = ask_mpsctl(mpsctl, "contacts", "list")
    stored = {f"{c['first_name']} {c['last_name']}": c for c in answer["contacts"]}
    names = {"健一 佐藤", "美咲 鈴木", "Mary Smith", "Aoi Tanaka", "Ren Tanaka"}
    expect("contacts", set(stored), names)
    expect("edited city", stored["Aoi Tanaka"]["city"], "Shibuya")
    expect("postal code", stored["Aoi Tanaka"]["postal_code"], "108-0075")
    expect("country", stored["Aoi Tanaka"]["country"], "JP")
    expect("printers of the refused one", stored["Mary Smith"]["printers"], len(ASSIGNED))
    expect("check", ask_mpsctl(mpsctl, "check"), {"ok": True, "problems": []})


def check_with_sqlite():
    """What was edited has another revision, and so has what was restored, under its old id."""
    database = open_database()
    sql = "SELECT id, revision FROM contacts WHERE first_name IN ('Aoi', 'Ren') ORDER BY id"
    expect("stored revisions", database.execute(sql).fetchall(), [(5, 2), (6, 2)])
    database.close()


def main(language, program, mpsctl):
    prepare(mpsctl)
    j = Journey(program, ["--page", "contacts"], language)
    try:
        walk_through(j)
    finally:
        j.close()
    check_with_mpsctl(mpsctl)
    check_with_sqlite()


if __name__ == "__main__":
    report(f"the life of a contact in {sys.argv[1]}", lambda: main(*sys.argv[1:]))
