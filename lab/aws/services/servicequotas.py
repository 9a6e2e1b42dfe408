"""Service Quotas: the values that an account begins with, of those that the suite asks for; moto knows the VPC's alone.

"Amazon VPC quotas", "Elastic IP addresses" (EC2 User Guide) and "Quotas" (ACM User Guide).
"""

import json
from typing import Any

from moto.servicequotas.exceptions import NoSuchResource
from moto.servicequotas.models import ServiceQuotasBackend
from moto.servicequotas.responses import ServiceQuotasResponse

from ..patching import Method, adds, replaces

# (service, code) → name and default value in a region.
DEFAULTS = {
    ("acm", "L-F141DD1D"): ("ACM certificates", 2500.0),
    ("ec2", "L-0263D0A3"): ("EC2-VPC Elastic IPs", 5.0),
    ("elasticloadbalancing", "L-53DA6B97"): ("Application Load Balancers per Region", 50.0),
    ("rds", "L-7B6409FD"): ("DB instances", 40.0),
}


@replaces(ServiceQuotasBackend, "get_service_quota")
def get_service_quota(original: Method, self: Any, service_code: str, quota_code: str) -> dict[str, Any]:
    """moto's own where it has one; the ARN names the account and region that ask."""
    found = DEFAULTS.get((service_code, quota_code))
    if found is None:
        quota = dict(original(self, service_code, quota_code))
    else:
        name, value = found
        quota = {"ServiceCode": service_code, "QuotaCode": quota_code, "QuotaName": name, "Value": value}
        quota.update({"Unit": "None", "Adjustable": True, "GlobalQuota": False})
    where = f"{self.region_name}:{self.account_id}"
    return {**quota, "QuotaArn": f"arn:aws:servicequotas:{where}:{service_code}/{quota_code}"}


@adds(ServiceQuotasResponse)
def get_aws_default_service_quota(self: Any) -> str:
    """GetAWSDefaultServiceQuota: an account of the lab never asked for more, so both are the same."""
    body = json.loads(self.body)
    try:
        quota = self.backend.get_service_quota(service_code=body["ServiceCode"], quota_code=body["QuotaCode"])
    except KeyError as error:
        raise NoSuchResource from error
    return json.dumps({"Quota": quota})
