#!/bin/sh
# Applies a tenant's plan once you have seen it. `apply.sh --help` tells the flags.
exec "$(dirname -- "$0")/caliber.sh" apply "$@"
