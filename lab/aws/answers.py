"""Answers that AWS gives before a service is reached, in each service's own protocol."""

import json
from xml.sax.saxutils import escape

Answer = tuple[int, dict[str, str], str]

REST_XML = frozenset({"s3", "s3control", "cloudfront", "route53"})
QUERY = frozenset(
    "iam sts rds elasticloadbalancing autoscaling sns monitoring elasticache cloudformation ses redshift".split()
)


def refusal(service: str, status: int, code: str, message: str) -> Answer:
    """An error of `service` (its signing name) as its clients parse it; `edge` is what serves a page's visitors."""
    if service == "edge":
        return status, {"Content-Type": "text/html"}, f"<html><body><h1>{status} {code}</h1></body></html>"
    if service == "s3":
        body = f"<Error><Code>{code}</Code><Message>{escape(message)}</Message><RequestId>lab</RequestId></Error>"
    elif service == "ec2":
        error = f"<Error><Code>{code}</Code><Message>{escape(message)}</Message></Error>"
        body = f"<Response><Errors>{error}</Errors><RequestID>lab</RequestID></Response>"
    elif service in QUERY or service in REST_XML:
        error = f"<Error><Type>Sender</Type><Code>{code}</Code><Message>{escape(message)}</Message></Error>"
        body = f"<ErrorResponse>{error}<RequestId>lab</RequestId></ErrorResponse>"
    else:
        headers = {"Content-Type": "application/x-amz-json-1.1", "x-amzn-errortype": code}
        return status, headers, json.dumps({"__type": code, "message": message})
    return status, {"Content-Type": "text/xml"}, body
