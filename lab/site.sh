#!/bin/bash
# The site itself in the lab, with the files of deploy/: the image, Compose, the chart; an upgrade and the end of a pod under load, a
# roll-back, the chart's test. Needs a lab that is up and a built dist/: bash lab/site.sh
# The lab reaches no network, so two stages come from outside: `server` from Debian's packages as they lie there, and `release` from
# dist/; the Dockerfile's language is the lab's own. All else of the Dockerfile is built as it is.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd) root=$(cd "$here/.." && pwd)
node=$root/node_modules/.bin/node
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

release() { # NAME: dist/, packed, with a script that only this release has.
  mkdir -p "$work/$1/out/_astro" "$work/$1/conf"
  cp -r "$root/dist/." "$work/$1/out"
  echo "'$1'" > "$work/$1/out/_astro/only.$1.js"
  echo "_astro/only.$1.js" >> "$work/$1/out/_hashed.txt"
  BROTLI_QUALITY=5 "$node" "$root/scripts/pack.ts" "$work/$1/out" > /dev/null
  "$node" "$root/scripts/hosts.ts" "$work/$1/conf"
}
release first
release second
"$node" "$root/scripts/keep.ts" "$work/first/out" "$work/second/out"
cp -r "$root/deploy" "$work/deploy"
"$here/in" rm -rf /srv/notes
tar -C "$work" -c . | "$here/in" sh -c 'mkdir -p /srv/notes && tar -x -C /srv/notes'
"$here/in" bash /opt/lab/src/inside/site.sh < /dev/null
