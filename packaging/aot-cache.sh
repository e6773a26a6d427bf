#!/bin/sh
# Rehearses the program in target/image once and keeps beside its jars what Java has learnt: classes that are read and
# linked already. The program starts without that file, too, only slower.
# Run packaging/app-image.sh before. The cache holds times and addresses, so no two of them are the same: all else in the
# folder is.
set -eu
# whoever builds it: only root may change what is installed
umask 022
CDPATH='' cd -- "$(dirname -- "$0")/.."

app=target/image/loupe
java=$app/runtime/bin/java
if [ "$(uname -s)" = Darwin ]; then
    app=target/image/Loupe.app/Contents/app
    java=${app%/app}/runtime/Contents/Home/bin/java
fi
[ -x "$java" ] || {
    printf '%s\n' "$java is missing: run packaging/app-image.sh first." >&2
    exit 2
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM
app=$PWD/$app
cache=$app/loupe.aot
rm -f "$cache"

# each line with this folder where its place stands; not by sed, to which some names of folders are more than a name
of_app() {
    while IFS= read -r line; do
        case $line in *'$APPDIR'*) line=${line%%\$APPDIR*}$app${line#*\$APPDIR} ;; esac
        printf '%s\n' "$line"
    done
}

# the very class path and options of the start: a cache that was made with others is not used
classes=$app/loupe.jar
if [ -f "$app/Loupe.cfg" ]; then
    classes=$(sed -n 's/^app.classpath=//p' "$app/Loupe.cfg" | of_app | paste -s -d : -)
fi
cat packaging/jvm-options.txt packaging/image-options.txt | grep -v -e '^#' -e '^-XX:AOTCache=' | of_app |
    sed 's/.*/"&"/' >"$work/options"

# Without the profiles of methods: with them, Java compiles at the start what a whole rehearsal found hot, which takes a
# command half as long again.
"$java" "@$work/options" -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:AOTCacheOutput="$cache" -Dglass.platform=Headless -Dprism.order=sw \
    -Djava.io.tmpdir="$work" -Duser.home="$work" -cp "$classes" app.loupe.app.Rehearsal "$work/data" \
    >"$work/report" 2>&1 || {
    cat "$work/report" >&2
    exit 1
}
grep -v -e AOT "$work/report"
[ -s "$cache" ] || {
    printf '%s\n' "Java made no cache." >&2
    exit 1
}
touch -r "$app/loupe.jar" "$cache"
printf 'Made %s\n' "$cache"
