#!/bin/sh
# Prepares this checkout for the scripts beside it. `init.sh --help` tells the flags.
exec "$(dirname -- "$0")/caliber.sh" init "$@"
