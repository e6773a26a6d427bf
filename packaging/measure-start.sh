#!/bin/sh
# Measures how the program in target/image starts, on a display that nobody sees: from the call to the mapped window, and the
# memory once it rests. Against a window with nothing in it on the same runtime, and against the program without its cache.
# In turns, so that a computer that is busy for a while favours none; the medians count.
# With a data folder whose window was left at the list of invoices: also to that list on the screen. Its key must lie in the
# keyring of the session that calls this; without a folder there is a keyring that is made for it.
#     packaging/measure-start.sh [TRIES [DATA FOLDER]]
# Run packaging/app-image.sh and packaging/aot-cache.sh before. Without a data folder an empty one is used. Needs Xvfb, xdotool,
# dbus and GNOME Keyring, and a JDK 25 by LOUPE_JAVA_HOME or JAVA_HOME. Linux only.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

image=$PWD/target/image/loupe
tries=${1:-5}
[ -s "$image/loupe.aot" ] || {
    printf '%s\n' "$image/loupe.aot is missing: run packaging/app-image.sh and packaging/aot-cache.sh first." >&2
    exit 2
}
if [ "${LOUPE_MEASURING:-}" = "" ]; then
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    trap 'exit 2' HUP INT TERM
    if [ -n "${2:-}" ]; then
        LOUPE_MEASURING=$work packaging/measure-start.sh "$tries" "$2"
        exit
    fi
    # a keyring that is open, as after signing in
    mkdir "$work/home" "$work/run"
    chmod 700 "$work/run"
    HOME=$work/home XDG_RUNTIME_DIR=$work/run LOUPE_MEASURING=$work dbus-run-session -- sh -c '
        printf x | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
        "$@"' sh "packaging/measure-start.sh" "$tries" "$work/data"
    exit
fi

work=$LOUPE_MEASURING
data=$2
unset XDG_DATA_HOME XDG_CACHE_HOME WAYLAND_DISPLAY
Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$work/display" >/dev/null 2>&1 &
xvfb=$!
trap 'kill "$xvfb"' EXIT
trap 'exit 2' HUP INT TERM
until [ -s "$work/display" ]; do
    kill -0 "$xvfb" 2>/dev/null || exit 1
    sleep 0.1
done
DISPLAY=:$(cat "$work/display")
export DISPLAY

# hard links keep the times; what is measured is the same folder but for the cache
cp -al "$image" "$work/plain"
rm "$work/plain/loupe.aot"
classes=$(printf '%s:' "$image"/lib/javafx-*.jar)
"${LOUPE_JAVA_HOME:-$JAVA_HOME}/bin/javac" -d "$work/empty" -cp "$image/loupe.jar:$classes" packaging/EmptyWindow.java \
    packaging/ShownList.java
cat >"$work/empty/start" <<START
#!/bin/sh
exec "$image/runtime/bin/java" "@$image/jvm-options.txt" -cp "$work/empty:$classes" EmptyWindow
START
chmod +x "$work/empty/start"

# name, title and call of a program: the milliseconds to its mapped window into times-NAME; with $rest also its memory
start() {
    name=$1
    title=$2
    shift 2
    began=$(date +%s%N)
    "$@" >"$work/said-$name" 2>&1 &
    pid=$!
    # its own --sync looks twice a second only
    until xdotool search --onlyvisible --name "^$title$" >/dev/null 2>&1; do
        if ! kill -0 "$pid" 2>/dev/null; then
            cat "$work/said-$name" >&2
            exit 1
        fi
        sleep 0.01
    done
    printf '%s\n' $((($(date +%s%N) - began) / 1000000)) >>"$work/times-$name"
    if [ "$rest" -gt 0 ]; then
        sleep "$rest"
        sed -n 's/^VmRSS:[[:space:]]*\([0-9]*\) kB/\1/p' "/proc/$pid/status" >"$work/memory-$name"
    else
        sleep 1
    fi
    kill "$pid"
    wait "$pid" || true
}

# the same to the list of invoices, with these options, and with the processor time until then into times-cpu-NAME
list() {
    name=$1
    rm -f "$work/shown"
    began=$(date +%s%N)
    "$image/runtime/bin/java" "@$image/jvm-options.txt" "@$2" -cp "$image/loupe.jar:$work/empty" ShownList "$work/shown" --data-dir "$data" >"$work/said-$name" 2>&1 &
    pid=$!
    until [ -s "$work/shown" ]; do
        if ! kill -0 "$pid" 2>/dev/null; then
            cat "$work/said-$name" >&2
            exit 1
        elif [ $(($(date +%s%N) - began)) -gt 120000000000 ]; then
            printf '%s\n' "No list of invoices came in two minutes: is $data's key in this session's keyring?" >&2
            kill "$pid"
            exit 1
        fi
        sleep 0.05
    done
    read -r shown cpu <"$work/shown"
    printf '%s\n' $((shown - began / 1000000)) >>"$work/times-$name"
    printf '%s\n' "$cpu" >>"$work/times-cpu-$name"
    kill "$pid"
    wait "$pid" || true
}

lists=
if grep -qs '^screen=nav-invoices$' "$data/window.properties"; then lists=yes; fi
# what only a package has, with its folder where $APPDIR stands
while IFS= read -r line; do
    case $line in
        '' | '#'*) continue ;;
        *'$APPDIR'*) line=${line%%\$APPDIR*}$image${line#*\$APPDIR} ;;
    esac
    printf '"%s"\n' "$line"
done <"$image/image-options.txt" >"$work/options"
grep -v AOTCache "$work/options" >"$work/plain-options"

rest=0
for try in $(seq 0 "$tries"); do
    # the first fills the system's file cache and does not count
    [ "$try" != 1 ] || rm "$work"/times-*
    [ "$try" != "$tries" ] || rest=${LOUPE_REST:-20}
    start empty Empty "$work/empty/start"
    start cached Loupe "$image/bin/loupe" --data-dir "$data"
    start plain Loupe "$work/plain/bin/loupe" --data-dir "$data"
    if [ -n "$lists" ]; then
        list list-cached "$work/options"
        list list-plain "$work/plain-options"
    fi
done

median() { sort -n "$work/times-$1" | sed -n "$(((tries + 1) / 2))p"; }
empty=$(median empty)
cached=$(median cached)
plain=$(median plain)
row() { printf '%-46s %10s %10s\n' "$@"; }
ratio() { awk "BEGIN { printf \"%.2f\", $1 / $2 }"; }
row "Window mapped, median of $tries (ms; MB at rest)" Time Memory
for name in empty cached plain; do
    row "$name" "$(median "$name")" "$(($(cat "$work/memory-$name") / 1024))"
    printf '  %s\n' "$(paste -s -d ' ' "$work/times-$name")"
done
row "Figure" Measured "At most"
row "mapped window against an empty one" "$(ratio "$cached" "$empty")" 1.30
row "mapped window against no cache" "$(ratio "$cached" "$plain")" 0.60
if [ -n "$lists" ]; then
    for name in list-cached list-plain; do
        printf '%-46s %s ms, %s ms of processor time\n' "$name" "$(median "$name")" "$(median "cpu-$name")"
    done
    row "list of invoices against an empty window" "$(ratio "$(median list-cached)" "$empty")" 2.50
fi
