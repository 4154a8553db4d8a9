#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""help.py LANGUAGE MPS-DESK MPSCTL reads the whole help, from its first topic to its last.

With the keyboard alone, and beside a window that goes on working: each topic of the book is gone to,
and each of its lines is read on the screen.
"""

import os
import re
import sys

from journey import Journey, expect, report

BOOKS = os.path.join(
    os.path.dirname(os.path.abspath(__file__)), os.pardir, os.pardir, "data", "help"
)
FEWEST = 15  # topics


def read_book(language):
    """The titles of the topics, each with its lines without the signs before them."""
    topics = []
    with open(os.path.join(BOOKS, f"{language}.txt"), encoding="utf-8") as file:
        for line in file.read().splitlines():
            if line.startswith("# "):
                topics.append((line.split(" ", 2)[2], []))
            elif line and line[0] not in "%@>":
                topics[-1][1].append(re.sub(r"^(##|\d+\.|-|!) ", "", line))
    return topics


def read_topic(j, window, title, lines):
    j.wait(lambda: is_shown(j, window, lines), f"the topic “{title}”")
    j.picture(f"{title.split()[0]}")


def is_shown(j, window, lines):
    shown = {node.get_name() for role in ("label", "heading") for node in j.look_all(role, None, window)}
    return shown.issuperset(lines)


def walk_through(j, topics):
    j.find("label", j.say("Welcome to MPS Desk"))
    j.key("F1")
    window = j.wait_for_window(j.say("Help"))
    first = j.find("list item", topics[0][0], window)
    j.wait(lambda: j.focused(window), "the keyboard in the help")
    j.reach("list item", first.get_name(), window)
    for i, (title, lines) in enumerate(topics):
        if i > 0:
            j.key("Down")
        read_topic(j, window, title, lines)
    j.key("ctrl+w")
    j.wait_for_window(j.say("MPS Desk"))
    j.quit()


def main(language, program, _mpsctl):
    topics = read_book(language)
    expect("enough topics", len(topics) >= FEWEST, True)
    j = Journey(program, [], language)
    try:
        walk_through(j, topics)
    finally:
        j.close()


if __name__ == "__main__":
    report(f"the help in {sys.argv[1]}", lambda: main(*sys.argv[1:]))
