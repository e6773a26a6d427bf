#!/bin/sh
# Makes the packages for Linux in target/packages from target/image: .deb, .rpm, .tar.xz, the sums of their files, and SHA256SUMS.
# Run "mvn -Prelease package -DskipTests", packaging/app-image.sh and packaging/aot-cache.sh before. No package has a script
# that runs on the owner's computer: nothing but files is added and taken away, and the data folder is none of them.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."
umask 022

image=target/image/loupe
out=${LOUPE_PACKAGE_FOLDER:-target/packages}
root=target/packages-root
[ "$(uname -m)" = x86_64 ] || {
    printf '%s\n' "These packages are for x86-64, and what was built here is for $(uname -m)." >&2
    exit 2
}
[ -f "$image/loupe.aot" ] || {
    printf '%s\n' "$image/loupe.aot is missing: run packaging/app-image.sh and packaging/aot-cache.sh first." >&2
    exit 2
}
[ -s target/licences.txt ] || {
    printf '%s\n' "target/licences.txt is missing: run \"mvn -Prelease package -DskipTests\" first." >&2
    exit 2
}
# for the trial of an upgrade only: another version, and the .deb alone
version=${LOUPE_PACKAGE_VERSION:-$("$image/bin/loupe" --version | sed -n '1s/^Loupe //p')}
stamp=$(sed -n 's/.*<project.build.outputTimestamp>\(.*\)<.*/\1/p' pom.xml)
SOURCE_DATE_EPOCH=$(date -u -d "$stamp" +%s)
export SOURCE_DATE_EPOCH
rm -rf "$out" "$root"
mkdir -p "$out"
out=$(CDPATH='' cd -- "$out" && pwd)
mkdir -p "$out" "$root/opt" "$root/usr/bin" "$root/usr/share/applications" "$root/usr/share/metainfo" \
    "$root/usr/share/doc/loupe-invoices"

# in every form: the portable one has no other place for them
cp target/licences.txt "$image/"
touch -r "$image/loupe.jar" "$image/licences.txt"

# every file as it is in each of the packages, for anybody who holds a build of their own against it
[ -n "${LOUPE_PACKAGE_VERSION:-}" ] || packaging/tree-sums.sh "$image" >"$out/loupe-$version-linux-x64.files.sha256"

[ -n "${LOUPE_PACKAGE_VERSION:-}" ] || {
    cp target/sbom.json "$out/loupe-$version-linux-x64.sbom.json"
    cp target/licences.txt "$out/loupe-$version-linux-x64.licences.txt"
}

# with their times, against which the cache of classes is held
cp -Rp "$image" "$root/opt/loupe"
# "loupe" is GNOME's image viewer (docs/decisions/0064-names-on-linux.md)
ln -s ../../opt/loupe/bin/loupe "$root/usr/bin/loupe-invoices"
cp packaging/linux/app.loupe.Loupe.desktop "$root/usr/share/applications/"
packaging/metainfo.sh >"$root/usr/share/metainfo/app.loupe.Loupe.metainfo.xml"
# the desktops' own checkers, which the workflow installs
for checker in "desktop-file-validate:applications/app.loupe.Loupe.desktop" \
    "appstreamcli validate --no-net:metainfo/app.loupe.Loupe.metainfo.xml"; do
    if command -v "${checker%%[ :]*}" >/dev/null; then
        ${checker%%:*} "$root/usr/share/${checker#*:}"
    else
        printf '%s\n' "Not checked: ${checker#*:} (${checker%%[ :]*} is not installed)."
    fi
done
cp CHANGELOG.md "$root/usr/share/doc/loupe-invoices/"
cp target/licences.txt "$root/usr/share/doc/loupe-invoices/copyright"
for size in 16 24 32 48 64 128 256 512; do
    icons=$root/usr/share/icons/hicolor/${size}x$size/apps
    mkdir -p "$icons"
    cp "icons/png/app-$size.png" "$icons/app.loupe.Loupe.png"
done
for kind in scalable:app symbolic:app-symbolic; do
    icons=$root/usr/share/icons/hicolor/${kind%%:*}/apps
    mkdir -p "$icons"
    cp "icons/${kind#*:}.svg" "$icons/app.loupe.Loupe${kind#*:app}.svg"
done

# the portable form: the same folder
if [ -z "${LOUPE_PACKAGE_VERSION:-}" ]; then
    # in two steps: of a pipe only the last end is asked how it went
    tar --create --owner=0 --group=0 --numeric-owner --sort=name --directory target/image \
        --file "$out/loupe-$version-linux-x64.tar" loupe
    xz -T0 "$out/loupe-$version-linux-x64.tar"
fi

find "$root" -path "$root/opt" -prune -o -exec touch -h -d "$stamp" {} +

mkdir "$root/DEBIAN"
{
    cat packaging/linux/control
    printf 'Version: %s\nInstalled-Size: %s\n' "$version" "$(du -sk "$root" | cut -f 1)"
} >"$root/DEBIAN/control"
press=-Zxz
[ -z "${LOUPE_PACKAGE_VERSION:-}" ] || press=-Znone
dpkg-deb --root-owner-group "$press" --build "$root" "$out/loupe-invoices_${version}_amd64.deb" >/dev/null
if [ -n "${LOUPE_PACKAGE_VERSION:-}" ]; then
    rm -rf "$root"
    exit
fi
rm -r "$root/DEBIAN"

rpmbuild -bb --quiet --target x86_64 --define "loupe_version $version" --define "loupe_root $PWD/$root" \
    --define "_rpmdir $out" --define "_topdir $PWD/target/rpm-work" packaging/linux/loupe-invoices.spec
mv "$out"/x86_64/*.rpm "$out/"
rm -rf "$root" target/rpm-work "$out/x86_64"
(cd "$out" && sha256sum -- * >SHA256SUMS)
ls -l "$out"
