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
# command half as long again. And without Java's adapters between its compilers: they are code of this computer's processor,
# and Java does not ask whether another one knows it.
set -- "$java" "@$work/options" -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:-AOTAdapterCaching \
    -XX:AOTCacheOutput="$cache" -Djava.io.tmpdir="$work" -Duser.home="$work" -cp "$classes"

rehearse() {
    "$@" >"$work/report" 2>&1 || {
        cat "$work/report" >&2
        exit 1
    }
}

# On Linux with the toolkit, the keyring and the server of an owner's start: a display that nobody sees, a session bus and a keyring
# that are gone afterwards, and what stands in for an Odoo. Elsewhere, and where GTK or one of these programs is missing, the window is
# drawn nowhere, a phrase is the key and nothing is synced: the first frame, the keyring and a sync then take longer in the
# program.
session=$(uname -s)
jdk=${LOUPE_JAVA_HOME:-${JAVA_HOME:-/nowhere}}
for program in Xvfb dbus-daemon dbus-run-session gnome-keyring-daemon "$jdk/bin/keytool"; do
    command -v "$program" >/dev/null || session=none
done
PATH=$PATH:/sbin ldconfig -p 2>/dev/null | grep -q 'libgtk-3\.so' || session=none
started=
end() {
    for process in $started; do kill "$process" 2>/dev/null || :; done
    rm -rf "$work"
}
trap end EXIT

# until the program that was started last has written this file
await() {
    tries=300
    until [ -s "$2" ]; do
        tries=$((tries - 1))
        kill -0 "${started##* }" 2>/dev/null && [ "$tries" -gt 0 ] || {
            printf '%s\n' "$1 did not start." >&2
            exit 1
        }
        sleep 0.1
    done
}

if [ "$session" = Linux ]; then
    mkdir "$work/run"
    chmod 700 "$work/run"
    Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$work/display" >/dev/null 2>&1 &
    started=$!
    await Xvfb "$work/display"
    "$jdk/bin/keytool" -genkeypair -alias localhost -dname CN=localhost -ext san=dns:localhost -keyalg EC -validity 2 \
        -keystore "$work/keys" -storepass rehearsal >/dev/null 2>&1
    "$jdk/bin/java" packaging/StandIn.java "$work/keys" rehearsal "$work/server" &
    started="$started $!"
    await "What stands in for a server" "$work/server"
    read -r port certificate <"$work/server"
    (
        unset XDG_DATA_HOME XDG_CACHE_HOME WAYLAND_DISPLAY
        HOME=$work
        XDG_RUNTIME_DIR=$work/run
        DISPLAY=:$(cat "$work/display")
        export HOME XDG_RUNTIME_DIR DISPLAY
        rehearse dbus-run-session -- sh -c 'printf x | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
            printf %s "$DBUS_SESSION_BUS_ADDRESS" >"$HOME/bus"
            exec "$@"' sh "$@" app.loupe.app.Rehearsal "$work/data" --own-session "https://localhost:$port" "$certificate"
    )
else
    printf '%s\n' "The rehearsal goes without a display, a keyring and a server."
    rehearse "$@" -Dglass.platform=Headless -Dprism.order=sw app.loupe.app.Rehearsal "$work/data"
fi
grep -v -e AOT "$work/report"
[ -s "$cache" ] || {
    printf '%s\n' "Java made no cache." >&2
    exit 1
}
touch -r "$app/loupe.jar" "$cache"
printf 'Made %s\n' "$cache"
