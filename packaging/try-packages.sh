#!/bin/sh
# Installs the packages of target/packages in a clean Debian 12, starts the program, upgrades and removes it, and says what it
# left in the home folder. As root: packaging/try-packages.sh [FOLDER OF A CHROOT]; without one, debootstrap makes one in a
# temporary folder. Needs debootstrap, for the .rpm also rpm. Stops at the first thing that is not as promised.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

say() { printf '\n== %s\n' "$1"; }

fail() {
    printf 'NOT AS PROMISED: %s\n' "$1" >&2
    exit 1
}

made=
root=${1:-}
clean() {
    for point in proc dev/shm; do
        if mountpoint -q "$root/$point"; then umount "$root/$point"; fi
    done
    if [ -n "$made" ]; then rm -rf "$made"; fi
}
trap clean EXIT
trap 'exit 2' HUP INT TERM
if [ -z "$root" ]; then
    made=$(mktemp -d)
    root=$made
    # the owner walks through it, too
    chmod 755 "$root"
    debootstrap --variant=minbase bookworm "$root" >/dev/null
fi
mkdir -p "$root/dev/shm"
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
mountpoint -q "$root/dev/shm" || mount -t tmpfs tmpfs "$root/dev/shm"

# in the clean system: as root, or as an owner with an empty home folder
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }
owner() {
    chroot --userspec=ann:ann "$root" env -i PATH=/usr/bin:/bin HOME=/home/ann LC_ALL=C.UTF-8 sh -c "cd; $1"
}
# ... with a keyring of the owner's, open as after signing in
session() {
    owner "dbus-run-session -- sh -c 'printf x | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; $1'"
}

rm -rf "$root/packages" "$root/home/ann"
cp -R target/packages "$root/packages"
inside id ann >/dev/null 2>&1 || inside useradd --no-create-home --home-dir /home/ann ann
install -d -m 700 -o "$(inside id -u ann)" -g "$(inside id -g ann)" "$root/home/ann"
deb=$(basename target/packages/loupe-invoices_*_amd64.deb)
version=$(printf %s "$deb" | cut -d _ -f 2)

say "checksums"
(cd target/packages && sha256sum --check SHA256SUMS)

# what each may hold: the folder of the application and these; the lists of both are read from the packages themselves
expected() {
    find target/image/loupe ! -type d | sed 's|^target/image/loupe|/opt/loupe|'
    printf '%s\n' /usr/bin/loupe-invoices /usr/share/applications/app.loupe.Loupe.desktop \
        /usr/share/metainfo/app.loupe.Loupe.metainfo.xml /usr/share/doc/loupe-invoices/CHANGELOG.md \
        /usr/share/doc/loupe-invoices/copyright /usr/share/icons/hicolor/scalable/apps/app.loupe.Loupe.svg \
        /usr/share/icons/hicolor/symbolic/apps/app.loupe.Loupe-symbolic.svg
    for size in 16 24 32 48 64 128 256 512; do
        printf '%s\n' "/usr/share/icons/hicolor/${size}x$size/apps/app.loupe.Loupe.png"
    done
}
held() { LC_ALL=C sort | diff "$root/packages/expected" - || fail "the $1 holds other files"; }

say "what the packages hold"
expected | LC_ALL=C sort >"$root/packages/expected"
dpkg-deb --fsys-tarfile "target/packages/$deb" | tar --list | sed -n 's|^\.\(/.*[^/]\)$|\1|p' | held .deb
if command -v rpm >/dev/null; then
    rpm -qp --queryformat '[%{FILEMODES:perms} %{FILENAMES}\n]' "target/packages/loupe-invoices-$version-1.x86_64.rpm" |
        sed -n 's/^[^d][^ ]* //p' | held .rpm
fi

say "install $deb"
inside apt-get install -y -q --no-install-recommends "/packages/$deb" xvfb xauth dbus gnome-keyring >"$root/packages/apt.log" 2>&1 ||
    { cat "$root/packages/apt.log"; fail "apt refuses the package"; }
inside dpkg --verify loupe-invoices
inside test -e "$(inside readlink -f /usr/bin/loupe-invoices)"
owner 'loupe-invoices --version'

say "the sample, by commands"
session 'set -e; loupe-invoices connections add --sample; loupe-invoices sync; loupe-invoices invoices --format csv >rows-before; [ "$(wc -l <rows-before)" -gt 1000 ]' ||
    fail "the sample could not be added, synced and listed"

say "the window with the sample, on a display that nobody sees, for 20 seconds"
set +e
session 'xvfb-run -a timeout --signal=TERM 20 loupe-invoices' >"$root/packages/window.log" 2>&1
code=$?
set -e
cat "$root/packages/window.log"
[ "$code" = 124 ] || fail "the window ended by itself with $code"

say "what the home folder holds now"
(cd "$root/home/ann" && find . -type f | sort)
left=$(cd "$root/home/ann" && find . -type f ! -path './.local/share/loupe/*' ! -path './.cache/fontconfig/*' \
    ! -path './.cache/mesa_shader_cache*' ! -path './.config/dconf/*' ! -path './.cache/dconf/*' \
    ! -path './.local/share/keyrings/*' ! -path './rows-before')
[ -z "$left" ] || fail "files outside the data folder and the system's own: $left"

say "upgrade"
LOUPE_PACKAGE_FOLDER=target/packages-trial LOUPE_PACKAGE_VERSION=$version+trial packaging/packages.sh >/dev/null
mv "target/packages-trial/loupe-invoices_${version}+trial_amd64.deb" "$root/packages/"
rm -r target/packages-trial
inside apt-get install -y -q "/packages/loupe-invoices_${version}+trial_amd64.deb" >"$root/packages/apt.log" 2>&1 ||
    { cat "$root/packages/apt.log"; fail "apt refuses the upgrade"; }
inside dpkg-query -W loupe-invoices
session 'set -e; loupe-invoices connections list; loupe-invoices invoices --format csv | cmp - rows-before; rm rows-before' ||
    fail "the upgraded program lists something else"

say "remove"
inside apt-get purge -y -q loupe-invoices >"$root/packages/apt.log" 2>&1
for gone in opt/loupe usr/bin/loupe-invoices usr/share/applications/app.loupe.Loupe.desktop usr/share/doc/loupe-invoices; do
    [ ! -e "$root/$gone" ] && [ ! -L "$root/$gone" ] || fail "$gone stays"
done
[ -f "$root/home/ann/.local/share/loupe/vault.mv.db" ] || fail "the owner's data are gone"
say "the data of the owner are still there"

say "the portable form"
# a clean Debian 12 has no xz
xz -dc "target/packages/loupe-$version-linux-x64.tar.xz" | owner 'tar -x && ./loupe/bin/loupe --version'
session './loupe/bin/loupe connections list'

if command -v rpm >/dev/null; then
    say "the .rpm, with rpm's own database in an empty folder (what it needs is not looked up there)"
    rpmroot=$root/rpm-root
    rm -rf "$rpmroot"
    mkdir "$rpmroot"
    rpm -qp --requires "$root/packages/loupe-invoices-$version-1.x86_64.rpm"
    rpm --root "$rpmroot" --install --nodeps "$root/packages/loupe-invoices-$version-1.x86_64.rpm"
    rpm --root "$rpmroot" --verify --nodeps loupe-invoices
    mkdir -p "$root/opt"
    cp -Rp "$rpmroot/opt/loupe" "$root/opt/"
    owner '/opt/loupe/bin/loupe --version'
    rm -rf "$root/opt/loupe"
    rpm --root "$rpmroot" --erase loupe-invoices
    [ ! -e "$rpmroot/opt/loupe" ] || fail "the .rpm leaves /opt/loupe"
    rm -rf "$rpmroot"
fi
say "all as promised"
