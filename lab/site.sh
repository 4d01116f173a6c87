#!/bin/bash
# The site itself in the lab, with the files of deploy/: two releases of the image, Compose, the chart; an upgrade and the end of a pod
# under load, a roll-back, the chart's test. Needs a lab that is up: bash lab/site.sh
# The Dockerfile is built as it is. The lab reaches no network: in place of public images come its own, with npm's packages as a full
# cache and Debian's as a repository on the disk.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd) root=$(cd "$here/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

release() { # NAME: the project's files, with a line in one script that only this release has.
  mkdir -p "$work/$1"
  git -C "$root" ls-files -z | tar -C "$root" --null -T - -c . | tar -x -C "$work/$1"
  echo "document.documentElement.dataset.release = '$1';" >> "$work/$1/src/client/scrollers.ts"
}
release first
release second

echo 'npm fills its cache'
mkdir -p "$work/fill/scripts" "$work/npm"
cp "$root"/package.json "$root"/package-lock.json "$work/fill/"
(cd "$work/fill" && npm_config_cache=$work/npm/cache npm ci --no-audit --no-fund --loglevel=error > /dev/null)
cp -r "$(dirname "$(realpath "$(command -v npm)")")/.." "$work/npm/cli"
npm config get registry > "$work/npm/registry"
rm -rf "$work/fill"

"$here/in" rm -rf /srv/notes
tar -C "$work" -c . | "$here/in" sh -c 'mkdir -p /srv/notes && tar -x -C /srv/notes'
"$here/in" bash /opt/lab/src/inside/site.sh < /dev/null
