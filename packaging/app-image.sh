#!/bin/sh
# Makes the application folder for this system (Linux or macOS) in target/image. Run "mvn package -DskipTests" before.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

fail() {
    printf '%s\n' "$1" >&2
    exit 2
}

jdk=${LOUPE_JAVA_HOME:-}
for home in "${JAVA_HOME:-/nowhere}" /usr/lib/jvm/* "$(/usr/libexec/java_home -F -v 25 2>/dev/null || true)"; do
    if [ -z "$jdk" ] && [ -x "$home/bin/jpackage" ] && grep -q '^JAVA_VERSION="25[."]' "$home/release"; then
        jdk=$home
    fi
done
[ -n "$jdk" ] || fail "No JDK 25 with jpackage found: set LOUPE_JAVA_HOME to its folder."
[ -f target/loupe.jar ] || fail "target/loupe.jar is missing: run \"mvn package -DskipTests\" first."

case $(uname -s) in
    Darwin) system=macos ;;
    Linux) system=linux ;;
    *) fail "This script knows Linux and macOS; on Windows run packaging/app-image.ps1." ;;
esac

# exactly the jars that the manifest names: target/lib may hold leftovers of an older build
work=target/image-work
rm -rf "$work" target/image
mkdir -p "$work/input/lib"
cp target/loupe.jar "$work/input/"
"$jdk/bin/jar" --extract --file target/loupe.jar --dir "$work" META-INF/MANIFEST.MF
awk '{ sub(/\r$/, "") } /^ / { line = line substr($0, 2); next } { print line; line = $0 } END { print line }' \
    "$work/META-INF/MANIFEST.MF" >"$work/manifest"
version=$(sed -n 's/^Implementation-Version: //p' "$work/manifest")
for jar in $(sed -n 's/^Class-Path: //p' "$work/manifest"); do
    cp "target/$jar" "$work/input/lib/"
done

modules=$(grep -v '^#' packaging/modules.txt | paste -s -d , -)
"$jdk/bin/jlink" --add-modules "$modules" --output "$work/runtime" \
    --strip-debug --no-header-files --no-man-pages --compress zip-6

# one --java-options for each line of the one list of options
grep -v '^#' packaging/jvm-options.txt | sed 's/.*/--java-options "&"/' >"$work/options.args"

# Apple knows no version that begins with 0
[ "$system" != macos ] || case $version in 0.*) version=1.${version#0.} ;; esac

"$jdk/bin/jpackage" @packaging/jpackage/common.args "@packaging/jpackage/$system.args" "@$work/options.args" \
    --app-version "$version" --input "$work/input" --runtime-image "$work/runtime" --dest target/image
rm -rf "$work"
printf 'Made %s\n' target/image/*
