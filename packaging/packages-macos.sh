#!/bin/sh
# Makes the .dmg and the .pkg for macOS in target/packages from target/image/Loupe.app. Run
# "mvn -Prelease package -DskipTests", packaging/app-image.sh and packaging/aot-cache.sh before. Signs with
# LOUPE_MAC_SIGN_IDENTITY (a "Developer ID Application: ..." of the keychain) and LOUPE_MAC_INSTALLER_IDENTITY (a
# "Developer ID Installer: ..."), and has Apple notarise with LOUPE_MAC_NOTARY_PROFILE (made by "xcrun notarytool
# store-credentials"); says what it leaves out because one is not set.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

app=target/image/Loupe.app
out=target/packages
[ -f "$app/Contents/app/loupe.aot" ] || {
    printf '%s\n' "$app/Contents/app/loupe.aot is missing: run packaging/app-image.sh and packaging/aot-cache.sh first." >&2
    exit 2
}
[ -s target/licences.txt ] || {
    printf '%s\n' "target/licences.txt is missing: run \"mvn -Prelease package -DskipTests\" first." >&2
    exit 2
}
identity=${LOUPE_MAC_SIGN_IDENTITY:-}
installer=${LOUPE_MAC_INSTALLER_IDENTITY:-}
profile=${LOUPE_MAC_NOTARY_PROFILE:-}
version=$(sed -n '/<key>CFBundleShortVersionString</{n;s/.*<string>\(.*\)<.*/\1/p;}' "$app/Contents/Info.plist")
name=loupe-$version-macos-$(uname -m)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM
rm -rf "$out"
mkdir -p "$out"

# whatever is added to the application is added here: from the first signature on nothing is
cp target/licences.txt "$app/Contents/Resources/"
cp target/licences.txt "$out/$name.licences.txt"
cp target/sbom.json "$out/$name.sbom.json"
touch -r "$app/Contents/app/loupe.jar" "$app/Contents/Resources/licences.txt"
# of the files as they were built, which anybody can build again; signatures are written into some of them below
packaging/tree-sums.sh "$app" >"$out/$name.files.sha256"

sign() { codesign --force --timestamp --options runtime --sign "$identity" "$@"; }
verify() { codesign --verify --deep --strict --verbose=2 "$1"; }

if [ -n "$identity" ]; then
    java=java
    [ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
    # from the inside out: libraries in jars, libraries, programs, the runtime, the application
    "$java" packaging/SignedJars.java "$app/Contents/app/lib" \
        codesign --force --timestamp --options runtime --sign "$identity"
    find "$app" -type f -name '*.dylib' | LC_ALL=C sort >"$work/libraries"
    # what can be called, but for the starter: its signature is that of the application
    find "$app/Contents" -type f -perm -100 ! -name '*.dylib' ! -path '*/Contents/MacOS/Loupe' |
        LC_ALL=C sort >"$work/programs"
    while IFS= read -r file; do sign "$file"; done <"$work/libraries"
    while IFS= read -r file; do sign --entitlements packaging/macos/app.entitlements "$file"; done <"$work/programs"
    sign "$app/Contents/runtime"
    sign --entitlements packaging/macos/app.entitlements "$app"
    verify "$app"
else
    printf '%s\n' "Not signed: LOUPE_MAC_SIGN_IDENTITY is not set."
    # with nobody's name: the seal that jpackage made is broken by what was added since, and macOS calls such a one damaged
    codesign --force --sign - "$app"
fi

# not by jpackage, which adds a file of its own to the application that it packs, and breaks the seal
mkdir "$work/disk"
ditto "$app" "$work/disk/Loupe.app"
ln -s /Applications "$work/disk/Applications"
hdiutil create -quiet -volname Loupe -srcfolder "$work/disk" -format UDZO "$out/$name.dmg"
if [ -n "$identity" ]; then
    codesign --force --timestamp --sign "$identity" "$out/$name.dmg"
    mkdir "$work/opened"
    hdiutil attach -quiet -nobrowse -readonly -mountpoint "$work/opened" "$out/$name.dmg"
    verify "$work/opened/Loupe.app"
    hdiutil detach -quiet "$work/opened"
fi
# not by "productbuild --component": such a package may be relocated, and the installer then replaces any Loupe that it finds on
# the disk (one in a folder of downloads, the one that was built here) in the place of the one in /Applications
component() {
    mkdir "$work/root"
    ditto "$app" "$work/root/Loupe.app"
    pkgbuild --quiet --analyze --root "$work/root" "$work/components.plist"
    plutil -replace 0.BundleIsRelocatable -bool NO "$work/components.plist"
    pkgbuild --quiet --root "$work/root" --component-plist "$work/components.plist" --install-location /Applications \
        --identifier app.loupe.Loupe --version "$version" "$work/loupe.pkg"
}
if [ -n "$identity" ] && [ -n "$installer" ]; then
    component
    productbuild --package "$work/loupe.pkg" --timestamp --sign "$installer" "$out/$name.pkg"
elif [ -n "$identity" ]; then
    printf '%s\n' "No .pkg: LOUPE_MAC_INSTALLER_IDENTITY is not set, and macOS warns of one that is not signed."
else
    component
    productbuild --package "$work/loupe.pkg" "$out/$name.pkg"
fi

if [ -n "$identity" ] && [ -n "$profile" ]; then
    for package in "$out"/*.dmg "$out"/*.pkg; do
        [ -f "$package" ] || continue
        xcrun notarytool submit "$package" --keychain-profile "$profile" --wait
        xcrun stapler staple "$package"
    done
else
    printf '%s\n' "Not notarised: LOUPE_MAC_SIGN_IDENTITY and LOUPE_MAC_NOTARY_PROFILE are not both set."
fi
# last: signatures and tickets are parts of the packages
(cd "$out" && shasum -a 256 -- * >SHA256SUMS)
ls -l "$out"
