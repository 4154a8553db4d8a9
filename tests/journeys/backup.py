#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""backup.py LANGUAGE MPS-DESK MPSCTL saves a backup and goes back to it, and forth again.

With the keyboard alone: a backup is saved, but not over the database itself. A printer is unenrolled
and the organization entitled; a file that is no backup is refused; the backup is restored once it
is agreed that the entitlement goes. What was there before is then restored from the automatic
backup. Each time what is stored is compared by mpsctl and SQLite with what has to be there.
"""

import glob
import os
import re
import sqlite3
import stat
import sys

from journey import DATA, Atspi, Journey, ask_mpsctl, expect, open_database, report

FLEET = os.path.join(DATA, "fleet.csv")
ALONE = "JRN00001"
SERIALS = {f"JRN{i:05}" for i in range(1, 31)}
BACKUP = os.path.join(os.environ["XDG_RUNTIME_DIR"], "before.db")
FOLDER = os.path.join(os.environ["XDG_DATA_HOME"], "mps-desk")


def save(j, path, replace=False):
    j.choose_in_menu(j.say("Main menu"), "_Back up database…")
    j.choose_file(j.say("Back up database"), path, replace)


def save_backup(j):
    save(j, BACKUP)
    j.find("label", j.say("“%s” was saved.") % os.path.basename(BACKUP))
    expect("mode of the backup", stat.S_IMODE(os.stat(BACKUP).st_mode), 0o600)


def refuse_to_overwrite(j):
    save(j, os.path.join(FOLDER, "fleet.db"), replace=True)
    alert = j.find("alert", j.say("Backup not saved"))
    j.picture("1-refused")
    j.press("button", j.say("_Close"), alert)
    j.wait_until_gone("alert", j.say("Backup not saved"))


def change(j, mpsctl):
    """A printer goes, and the organization is entitled by another program meanwhile."""
    j.reach("table row", re.compile(f"^{ALONE},"))
    j.key("space", "Delete")
    alert = j.find("alert", j.say("Unenroll printers?"))
    j.press("button", j.say("_Unenroll"), alert)
    j.wait_until_gone("table row", re.compile(f"^{ALONE},"))
    ask_mpsctl(mpsctl, "organizations", "entitle", "Default", "--confirm", "Default")


def open_dialog(j):
    j.choose_in_menu(j.say("Main menu"), "Re_store from backup…")
    return j.find("dialog", j.say("Restore from backup"))


def choose(j, dialog, path):
    j.press("button", j.say("Choose a _file…"), dialog)
    j.choose_file(j.say("Choose a backup"), path)


def refuse_fleet_list(j, dialog):
    choose(j, dialog, FLEET)
    is_none = re.compile(re.escape(os.path.basename(FLEET)))
    j.wait(lambda: any(is_none.search(text) for text in j.labels(dialog)), "why it is no backup")
    j.picture("2-no-backup")


def see_loss(j, dialog, picture, loss):
    """Tells what would be lost before anything is done."""
    j.find("list item", re.compile(re.escape(loss)), dialog)
    j.picture(picture)


def go_back(j):
    dialog = open_dialog(j)
    refuse_fleet_list(j, dialog)
    choose(j, dialog, BACKUP)
    see_loss(j, dialog, "3-agree", j.count(
        "%u organization is entitled to MPS Express now, and not in the backup.",
        "%u organizations are entitled to MPS Express now, and not in the backup.", 1))
    button = j.find("button", j.say("_Restore"), dialog)
    expect("Restore before it is agreed", j.has_state(button, Atspi.StateType.SENSITIVE), False)
    j.press("check box", j.say("Restore it all the same"), dialog, "space")
    finish(j, dialog)
    j.find("table row", re.compile(f"^{ALONE},"))
    j.picture("4-restored")


def finish(j, dialog):
    j.press("button", j.say("_Restore"), dialog)
    j.wait_until_gone("dialog", j.say("Restore from backup"))
    j.find("label", j.say(
        "The backup was restored. What was there before is among the automatic backups."))


def go_forth(j):
    dialog = open_dialog(j)
    j.find("label", j.say("Before a backup was restored"), dialog)
    j.press("list item", re.compile(r"^20\d\d"), dialog)
    see_loss(j, dialog, "5-automatic", j.count(
        "%u printer is not in the backup.", "%u printers are not in the backup.", 1))
    finish(j, dialog)
    j.wait_until_gone("table row", re.compile(f"^{ALONE},"))


def check(mpsctl, serials, entitled):
    seen = {p["serial"] for p in ask_mpsctl(mpsctl, "printers", "list")["printers"]}
    expect("serial numbers", seen, serials)
    children = [o for o in ask_mpsctl(mpsctl, "organizations", "list") if o["name"] == "Default"]
    expect("entitled", [o["entitled"] for o in children], [entitled])
    expect("check", ask_mpsctl(mpsctl, "check"), {"ok": True, "problems": []})


def check_with_sqlite():
    """Every file that has been left is a whole database, and its owner's alone."""
    for path in [BACKUP, *glob.glob(os.path.join(FOLDER, "backups", "*"))]:
        expect(f"mode of “{path}”", stat.S_IMODE(os.stat(path).st_mode), 0o600)
        database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        expect(path, database.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
        database.close()
    database = open_database()
    expect("fleet.db", database.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
    database.close()


def walk_through(j, mpsctl):
    j.find("table row", re.compile(f"^{ALONE},"))
    save_backup(j)
    refuse_to_overwrite(j)
    change(j, mpsctl)
    check(mpsctl, SERIALS - {ALONE}, True)
    go_back(j)
    check(mpsctl, SERIALS, False)
    go_forth(j)
    check(mpsctl, SERIALS - {ALONE}, True)
    j.quit()


def main(language, program, mpsctl):
    ask_mpsctl(mpsctl, "printers", "import", FLEET)
    j = Journey(program, [], language)
    try:
        walk_through(j, mpsctl)
    finally:
        j.close()
    check_with_sqlite()


if __name__ == "__main__":
    report(f"a backup in {sys.argv[1]}", lambda: main(*sys.argv[1:]))
