#!/bin/sh
# Replaces a vendor's document by the one at a URL, if that has the SHA-256 that was reviewed.
# usage: update-spec.sh <document> <url> <sha256>
set -eu
document=$1 url=$2 sha256=$3

new="$document.new"
trap 'rm -f "$new"' EXIT
curl --fail --silent --show-error --proto '=https,file' --output "$new" "$url"
echo "$sha256  $new" | sha256sum --check --status || {
    echo "$url is not the document that was reviewed: its SHA-256 is $(sha256sum < "$new" | cut -d' ' -f1)." >&2
    exit 1
}
mv "$new" "$document"
