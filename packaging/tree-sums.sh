#!/bin/sh
# Prints the SHA-256 of every file of a folder with its name, the same way on every system: packaging/tree-sums.sh FOLDER
set -eu
cd -- "$1"

sum=sha256sum
command -v sha256sum >/dev/null || sum="shasum -a 256"
# not in one pipe with what follows: a file that could not be read would be left out and nobody told
sums=$(find . -type f -exec $sum {} +)
[ -n "$sums" ] || exit 0
# the star is how Windows tells of a file that was read as it is
printf '%s\n' "$sums" | sed 's,^\([0-9a-f]*\) [ *]\./,\1  ,' | LC_ALL=C sort -k 2
