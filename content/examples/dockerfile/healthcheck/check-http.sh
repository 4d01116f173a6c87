#!/usr/bin/env bash
# check-http PORT [PATH]: exits 0 if an HTTP server on this machine answers with 200. Needs bash and nothing else.

check_http() {
  set -e
  exec 3<> "/dev/tcp/127.0.0.1/$1"
  printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' "$2" >&3
  read -r result <&3
  echo "$result"
  grep --quiet ' 200' <<<"$result"
}

# Shorter than the --timeout of HEALTHCHECK, which would kill the probe without a word.
export -f check_http
timeout 4 bash -c 'check_http "$1" "$2"' check-http "${1:?port}" "${2:-/}"
