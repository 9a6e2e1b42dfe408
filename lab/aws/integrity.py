"""S3 compares what it received with the checksums that came along; moto writes them down and believes them.

"Checking object integrity" (S3 User Guide): Content-MD5 and `x-amz-checksum-*`, as headers or behind the chunks of an
aws-chunked body; a wrong one is BadDigest, one that is no checksum at all InvalidDigest or InvalidRequest.
"""

import base64
import binascii
import hashlib
import re
import zlib
from collections.abc import Callable
from functools import lru_cache

from .answers import Answer, refusal
from .gate import Call

PREFIX = "x-amz-checksum-"
CHUNKED = "STREAMING-"


@lru_cache(maxsize=2)
def table(polynomial: int) -> tuple[int, ...]:
    """Remainders of every byte, for a reflected polynomial."""
    remainders = []
    for byte in range(256):
        rest = byte
        for _ in range(8):
            rest = rest >> 1 ^ (polynomial if rest & 1 else 0)
        remainders.append(rest)
    return tuple(remainders)


def reflected(data: bytes, polynomial: int, width: int) -> bytes:
    """A CRC that Python does not bring."""
    remainders, value = table(polynomial), (1 << width) - 1
    for byte in data:
        value = value >> 8 ^ remainders[(value ^ byte) & 0xFF]
    return (value ^ ((1 << width) - 1)).to_bytes(width // 8, "big")


ALGORITHMS: dict[str, Callable[[bytes], bytes]] = {
    "crc32": lambda data: zlib.crc32(data).to_bytes(4, "big"),
    "crc32c": lambda data: reflected(data, 0x82F63B78, 32),
    "crc64nvme": lambda data: reflected(data, 0x9A6C9329AC4BC9B5, 64),
    "sha1": lambda data: hashlib.sha1(data, usedforsecurity=False).digest(),
    "sha256": lambda data: hashlib.sha256(data).digest(),
}


def check(call: Call) -> Answer | None:
    """The refusal of a body that is not what was announced, or None."""
    carries = call.method == "PUT" or (call.method == "POST" and "delete" in call.query)
    if call.service != "s3" or not carries or "x-amz-copy-source" in call.headers:
        return None
    data, trailers = call.body, dict[str, str]()
    if call.headers.get("x-amz-content-sha256", "").startswith(CHUNKED):
        try:
            data, trailers = unchunk(call.body)
        except ValueError as error:
            return refusal("s3", 400, "InvalidRequest", str(error))
    return (
        check_frame(call.headers, data, trailers)
        or check_md5(call.headers.get("content-md5"), data)
        or check_sums({**call.headers, **trailers}, data)
    )


def check_frame(headers: dict[str, str], data: bytes, trailers: dict[str, str]) -> Answer | None:
    """What was announced of a body in chunks: its length, and the headers behind it."""
    length = headers.get("x-amz-decoded-content-length")
    if length is not None and length != str(len(data)):
        message = "You did not provide the number of bytes specified by the Content-Length HTTP header"
        return refusal("s3", 400, "IncompleteBody", message)
    announced = [name.strip().lower() for name in headers.get("x-amz-trailer", "").split(",") if name.strip()]
    if any(name not in trailers for name in announced):
        return refusal(
            "s3", 400, "MalformedTrailerError", "The request contained trailing data that was not well-formed"
        )
    return None


def check_md5(sent: str | None, data: bytes) -> Answer | None:
    """Content-MD5."""
    if sent is None:
        return None
    if len(decode(sent)) != hashlib.md5(usedforsecurity=False).digest_size:
        return refusal("s3", 400, "InvalidDigest", "The Content-MD5 you specified was invalid.")
    if decode(sent) != hashlib.md5(data, usedforsecurity=False).digest():
        return refusal("s3", 400, "BadDigest", "The Content-MD5 you specified did not match what we received.")
    return None


def check_sums(fields: dict[str, str], data: bytes) -> Answer | None:
    """`x-amz-checksum-*`."""
    for name, compute in ALGORITHMS.items():
        sent = fields.get(PREFIX + name)
        if sent is None:
            continue
        computed = compute(data)
        if len(decode(sent)) != len(computed):
            return refusal("s3", 400, "InvalidRequest", f"Value for {PREFIX}{name} header is invalid.")
        if decode(sent) != computed:
            message = f"The {name.upper()} you specified did not match the calculated checksum."
            return refusal("s3", 400, "BadDigest", message)
    return None


def decode(text: str) -> bytes:
    """Base64; b'' for what is none."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""


def unchunk(body: bytes) -> tuple[bytes, dict[str, str]]:
    """The data and the trailing headers of an aws-chunked body; ValueError for one that is none."""
    data, position, size = b"", 0, -1
    while size != 0:
        end = body.find(b"\r\n", position)
        digits = body[position:end].partition(b";")[0] if end >= 0 else b""
        if not re.fullmatch(b"[0-9a-fA-F]+", digits):
            raise ValueError("The chunk's size is not a hexadecimal number.")
        size = int(digits, 16)
        data += body[end + 2 : end + 2 + size]
        position = end + 2 + size + (2 if size else 0)
    lines = body[position:].decode("latin-1").split("\r\n")
    fields = [line.partition(":") for line in lines if ":" in line]
    return data, {name.strip().lower(): value.strip() for name, _, value in fields}
