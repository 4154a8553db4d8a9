#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-completion.py COMMANDS.json MPSCTL BASH-COMPLETION FISH-COMPLETION ZSH-COMPLETION

Fails when a shell does not offer every command and option that “mpsctl --help” has. Bash is always
asked; fish and Z shell where they are installed, of which Z shell only reads the file.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile

ASK_BASH = """
source "$1"
while IFS= read -r line; do
  IFS=$'\\t' read -r -a COMP_WORDS <<<"$line"
  COMP_WORDS+=('')
  [[ $line != *$'\\t' ]] || COMP_WORDS[-1]=
  [[ $line == *$'\\t' ]] || unset 'COMP_WORDS[-1]'
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  _mpsctl
  (IFS=$'\\t'; echo "${COMPREPLY[*]}")
done
"""


def ask_bash(completion, lines):
    """What is offered for each line of words, of which the last is being typed."""
    run = subprocess.run(["bash", "-c", ASK_BASH, "bash", completion], capture_output=True,
                         input="".join("\t".join(line) + "\n" for line in lines), text=True)
    if run.returncode != 0 or run.stderr:
        sys.exit(f"bash: {run.stderr}")
    return [set(filter(None, offered.split("\t"))) for offered in run.stdout.splitlines()]


def ask_fish(completion, lines):
    script = "source $argv[1]\n" + "".join(
        f"complete -C {' '.join(line)!r} | string join \\x1f\n"
        + "echo\n" for line in lines)
    run = subprocess.run(["fish", "--no-config", "-c", script, completion], capture_output=True,
                         text=True, check=True)
    return [{offer.split("\t")[0] for offer in offered.split("\x1f") if offer}
            for offered in run.stdout.replace("\n\n", "\n").splitlines()]


def expectations(described):
    """Lines of words and what must be offered for them."""
    words = {}
    for command in described["commands"]:
        first, *second = command["name"].split()
        words.setdefault((), set()).add(first)
        if second:
            words.setdefault((first,), set()).add(second[0])
    for before, expected in words.items():
        yield ["mpsctl", *before, ""], expected
    for command in described["commands"]:
        line = ["mpsctl", *command["name"].split()]
        options = [*command["options"], *described["options"]]
        yield [*line, "--"], {"--" + option["name"] for option in options}
        for option in options:
            if "choices" in option:
                yield [*line, "--" + option["name"], ""], set(option["choices"])


def special_cases(database):
    """What Bash must offer where the cursor stands after other things."""
    return [
        (["mpsctl", "--database", "x", "--json", "printers", "li"], {"list"}),
        (["mpsctl", "--organization", "printers", "pol"], {"policy"}),
        (["mpsctl", "printers", "list", "--status", "=", "elig"], {"eligible"}),
        (["mpsctl", "printers", "list", "--status", "="], None),
        (["mpsctl", "help", "exchange", ""], {"export", "import"}),
        (["mpsctl", "printers", "import", "sample-f"], {"sample-fleet"}),
        (["mpsctl", "printers", "import", "sample-fleet", "sample-f"], set()),
        (["mpsctl", "eligibility", "--serials-from", "sample-"], {"sample-fleet"}),
        (["mpsctl", "printers", "list", "sample-f"], set()),
        (["mpsctl", "restore", "--confirm", "sample-f"], {"sample-fleet"}),
        (["mpsctl", "--database", database, "--organization", "Tok"], {"Tokyo\\ west"}),
        (["mpsctl", "--database", database, "--organization", "東"], {"東京"}),
        (["mpsctl", "printers", "list", "--search", "e"], set()),
    ]


def compare(shell, cases, answers):
    assert len(cases) == len(answers), f"{shell}: {len(answers)} answers to {len(cases)} questions"
    for (line, expected), offered in zip(cases, answers):
        if expected is None:
            ok = offered
        elif line[-1] in ("", "--"):
            ok = expected <= offered
        else:
            ok = expected == offered
        if not ok:
            yield f"{shell} offers {sorted(offered)} for {line} instead of {expected}"


def make_folder(folder, mpsctl):
    """A place with mpsctl on the PATH, a database and a file."""
    database = os.path.join(folder, "fleet.db")
    os.symlink(os.path.abspath(mpsctl), os.path.join(folder, "mpsctl"))
    os.environ["PATH"] = folder + os.pathsep + os.environ["PATH"]
    for name in ("Tokyo west", "東京"):
        subprocess.run(["mpsctl", "--database", database, "organizations", "add", name],
                       check=True, stdout=subprocess.DEVNULL)
    os.mkdir(os.path.join(folder, "files"))
    os.chdir(os.path.join(folder, "files"))
    with open("sample-fleet", "w", encoding="utf-8"):
        pass
    return database


def main(commands, mpsctl, *completions):
    bash, fish, zsh = map(os.path.abspath, completions)
    with open(commands, encoding="utf-8") as file:
        cases = list(expectations(json.load(file)))
    with tempfile.TemporaryDirectory(prefix="mps-completion-") as folder:
        special = special_cases(make_folder(folder, mpsctl))
        asked = cases + special
        problems = list(compare("bash", asked, ask_bash(bash, [line for line, _ in asked])))
        os.chdir("/")
    if shutil.which("fish"):
        problems += compare("fish", cases, ask_fish(fish, [line for line, _ in cases]))
    if shutil.which("zsh"):
        run = subprocess.run(["zsh", "-n", zsh], capture_output=True, text=True)
        problems += run.stderr.splitlines()
    print("\n".join(problems) or f"{len(asked)} completions are as they should be")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
