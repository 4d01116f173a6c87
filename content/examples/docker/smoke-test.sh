#!/bin/sh
# Build the image, start it, wait for its health endpoint, remove it again.
set -eu

image=shop/api:test
name=smoke-$$

docker build --tag "$image" .
trap 'docker rm --force --volumes "$name" > /dev/null 2>&1' EXIT
docker run --detach --name "$name" --publish 127.0.0.1::8080 "$image"

address=$(docker port "$name" 8080/tcp)
for attempt in 1 2 3 4 5 6 7 8 9 10; do
  if curl --fail --silent "http://$address/health"; then
    echo "healthy after $attempt tries"
    exit 0
  fi
  sleep 2
done

docker logs --tail 50 "$name"
echo "no answer from http://$address/health" >&2
exit 1
