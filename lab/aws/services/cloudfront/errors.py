"""CloudFront's error answer."""

from xml.sax.saxutils import escape

NAMESPACE = "http://cloudfront.amazonaws.com/doc/2020-05-31/"


def refuse(code: str, message: str, status: int = 404) -> tuple[str, dict[str, str | int]]:
    """Body and headers, as moto's dispatch takes them."""
    error = f"<Error><Type>Sender</Type><Code>{code}</Code><Message>{escape(message)}</Message></Error>"
    body = f'<?xml version="1.0"?><ErrorResponse xmlns="{NAMESPACE}">{error}</ErrorResponse>'
    return body, {"status": status, "Content-Type": "text/xml"}
