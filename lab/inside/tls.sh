#!/bin/bash
# A certificate authority that the lab trusts, and a certificate for its registries. Kept between two starts.
set -eu
dir=/opt/lab/state/tls
mkdir -p "$dir"
if [ ! -e "$dir/hub.crt" ]; then
  openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj "/CN=Lab CA" -keyout "$dir/ca.key" -out "$dir/ca.crt" 2>/dev/null
  openssl req -newkey rsa:2048 -nodes -subj "/CN=hub.lab" -keyout "$dir/hub.key" -out "$dir/hub.csr" 2>/dev/null
  names=DNS:registry-1.docker.io,DNS:index.docker.io,DNS:docker.io,DNS:auth.docker.io,DNS:registry.k8s.io,DNS:ghcr.io,DNS:quay.io,DNS:hub.lab,DNS:registry.example.com,DNS:charts.example.com
  openssl x509 -req -in "$dir/hub.csr" -CA "$dir/ca.crt" -CAkey "$dir/ca.key" -CAcreateserial -days 3650 -out "$dir/hub.crt" -extfile <(echo "subjectAltName=$names") 2>/dev/null
fi
cat "$dir/ca.crt" >> /etc/ssl/certs/ca-certificates.crt
