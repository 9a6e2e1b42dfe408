"""Load balancers: deletion protection, buckets for their logs, and the hosted zones of their names.

"Access logs for your Application Load Balancer": AWS writes a test file when logs are turned on; the bucket's policy
must let it, and a bucket that encrypts with KMS cannot take the logs. "Elastic Load Balancing endpoints and quotas"
lists the hosted zones, which aliases are made with.
"""

from typing import Any

from moto.elbv2.exceptions import ELBClientError
from moto.elbv2.models import ELBv2Backend, FakeLoadBalancer
from moto.s3.models import s3_backends

from ..gate.service_access import service_may
from ..patching import Method, replaces

SERVICE = "logdelivery.elasticloadbalancing.amazonaws.com"
TEST_FILES = {"access_logs.s3": "ELBAccessLogTestFile", "connection_logs.s3": "ELBConnectionLogTestFile"}
ZONES = {
    "ap-northeast-1": "Z14GRHDCWA56QT",
    "ap-northeast-2": "ZWKZPGTI48KDX",
    "ap-northeast-3": "Z5LXEXXYW11ES",
    "ap-south-1": "ZP97RAFLXTNZK",
    "ap-southeast-1": "Z1LMS91P8CMLE5",
    "ap-southeast-2": "Z1GM3OXH4ZPM65",
    "ca-central-1": "ZQSVJUPU6J1EY",
    "eu-central-1": "Z215JYRZR1TBD5",
    "eu-north-1": "Z23TAZ6LKFMNIO",
    "eu-west-1": "Z32O12XQLNTSW2",
    "eu-west-2": "ZHURV8PSTC4K8",
    "eu-west-3": "Z3Q77PNBQS71R4",
    "sa-east-1": "Z2P70J7HTTTPLU",
    "us-east-1": "Z35SXDOTRQ7X7K",
    "us-east-2": "Z3AADJGX6KTTL2",
    "us-west-1": "Z368ELLRRE2KJ0",
    "us-west-2": "Z1H1FL5HABSF5",
}


@replaces(FakeLoadBalancer, "__init__")
def create(original: Method, self: Any, *args: Any, **kwargs: Any) -> None:
    """moto has one zone for every region, and it is no zone of AWS's."""
    original(self, *args, **kwargs)
    self.canonical_hosted_zone_id = ZONES.get(self.arn.split(":")[3], self.canonical_hosted_zone_id)


@replaces(ELBv2Backend, "delete_load_balancer")
def delete_load_balancer(original: Method, self: Any, arn: str) -> Any:
    """AWS refuses to delete a protected load balancer; moto stores the protection and does not enforce it."""
    balancer = self.load_balancers.get(arn)
    if balancer is not None and balancer.attrs.get("deletion_protection.enabled") == "true":
        reason = f"Load balancer '{arn}' cannot be deleted because deletion protection is enabled"
        raise ELBClientError("OperationNotPermitted", reason)
    return original(self, arn)


@replaces(ELBv2Backend, "modify_load_balancer_attributes")
def modify_load_balancer_attributes(original: Method, self: Any, arn: str, attrs: dict[str, Any]) -> Any:
    """Logs are turned on only where the load balancer can write them."""
    balancer = self.load_balancers.get(arn)
    for kind, file in TEST_FILES.items():
        asked = {**(balancer.attrs if balancer is not None else {}), **attrs}
        if asked.get(f"{kind}.enabled") == "true" and any(name.startswith(kind) for name in attrs):
            prefix = asked.get(f"{kind}.prefix") or ""
            key = "/".join([*([prefix] if prefix else []), "AWSLogs", self.account_id, file])
            try_bucket(str(asked.get(f"{kind}.bucket")), key, arn)
    return original(self, arn, attrs)


def try_bucket(name: str, key: str, balancer: str) -> None:
    """AWS's refusal, unless the test file can be written."""
    bucket = s3_backends[balancer.split(":")[4]]["aws"].buckets.get(name)
    sent = {"aws:SourceArn": balancer, "s3:x-amz-acl": "bucket-owner-full-control"}
    writable = bucket is not None and service_may(SERVICE, "s3:PutObject", f"arn:aws:s3:::{name}/{key}", sent)
    if not writable or "aws:kms" in str(bucket.encryption):
        reason = f"Access Denied for bucket: {name}. Please check S3bucket permission"
        raise ELBClientError("InvalidConfigurationRequest", reason)
