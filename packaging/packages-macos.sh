#!/bin/sh
# Makes the .dmg and the .pkg for macOS in target/packages from target/image/Loupe.app. Run
# "mvn -Prelease package -DskipTests", packaging/app-image.sh and packaging/aot-cache.sh before. Signs with
# LOUPE_MAC_SIGN_IDENTITY (a "Developer ID Application: ..." of the keychain) and has Apple notarise with
# LOUPE_MAC_NOTARY_PROFILE (made by "xcrun notarytool store-credentials"); skips what is not set.
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
# before anything is signed
cp target/licences.txt "$app/Contents/Resources/"
touch -r "$app/Contents/app/loupe.jar" "$app/Contents/Resources/licences.txt"
version=$(/usr/libexec/PlistBuddy -c 'Print :CFBundleShortVersionString' "$app/Contents/Info.plist")
identity=${LOUPE_MAC_SIGN_IDENTITY:-}
profile=${LOUPE_MAC_NOTARY_PROFILE:-}
rm -rf "$out"
mkdir -p "$out"

if [ -n "$identity" ]; then
    # from the inside out; no jar is touched, so that the cache of classes still fits
    find "$app" -type f \( -name '*.dylib' -o -perm +111 \) -exec codesign --force --timestamp --options runtime \
        --entitlements packaging/macos/app.entitlements --sign "$identity" {} +
    codesign --force --timestamp --options runtime --entitlements packaging/macos/app.entitlements --sign "$identity" "$app"
    codesign --verify --deep --strict "$app"
else
    printf '%s\n' "Not signed: LOUPE_MAC_SIGN_IDENTITY is not set."
fi

jpackage=jpackage
[ -z "${LOUPE_JAVA_HOME:-${JAVA_HOME:-}}" ] || jpackage=${LOUPE_JAVA_HOME:-$JAVA_HOME}/bin/jpackage
for type in dmg pkg; do
    "$jpackage" --type "$type" --name Loupe --app-image "$app" --app-version "$version" --dest "$out"
done

if [ -n "$identity" ] && [ -n "$profile" ]; then
    for package in "$out"/*; do
        xcrun notarytool submit "$package" --keychain-profile "$profile" --wait
        xcrun stapler staple "$package"
    done
else
    printf '%s\n' "Not notarised: LOUPE_MAC_SIGN_IDENTITY and LOUPE_MAC_NOTARY_PROFILE are not both set."
fi
(cd "$out" && shasum -a 256 -- * >SHA256SUMS)
ls -l "$out"
