"""Requests as they go over the wire: signatures, bodies, and what could be read in two ways."""

import base64
import zlib
from datetime import UTC, datetime, timedelta

from botocore.auth import S3SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from kit import ROOT, Lab, allow, arn, main
from wire import ask, send

FORM = {"content-type": "application/x-www-form-urlencoded"}
JSON = {"content-type": "application/x-amz-json-1.1"}
WHO, MAKE = b"Action=GetCallerIdentity&Version=2011-06-15", b"Action=CreateUser&UserName=made&Version=2010-05-08"
CHUNKS = "STREAMING-UNSIGNED-PAYLOAD-TRAILER"


def cases(lab: Lab) -> None:
    """Everything in turn."""
    signatures(lab)
    presigned(lab)
    readings(lab)
    chunks(lab)


def signatures(lab: Lab) -> None:
    """What is signed cannot be changed, and what is not signed is not read."""
    sts = {"body": WHO, "headers": FORM}
    lab.expect("a request as it was signed", lambda: ask(lab, "sts", sts) == "200")
    changed = {**sts, "instead": WHO + b"&x=1"}
    lab.expect("a changed body", lambda: ask(lab, "sts", changed) == "403 SignatureDoesNotMatch")
    loose = {**changed, "headers": {**FORM, "x-amz-content-sha256": "UNSIGNED-PAYLOAD"}}
    lab.expect("a body that was not signed", lambda: ask(lab, "sts", loose) == "403 SignatureDoesNotMatch")
    listing = {"body": b"{}", "headers": JSON, "added": {"x-amz-target": "secretsmanager.ListSecrets"}}
    lab.expect("a header that was not", lambda: ask(lab, "secretsmanager", listing) == "400 InvalidSignatureException")
    for days, name in ((-1, "yesterday's"), (1, "tomorrow's")):
        old = {**sts, "added": {"x-amz-date": dated(days)}}
        lab.expect(f"{name} date", lambda old=old: ask(lab, "sts", old).startswith("403"))
    lab.client("s3").create_bucket(Bucket="wire")
    put = {"method": "PUT", "path": "/wire/a", "body": b"abc"}
    lab.expect("S3 without a body's hash", lambda: ask(lab, "s3", put) == "400 InvalidRequest")
    odd = {**put, "headers": {"x-amz-content-sha256": "odd"}}
    lab.expect("S3 with no hash at all", lambda: ask(lab, "s3", odd) == "400 InvalidArgument")
    user = lab.user("idle")
    for length in ("abc", "-1", "1_0"):
        sent = {**sts, "added": {"content-length": length}}
        lab.expect(f"a body of {length} bytes", lambda sent=sent: ask(lab, "sts", sent) == "400 BadRequest")
    lab.client("iam").update_access_key(UserName="idle", AccessKeyId=user[0], Status="Inactive")
    lab.expect("a key that was switched off", lambda: ask(lab, "sts", sts, user).startswith("403"))


def dated(days: int) -> str:
    """A date of signing, days from now."""
    return (datetime.now(UTC) + timedelta(days=days)).strftime("%Y%m%dT%H%M%SZ")


def presigned(lab: Lab) -> None:
    """URLs that are signed: for a while, for one object."""
    lab.client("s3").put_object(Bucket="wire", Key="a", Body=b"a")

    def get(expires: int, change: tuple[str, str] = ("", "")) -> str:
        request = AWSRequest(method="GET", url=f"{lab.url}/wire/a")
        S3SigV4QueryAuth(Credentials(*ROOT), "s3", "us-east-1", expires=expires).add_auth(request)
        return send(lab, "GET", str(request.url).removeprefix(lab.url).replace(*change), (b"", {}))

    lab.expect("a presigned URL", lambda: get(60) == "200")
    lab.expect("for another object", lambda: get(60, ("wire/a", "wire/b")) == "403 SignatureDoesNotMatch")
    lab.expect("for longer", lambda: get(60, ("Expires=60", "Expires=600")) == "403 SignatureDoesNotMatch")
    lab.expect("one that has ended", lambda: get(0).startswith("403"))
    lab.expect("for eight days", lambda: get(691_200) == "400 AuthorizationQueryParametersError")


def readings(lab: Lab) -> None:
    """A permission for one thing never opens another."""
    nobody = lab.user("nobody")
    reader = lab.user("reader", allow("iam:GetUser"))
    other = {"path": "/?Action=GetUser", "body": MAKE, "headers": FORM}
    lab.expect(
        "an operation in the query, another in the form", lambda: ask(lab, "iam", other, reader).startswith("400")
    )
    who = {"path": "/?Action=GetCallerIdentity", "body": b"Action=AssumeRole", "headers": FORM}
    lab.expect("… for somebody without any permission", lambda: ask(lab, "sts", who, nobody).startswith("400"))
    token = {"path": "/?Action=AssumeRoleWithWebIdentity", "body": b"Action=AssumeRole", "headers": FORM}
    lab.expect("… for nobody", lambda: ask(lab, "sts", token, ()).startswith("400"))
    twice = {"body": b"Action=GetUser&" + MAKE, "headers": FORM}
    lab.expect("two operations in a form", lambda: ask(lab, "iam", twice, reader).startswith("400"))
    plain = {"body": MAKE, "headers": {"content-type": "text/plain"}}
    lab.expect("a form that says it is none", lambda: ask(lab, "iam", plain, reader).startswith("400"))
    target = {"path": "/?Action=ListSecrets", "body": b"{}", "headers": {**JSON, "x-amz-target": "secretsmanager.X"}}
    lab.expect("an operation beside the target", lambda: ask(lab, "secretsmanager", target, reader).startswith("400"))
    lab.client("s3").create_bucket(Bucket="hers")
    lab.client("s3").put_object(Bucket="wire", Key="hers/x", Body=b"secret")
    mine = lab.user("mine", allow("s3:GetObject", arn("s3", "hers/*")))
    empty = {"x-amz-content-sha256": "UNSIGNED-PAYLOAD", "host": "wire.s3.amazonaws.com"}
    hosted = {"method": "GET", "path": "/hers/x", "headers": empty}
    lab.expect("a bucket in the host's name", lambda: ask(lab, "s3", hosted, mine).startswith("400"))
    names = [user["UserName"] for user in lab.client("iam").list_users()["Users"]]
    lab.expect("nothing of it was done", lambda: "made" not in names)


def chunks(lab: Lab) -> None:
    """Bodies in chunks, with their checksum behind them: what every SDK sends."""
    good = b"x-amz-checksum-crc32:" + base64.b64encode(zlib.crc32(b"hello").to_bytes(4, "big"))

    def put(frame: bytes) -> str:
        announced = {
            "x-amz-content-sha256": CHUNKS,
            "content-encoding": "aws-chunked",
            "x-amz-decoded-content-length": "5",
            "x-amz-trailer": "x-amz-checksum-crc32",
        }
        return ask(lab, "s3", {"method": "PUT", "path": "/wire/chunks", "body": frame, "headers": announced})

    whole = b"5\r\nhello\r\n0\r\n"
    lab.expect("chunks with the right checksum", lambda: put(whole + good + b"\r\n\r\n") == "200")
    lab.expect("with a wrong one", lambda: put(whole + b"x-amz-checksum-crc32:AAAAAA==\r\n\r\n") == "400 BadDigest")
    lab.expect("without the announced one", lambda: put(whole + b"\r\n") == "400 MalformedTrailerError")
    lab.expect("fewer bytes than announced", lambda: put(b"2\r\nhe\r\n0\r\n\r\n") == "400 IncompleteBody")
    lab.expect("no chunks at all", lambda: put(b"zz\r\nhello\r\n0\r\n\r\n") == "400 InvalidRequest")
    stored = lab.client("s3").get_object(Bucket="wire", Key="chunks")["Body"].read()
    lab.expect("nothing wrong was stored", lambda: stored == b"hello")


if __name__ == "__main__":
    main(cases)
