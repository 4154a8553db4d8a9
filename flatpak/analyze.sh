# shellcheck shell=bash disable=SC2154 # what dev sets
# SPDX-License-Identifier: GPL-3.0-or-later
#
# dev analyze: what four analyzers say of the sources, each of which sees what others do not. It
# ends with an error when one of them has something to say. Sourced by dev.

# -fanalyzer, with warnings as errors. Not these of its warnings:
# - null-dereference and null-argument: g_strdup () is inline and returns NULL for NULL, so that it
#   takes every text for one that may be; clang's analyzer looks at these, and is not misled;
# - out-of-bounds: it takes an index below a size that is not known for one that may be beyond.
analyze_with_gcc() {
  local options='-fanalyzer -Wno-analyzer-null-dereference -Wno-analyzer-null-argument'
  configure_once analyze-gcc -Dwerror=true -Dc_args="$options -Wno-analyzer-out-of-bounds"
  quietly "$build/analyze-gcc.log" inside ninja -k 0 -C "$build/analyze-gcc" src/ctl/mpsctl \
    src/desk/mps-desk
}

# The same analyzer as clang-tidy's, over whole builds; .clang-tidy says why not these checkers.
analyze_with_scan_build() {
  rm -rf "$build/analyze-clang"
  quietly "$build/analyze-clang.log" inside scan-build -o "$build/scan-build" meson setup \
    "$build/analyze-clang" "$source"
  quietly "$build/analyze-clang.log" inside scan-build --status-bugs -o "$build/scan-build" \
    -disable-checker optin.core.EnumCastOutOfRange -disable-checker unix.Malloc \
    -disable-checker deadcode.DeadStores \
    ninja -C "$build/analyze-clang" src/ctl/mpsctl src/desk/mps-desk
}

# What it looks for is in .clang-tidy. It needs the headers that are made in a build.
analyze_with_clang_tidy() {
  local folder=$build/analyze-tidy sources
  mapfile -t sources < <(find "$source/src" -name '*.c')
  configure_once analyze-tidy --native-file="$source/flatpak/clang.ini"
  quietly "$build/analyze-tidy.log" inside ninja -C "$folder" src/desk/mps-desk
  printf '%s\n' "${sources[@]}" \
    | inside xargs -n 8 -P "$(nproc)" clang-tidy --quiet -p "$folder" 2>"$build/analyze-tidy.log"
}

# cppcheck reads no header of GLib; these are what it can't do without.
analyze_with_cppcheck() {
  inside cppcheck --quiet -j "$(nproc)" --std=c11 --library=gtk -I "$source/src" \
    --enable=warning,performance,portability --inline-suppr --error-exitcode=1 \
    --suppressions-list="$source/flatpak/cppcheck.supp" -DG_LOG_USE_STRUCTURED \
    '-DG_GNUC_PRINTF(a,b)=' '-DG_DEFINE_EXTENDED_ERROR(a,b)=' '-DG_GINT64_FORMAT="ld"' \
    '-DG_GUINT64_FORMAT="lu"' '-DG_GSIZE_FORMAT="lu"' --template=gcc src
}

command_analyze() {
  local analyzer status=0
  [ $# -le 1 ] || usage
  mkdir -p "$build"
  # The analyzers are to name the files as they are named here.
  cd "$source" || fail "$source is not there"
  for analyzer in ${1:-cppcheck gcc clang_tidy scan_build}; do
    declare -F "analyze_with_$analyzer" >/dev/null || usage
    say "analyzing with $analyzer"
    ("analyze_with_$analyzer") || status=1
  done
  return "$status"
}
