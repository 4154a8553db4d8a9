#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# check-words.sh WORDS CATALOGUES MPSCTL
# Fails when a word of MPS Express is not said in Japanese as the words file has it, or when
# mpsctl does not speak it.
set -eu
words=$1
mpsctl=$3
# The C library looks at no catalogue in its own locale, whatever language is asked for.
locale=$(locale -a | grep -iE '^ja_jp\.utf-?8$' || locale -a | grep -iE '^[a-z]+_.*utf-?8$') || exit 77
LC_ALL=$(echo "$locale" | head -n 1)
export LC_ALL LANGUAGE=ja TEXTDOMAIN=mps-desk TEXTDOMAINDIR="$2"
status=0
tab=$(printf '\t')
wrong() { # ENGLISH WANTED FOUND
  printf '“%s” must be “%s” and is “%s”\n' "$1" "$2" "$3"
  status=1
}

while IFS=$tab read -r english japanese; do
  case $english in '#'*) continue ;; esac
  found=$(gettext "$english")
  [ "$found" = "$japanese" ] || wrong "$english" "$japanese" "$found"
done <"$words"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
printf 'Serial number,Model\nSN1,MS431dn\n' >"$folder/fleet.csv"
"$mpsctl" --database "$folder/fleet.db" printers import "$folder/fleet.csv" >"$folder/said"
"$mpsctl" --database "$folder/fleet.db" eligibility >>"$folder/said"
for word in 作成 プリンタ 資格対象 消耗品配送連絡先が割り当てられていない; do
  grep -q "$word" "$folder/said" || wrong mpsctl "$word" "$(cat "$folder/said")"
done
exit "$status"
