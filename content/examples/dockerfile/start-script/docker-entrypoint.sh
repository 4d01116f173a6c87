#!/bin/sh
set -eu

# 1. Fill the template from the environment, these two variables only.
envsubst '$SITE_PORT $SITE_NAME' </etc/site.conf.template >/tmp/site.conf

# 2. What needs root: the mounted folder belongs to whoever created it.
if [ "$(id -u)" = 0 ]; then
  if [ -w /data ]; then chown app /data; fi
  # Standard output belongs to root too; nginx opens it again, by name.
  chown --dereference app /proc/self/fd/1 /proc/self/fd/2 || true
  # 3. Become the program, as an ordinary user and still PID 1.
  exec gosu app "$@"
fi
exec "$@"
