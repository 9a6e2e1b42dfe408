#!/bin/sh
# Plans a tenant's stack and saves the plan. `plan.sh --help` tells the flags.
exec "$(dirname -- "$0")/caliber.sh" plan "$@"
