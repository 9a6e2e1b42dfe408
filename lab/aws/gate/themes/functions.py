"""Lambda: a function that is to be made is judged by its name (Service Authorization Reference)."""

from ..call import Call


def resource(call: Call) -> str:
    """The new function; whatever exists is the classifier's."""
    return call.arn(f"function:{call.data.get('FunctionName')}") if call.operation == "CreateFunction" else ""
