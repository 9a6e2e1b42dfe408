"""S3 answers for a bucket in the bucket's own region; a request that was signed for another is told where that is.

"Error responses" (S3 API Reference): the endpoint of another region answers 301 PermanentRedirect; the one of us-east-1
is the global one, which reaches every bucket and finds the signature made for the wrong region: 400
AuthorizationHeaderMalformed. Both name the region in `x-amz-bucket-region`. moto serves every bucket in every region.
"""

from moto.s3.models import s3_backends

from .answers import Answer
from .gate import Call

GLOBAL = "us-east-1"


def check(call: Call) -> Answer | None:
    """The refusal of a request that was signed for another region than its bucket's, or None."""
    if call.service != "s3" or call.seen.access_key is None:
        return None
    bucket, _, key = call.path.lstrip("/").partition("/")
    found = s3_backends[call.account]["aws"].buckets.get(bucket)
    creates = call.method == "PUT" and not key and not call.query
    asks_where = "location" in call.query and call.region == GLOBAL
    if found is None or creates or asks_where or found.region_name == call.region:
        return None
    return astray(call, bucket, str(found.region_name))


def astray(call: Call, bucket: str, region: str) -> Answer:
    """Where the bucket is; a HEAD has no body."""
    if call.region == GLOBAL:
        status, code, more = 400, "AuthorizationHeaderMalformed", f"<Region>{region}</Region>"
        message = f"The authorization header is malformed; the region '{call.region}' is wrong; expecting '{region}'"
    else:
        status, code = 301, "PermanentRedirect"
        more = f"<Endpoint>{bucket}.s3.{region}.amazonaws.com</Endpoint><Bucket>{bucket}</Bucket>"
        message = (
            "The bucket you are attempting to access must be addressed using the specified endpoint. "
            "Please send all future requests to this endpoint."
        )
    body = f"<Error><Code>{code}</Code><Message>{message}</Message>{more}<RequestId>lab</RequestId></Error>"
    headers = {"Content-Type": "application/xml", "x-amz-bucket-region": region}
    return status, headers, "" if call.method == "HEAD" else body
