# SPDX-License-Identifier: GPL-3.0-or-later
"""What several journeys do on their way."""

import os

from journey import DATA, expect

PRINTERS = 30


def import_printers(j):
    """From the welcome to an empty database."""
    j.press("button", j.say("_Import printers…"))
    dialog = j.find("dialog", j.say("Import printers"))
    j.press("button", j.say("_Choose file…"), dialog)
    j.choose_file(j.say("Choose a fleet list"), os.path.join(DATA, "fleet.csv"))
    j.press("button", j.say("_Import printers"), dialog)
    expect("new printers", j.number_of_row("New printers", dialog), PRINTERS)
    expect("rejected rows", j.number_of_row("Rejected rows", dialog), 0)
    j.picture("1-printers-imported")
    j.press("button", j.say("_Done"), dialog)
    j.wait_until_gone("dialog", j.say("Import printers"))


def entitle(j, meanwhile=lambda: None):
    """Entitles the organization from a checklist; meanwhile, before the dialog is closed."""
    title = j.say("Organization entitlements")
    j.press("button", j.say("Organization entitlements…"))
    dialog = j.find("dialog", title)
    j.press("check box", "MPS Express", dialog, "space")
    prompt = j.pattern("Type “%s” to confirm")
    entry = j.reach("text", prompt, dialog)
    j.picture("2-entitlement")
    j.type(prompt.search(entry.get_name()).group(1))
    j.press("button", j.say("_Save changes"), dialog)
    j.wait_until_gone("button", j.say("_Save changes"))
    meanwhile()
    j.key("Escape")
    j.wait_until_gone("dialog", title)
    j.wait_until_gone("button", j.say("Organization entitlements…"))


def fill_in(j, dialog, fields):
    for name, text in fields:
        j.fill_in(j.say(name), text, dialog)


def choose_country(j, dialog):
    j.press("combo box", j.say("Country"), dialog)
    j.find("entry", j.say("Search countries"))
    name = {"en": "Japan", "ja": "日本"}[j.language]
    j.write(name)
    j.find("list item", name)
    j.key("Return")
    j.wait_until_gone("entry", j.say("Search countries"))
    expect("country", name in j.labels(j.find("combo box", j.say("Country"), dialog)), True)
