"""Tags that a request sets or takes away: `aws:RequestTag/<key>` and `aws:TagKeys`.

"Controlling access to AWS resources using tags" (IAM User Guide). Every protocol writes them in a form of its own; EC2
has yet another (network.py).
"""

import re
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import unescape

from ..call import Call

Tag = tuple[str, str]
XML_SERVICES = ("cloudfront", "route53", "s3")
_FORM_TAG = re.compile(r"(?:.+\.)?Tags?(?:\.member|\.Tag)?\.\d+\.Key")
_FORM_KEY = re.compile(r"TagKeys?(?:\.member)?\.\d+|tagKeys")
_XML_TAG = re.compile(r"<Tag>\s*<Key>([^<]*)</Key>\s*(?:<Value>([^<]*)</Value>|<Value\s*/>)?\s*</Tag>")
_XML_KEY = re.compile(r"<TagKeys>.*?</TagKeys>", re.DOTALL)


def requested(call: Call) -> dict[str, Any]:
    """What the request would tag its resources with, and every key that it names."""
    if call.service == "ec2":  # network.py reads EC2's TagSpecification
        return {}
    tags = list(dict.fromkeys([*of_json(call), *of_form(call), *of_xml(call)]))
    keys = [name for name, _ in tags] + list(removed(call))
    found: dict[str, Any] = {f"aws:RequestTag/{name}": value for name, value in tags}
    return {**found, "aws:TagKeys": keys} if keys else found


def of_json(call: Call) -> Iterator[Tag]:
    """A list of pairs or, in Logs and a few others, a dictionary."""
    sent = call.data.get("Tags", call.data.get("tags"))
    if isinstance(sent, dict):
        yield from ((str(name), str(value)) for name, value in sent.items())
    for tag in sent if isinstance(sent, list) else []:
        if isinstance(tag, dict):
            yield member(tag, "Key"), member(tag, "Value")


def member(tag: dict[str, Any], name: str) -> str:
    """`Key`, `TagKey` or `key`, as the service has it."""
    return str(tag.get(name, tag.get(f"Tag{name}", tag.get(name.lower(), ""))))


def of_form(call: Call) -> Iterator[Tag]:
    """The Query API's numbered parameters."""
    for name in call.params:
        if _FORM_TAG.fullmatch(name):
            yield call.parameter(name), call.parameter(f"{name[:-3]}Value")


def of_xml(call: Call) -> Iterator[Tag]:
    """Documents of the REST services."""
    if call.service in XML_SERVICES and b"<Tag>" in call.body:
        for name, value in _XML_TAG.findall(call.body.decode("utf-8", "replace")):
            yield unescape(name), unescape(value)


def removed(call: Call) -> Iterator[str]:
    """Keys of tags that the request takes away."""
    listed = call.data.get("TagKeys", call.data.get("tagKeys"))
    if call.service == "logs" and isinstance(call.data.get("tags"), list):
        listed = call.data["tags"]
    yield from (str(name) for name in (listed if isinstance(listed, list) else []) if isinstance(name, str))
    for name, values in call.params.items():
        if _FORM_KEY.fullmatch(name):
            yield from values
    if call.service in XML_SERVICES:
        for block in _XML_KEY.findall(call.body.decode("utf-8", "replace")):
            yield from re.findall("<Key>([^<]*)</Key>", block)
