#!/bin/bash
# Builds the stand-ins with the lab's own engine and pushes each under all its names. build-images.sh [NAME ...]
set -euo pipefail
images=/opt/lab/src/images parts=/opt/lab/images
cp "$images/get" "$parts/packages/get"
echo only-for-this-lab | docker login --username ada --password-stdin registry.example.com >/dev/null 2>&1
if ! docker image inspect debian:13-slim >/dev/null 2>&1; then
  tar -C "$parts/root" -c . | docker import --change 'CMD ["bash"]' - debian:13-slim >/dev/null
  docker push -q debian:13-slim
fi
for name in "${@:-busybox nginx postgres redis node python httpd java netshoot curl ghost api pause coredns metrics-server local-path dockerfile}"; do for image in $name; do
  docker buildx build -q --provenance=false --build-context packages="$parts/packages" --build-context node=/opt/lab/node --build-context api=/opt/lab/bin -t "lab/$image" "$images/$image" >/dev/null
  for tag in $(sed -n 's/^# stands for: //p' "$images/$image/Dockerfile"); do
    docker tag "lab/$image" "$tag"
    docker push -q "$tag"
  done
done; done

# What each name shall lead to: pages push under the same names, and `clean` puts them back.
cd /var/lib/registry
sed -n 's/^# stands for: //p' "$images"/*/Dockerfile | tr ' ' '\n' | while IFS=: read -r name tag; do
  case $name in registry.example.com/*) path=accounts name=${name#*/} ;; */*) path=hub ;; *) path=hub name=library/$name ;; esac
  path=$path/docker/registry/v2/repositories/$name/_manifests/tags/$tag/current/link
  [ ! -e "$path" ] || echo "$path"
done > stand-ins
tar -cf stand-ins.tar -T stand-ins
