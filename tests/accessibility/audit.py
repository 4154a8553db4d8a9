#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""audit.py LANGUAGE MPS-DESK MPSCTL SOURCE looks at every page and dialog as a screen reader does.

The real program is driven with the sample fleet through the visits of visits.py, and what is there
is checked by the rules of rules.py. The report has a line for each page and each violation.
"""

import os
import re
import sys
import time

import visits
import ways
from journey import report
from rules import KEYBOARD_RULES, RULES
from screen import Screen, flatten, read

# A class of ui/*.blp that is shown by itself; the others are parts of these.
TEMPLATE = re.compile(r"^template \$(\w+): ([\w.$]+) \{", re.MULTILINE)
SHOWN_BY_ITSELF = re.compile(r"(Page|Dialog|Window|Popover)$")


def list_templates(source):
    """The pages and dialogs that the program has."""
    folder = os.path.join(source, "ui")
    for name in sorted(os.listdir(folder)):
        if name.endswith(".blp"):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                template, parent = TEMPLATE.search(file.read()).groups()
            if SHOWN_BY_ITSELF.search(parent):
                yield template


class Audit:
    def __init__(self, j):
        self.j, self.visited, self.lines, self.violations = j, set(), [], []

    def look_at(self, view):
        """Checks one page or dialog, as it is on the screen."""
        begun = time.monotonic()
        stops = self.j.tab_around() if view.keyboard else []
        objects = list(flatten(read(view.node)))
        paths = {this.path for this in objects}
        here = [stop for stop in stops if stop.path in paths]
        rules = RULES + (KEYBOARD_RULES if view.keyboard else ())
        found = [f"{this.place()} {what}" for rule in rules for this, what in rule(objects, here)]
        self.visited.update(view.classes)
        self.violations += [f"{view.name}: {line}" for line in found]
        self.lines.append(f"{view.name}: {len(objects)} objects, {len(here)} stops of Tab, "
                          f"{len(found)} violations, {time.monotonic() - begun:.1f} s")
        self.j.picture(view.name.replace(" ", "-"))

    def find_forgotten(self, source):
        """The pages and dialogs of the program that no visit leads to."""
        for template in list_templates(source):
            if template in visits.ELSEWHERE:
                continue
            if template not in self.visited:
                self.violations.append(f"{template} is shown by no visit of visits.py")

    def run(self, source):
        for visit in visits.VISITS:
            for view in visit(self.j):
                self.look_at(view)
        self.find_forgotten(source)

    def tell(self):
        for line in self.lines:
            print(f"# {line}")
        for line in self.violations:
            print(f"# VIOLATION {line}")
        print(f"# {len(self.lines)} pages and dialogs, {len(self.violations)} violations",
              flush=True)


def main(language, program, mpsctl, source):
    j = Screen(program, ["--database", ways.prepare(mpsctl, source)], language)
    audit = Audit(j)
    try:
        audit.run(source)
        j.quit()
    finally:
        audit.tell()
        j.close()
    assert not audit.violations, f"{len(audit.violations)} violations"


if __name__ == "__main__":
    report(f"accessibility in {sys.argv[1]}", lambda: main(*sys.argv[1:]))
