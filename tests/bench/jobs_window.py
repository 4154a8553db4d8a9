# SPDX-License-Identifier: GPL-3.0-or-later
"""Jobs that are done in the window, on a display of their own."""

import os

from measure import ask, on_display, program, read_results

N_ASSIGNED = 10000


def start(fleets, folder, size, turns):
    """Each start is a process of its own; the first ones bring the file into memory."""
    database = os.path.join(folder, "start.db")
    fleets.copy(fleets.imported(size), database)
    lines = []
    for turn in range(turns + 1):
        for side in ("ours", "theirs"):
            printed = ask(on_display([program("bench-start"), side, database]))
            lines += printed.splitlines() if turn > 0 else []
    return read_results(size, "\n".join(lines))


def window(fleets, folder, size, turns):
    database = os.path.join(folder, "window.db")
    fleets.copy(fleets.whole(size), database)
    return read_results(size, ask(on_display([program("bench-window"), database, str(N_ASSIGNED),
                                              str(turns)])))
