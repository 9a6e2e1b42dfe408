"""Who may do what: the gate in front of the emulator.

Every call is read by the request classifier of the pinned `ministack` package, its signature is checked, and it is
judged by the package's policy evaluator on the policies that moto keeps. What the classifier knows too little about is
mended in `themes/`, one file a theme, each naming the AWS documentation that it follows.
"""

from .call import Call, read_call
from .gate import Gate, Verdict, warm_up
from .readings import ambiguity

__all__ = ["Call", "Gate", "Verdict", "ambiguity", "read_call", "warm_up"]
