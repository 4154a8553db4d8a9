# shellcheck shell=bash disable=SC2154 # what dev sets
# SPDX-License-Identifier: GPL-3.0-or-later
#
# dev fuzz: lets libFuzzer look for inputs that break what reads files. Sourced by dev.
#
# A target is tests/fuzz/fuzz-TARGET.c. It starts from the files in tests/fuzz/corpus/TARGET, and
# what it finds is in the build folder: inputs that reach new code in found/, and those that break
# a promise in broken/. Put the latter into the corpus, under a name that says what was wrong, and
# correct what they broke; “dev test” replays the corpus.

dictionary_of() { # TARGET
  case $1 in
    addresses) echo addresses.dict ;;
    exchange | policy) echo json.dict ;;
    *) echo table.dict ;;
  esac
}

# In bytes. A file's rows are checked one by one, and take as long as there are of them.
length_of() { # TARGET
  case $1 in
    contacts) echo 1024 ;;
    *) echo 4096 ;;
  esac
}

# Keeps of the corpus and what was found as few files as reach the same code; those with a name
# stay. Each has a control file of its own: libFuzzer’s are named by process numbers, which are alike
# where two targets are shrunk at once.
shrink_corpus() { # TARGET PROGRAM FOUND
  local corpus=$source/tests/fuzz/corpus/$1 control=$build/fuzz/$1.control file least
  least=$(mktemp -d "$build/fuzz/least-XXXXXX")
  rm -f "$control"
  inside env LC_ALL=C.UTF-8 "$2" -set_cover_merge=1 -merge_control_file="$control" -use_counters=0 \
    -max_len=4096 "$least" "$corpus" "$3" >"$build/fuzz/$1.log" 2>&1 \
    || fail "the files could not be merged; see $build/fuzz/$1.log"
  find "$corpus" -type f -regextype posix-extended -regex '.*/[0-9a-f]{12}' -delete
  for file in "$least"/*; do
    mv "$file" "$corpus/$(basename "$file" | cut -c 1-12)"
  done
  rm -r "$least"
}

# Only the target is built: the window would take minutes.
build_fuzzer() { # TARGET
  configure_once fuzz --native-file="$source/flatpak/clang.ini" -Doptimization=2 \
    -Dc_args=-fsanitize=fuzzer-no-link -Dc_link_args=-fsanitize=fuzzer-no-link \
    -Db_lundef=false -Db_sanitize=address,undefined
  quietly "$build/fuzz.log" inside ninja -C "$build/fuzz" "tests/fuzz/fuzz-$1"
}

command_fuzz() {
  local target=${1:-} seconds=${2:-600} program found status=0
  if [ ! -e "$source/tests/fuzz/fuzz-$target.c" ] || [ $# -gt 2 ]; then
    usage
  fi
  build_fuzzer "$target"
  program=$build/fuzz/tests/fuzz/fuzz-$target
  found=$build/fuzz/found/$target
  mkdir -p "$found" "$build/fuzz/broken"
  inside env LC_ALL=C.UTF-8 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 \
    ASAN_OPTIONS=detect_leaks=1:detect_stack_use_after_return=1 \
    "$program" -max_total_time="$seconds" -max_len="$(length_of "$target")" -timeout=10 -rss_limit_mb=1024 \
    -print_final_stats=1 -artifact_prefix="$build/fuzz/broken/$target-" \
    -dict="$source/tests/fuzz/$(dictionary_of "$target")" \
    "$found" "$source/tests/fuzz/corpus/$target" || status=$?
  [ "$status" -ne 0 ] || shrink_corpus "$target" "$program" "$found"
  return "$status"
}
