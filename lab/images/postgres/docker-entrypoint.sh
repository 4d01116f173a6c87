#!/bin/bash
# Makes a database on the first start, as the official image does, and starts the server as its user.
set -e
if [ "$1" = postgres ] && [ ! -s "$PGDATA/PG_VERSION" ]; then
  if [ -n "$POSTGRES_PASSWORD_FILE" ]; then POSTGRES_PASSWORD=$(cat "$POSTGRES_PASSWORD_FILE"); fi
  if [ -z "$POSTGRES_PASSWORD" ] && [ "$POSTGRES_HOST_AUTH_METHOD" != trust ]; then
    echo "Error: no password for the superuser: set POSTGRES_PASSWORD" >&2
    exit 1
  fi
  user=${POSTGRES_USER:-postgres}
  chown -R postgres "$PGDATA"
  chmod 700 "$PGDATA"
  as() { if [ "$(id -u)" = 0 ]; then su postgres -c "$1"; else sh -c "$1"; fi; }
  echo "$POSTGRES_PASSWORD" > /tmp/password && chown postgres /tmp/password
  as "PATH=$PATH initdb --username=$user --pwfile=/tmp/password --auth-host=scram-sha-256 --auth-local=trust -D $PGDATA" >/dev/null
  rm /tmp/password
  echo "host all all all scram-sha-256" >> "$PGDATA/pg_hba.conf"
  echo "listen_addresses = '*'" >> "$PGDATA/postgresql.conf"
  as "PATH=$PATH pg_ctl -D $PGDATA -o '-c listen_addresses=' -w start" >/dev/null
  db=${POSTGRES_DB:-$user}
  [ "$db" = postgres ] || createdb --username "$user" --host /var/run/postgresql "$db" || true
  for file in /docker-entrypoint-initdb.d/*.sql; do [ -e "$file" ] && psql --username "$user" --host /var/run/postgresql --dbname "$db" --file "$file"; done
  as "PATH=$PATH pg_ctl -D $PGDATA -m fast -w stop" >/dev/null
fi
if [ "$1" = postgres ] && [ "$(id -u)" = 0 ]; then exec setpriv --reuid=postgres --regid=postgres --init-groups "$@"; fi
exec "$@"
