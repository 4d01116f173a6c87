#!/bin/sh
# As in the real image: options alone are those of redis-server, and the server is reached from other containers.
set -e
case ${1:-} in -* | *.conf) set -- redis-server "$@" ;; esac
[ "$1" = redis-server ] && set -- "$@" --protected-mode no
exec "$@"
