# shellcheck shell=bash disable=SC2154 # what dev sets
# SPDX-License-Identifier: GPL-3.0-or-later
#
# dev coverage: which lines of the sources the tests reach. Sourced by dev.
#
# It prints a table with a line for each room, and the files of which the least is reached; which
# lines those are is in the HTML report. With names of suites, as “store exchange”, only those run.

command_coverage() {
  local folder=$build/coverage suites=() suite status=0
  for suite; do
    suites+=(--suite "$suite")
  done
  build_in coverage --buildtype=debug -Db_coverage=true
  find "$folder" -name '*.gcda' -delete
  inside meson test -C "$folder" --no-rebuild --print-errorlogs --timeout-multiplier 3 \
    "${suites[@]}" </dev/null || status=$?
  mkdir -p "$folder/report"
  # Branches that GLib's macros and the compiler's clean-ups make are not this program's.
  inside gcovr --root "$source" --filter "$source/src/" --gcov-ignore-parse-errors \
    --exclude-throw-branches --merge-mode-functions=separate --json-summary "$folder/coverage.json" \
    --html-details "$folder/report/index.html" "$folder" >"$folder/gcovr.log" 2>&1 \
    || fail "gcovr failed; see $folder/gcovr.log"
  inside "$source/flatpak/print-coverage" "$folder/coverage.json"
  say "the lines are in ${folder#"$source/"}/report/index.html"
  return "$status"
}
