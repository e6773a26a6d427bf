#!/bin/sh
# Prints what software centres are told, with the releases that CHANGELOG.md names with a day. Before the first there are none.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

metainfo=packaging/linux/app.loupe.Loupe.metainfo.xml
releases=$(sed -n 's,^## \[\([0-9.]*\)\] - \([0-9-]*\)$,    <release version="\1" date="\2"/>,p' CHANGELOG.md)
sed '/<releases\/>/,$d' "$metainfo"
[ -z "$releases" ] || printf '  <releases>\n%s\n  </releases>\n' "$releases"
sed '1,/<releases\/>/d' "$metainfo"
