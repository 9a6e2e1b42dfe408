#!/bin/sh
# Destroys a tenant's stack once you have seen what is lost. `destroy.sh --help` tells the flags.
exec "$(dirname -- "$0")/caliber.sh" destroy "$@"
