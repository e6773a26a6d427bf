#!/bin/sh
# Packs the application folder, as it was built, into target/image.tar for the one who signs it (unpack-image.sh), with the sums
# of its files. Prints "sum=" and the SHA-256 of that file. The times of the files go along: the cache of classes is held
# against them.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

packaging/tree-sums.sh target/image >target/image.sha256
COPYFILE_DISABLE=1 tar -cf target/image.tar target/image target/image.sha256 target/licences.txt
packaging/tree-sums.sh target | sed -n 's/^\([0-9a-f]*\)  image\.tar$/sum=\1/p'
