#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""programme.py LANGUAGE MPS-DESK MPSCTL follows printers from a failed try into MPS Express.

With the keyboard alone: what a task left undone is tried again; a printer becomes ineligible
while the terms are read, and is not added; the requests are exported and their answers imported,
of which one is registered, one failed and one is rejected; the pages of these printers; a view of
what is managed is saved, chosen again and exported; the history has the accepted terms. What the screen said and what the files hold
is then compared with what mpsctl and SQLite find stored.
"""

import csv
import json
import os
import re
import sys

from journey import DATA, Journey, ask_mpsctl, expect, open_database, report

# JRN00001 is added before and is registered in the end; RETRIED had no contact then, and fails;
# PENDING is not answered; LATE becomes ineligible while the terms are read.
REGISTERED, RETRIED, PENDING, LATE = ("JRN00001", "JRN00002", "JRN00003", "JRN00004")
REPORTED = {f"JRN{i:05}" for i in range(13, 19)}
MANAGED = {REGISTERED, PENDING} | REPORTED
REASON = "No delivery to this address."
VIEW = "Our MPS"


class Files:
    """What the window writes and reads."""

    def __init__(self):
        folder = os.environ["XDG_RUNTIME_DIR"]
        names = ("requests.json", "answers.json", "printers.csv", "over.csv", "history.csv")
        self.requests, self.answers, self.printers, self.over, self.history = (
            os.path.join(folder, name) for name in names
        )


def prepare(mpsctl, files):
    """An entitled organization, and a task that added one of two printers."""
    ask_mpsctl(mpsctl, "printers", "import", f"{DATA}/fleet.csv")
    ask_mpsctl(mpsctl, "contacts", "import", f"{DATA}/contacts.csv", status=1)
    ask_mpsctl(mpsctl, "contacts", "assign", "3", REGISTERED, PENDING, LATE)
    ask_mpsctl(mpsctl, "organizations", "entitle", "Default", "--confirm", "Default")
    terms = ask_mpsctl(mpsctl, "policy", "show")["terms"]["version"]
    task = ask_mpsctl(mpsctl, "enroll", "--accept-terms", terms, REGISTERED, RETRIED, status=1)
    ask_mpsctl(mpsctl, "contacts", "assign", "3", RETRIED)
    with open(files.over, "w", encoding="utf-8") as over:
        over.write(f"Serial number,Model,Average monthly pages\n{LATE},CX730de,9999999\n")
    return task["task"]


# Adding


def accept_terms(j, dialog):
    j.press("button", j.say("_Continue"), dialog)
    j.press("check box", j.say("I _accept the terms of use"), dialog, "space")


def add(j, dialog, serial):
    """The result names what was added."""
    j.press("button", j.say("A_dd to MPS Express"), dialog)
    expect("printers added", j.number_of_row("Printers added", dialog), 1)
    j.press("list item", j.say("Printers added"), dialog)
    j.find("list item", re.compile(serial), dialog)
    j.picture(f"added-{serial}")
    j.key("Escape")
    j.press("button", j.say("_Done"), dialog)
    j.wait_until_gone("dialog", j.say("Add to MPS Express"))


def go_to_page(j, current, name):
    j.reach("list item", j.say(current))
    j.go_down_to(j.say(name))
    j.key("Return")


def retry(j, task):
    """Only what failed is tried again, and the terms are accepted for it."""
    go_to_page(j, "Printers", "Tasks")
    j.reach("table row", None)
    j.go_down_to(re.compile(rf"\b{task}\b.*{re.escape(j.say('Completed with errors'))}"))
    j.key("Return")
    j.find("list item", re.compile(RETRIED))
    j.picture("1-failed-task")
    j.press("button", j.say("_Retry…"))
    dialog = j.find("dialog", j.say("Add to MPS Express"))
    expect("eligible ones", j.number_of_row("Eligible", dialog), 1)
    accept_terms(j, dialog)
    add(j, dialog, RETRIED)


def select(j, *serials):
    """Selects printers by their serial numbers."""
    j.key("ctrl+l")
    dialog = j.find("dialog", j.say("Select by serial numbers"))
    j.reach("text", j.say("Serial numbers"), dialog)
    j.type(" ".join(serials))
    j.key("ctrl+Return")
    number = len(serials)
    j.press("button", j.count("_Select %'u printer", "_Select %'u printers", number), dialog)
    j.wait_until_gone("dialog", j.say("Select by serial numbers"))
    j.find("label", j.count("%'u selected", "%'u selected", number))


def say_how_many(j, number):
    return j.count(
        "%'u printer will be added to MPS Express. This cannot be taken back.",
        "%'u printers will be added to MPS Express. This cannot be taken back.",
        number,
    )


def add_while_another_imports(j, mpsctl, files):
    j.key("alt+2")
    j.find("table row", re.compile(f"^{PENDING},"))
    select(j, PENDING, LATE)
    j.press("button", j.say("Add to MPS Express…"))
    dialog = j.find("dialog", j.say("Add to MPS Express"))
    expect("eligible ones", j.number_of_row("Eligible", dialog), 2)
    accept_terms(j, dialog)
    j.find("label", say_how_many(j, 2), dialog)
    ask_mpsctl(mpsctl, "printers", "import", files.over)
    j.find("label", say_how_many(j, 1), dialog)
    j.picture("2-one-became-ineligible")
    add(j, dialog, PENDING)


# Exchange


def choose_in_mps_menu(j, item):
    j.choose_in_menu(j.say("Managed Print Services (MPS)"), item)


def export_requests(j, files):
    choose_in_mps_menu(j, "_Export requests…")
    dialog = j.find("dialog", j.say("Export requests"))
    row = j.find("list item", j.say("Requests"), dialog)
    expect("requests", j.labels(row)[-1], "3")
    j.press("button", j.say("_Export to a file…"), dialog)
    j.choose_file(j.say("Save request file"), files.requests)
    j.find("label", j.say("All requests were exported."), dialog)
    j.picture("3-requests-exported")
    j.key("Escape")
    j.wait_until_gone("dialog", j.say("Export requests"))


def write_answers(files):
    """One is registered, one failed, and one is not in the request that is answered."""
    with open(files.requests, encoding="utf-8") as file:
        requests = {r["printers"][0]["serial"]: r for r in json.load(file)}
    expect("requested printers", sorted(requests), [REGISTERED, RETRIED, PENDING])
    outcomes = (
        (REGISTERED, {"serial": REGISTERED, "outcome": "registered"}),
        (RETRIED, {"serial": RETRIED, "outcome": "failed", "reason": REASON}),
        (PENDING, {"serial": LATE, "outcome": "registered"}),
    )
    answers = [
        {
            "format": "mps-desk-enrolment-answer",
            "version": 1,
            "request": requests[serial]["id"],
            "results": [result],
        }
        for serial, result in outcomes
    ]
    with open(files.answers, "w", encoding="utf-8") as file:
        json.dump(answers, file)


def look_into(j, dialog, title, *texts):
    expect(f"“{title}”", j.number_of_row(title, dialog), 1)
    j.press("list item", j.say(title), dialog)
    for text in texts:
        j.find("list item", re.compile(re.escape(text)), dialog)
    j.picture(f"answers-{title.split()[0].lower()}")
    j.key("Escape")
    j.find("list item", j.say("Task ID"), dialog)


def import_answers(j, files):
    choose_in_mps_menu(j, "_Import answers…")
    dialog = j.find("dialog", j.say("Import answers"))
    j.press("button", j.say("_Choose file…"), dialog)
    j.choose_file(j.say("Choose an answer"), files.answers)
    j.press("button", j.say("_Import answers"), dialog)
    j.find("label", j.say("Registered: now MPS Express"), dialog)
    look_into(j, dialog, "Registered: now MPS Express", REGISTERED)
    look_into(j, dialog, "Registration failed", RETRIED, REASON)
    look_into(j, dialog, "Rejected: nothing was changed", LATE)
    j.press("button", j.say("_Done"), dialog)
    j.wait_until_gone("dialog", j.say("Import answers"))


# Pages of printers


def open_printer(j, serial):
    j.key("Escape", "Escape")
    j.key("ctrl+f")
    j.write(serial)
    j.find("label", j.count("%'u printer", "%'u printers", 1))
    j.press("table row", re.compile(f"^{serial},"))


def look_at_printers(j):
    open_printer(j, REGISTERED)
    j.find("label", j.say("This printer can’t be unenrolled"))
    j.find("label", j.say("Registered in MPS Express"))
    expect("Unenroll of a managed printer", j.look("button", j.say("_Unenroll…")), None)
    j.picture("4-registered-printer")
    j.key("alt+Left")
    open_printer(j, RETRIED)
    j.find("label", REASON)
    j.picture("5-failed-printer")
    j.key("alt+Left")


# Views


def count_printers(j, number):
    j.find("label", j.count("%'u printer", "%'u printers", number))


def choose_view(j, current, wanted):
    """The two built in ones come first in the menu, and the one of this journey third."""
    j.open_menu(current)
    j.key(*["Down"] * (2 if wanted == VIEW else 0), "Return")
    j.find("toggle button", wanted)


def save_view(j):
    """Of what is managed or pending, by its own name, chosen again after another one."""
    j.find("table row", re.compile(f"^{RETRIED},"))
    j.key("ctrl+f")
    j.write("jrn")
    j.press("toggle button", j.say("Managed or not"))
    j.go_down_to(j.say("MPS Express or pending"))
    j.key("Return")
    count_printers(j, len(MANAGED))
    j.choose_in_menu(j.say("%s (modified)") % j.say("Standard"), "Save as _new view…")
    alert = j.find("alert", re.compile(""))
    j.fill_in(j.say("Name"), VIEW, alert)
    j.picture("6-name-of-the-view")
    j.key("Return")
    choose_view(j, VIEW, j.say("Standard"))
    count_printers(j, 30)
    choose_view(j, j.say("Standard"), VIEW)
    count_printers(j, len(MANAGED))
    j.picture("7-saved-view")


def export_view(j, files):
    j.key("ctrl+shift+e")
    dialog = j.find("dialog", j.say("Export printers"))
    j.press("button", j.say("_Export…"), dialog)
    j.choose_file(j.say("Export printers"), files.printers)
    j.find("label", j.say("“%s” was saved.") % "printers.csv")
    j.picture("8-exported")


def look_at_history(j, files):
    """The whole as a file, and the newest addition with the terms as they were accepted in the
    window's language."""
    go_to_page(j, "Printers", "History")
    j.press("button", j.say("_Save as CSV…"))
    j.choose_file(j.say("Save as CSV"), files.history)
    j.find("label", j.say("“%s” was saved.") % "history.csv")
    j.reach("table row", None)
    j.go_down_to(re.compile("^" + re.escape(j.say("Add to MPS Express"))))
    j.key("Return")
    database = open_database()
    sql = "SELECT terms_sha256, terms_text, language FROM acceptances ORDER BY id DESC LIMIT 1"
    sha256, text, language = database.execute(sql).fetchone()
    database.close()
    expect("language of the terms", language, j.language)
    j.find("label", sha256)
    j.find("label", text)
    j.picture("9-history")


def walk_through(j, mpsctl, files, task):
    j.find("table row", re.compile(f"^{REGISTERED},"))
    retry(j, task)
    add_while_another_imports(j, mpsctl, files)
    export_requests(j, files)
    write_answers(files)
    import_answers(j, files)
    look_at_printers(j)
    save_view(j)
    export_view(j, files)
    look_at_history(j, files)
    j.quit()


def check_files(j, files):
    with open(files.printers, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    expect("exported printers", {row[j.say("Serial number")] for row in rows}, MANAGED)
    states = {row[j.say("Serial number")]: row[j.say("Lexmark Managed")] for row in rows}
    expect("registered one", states[REGISTERED], j.say("MPS Express"))
    expect("pending one", states[PENDING], j.say("MPS Express (Pending)"))
    with open(files.history, encoding="utf-8-sig", newline="") as file:
        subjects = [row[j.say("Subject")] for row in csv.DictReader(file)]
    database = open_database()
    kept = database.execute("SELECT subject FROM history ORDER BY id DESC").fetchall()
    database.close()
    expect("exported history", subjects, [subject for subject, in kept])


def check_with_mpsctl(mpsctl):
    printers = {p["serial"]: p for p in ask_mpsctl(mpsctl, "printers", "list")["printers"]}
    for serial, managed in (
        (REGISTERED, "managed"),
        (RETRIED, "failed"),
        (PENDING, "pending"),
        (LATE, "none"),
    ):
        expect(serial, printers[serial]["managed"], managed)
    refused = ask_mpsctl(mpsctl, "printers", "unenroll", REGISTERED, PENDING, status=3)
    expect("mpsctl's refusal", refused["error"]["code"], "managed-printers")
    expect("check", ask_mpsctl(mpsctl, "check"), {"ok": True, "problems": []})


def check_with_sqlite():
    """Each addition was accepted, for one printer; and nothing else became managed."""
    database = open_database()
    sql = """SELECT serial, printers, exported_at IS NOT NULL, outcome FROM acceptances
             JOIN requests ON acceptance = acceptances.id
             JOIN request_printers ON request = requests.id ORDER BY requests.id"""
    expect(
        "acceptances",
        database.execute(sql).fetchall(),
        [(REGISTERED, 1, 1, 2), (RETRIED, 1, 1, 3), (PENDING, 1, 1, None)],
    )
    sql = "SELECT serial FROM printers WHERE managed IN (1, 2) AND reported = 0 ORDER BY serial"
    expect("added", [row[0] for row in database.execute(sql)], [REGISTERED, PENDING])
    database.close()


def main(language, program, mpsctl):
    files = Files()
    task = prepare(mpsctl, files)
    j = Journey(program, [], language)
    try:
        walk_through(j, mpsctl, files, task)
    finally:
        j.close()
    check_files(j, files)
    check_with_mpsctl(mpsctl)
    check_with_sqlite()


if __name__ == "__main__":
    report(f"the programme in {sys.argv[1]}", lambda: main(*sys.argv[1:]))
