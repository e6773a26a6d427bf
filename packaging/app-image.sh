#!/bin/sh
# Makes the application folder for this system (Linux or macOS) in target/image. Run "mvn package -DskipTests" before.
set -eu
# whoever builds it: only root may change what is installed
umask 022
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

# jlink takes the debugging symbols out of libraries with it
[ "$system" = macos ] || command -v objcopy >/dev/null || fail "objcopy is missing: install binutils."

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

# Native libraries lie beside the jars, where OpenJFX looks first and JNA is sent (image-options.txt): otherwise both
# unpack theirs into the home folder at the start. The names in JNA's jar: linux-x86-64, darwin-aarch64 and so on.
case $system-$(uname -m) in
    linux-*64) jna=linux-$(uname -m | sed 's/_/-/') ;;
    macos-arm64) jna=darwin-aarch64 ;;
    macos-*) jna=darwin-x86-64 ;;
    *) fail "No native libraries are known for $(uname -m)." ;;
esac
for jar in "$work"/input/lib/javafx-*.jar "$work"/input/lib/jna-[0-9]*.jar; do
    "$jdk/bin/jar" --list --file "$jar" | grep -E "^[^/]*\.(so|dylib)$|^com/sun/jna/$jna/libjnidispatch\." \
        >"$work/natives" || continue
    xargs "$jdk/bin/jar" --extract --file "$jar" --dir "$work/natives-of" <"$work/natives"
    while read -r native; do
        # .dylib is the ending that is signed with the application
        name=$(basename "$native" .jnilib)
        case $native in *.jnilib) name=$name.dylib ;; esac
        mv "$work/natives-of/$native" "$work/input/lib/$name"
    done <"$work/natives"
done

"$jdk/bin/java" packaging/StoreJars.java "$work/input" "$work/input/lib"

modules=$(grep -v '^#' packaging/modules.txt | paste -s -d , -)
"$jdk/bin/jlink" --add-modules "$modules" --output "$work/runtime" \
    --strip-debug --no-header-files --no-man-pages --compress zip-0
"$jdk/bin/java" packaging/SecurityProviders.java "$work/runtime"

# one time for every file: the cache of classes (aot-cache.sh) is held against the times of the jars (from Java 25.0.4 on)
stamp() {
    time=$(sed -n 's/.*<project.build.outputTimestamp>\(.*\)Z<.*/\1/p' pom.xml | tr -d 'T-' | sed 's/:\(..\)$/.\1/; s/://')
    find "$1" -exec env TZ=UTC touch -h -t "$time" {} +
    printf 'Made %s\n' "$1"
}

# jpackage's own starter for Linux asks rpm and dpkg twice, wherever the path finds them, before it starts anything
if [ "$system" = linux ]; then
    image=target/image/loupe
    mkdir -p "$image/bin"
    mv "$work/input/loupe.jar" "$work/input/lib" "$work/runtime" "$image/"
    find "$image/runtime/bin" -type f ! -name java -exec rm {} +
    cp packaging/jvm-options.txt packaging/image-options.txt "$image/"
    cp packaging/launcher/loupe "$image/bin/"
    rm -rf "$work"
    stamp "$image"
    exit
fi

# one --java-options for each line of the one list of options, and of what only a package has
cat packaging/jvm-options.txt packaging/image-options.txt | grep -v '^#' | sed 's/.*/--java-options "&"/' >"$work/options.args"

# jpackage refuses a version that begins with 0, though macOS knows it, and one of more than three numbers: the true one is
# written into the list of the application's properties, jpackage gets one that it takes and that grows with it: the first
# number is one more
taken=$((${version%%.*} + 1)).${version#*.}
cp -R packaging/macos "$work/resources"
sed -i.template "s/DEPLOY_BUNDLE_SHORT_VERSION/$version/; s/DEPLOY_BUNDLE_CFBUNDLE_VERSION/$version/" "$work/resources/Info.plist"

"$jdk/bin/jpackage" @packaging/jpackage/common.args "@packaging/jpackage/$system.args" "@$work/options.args" \
    --resource-dir "$work/resources" --app-version "$taken" --input "$work/input" --runtime-image "$work/runtime" --dest target/image
rm -rf "$work"
stamp target/image/Loupe.app
