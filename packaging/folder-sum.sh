#!/bin/sh
# Prints "sum=" and one SHA-256 that stands for names and content of all files of a folder, the same on every system:
# packaging/folder-sum.sh FOLDER
set -eu
scripts=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$scripts/tree-sums.sh" "$1" >"$work/list"
[ -s "$work/list" ] || {
    printf '%s\n' "There is no file in $1." >&2
    exit 1
}
sum=$("$scripts/tree-sums.sh" "$work")
printf 'sum=%s\n' "${sum%% *}"
