"""EC2: tags of the request and of what exists, and ARNs by the ids that a request names.

"Control access to Amazon EC2 resources using resource tags" (EC2 User Guide) and the Service Authorization Reference:
`aws:RequestTag/…` and `aws:TagKeys` for tags that a creation sets; such a creation also needs ec2:CreateTags, with
`ec2:CreateAction` naming it; `aws:ResourceTag/…` and `ec2:ResourceTag/…` for what exists. Describing has no resource.
"""

import re
from typing import Any

from moto.ec2.models import ec2_backends

from ..call import Call

# Ids begin with their type; the ARN's type is not always the same word.
TYPES = {
    "acl": "network-acl",
    "eipalloc": "elastic-ip",
    "eni": "network-interface",
    "fl": "vpc-flow-log",
    "i": "instance",
    "igw": "internet-gateway",
    "nat": "natgateway",
    "pl": "prefix-list",
    "rtb": "route-table",
    "sg": "security-group",
    "sgr": "security-group-rule",
    "subnet": "subnet",
    "vol": "volume",
    "vpc": "vpc",
    "vpce": "vpc-endpoint",
}
# What a request is about comes before what it refers to.
PARAMETERS = (
    "InstanceId GroupId SecurityGroupRuleId RouteTableId NatGatewayId VpcEndpointId FlowLogId SubnetId AllocationId "
    "InternetGatewayId NetworkInterfaceId NetworkAclId PrefixListId VolumeId VpcId ResourceId"
).split()
_TAG_KEY = re.compile(r"(?:TagSpecification\.\d+\.)?Tag\.\d+\.Key")
_ID = re.compile(r"([a-z]+)-[0-9a-f]{8,}")


def resource(call: Call) -> str:
    """ARN of the first id in the order above; `*` for describing and for what does not exist yet."""
    if call.operation.startswith(("Describe", "Get", "Create")) and call.operation != "CreateTags":
        return "*"
    for parameter in PARAMETERS:
        number = call.parameter(parameter) or call.parameter(f"{parameter}.1")
        match = _ID.fullmatch(number)
        if match:
            return call.arn(f"{TYPES.get(match[1], match[1])}/{number}")
    return "*"


def keys(call: Call) -> dict[str, Any]:
    """Tags asked for, and tags of everything that the request names."""
    found: dict[str, Any] = {}
    names = [call.parameter(name) for name in call.params if _TAG_KEY.fullmatch(name)]
    for name in [name for name in call.params if _TAG_KEY.fullmatch(name)]:
        found[f"aws:RequestTag/{call.parameter(name)}"] = call.parameter(f"{name[:-3]}Value")
    if names:
        found["aws:TagKeys"] = names
    for tags in tags_of_named(call):
        for name, value in tags.items():
            found.setdefault(f"aws:ResourceTag/{name}", value)
            found.setdefault(f"ec2:ResourceTag/{name}", value)
    return found


def tags_of_named(call: Call) -> list[dict[str, str]]:
    """Tags of each resource whose id is in the request."""
    known = ec2_backends[call.account][call.region].tags
    ids = [values[0] for name, values in call.params.items() if re.search(r"Id(\.\d+)?$", name) and values]
    return [dict(known[number]) for number in ids if number in known]


def further(call: Call) -> list[tuple[str, str, dict[str, Any]]]:
    """Tagging at creation: CreateTags on each kind of resource that is to be tagged."""
    if call.operation == "CreateTags":
        return []
    kinds = {call.parameter(name) for name in call.params if re.fullmatch(r"TagSpecification\.\d+\.ResourceType", name)}
    return [("ec2:CreateTags", call.arn(f"{kind}/*"), {"ec2:createaction": call.operation}) for kind in sorted(kinds)]
