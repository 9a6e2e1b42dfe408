"""Runs a command at a terminal of its own: terminal.py '<JSON list of answers>' <command> [<argument> …]."""

import json
import os
import pty
import re
import sys

QUESTION = re.compile(rb"(?:\[y/N\]|Type [\w/-]+:) $")


def main() -> int:
    """Types an answer at each of the command's questions, and ends as it does."""
    answers = json.loads(sys.argv[1])
    child, terminal = pty.fork()
    if child == 0:
        os.execvp(sys.argv[2], sys.argv[2:])
    said = b""
    while True:
        try:
            chunk = os.read(terminal, 65536)
        except OSError:  # the terminal is gone with the command
            break
        if not chunk:
            break
        os.write(1, chunk)
        said = (said + chunk)[-1000:]
        if QUESTION.search(re.sub(rb"\x1b\[[\d;?]*[A-Za-z]", b"", said)):
            # Nobody answers what was not expected: an empty line is a no.
            os.write(terminal, (answers.pop(0) if answers else "").encode() + b"\n")
            said = b""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    sys.exit(main())
