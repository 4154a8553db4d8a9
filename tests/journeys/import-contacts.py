#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""import-contacts.py LANGUAGE MPS-DESK MPSCTL imports a contacts file that is full of mistakes.

Its cells are corrected where they are, one by one and all alike; what is still wrong is saved as
a file, corrected after the import and imported by itself, and that import is undone. Another one
is canceled half-way and goes on later, behind the closed dialog. What the window says is compared
with what the files say, and with what mpsctl and SQLite find stored.
"""

import contextlib
import csv
import os
import re
import sqlite3
import sys

from journey import Atspi, Journey, ask_mpsctl, expect, report

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data")
FILE = os.path.join(DATA, "contacts-with-mistakes.csv")

# New, existing and invalid rows of the file: as it is, when all that can be corrected all alike
# has been, and when two more cells were corrected by hand.
AS_IT_IS, ALIKE, BY_HAND = (2, 2, 10), (7, 2, 5), (9, 2, 3)
FIRST_PROBLEM = (3, "Country code")
EXISTING = [(8, "健一", "佐藤"), (9, "陽菜", "渡辺")]
STILL_WRONG = [(10, "Email"), (12, None), (16, "Country")]
# How many cells each kind of correction changes, in the order of the menu: invisible characters,
# signs in country codes, phone numbers without hyphens, a lost zero, signs in postal codes.
ALIKE_CELLS = (1, 2, 1, 1, 1)

BEFORE = 4  # contacts that are there already
MANY = 60  # contacts in the file whose import takes its time


def get_path(name):
    return os.path.join(os.environ["XDG_RUNTIME_DIR"], name)


def prepare(mpsctl):
    ask_mpsctl(mpsctl, "printers", "import", f"{DATA}/fleet.csv")
    # Three rows of that file can't be imported, which it says with its exit status.
    ask_mpsctl(mpsctl, "contacts", "import", f"{DATA}/contacts.csv", status=1)
    with open(get_path("many.csv"), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        with open(FILE, encoding="utf-8", newline="") as other:
            writer.writerow(next(csv.reader(other)))
        for i in range(1, MANY + 1):
            name = [f"Number {i}", "Many", "Example, Inc.", "", "1", "212-555-0100", ""]
            writer.writerow([*name, "1 Example Street", "", "New York", "NY", "10001", "US"])


@contextlib.contextmanager
def open_database():
    path = os.path.join(os.environ["XDG_DATA_HOME"], "mps-desk", "fleet.db")
    with contextlib.closing(sqlite3.connect(path, timeout=60, isolation_level=None)) as database:
        yield database


def ask_sqlite(sql):
    with open_database() as database:
        return database.execute(sql).fetchall()


# Every row that is inserted counts to this, so that there is time to cancel between two, however
# quick the machine is.
SLOW_DOWN = """
CREATE VIEW slow AS
  WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 400000)
  SELECT count (*) AS n FROM counted;
CREATE TRIGGER slow AFTER INSERT ON contacts BEGIN SELECT n FROM slow; END;
"""
SPEED_UP = "DROP TRIGGER slow; DROP VIEW slow;"


def change_speed(sql):
    """Waits for an import that runs."""
    with open_database() as database:
        database.executescript(f"BEGIN IMMEDIATE; {sql} COMMIT;")


def check_file(j, path):
    """From the contacts' page to the check of a file."""
    j.press("button", j.say("Import contacts"))
    dialog = j.find("dialog", j.say("Import contacts"))
    j.press("button", j.say("_Choose file…"), dialog)
    j.choose_file(j.say("Choose a contacts file"), path)
    j.find_sensitive("button", j.say("C_heck contacts"), dialog)
    j.picture("1-file")
    j.press("button", j.say("C_heck contacts"), dialog)
    return dialog


def expect_counts(j, dialog, counts):
    new, existing, invalid = counts
    for singular, plural, number in (
        ("%u new", "%u new", new),
        ("%u exists already", "%u exist already", existing),
        ("%u invalid", "%u invalid", invalid),
    ):
        j.find("label", j.count(singular, plural, number), dialog)


def find_focused_cell(j, line):
    row = j.look("table row", get_line(j, line))
    return j.focused(row) if row else None


def wait_for_cell(j, line, column, text):
    """Where the keyboard went, and what is said of the cell below the table."""
    cell = j.wait(lambda: find_focused_cell(j, line), f"the keyboard in line {line}")
    shown = text or j.words.pgettext("cell", "empty")
    expect("the cell", cell.get_name(), j.words.pgettext("cell", "%s: %s") % (j.say(column), shown))
    pattern = j.pattern("Line %u, %s: %s")

    def is_said():
        texts = [Atspi.Text.get_text(node, 0, -1) for node in j.look_all("status bar")]
        said = [match.groups() for match in map(pattern.match, texts) if match]
        return any(groups[:2] == (str(line), j.say(column)) for groups in said)

    j.wait(is_said, f"the reason in line {line}")


def correct(j, line, column, before, after):
    """Types into the cell that has the keyboard, in place."""
    wait_for_cell(j, line, column, before)
    j.key("Return")
    j.write(after, j.look("table row", get_line(j, line)))
    j.key("Return")


def correct_alike(j, dialog):
    """A correction that was made is not in the menu any more, so that the first is always next."""
    for number in ALIKE_CELLS:
        j.press("toggle button", j.say("Correct all alike"), dialog)
        menu = j.find("menu", j.say("Correct all alike"))
        j.wait(lambda: j.focused(menu), "the keyboard in the menu")
        j.picture(f"3-alike-{len(list(j.look_all('menu item', within=menu)))}")
        j.key("Return")
        j.wait_until_gone("menu", j.say("Correct all alike"))
        text = j.count("%u cell was corrected.", "%u cells were corrected.", number)
        j.find("label", text, dialog)


def see_results(j, dialog, imported, existing, invalid):
    title = j.say("Imported contacts")
    j.find("list item", title, dialog)
    expect("imported", j.number_of_row("Imported contacts", dialog), imported)
    expect("existing", j.number_of_row("Contacts already exist", dialog), existing)
    expect("invalid", j.number_of_row("Missing or invalid information", dialog), invalid)


def get_range(j, dialog):
    """What the results say about the lines that were not come to."""
    return j.labels(j.find("list item", j.say("Contacts not imported"), dialog))[-1]


def look_at_details(j, dialog):
    j.press("list item", j.say("Contacts already exist"), dialog)
    for line, first_name, last_name in EXISTING:
        j.find("list item", re.compile(f"^{line} {first_name} {last_name}"), dialog)
    j.picture("5-existing")
    j.key("Escape")
    j.press("list item", j.say("Missing or invalid information"), dialog)
    for line, column in STILL_WRONG:
        column = re.escape(j.say(column)) + " " if column else ""
        j.find("list item", re.compile(f"^{line} {column}"), dialog)
    j.picture("6-invalid")
    j.key("Escape")
    j.find("list item", j.say("Imported contacts"), dialog)


def save_rejected(j, dialog):
    """They are saved with their lines and reasons, the text of their cells as it was."""
    path = get_path("rejected.csv")
    j.press("button", j.say("_Save rejected rows…"), dialog)
    j.choose_file(j.say("Save rejected rows"), path)
    j.find("label", j.say("“%s” was saved.").replace("%s", "rejected.csv"))
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    with open(FILE, encoding="utf-8", newline="") as file:
        lines = {reader.line_num: row for reader in [csv.reader(file, strict=True)] for row in reader}
    n = len(lines[1])
    expect("columns of the rejected rows", rows[0][:n], lines[1])
    expect("their lines", [int(row[n]) for row in rows[1:]], [line for line, _ in STILL_WRONG])
    for row in rows[1:]:
        cells = lines[int(row[n])]
        expect("their cells", row[:n], cells + [""] * (n - len(cells)))
        assert row[n + 2], f"no reason in {row}"


def import_with_mistakes(j):
    dialog = check_file(j, FILE)
    expect_counts(j, dialog, AS_IT_IS)
    j.find_sensitive("button", j.count("_Import %u contact", "_Import %u contacts", 2), dialog)
    j.key("F8")
    wait_for_cell(j, *FIRST_PROBLEM, "+81")
    j.picture("2-check")
    correct_alike(j, dialog)
    expect_counts(j, dialog, ALIKE)
    correct_by_hand(j)
    expect_counts(j, dialog, BY_HAND)
    j.press("button", j.count("_Import %u contact", "_Import %u contacts", BY_HAND[0]), dialog)
    see_results(j, dialog, *BY_HAND)
    expect("not imported", get_range(j, dialog), "0")
    j.picture("4-results")
    look_at_details(j, dialog)
    save_rejected(j, dialog)
    return dialog


def correct_by_hand(j):
    """In the order in which F8 leads to the cells, and once the other way."""
    j.key("F8")
    correct(j, 6, "First name", "", "Sakura")
    j.key("F8")
    correct(j, 7, "Postal code", "530-00", "5300005")
    j.key("F8")
    wait_for_cell(j, 10, "Email", "anna.example.com")
    j.key("shift+F8")
    wait_for_cell(j, 16, "Country", "Nihon")


def import_the_rest(j, dialog):
    """Only what is not in yet is shown, corrected and imported."""
    j.press("button", j.say("_Correct and import again"), dialog)
    _, *rows = [row.get_name() for row in j.look_all("table row", within=dialog)]
    expect("rows to correct", rows, [get_line(j, line) for line, _ in STILL_WRONG])
    j.key("F8")
    correct(j, 10, "Email", "anna.example.com", "anna@example.com")
    j.picture("7-again")
    j.press("button", j.count("_Import %u contact", "_Import %u contacts", 1), dialog)
    see_results(j, dialog, 1, 0, 2)
    expect("stored", count_stored(), BEFORE + BY_HAND[0] + 1)


def undo_the_rest(j, dialog):
    j.press("button", j.say("_Undo import"), dialog)
    text = j.count(
        "The import was undone: %u contact was deleted again.",
        "The import was undone: %u contacts were deleted again.",
        1,
    )
    j.find("label", text, dialog)
    j.picture("8-undone")
    expect("stored", count_stored(), BEFORE + BY_HAND[0])
    j.press("button", j.say("_Done"), dialog)
    j.wait_until_gone("dialog", j.say("Import contacts"))
    count_contacts(j, BEFORE + BY_HAND[0])


def get_line(j, line):
    return j.say("Line %u").replace("%u", str(line))


def count_stored():
    return ask_sqlite("SELECT count (*) FROM contacts")[0][0]


def count_contacts(j, number):
    j.find("label", j.count("%'u contact", "%'u contacts", number))


def wait_for_progress(j, dialog):
    def question():
        bar = j.look("progress bar", j.say("Progress"), dialog)
        return bar and Atspi.Value.get_current_value(bar) > 0

    j.wait(question, "the import to get on")


def cancel_half_way(j):
    """What was imported before stays, and the rest is told as a range of lines."""
    before = count_stored()
    change_speed(SLOW_DOWN)
    dialog = check_file(j, get_path("many.csv"))
    expect_counts(j, dialog, (MANY, 0, 0))
    j.press("button", j.count("_Import %u contact", "_Import %u contacts", MANY), dialog)
    wait_for_progress(j, dialog)
    j.picture("9-progress")
    j.press("button", j.say("_Cancel"), dialog)
    j.find("list item", j.say("Imported contacts"), dialog)
    done = j.number_of_row("Imported contacts", dialog)
    assert 0 < done < MANY - 1, f"{done} were imported before Cancel"
    lines = j.pattern("%u–%u").match(get_range(j, dialog)).groups()
    expect("not imported", lines, (str(done + 2), str(MANY + 1)))
    j.find("label", j.say("Import canceled"), dialog)
    expect("stored", count_stored(), before + done)
    j.picture("10-canceled")
    return dialog, done


def go_on_in_background(j, dialog, done):
    """The dialog is closed while the rest is imported, and opened again by the toast."""
    j.press("button", j.say("_Correct and import again"), dialog)
    rest = MANY - done
    j.press("button", j.count("_Import %u contact", "_Import %u contacts", rest), dialog)
    wait_for_progress(j, dialog)
    j.key("Escape")
    j.wait_until_gone("dialog", j.say("Import contacts"))
    change_speed(SPEED_UP)
    j.find("label", j.count("%u contact was imported.", "%u contacts were imported.", rest))
    j.picture("11-toast")
    j.press("button", j.say("Show _results"))
    dialog = j.find("dialog", j.say("Import contacts"))
    see_results(j, dialog, rest, 0, 0)
    return dialog


def refuse_to_undo(j, mpsctl, dialog):
    """One of them is assigned meanwhile, by another program."""
    [(contact,)] = ask_sqlite(f"SELECT id FROM contacts WHERE first_name = 'Number {MANY}'")
    ask_mpsctl(mpsctl, "contacts", "assign", str(contact), "JRN00001")
    stored = count_stored()
    j.press("button", j.say("_Undo import"), dialog)
    alert = j.find("alert", j.say("Import not undone"))
    j.picture("12-refused")
    j.key("Escape")
    j.wait_until_gone("alert", j.say("Import not undone"))
    expect("stored", count_stored(), stored)
    j.press("button", j.say("_Done"), dialog)
    j.wait_until_gone("dialog", j.say("Import contacts"))


def walk_through(j, mpsctl):
    count_contacts(j, BEFORE)
    dialog = import_with_mistakes(j)
    import_the_rest(j, dialog)
    undo_the_rest(j, dialog)
    dialog = go_on_in_background(j, *cancel_half_way(j))
    refuse_to_undo(j, mpsctl, dialog)
    count_contacts(j, BEFORE + BY_HAND[0] + MANY)
    j.quit()


def check_with_mpsctl(mpsctl):
    expect("check", ask_mpsctl(mpsctl, "check"), {"ok": True, "problems": []})


def main(language, program, mpsctl):
    prepare(mpsctl)
    j = Journey(program, ["--page", "contacts"], language)
    try:
        walk_through(j, mpsctl)
    finally:
        j.close()
    check_with_mpsctl(mpsctl)


if __name__ == "__main__":
    report(f"importing contacts with mistakes in {sys.argv[1]}", lambda: main(*sys.argv[1:]))
