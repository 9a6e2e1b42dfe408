#!/bin/sh
# Replaces all tasks of a tenant's API. `rollout-api.sh --help` tells the flags.
exec "$(dirname -- "$0")/caliber.sh" rollout-api "$@"
