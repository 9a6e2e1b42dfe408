#!/bin/sh
# Asks a tenant's API and site as their users do. `smoke-test.sh --help` tells the flags.
exec "$(dirname -- "$0")/../scripts/caliber.sh" smoke-test "$@"
