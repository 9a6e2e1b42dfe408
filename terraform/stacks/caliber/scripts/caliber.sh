#!/bin/sh
# What every script here is an entry to: finds Node 24 and starts the command line with it. docs/laptop.md tells the rest.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../../.." && pwd)
for node in node "${root}"/node_modules/node-*/bin/node; do
  version=$("${node}" -p 'process.versions.node' 2>/dev/null) || continue
  case "${version%%.*}" in
    2[4-9] | [3-9][0-9]) exec "${node}" "${root}/dist/cli/index.js" "$@" ;;
    *) ;;
  esac
done
echo 'Error: There is no Node 24 on PATH. Install it from https://nodejs.org, or run npm ci in the checkout, which brings one.' >&2
exit 2
