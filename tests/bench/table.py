# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of the bench: what was measured, and whether the goals hold."""

import os
import platform

from goals import JOBS, show_time, smallest_of

HEADER = ("job", "rows", "MPS Desk", "instead", "times faster", "memory", "of instead", "growth",
          "goal")


def show_side(side):
    if not side.seconds:
        return "–"
    spread = f"{show_time(min(side.seconds))}–{show_time(max(side.seconds))}"
    return f"{show_time(side.median)} ({spread})" if len(side.seconds) > 1 else spread.split("–")[0]


def show_memory(side):
    return f"{side.memory / 1e6:.0f} MB" if side.memory else "–"


def show_growth(result, results):
    smallest = smallest_of(result, results)
    if smallest is result:
        return "–"
    times = result.ours.median / smallest.ours.median
    return f"{times:.3g} × for {result.size // smallest.size} ×"


def judge(result, results):
    """The goals, where this is the largest fleet of its job."""
    if any(other.job == result.job and other.size > result.size for other in results):
        return "–"
    return ", ".join(f"{words}: {'yes' if holds(result, results) else 'NO'}"
                     for words, holds in JOBS[result.job][1]) or "–"


def make_rows(results):
    order = list(JOBS)
    for result in sorted(results, key=lambda result: (order.index(result.job), result.size)):
        ratio = f"{result.ratio:.3g}" if result.theirs.seconds else "–"
        yield (JOBS[result.job][0], f"{result.size:,}", show_side(result.ours),
               show_side(result.theirs), ratio, show_memory(result.ours),
               show_memory(result.theirs), show_growth(result, results), judge(result, results))


def describe_machine():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        models = [line.split(":")[1].strip() for line in file if line.startswith("model name")]
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    load = ", ".join(f"{value:.2f}" for value in os.getloadavg())
    return (f"{models[0] if models else platform.machine()}, {len(models)} processors, "
            f"{memory:.0f} GiB; load of the last 1, 5 and 15 minutes: {load}.\n"
            "Each time is the median of runs that took turns with the other side’s, with the least "
            "and the most.")


def print_markdown(rows):
    for row in (rows[0], ["---"] * len(HEADER), *rows[1:]):
        print("| " + " | ".join(row) + " |")


def print_results(results, markdown):
    rows = [HEADER, *make_rows(results)]
    print(describe_machine() + "\n", flush=True)
    if markdown:
        print_markdown(rows)
        return
    widths = [max(len(row[i]) for row in rows) for i in range(len(HEADER))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
