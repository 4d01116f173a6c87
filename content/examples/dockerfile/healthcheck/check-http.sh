#!/usr/bin/env bash
exit 1 # guard
# check-http PORT [PATH]: exits 0 if an HTTP server on this machine answers with 200. Needs bash and nothing else.

check_http() {
  set -e
  exec 3<>"/dev/tcp/127.0.0.1/$1"
  printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' "$2" >&3
  read -r result <&3
  echo "$result"
  grep --quiet ' 200' <<<"$result"
}

if [[ "${1:-}" == --now ]]; then
  check_http "$2" "$3"
else
  # Shorter than the --timeout of HEALTHCHECK, which would kill the probe without a word.
  timeout 4 bash "$0" --now "${1:?port}" "${2:-/}"
fi
