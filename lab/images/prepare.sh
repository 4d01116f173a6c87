#!/bin/bash
# On the host, once: a Debian 13 root and the packages that the stand-ins need, laid as a folder that apt reads. prepare.sh FOLDER
set -euo pipefail
to=$1 here=$(cd "$(dirname "$0")" && pwd)
command -v debootstrap >/dev/null || { echo "debootstrap is missing: apt-get install debootstrap; without it there are no images" >&2; exit 3; }
mkdir -p "$to/packages"
if [ ! -e "$to/root/etc/debian_version" ]; then
  rm -rf "$to/root"
  debootstrap --variant=minbase --include=ca-certificates trixie "$to/root" > "$to/debootstrap.log"
fi
if [ ! -e "$to/packages/Packages" ]; then
  rm -rf "$to/fetch"
  cp -a "$to/root" "$to/fetch"
  cp /etc/resolv.conf "$to/fetch/etc/resolv.conf"
  chroot "$to/fetch" sh -c 'apt-get update -qq && apt-get install -qq -y --no-install-recommends --download-only '"$(grep -v '^#' "$here/packages.txt" | tr '\n' ' ')"
  mv "$to"/fetch/var/cache/apt/archives/*.deb "$to/packages/"
  chroot "$to/fetch" sh -c 'apt-get install -qq -y --no-install-recommends apt-utils >/dev/null'
  mount --bind "$to/packages" "$to/fetch/mnt"
  chroot "$to/fetch" sh -c 'cd /mnt && apt-ftparchive packages . > Packages'
  umount "$to/fetch/mnt"
  rm -rf "$to/fetch"
fi
