#!/bin/sh
# Puts a build into a tenant's bucket. `deploy-frontend.sh --help` tells the flags.
exec "$(dirname -- "$0")/caliber.sh" deploy-frontend "$@"
