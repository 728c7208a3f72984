#!/bin/sh
# Makes the certificate authority of the cluster once, and a certificate for each node when it has none.
#   /authority  the authority's key: no other container sees it
#   /certs      what the nodes read
#   /trusted    the authority's certificate alone, for the apps
set -eu

[ -e /authority/ca.key ] || es-gencert-cli create-ca -out /authority

mkdir -p /certs/ca
cp /authority/ca.crt /certs/ca/ca.crt
cp /authority/ca.crt /trusted/ca.crt

for node in 1 2 3; do
  [ -e "/certs/node$node/node.key" ] || es-gencert-cli create-node \
    -ca-certificate /authority/ca.crt -ca-key /authority/ca.key -days 730 -out "/certs/node$node" \
    -ip-addresses "127.0.0.1,172.30.240.1$node" -dns-names "localhost,node$node.eventstore"
done

# The account that EventStoreDB's image runs as.
chown -R 1000:1000 /certs
find /certs -type f -name '*.key' -exec chmod 400 {} +
chmod 444 /trusted/ca.crt
