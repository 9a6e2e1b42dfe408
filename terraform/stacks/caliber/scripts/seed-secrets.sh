#!/bin/sh
# Writes a tenant's secrets from the outputs of its stack. `seed-secrets.sh --help` tells the flags.
exec "$(dirname -- "$0")/caliber.sh" seed-secrets "$@"
