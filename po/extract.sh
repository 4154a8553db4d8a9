#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints the catalogue of all strings, without translations.
set -eu
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
code=$folder/code rest=$folder/rest both=$folder/both
keywords="--keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=g_dngettext:2,3
  --flag=g_set_error:4:c-format --flag=g_error_new:3:c-format --flag=mps_problem_new:4:c-format
  --flag=mps_error_new_with_problems:3:c-format --flag=g_strdup_printf:1:c-format"
sed '/^#/d' po/POTFILES.in | grep -E '\.([ch]|blp)$' >"$code" || true
sed '/^#/d' po/POTFILES.in | grep -vE '\.([ch]|blp)$' >"$rest" || true
# shellcheck disable=SC2086 # the keywords are words
xgettext --from-code=UTF-8 --language=C --add-comments=Translators --package-name=mps-desk \
  --files-from="$code" $keywords --output="$both"
if [ -s "$rest" ]; then
  xgettext --from-code=UTF-8 --join-existing --files-from="$rest" --output="$both"
fi
cat "$both"
