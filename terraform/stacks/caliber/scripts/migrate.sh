#!/bin/sh
# Migrates a tenant's database as a one-off task. `migrate.sh --help` tells the flags.
exec "$(dirname -- "$0")/caliber.sh" migrate "$@"
