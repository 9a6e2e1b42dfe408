"""EC2: tags of the request and of what exists, and ARNs by the ids that a request names.

"Control access to Amazon EC2 resources using resource tags" (EC2 User Guide) and the Service Authorization Reference:
`aws:RequestTag/…` and `aws:TagKeys` for tags that a creation sets; such a creation also needs ec2:CreateTags, with
`ec2:CreateAction` naming it. A creation is judged on what it makes, with the tags of the request, and on each resource
that it is made in or of, with the tags of that ("Example policies": RunInstances). A change is judged on everything
that it names, each by its own tags. Describing has no resource.
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
    "InstanceId GroupId SecurityGroupId SecurityGroupRuleId RouteTableId NatGatewayId VpcEndpointId FlowLogId SubnetId "
    "AllocationId InternetGatewayId NetworkInterfaceId NetworkAclId PrefixListId VolumeId VpcId ResourceId"
).split()
# What a creation makes, where the name of the operation does not say it.
MAKES = {
    "AllocateAddress": "elastic-ip",
    "CreateFlowLogs": "vpc-flow-log",
    "CreateManagedPrefixList": "prefix-list",
    "CreateNatGateway": "natgateway",
    "RunInstances": "instance",
}
KINDS = (
    "DhcpOptions Image InternetGateway LaunchTemplate NetworkAcl NetworkInterface RouteTable SecurityGroup Snapshot "
    "Subnet Volume Vpc VpcEndpoint"
).split()
MAKES |= {f"Create{kind}": re.sub("(?<!^)(?=[A-Z])", "-", kind).lower() for kind in KINDS}
# Calls that refer to what they are not judged on, as the reference has it: rules point to groups and prefix lists,
# routes to their targets, templates to what instances will be made of.
REFERRING = re.compile(
    "(AuthorizeSecurityGroup|RevokeSecurityGroup|UpdateSecurityGroupRuleDescriptions)(In|E)gress|"
    "(Create|Replace)Route|CreateLaunchTemplate(Version)?|ModifyInstancePlacement"
)
TAGGING = {"CreateTags", "DeleteTags"}
DESCRIBED = {"DescribeVpcAttribute"}  # of the descriptions, those that are about one thing
_TAG_KEY = re.compile(r"(?:TagSpecification\.\d+\.)?Tag\.\d+\.Key")
_ID = re.compile(r"([a-z]+)-[0-9a-f]{8,}")


def resource(call: Call) -> str:
    """What is made, as `type/*`; else the first id in the order above; `*` for describing."""
    if call.operation in MAKES:
        return call.arn(f"{MAKES[call.operation]}/*")
    return "*" if describes(call) else next(iter(named(call)), "*")


def describes(call: Call) -> bool:
    """Whether a call only tells, which has no resource whatever ids it is about."""
    return call.operation.startswith(("Describe", "Get")) and call.operation not in DESCRIBED


def named(call: Call) -> list[str]:
    """ARNs of the ids in a request, in the order above; an association stands for what it connects."""
    names = sorted(call.params, key=lambda name: name.count("."))  # what a call is about is not nested
    found = [
        call.parameter(name)
        for parameter in PARAMETERS
        for name in names
        if re.fullmatch(rf"(.+\.)?(Add|Remove)?{parameter}(\.\d+)?", name)
    ]
    found += associated(call)
    matches = [(number, _ID.fullmatch(number)) for number in dict.fromkeys(found)]
    return [call.arn(f"{TYPES.get(match[1], match[1])}/{number}") for number, match in matches if match]


def associated(call: Call) -> list[str]:
    """Route table and subnet, or the address, behind the id of an association."""
    number = call.parameter("AssociationId")
    if not number:
        return []
    ec2 = ec2_backends[call.account][call.region]
    for table in list(ec2.route_tables.values()):
        if number in table._associations:
            return [table.id, str(table._associations[number])]
    return [str(one.allocation_id) for one in list(ec2.addresses) if one.association_id == number]


def keys(call: Call) -> dict[str, Any]:
    """Tags asked for."""
    found: dict[str, Any] = {}
    names = [call.parameter(name) for name in call.params if _TAG_KEY.fullmatch(name)]
    for name in [name for name in call.params if _TAG_KEY.fullmatch(name)]:
        found[f"aws:RequestTag/{call.parameter(name)}"] = call.parameter(f"{name[:-3]}Value")
    if names:
        found["aws:TagKeys"] = names
    return found


def further(call: Call) -> list[tuple[str, str, dict[str, Any]]]:
    """What a creation is made of, all else that a change names, and CreateTags on each kind that is to be tagged."""
    untagged = {} if call.operation in TAGGING else dict.fromkeys(name.lower() for name in keys(call))
    is_one = describes(call) or REFERRING.fullmatch(call.operation)
    others = [] if is_one else named(call) if call.operation in MAKES else named(call)[1:]
    found: list[tuple[str, str, dict[str, Any]]] = [(call.action, other, untagged) for other in others]
    if call.operation.startswith("AuthorizeSecurityGroup") and keys(call):  # rules are made, and tagged, too
        found.append((call.action, call.arn("security-group-rule/*"), {}))
    kinds = {call.parameter(name) for name in call.params if re.fullmatch(r"TagSpecification\.\d+\.ResourceType", name)}
    tagging = {"ec2:createaction": call.operation}
    return found + [("ec2:CreateTags", call.arn(f"{kind}/*"), tagging) for kind in sorted(kinds)]
