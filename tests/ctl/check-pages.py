#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-pages.py COMMANDS.json MPS-DESK PAGE…

Fails when a manual page is not well formed, or lacks a command or option that “--help” has.
"""

import json
import os
import re
import shutil
import subprocess
import sys

LINTERS = (
    ["mandoc", "-T", "lint", "-W", "warning"],
    # “ja” has where lines of Japanese may break, which cannot be as wide as all others.
    ["groff", "-ww", "-z", "-k", "-man", "-m", "ja", "-d", "AD=l", "-T", "utf8"],
)


def calls_of_mpsctl(commands):
    with open(commands, encoding="utf-8") as file:
        described = json.load(file)
    for command in [{"name": "mpsctl", **described}, *described["commands"]]:
        yield command["name"]
        for option in command["options"]:
            yield "--" + option["name"]


def calls_of_mps_desk(program):
    run = subprocess.run([program, "--help"], capture_output=True, text=True, check=True)
    # The options of GTK and GLib, “--help-all” and its like, are described elsewhere.
    return [option for option in re.findall(r"--[a-z-]+", run.stdout)
            if not option.startswith("--help-") and not option.startswith("--g")]


def check(page, calls):
    with open(page, encoding="utf-8") as file:
        text = re.sub(r"\\f[BIR]", "", file.read()).replace("\\-", "-")
    for call in calls:
        if call not in text:
            yield f"“{call}” is not there"
    for linter in LINTERS:
        if shutil.which(linter[0]):
            run = subprocess.run([*linter, page], capture_output=True, text=True)
            yield from (run.stdout + run.stderr).splitlines()


def main(commands, program, *pages):
    calls = {"mpsctl.1": list(calls_of_mpsctl(commands)),
             "mps-desk.1": list(calls_of_mps_desk(program))}
    problems = [f"{page}: {problem}" for page in pages
                for problem in check(page, calls[os.path.basename(page)])]
    print("\n".join(problems) or f"{len(pages)} pages are in order")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
