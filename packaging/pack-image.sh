#!/bin/sh
# Packs the application folder, as it was built, into target/handed/image.tar for the one who signs it (unpack-image.sh), with the
# sums of its files, the licences and the bill of materials. Prints "sum=" and the SHA-256 of that file. The times of the files go along: the cache of classes is held
# against them. Before packages are made: on macOS they seal the folder.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

packaging/tree-sums.sh target/image >target/image.sha256
rm -rf target/handed
mkdir target/handed
COPYFILE_DISABLE=1 tar -cf target/handed/image.tar target/image target/image.sha256 \
    target/licences.txt target/sbom.json
sum=$(packaging/tree-sums.sh target/handed)
printf 'sum=%s\n' "${sum%% *}"
