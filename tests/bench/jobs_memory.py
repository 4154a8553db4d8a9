# SPDX-License-Identifier: GPL-3.0-or-later
"""Jobs that are done in the columns in memory: statuses, one assignment, searches."""

import os

from measure import ask, program, read_results
from rule import COUNTS, fill


def columns(fleets, folder, size, turns):
    database, copy = os.path.join(folder, "ours.db"), os.path.join(folder, "theirs.db")
    counts = os.path.join(folder, "counts.sql")
    for path in (database, copy):
        fleets.copy(fleets.whole(size), path)
    with open(counts, "w", encoding="utf-8") as file:
        file.write(fill(COUNTS, lambda *words: fleets.ctl(database, *words)))
    return read_results(size, ask([program("bench-columns"), database, copy, counts, str(turns)]))
