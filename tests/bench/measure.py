# SPDX-License-Identifier: GPL-3.0-or-later
"""How the bench measures: programs as wholes, in turn, and what a row of the table is made of."""

import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field

PATIENCE = 900  # seconds, for one program

programs = ""  # the folder of the bench's own programs


@dataclass
class Run:
    seconds: float
    memory: int  # the most that the program held, in bytes


@dataclass
class Side:
    """What was measured of one of the two that do a job."""

    seconds: list = field(default_factory=list)
    memory: int = 0

    def add(self, seconds, memory=0):
        self.seconds.append(seconds)
        self.memory = max(self.memory, memory)

    @property
    def median(self):
        return statistics.median(self.seconds)


@dataclass
class Result:
    """A job at one size. The runs of the two sides took turns."""

    job: str
    size: int
    ours: Side = field(default_factory=Side)
    theirs: Side = field(default_factory=Side)

    @property
    def ratio(self):
        """How many times as long the other one takes: the median of what each turn says."""
        pairs = zip(self.ours.seconds, self.theirs.seconds)
        return statistics.median(theirs / ours for ours, theirs in pairs)


def program(name):
    return os.path.join(programs, name)


def on_display(command):
    """The command, on a display of its own, with the settings of a new user."""
    tests = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    data = os.path.join(programs, "..", "..", "data")
    return ["env", f"GSETTINGS_SCHEMA_DIR={data}", "LC_ALL=C.UTF-8", "GTK_A11Y=none",
            os.path.join(tests, "with-display"), *command]


def fail(message):
    sys.exit(f"bench: {message}")


def say(message):
    print(f"bench: {message}", file=sys.stderr, flush=True)


def complete(command, **options):
    """What became of a program; one that never ends is a failure, too."""
    try:
        return subprocess.run(command, text=True, check=False, timeout=PATIENCE, **options)
    except subprocess.TimeoutExpired:
        return fail(f"“{' '.join(command)}” did not end in {PATIENCE} s")


def run(command, text=None, output=subprocess.DEVNULL):
    """Runs a program to its end, which must be a good one."""
    with tempfile.NamedTemporaryFile(mode="r") as usage:
        done = complete([program("bench-measure"), usage.name, *command], stdout=output,
                        stderr=subprocess.PIPE,
                        **({"input": text} if text else {"stdin": subprocess.DEVNULL}))
        if done.returncode != 0 or done.stderr:
            fail(f"“{' '.join(command)}” failed:\n{done.stderr}")
        seconds, _, memory = usage.read().split()
    return Run(float(seconds), int(memory))


def ask(command, text=None):
    """What a program prints."""
    done = complete(command, input=text, capture_output=True)
    if done.returncode != 0 or done.stderr:
        fail(f"“{' '.join(command)}” failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def alternate(job, size, n_turns, ours, theirs):
    """Runs both in turn: each is a function that returns a Run."""
    result = Result(job, size)
    for _ in range(n_turns):
        for side, function in ((result.ours, ours), (result.theirs, theirs)):
            done = function()
            side.add(done.seconds, done.memory)
    return result


def read_results(size, text):
    """What a program that measures itself prints: a line with job, side, seconds and bytes a run."""
    results = {}
    for line in text.splitlines():
        job, side, seconds, memory = line.split("\t")
        result = results.setdefault(job, Result(job, size))
        getattr(result, side).add(float(seconds), int(memory))
    return list(results.values())
