"""Checksums of S3, certificates that wait for their records, and records that answer on UDP."""

import base64
import hashlib
import socket
import zlib
from typing import Any

from dnslib import RCODE, DNSRecord
from kit import Lab, allow, arn, document, main

ALIAS = {"HostedZoneId": "Z1", "DNSName": "lb.example.", "EvaluateTargetHealth": False}


def cases(lab: Lab) -> None:
    """Everything in turn."""
    checksums(lab)
    owner(lab)
    definitions(lab)
    balancers(lab)
    groups(lab)
    zone = lab.client("route53").create_hosted_zone(Name="acme.test", CallerReference="1")["HostedZone"]["Id"]
    names(lab, zone)
    certificates(lab, zone)


def checksums(lab: Lab) -> None:
    """Right ones are taken, wrong ones refused."""
    s3 = lab.client("s3")
    s3.create_bucket(Bucket="sums")
    put = {"Bucket": "sums", "Key": "x", "Body": b"content"}
    md5 = base64.b64encode(hashlib.md5(b"content").digest()).decode()
    other = base64.b64encode(hashlib.md5(b"other").digest()).decode()
    lab.case("the right Content-MD5", "allow", lambda: s3.put_object(**put, ContentMD5=md5))
    lab.case("another's Content-MD5", "BadDigest", lambda: s3.put_object(**put, ContentMD5=other))
    lab.case("no Content-MD5 at all", "InvalidDigest", lambda: s3.put_object(**put, ContentMD5="x"))
    right = {
        "ChecksumCRC32": base64.b64encode(zlib.crc32(b"content").to_bytes(4, "big")).decode(),
        "ChecksumSHA256": base64.b64encode(hashlib.sha256(b"content").digest()).decode(),
    }
    for name, text in right.items():
        lab.case(f"the right {name}", "allow", lambda name=name, text=text: s3.put_object(**put, **{name: text}))
    wrong = {"ChecksumCRC32": "AAAAAA==", "ChecksumSHA256": base64.b64encode(bytes(32)).decode()}
    for name, text in wrong.items():
        lab.case(f"a wrong {name}", "BadDigest", lambda name=name, text=text: s3.put_object(**put, **{name: text}))
    lab.case("a checksum of another length", "InvalidRequest", lambda: s3.put_object(**put, ChecksumSHA256="AAAA"))
    # The vectors of the CRC catalogue, over "123456789".
    digits = {"Bucket": "sums", "Key": "y", "Body": b"123456789"}
    crc32c = base64.b64encode(bytes.fromhex("e3069283")).decode()
    crc64 = base64.b64encode(bytes.fromhex("ae8b14860a799888")).decode()
    lab.case("the right CRC32C", "allow", lambda: s3.put_object(**digits, ChecksumCRC32C=crc32c))
    lab.case("the right CRC64NVME", "allow", lambda: s3.put_object(**digits, ChecksumCRC64NVME=crc64))
    lab.expect("nothing wrong was stored", lambda: s3.get_object(Bucket="sums", Key="x")["Body"].read() == b"content")


def owner(lab: Lab) -> None:
    """One canonical id for the account, wherever it is told: ACLs are written with it."""
    s3 = lab.client("s3")
    s3.create_bucket(Bucket="owned")
    ids = {s3.list_buckets()["Owner"]["ID"], s3.get_bucket_acl(Bucket="owned")["Owner"]["ID"]}
    lab.expect("the account has one canonical id", lambda: len(ids) == 1)


def definitions(lab: Lab) -> None:
    """A family means its newest ACTIVE revision; a revision that was deregistered is found by its number."""
    ecs = lab.client("ecs")
    for image in ("one", "two"):
        ecs.register_task_definition(family="f", containerDefinitions=[{"name": "a", "image": image, "memory": 128}])
    ecs.deregister_task_definition(taskDefinition="f:2")

    def revision(name: str) -> int:
        return int(ecs.describe_task_definition(taskDefinition=name)["taskDefinition"]["revision"])

    lab.expect("a family is its newest active revision", lambda: revision("f") == 1)
    lab.expect("a deregistered one by its number", lambda: revision("f:2") == 2)
    ecs.deregister_task_definition(taskDefinition="f:1")
    lab.case("a family without an active one", "ClientException", lambda: revision("f"))


def balancers(lab: Lab) -> None:
    """Logs go only where the bucket lets them, and not under a key; names are in the hosted zone of the region."""
    ec2, elb, s3 = lab.client("ec2"), lab.client("elbv2"), lab.client("s3")
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.0.0/24")["Subnet"]["SubnetId"]
    made = elb.create_load_balancer(Name="app", Subnets=[subnet])["LoadBalancers"][0]
    lab.expect("the zone of its region", lambda: made["CanonicalHostedZoneId"] == "Z35SXDOTRQ7X7K")
    s3.create_bucket(Bucket="lb-logs")

    def turn_on(prefix: str = "") -> Any:
        logs = {"enabled": "true", "bucket": "lb-logs", "prefix": prefix}
        sent = [{"Key": f"access_logs.s3.{name}", "Value": value} for name, value in logs.items()]
        return elb.modify_load_balancer_attributes(LoadBalancerArn=made["LoadBalancerArn"], Attributes=sent)

    refused = "InvalidConfigurationRequest"
    lab.case("logs into a bucket without a policy", refused, turn_on)
    statement = {
        **allow("s3:PutObject", arn("s3", "lb-logs/AWSLogs/123456789012/*")),
        "Principal": {"Service": "logdelivery.elasticloadbalancing.amazonaws.com"},
        "Condition": {
            "StringEquals": {"aws:SourceAccount": "123456789012"},
            "ArnLike": {"aws:SourceArn": arn("elasticloadbalancing", "loadbalancer/*")},
        },
    }
    s3.put_bucket_policy(Bucket="lb-logs", Policy=document(statement))
    lab.case("logs into one that lets them in", "allow", turn_on)
    lab.case("under a prefix that the policy does not name", refused, lambda: turn_on("app"))
    rule = {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms"}}
    s3.put_bucket_encryption(Bucket="lb-logs", ServerSideEncryptionConfiguration={"Rules": [rule]})
    lab.case("logs under a key", refused, turn_on)


def groups(lab: Lab) -> None:
    """Log groups take a key only when its policy lets Logs use it for them."""
    kms, logs = lab.client("kms"), lab.client("logs")
    usual = kms.create_key()["KeyMetadata"]["Arn"]
    lab.case("a key that Logs may not use", "deny", lambda: logs.create_log_group(logGroupName="/a", kmsKeyId=usual))
    owner = {**allow("kms:*"), "Principal": {"AWS": "arn:aws:iam::123456789012:root"}}
    uses = ["kms:Encrypt*", "kms:Decrypt*", "kms:GenerateDataKey*", "kms:Describe*"]
    only = {"ArnLike": {"kms:EncryptionContext:aws:logs:arn": arn("logs", "log-group:/app/*")}}
    service = {**allow(uses, **only), "Principal": {"Service": "logs.us-east-1.amazonaws.com"}}
    key = kms.create_key(Policy=document(owner, service))["KeyMetadata"]["Arn"]
    lab.case("one that it may", "allow", lambda: logs.create_log_group(logGroupName="/app/a", kmsKeyId=key))
    lab.case("… for another group", "deny", lambda: logs.create_log_group(logGroupName="/b", kmsKeyId=key))
    logs.disassociate_kms_key(logGroupName="/app/a")
    described = lambda: logs.describe_log_groups(logGroupNamePrefix="/app/")["logGroups"][0]  # noqa: E731
    lab.expect("a key that is taken away", lambda: "kmsKeyId" not in described())
    lab.case("given back", "allow", lambda: logs.associate_kms_key(logGroupName="/app/a", kmsKeyId=key))
    lab.expect("is there", lambda: described()["kmsKeyId"] == key)


def change(lab: Lab, zone: str, *sets: dict[str, Any]) -> None:
    """Create record sets."""
    changes = [{"Action": "UPSERT", "ResourceRecordSet": one} for one in sets]
    lab.client("route53").change_resource_record_sets(HostedZoneId=zone, ChangeBatch={"Changes": changes})


def record(name: str, kind: str, *values: str) -> dict[str, Any]:
    """A record set."""
    return {"Name": name, "Type": kind, "TTL": 60, "ResourceRecords": [{"Value": value} for value in values]}


def names(lab: Lab, zone: str) -> None:
    """Ask over UDP."""
    alias = {"Name": "app.acme.test", "Type": "A", "AliasTarget": ALIAS}
    change(
        lab,
        zone,
        record("www.acme.test", "CNAME", "host.acme.test"),
        record("host.acme.test", "A", "10.0.0.1", "10.0.0.2"),
        record("*.any.acme.test", "TXT", '"wild"'),
        alias,
    )
    port = lab.control("dns")["port"]

    def ask(name: str, kind: str) -> DNSRecord:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
            client.settimeout(20)
            client.sendto(DNSRecord.question(name, kind).pack(), ("127.0.0.1", port))
            return DNSRecord.parse(client.recv(4096))

    def texts(name: str, kind: str) -> list[str]:
        return sorted(str(one.rdata) for one in ask(name, kind).rr)

    lab.expect("addresses", lambda: texts("host.acme.test", "A") == ["10.0.0.1", "10.0.0.2"])
    chain = ["10.0.0.1", "10.0.0.2", "host.acme.test."]
    lab.expect("addresses behind a CNAME", lambda: texts("www.acme.test", "A") == chain)
    lab.expect("a wildcard", lambda: texts("x.any.acme.test", "TXT") == ['"wild"'])
    lab.expect("an alias is this machine", lambda: texts("app.acme.test", "A") == ["127.0.0.1"])
    lab.expect("a name that does not exist", lambda: ask("no.acme.test", "A").header.rcode == RCODE.NXDOMAIN)
    lab.expect("a zone that is not ours", lambda: ask("example.org", "A").header.rcode == RCODE.REFUSED)


def certificates(lab: Lab, zone: str) -> None:
    """ISSUED only once every name's record is there."""
    acm = lab.client("acm")
    names = {"DomainName": "acme.test", "SubjectAlternativeNames": ["*.acme.test", "shop.acme.test"]}
    arn = acm.request_certificate(**names, ValidationMethod="DNS")["CertificateArn"]

    def status() -> str:
        return str(acm.describe_certificate(CertificateArn=arn)["Certificate"]["Status"])

    options = acm.describe_certificate(CertificateArn=arn)["Certificate"]["DomainValidationOptions"]
    wanted = {option["ResourceRecord"]["Name"]: option["ResourceRecord"] for option in options}
    first, *rest = [record(one["Name"], one["Type"], one["Value"]) for one in wanted.values()]
    lab.expect("a certificate without records waits", lambda: status() == "PENDING_VALIDATION")
    change(lab, zone, first)
    lab.expect("as long as one is missing", lambda: status() == "PENDING_VALIDATION")
    change(lab, zone, *rest)
    lab.expect("with all of them it is issued", lambda: status() == "ISSUED")


if __name__ == "__main__":
    main(cases)
