#!/bin/sh
# Unpacks what pack-image.sh has packed into target/, when it is what was built: packaging/unpack-image.sh SUM FILE
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

refuse() {
    printf '%s\n' "$1" >&2
    exit 1
}

sum=$1
file=$2
[ ! -e target ] || refuse "target/ exists: what is signed is unpacked into a folder of its own."
packaging/tree-sums.sh "$(dirname "$file")" | grep -q -x -F "$sum  $(basename "$file")" ||
    refuse "$file is not what was built: its SHA-256 is another."
tar -xf "$file"
packaging/tree-sums.sh target/image | cmp -s - target/image.sha256 ||
    refuse "$file does not hold the files that were built."
