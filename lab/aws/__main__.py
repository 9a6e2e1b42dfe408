"""Start AWS: `PYTHONPATH=lab python -P -m aws --port 0` prints {"url", "pid"} and serves until it is ended."""

import argparse
import gc
import os
import signal
import sys

from .fork import Family, announce_line, end_with


def main() -> None:
    """Parse the command line, patch moto, serve."""
    parser = argparse.ArgumentParser(prog="aws", description="AWS on this machine, for Terraform and SDKs.")
    parser.add_argument("--port", type=int, default=0, help="port on 127.0.0.1 (default: a free one)")
    parser.add_argument("--end-with-stdin", action="store_true", help="end when standard input is closed")
    options = parser.parse_args()
    if options.end_with_stdin:
        end_with(sys.stdin.fileno())

    gc.disable()  # nothing that is loaded goes away again
    from .control import Control  # imports moto and everything that changes it: a second of work
    from .server import Aws

    aws, family = Aws(), Family()
    gc.freeze()  # collections in forks would only copy its pages
    gc.enable()

    def stop(*_: object) -> None:
        family.end()
        os._exit(0)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    Control(aws, family).serve(options.port, lambda url: print(announce_line(url), flush=True))


if __name__ == "__main__":
    main()
