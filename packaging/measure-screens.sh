#!/bin/sh
# Measures the screens of the program in target/image over a data folder, on a display that nobody sees: from the click to the
# frame that shows each, and the aged list of another day.
#     packaging/measure-screens.sh DATA FOLDER
# Run packaging/app-image.sh and packaging/aot-cache.sh before, and this where the keyring of the data folder is open. Needs Xvfb and
# a JDK 25 by LOUPE_JAVA_HOME or JAVA_HOME. Linux only.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

image=$PWD/target/image/loupe
data=$1
work=$(mktemp -d)
Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$work/display" >/dev/null 2>&1 &
xvfb=$!
trap 'kill "$xvfb" 2>/dev/null || true; rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM
until [ -s "$work/display" ]; do
    kill -0 "$xvfb" 2>/dev/null || exit 1
    sleep 0.1
done
DISPLAY=:$(cat "$work/display")
export DISPLAY
unset WAYLAND_DISPLAY

classes=$(printf '%s:' "$image"/lib/javafx-*.jar)
"${LOUPE_JAVA_HOME:-$JAVA_HOME}/bin/javac" -d "$work/classes" -cp "$image/loupe.jar:$classes" packaging/ScreenTimes.java
# what only a package has, with its folder where $APPDIR stands
while IFS= read -r line; do
    case $line in
        '' | '#'*) continue ;;
        *'$APPDIR'*) line=${line%%\$APPDIR*}$image${line#*\$APPDIR} ;;
    esac
    printf '"%s"\n' "$line"
done <"$image/image-options.txt" >"$work/options"
"$image/runtime/bin/java" "@$image/jvm-options.txt" "@$work/options" -cp "$image/loupe.jar:$work/classes" ScreenTimes \
    --data-dir "$data"
