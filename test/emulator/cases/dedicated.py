"""Each service of the Dedicated stack under a policy that names the right ARN, and under one that does not."""

from collections.abc import Callable
from typing import Any

from kit import Lab, allow, arn, document, main

TAGS = [{"Key": "Env", "Value": "stg"}]
TRUST = document({"Effect": "Allow", "Principal": {"Service": "ecs-tasks.amazonaws.com"}, "Action": "sts:AssumeRole"})
MASTER = {"MasterUsername": "app", "ManageMasterUserPassword": True}
# What is asked in the caller's name of whoever lets a database keep its own secret.
OWN_SECRET = (
    allow(["secretsmanager:CreateSecret", "secretsmanager:TagResource"], arn("secretsmanager", "secret:rds!*")),
    allow("kms:DescribeKey"),
)


def linked(service: str) -> dict[str, Any]:
    """The permission to make the role that a service's first resource makes."""
    condition = {"StringEquals": {"iam:AWSServiceName": f"{service}.amazonaws.com"}}
    return allow(
        "iam:CreateServiceLinkedRole", arn("iam", f"role/aws-service-role/{service}.amazonaws.com/*"), **condition
    )


def cases(lab: Lab) -> None:
    """Everything in turn."""
    subnets(lab)
    databases(lab)
    clusters(lab)
    containers(lab)
    balancers(lab)
    alarms(lab)
    logs(lab)
    repositories(lab)
    identities(lab)


def subnets(lab: Lab) -> None:
    """A creation is judged on what it makes with the request's tags, and on what it is made in with its own."""
    root = lab.client("ec2")
    tag = [{"ResourceType": "vpc", "Tags": TAGS}]
    vpc = root.create_vpc(CidrBlock="10.0.0.0/16", TagSpecifications=tag)["Vpc"]["VpcId"]
    other = root.create_vpc(CidrBlock="10.1.0.0/16")["Vpc"]["VpcId"]
    tagging = allow("ec2:CreateTags", arn("ec2", "subnet/*"), StringEquals={"ec2:CreateAction": "CreateSubnet"})
    asked = allow("ec2:CreateSubnet", arn("ec2", "subnet/*"), StringEquals={"aws:RequestTag/Env": "stg"})
    inside = allow("ec2:CreateSubnet", arn("ec2", "vpc/*"), StringEquals={"aws:ResourceTag/Env": "stg"})

    def make(client: Any, network: str, block: str) -> Callable[[], Any]:
        tags = [{"ResourceType": "subnet", "Tags": TAGS}]
        return lambda: client.create_subnet(VpcId=network, CidrBlock=block, TagSpecifications=tags)

    may = lab.someone("ec2", tagging, asked, inside)
    lab.case("a subnet in a network with the tag", "allow", make(may, vpc, "10.0.0.0/24"))
    lab.case("in one without", "deny", make(may, other, "10.1.0.0/24"))
    table = root.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"]
    ids = [one["SubnetId"] for one in root.describe_subnets(Filters=[{"Name": "vpc-id", "Values": [vpc]}])["Subnets"]]
    link = root.associate_route_table(RouteTableId=table, SubnetId=ids[0])["AssociationId"]
    halfway = lab.someone("ec2", allow("ec2:DisassociateRouteTable", arn("ec2", "subnet/*")))
    lab.case(
        "an association of a table of others", "deny", lambda: halfway.disassociate_route_table(AssociationId=link)
    )
    both = [arn("ec2", f"route-table/{table}"), arn("ec2", f"subnet/{ids[0]}")]
    free = lab.someone("ec2", allow("ec2:DisassociateRouteTable", both))
    lab.case("one of table and subnet", "allow", lambda: free.disassociate_route_table(AssociationId=link))
    everywhere = allow("ec2:CreateSubnet", StringEquals={"aws:RequestTag/Env": "stg"})
    lab.case(
        "a request's tags are not the network's",
        "deny",
        make(lab.someone("ec2", tagging, everywhere), vpc, "10.0.1.0/24"),
    )


def databases(lab: Lab) -> None:
    """PostgreSQL: the instance and its groups, its secret, its key, the role that is made for the service."""
    ec2 = lab.client("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.2.0.0/16")["Vpc"]["VpcId"]
    ids = [
        ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.2.{n}.0/24", AvailabilityZone=f"us-east-1{zone}")["Subnet"][
            "SubnetId"
        ]
        for n, zone in enumerate("ab")
    ]
    lab.client("rds").create_db_subnet_group(
        DBSubnetGroupName="app-subnets", DBSubnetGroupDescription="d", SubnetIds=ids
    )
    named = [arn("rds", kind) for kind in ("db:app-*", "subgrp:app-*", "og:default:*")]
    create = allow(["rds:CreateDBInstance", "rds:AddTagsToResource"], named)
    wanted = {"DBInstanceClass": "db.t4g.micro", "Engine": "postgres", "EngineVersion": "17", "AllocatedStorage": 20}
    wanted |= {"DBSubnetGroupName": "app-subnets", "Tags": TAGS, **MASTER}

    def make(name: str, *statements: dict[str, Any], **more: Any) -> Callable[[], Any]:
        client = lab.someone("rds", *statements)
        return lambda: client.create_db_instance(DBInstanceIdentifier=name, **wanted, **more)

    whole = (create, linked("rds"), *OWN_SECRET)
    lab.case("a database", "allow", make("app-1", *whole))
    lab.case("one of another name", "deny", make("x-1", *whole))
    narrow = allow(["rds:CreateDBInstance", "rds:AddTagsToResource"], named[:1])
    lab.case("… whose subnet group is not named", "deny", make("app-2", narrow, linked("rds"), *OWN_SECRET))
    untagged = allow("rds:CreateDBInstance", named)
    lab.case("… whose tags may not be set", "deny", make("app-3", untagged, linked("rds"), *OWN_SECRET))
    lab.case("… whose secret may not be made", "deny", make("app-4", create, linked("rds")))
    lab.case("… the first of an account", "deny", make("app-5", create, *OWN_SECRET))
    key = lab.client("kms").create_key()["KeyMetadata"]["Arn"]
    encrypted = {"StorageEncrypted": True, "KmsKeyId": key}
    via = {"kms:ViaService": "rds.us-east-1.amazonaws.com"}
    granting = allow("kms:CreateGrant", key, StringEquals=via, Bool={"kms:GrantIsForAWSResource": "true"})
    lab.case("… with a key that may not be used", "deny", make("app-6", *whole, **encrypted))
    lab.case("… with a key that may", "allow", make("app-7", *whole, granting, **encrypted))


def clusters(lab: Lab) -> None:
    """DocumentDB: changes by name and by the tags of what exists."""
    root = lab.client("docdb")
    for name, tags in (("doc-1", TAGS), ("doc-2", [])):
        root.create_db_cluster(DBClusterIdentifier=name, Engine="docdb", Tags=tags, **MASTER)
    by_name = lab.someone("docdb", allow("rds:ModifyDBCluster", arn("rds", "cluster:doc-1")))
    change = {"BackupRetentionPeriod": 3}
    lab.case(
        "the cluster of the policy", "allow", lambda: by_name.modify_db_cluster(DBClusterIdentifier="doc-1", **change)
    )
    lab.case("another cluster", "deny", lambda: by_name.modify_db_cluster(DBClusterIdentifier="doc-2", **change))
    tagged = lab.someone("docdb", allow("rds:ModifyDBCluster", StringEquals={"aws:ResourceTag/Env": "stg"}))
    lab.case("a cluster with the tag", "allow", lambda: tagged.modify_db_cluster(DBClusterIdentifier="doc-1", **change))
    lab.case("a cluster without it", "deny", lambda: tagged.modify_db_cluster(DBClusterIdentifier="doc-2", **change))
    one = allow("rds:DescribeDBClusters", arn("rds", "cluster:doc-1"))
    reader = lab.someone("docdb", one)
    lab.case("describing it", "allow", lambda: reader.describe_db_clusters(DBClusterIdentifier="doc-1"))
    lab.case("describing all", "deny", reader.describe_db_clusters)


def containers(lab: Lab) -> None:
    """ECS: definitions by family; tags and the service's role are permissions of their own."""
    role = lab.client("iam").create_role(RoleName="task", Path="/app/", AssumeRolePolicyDocument=TRUST)["Role"]["Arn"]
    family = {"family": "f", "containerDefinitions": [{"name": "a", "image": "x", "memory": 128}], "taskRoleArn": role}
    passing = allow("iam:PassRole", role, StringEquals={"iam:PassedToService": "ecs-tasks.amazonaws.com"})
    register = allow("ecs:RegisterTaskDefinition", arn("ecs", "task-definition/f:*"))
    may = lab.someone("ecs", register, passing)
    lab.case("a definition of the family", "allow", lambda: may.register_task_definition(**family))
    lab.case("one of another", "deny", lambda: may.register_task_definition(**family | {"family": "g"}))
    narrow = lab.someone("ecs", allow("ecs:DescribeTaskDefinition", arn("ecs", "task-definition/f:*")))
    lab.case("describing takes no resource", "deny", lambda: narrow.describe_task_definition(taskDefinition="f"))
    create = allow("ecs:CreateCluster", arn("ecs", "cluster/c"))
    tags = [{"key": "Env", "value": "stg"}]
    tagging = allow("ecs:TagResource", arn("ecs", "cluster/c"), StringEquals={"ecs:CreateAction": "CreateCluster"})
    whole = lab.someone("ecs", create, tagging, linked("ecs"))
    lab.case("a cluster with tags", "allow", lambda: whole.create_cluster(clusterName="c", tags=tags))
    unlinked = lab.someone("ecs", create, tagging)
    lab.case("the first of an account", "deny", lambda: unlinked.create_cluster(clusterName="c", tags=tags))
    untagged = lab.someone("ecs", create, linked("ecs"))
    lab.case("tags that may not be set", "deny", lambda: untagged.create_cluster(clusterName="c", tags=tags))


def balancers(lab: Lab) -> None:
    """Listeners and rules are made on what they belong to, and tagged under ARNs of their own."""
    elb = "elasticloadbalancing"
    group = lab.client("elbv2").create_target_group(Name="app", TargetType="lambda", Tags=TAGS)
    target = group["TargetGroups"][0]["TargetGroupArn"]
    change = {"TargetGroupArn": target, "Attributes": [{"Key": "lambda.multi_value_headers.enabled", "Value": "true"}]}
    tagged = lab.someone(
        "elbv2", allow(f"{elb}:ModifyTargetGroupAttributes", StringEquals={"aws:ResourceTag/Env": "stg"})
    )
    lab.case("a target group with the tag", "allow", lambda: tagged.modify_target_group_attributes(**change))
    other = lab.someone("elbv2", allow(f"{elb}:ModifyTargetGroupAttributes", arn(elb, "targetgroup/x/*")))
    lab.case("a policy for another", "deny", lambda: other.modify_target_group_attributes(**change))
    create = allow(f"{elb}:CreateTargetGroup", arn(elb, "targetgroup/app*"))
    untagged = lab.someone("elbv2", create)
    new = {"Name": "app-2", "TargetType": "lambda", "Tags": TAGS}
    lab.case("tags without AddTags", "deny", lambda: untagged.create_target_group(**new))
    asked = {"StringEquals": {"aws:RequestTag/Env": "stg"}}
    wanted = lab.someone("elbv2", allow([f"{elb}:CreateTargetGroup", f"{elb}:AddTags"], **asked))
    lab.case("tags that the policy wants", "allow", lambda: wanted.create_target_group(**new | {"Name": "app-3"}))
    lab.case(
        "none",
        "deny",
        lambda: wanted.create_target_group(Name="app-4", TargetType="lambda"),
    )
    adding = {"StringEquals": {f"{elb}:CreateAction": "CreateTargetGroup"}}
    may = lab.someone("elbv2", create, allow(f"{elb}:AddTags", arn(elb, "targetgroup/app*"), **adding))
    lab.case("tags with it", "allow", lambda: may.create_target_group(**new))


def alarms(lab: Lab) -> None:
    """CloudWatch: each alarm of a list, and describing all of them."""
    may = lab.someone(
        "cloudwatch",
        allow(["cloudwatch:DescribeAlarms", "cloudwatch:DeleteAlarms"], arn("cloudwatch", "alarm:app-*")),
    )
    lab.case("alarms by name", "allow", lambda: may.describe_alarms(AlarmNames=["app-1"]))
    lab.case("all alarms", "deny", may.describe_alarms)
    lab.case("a list of which one is another's", "deny", lambda: may.delete_alarms(AlarmNames=["app-1", "x-1"]))


def logs(lab: Lab) -> None:
    """Deliveries: source, destination and delivery have ARNs; the logged resource is asked, too."""
    root = lab.client("logs")
    lab.client("s3").create_bucket(Bucket="delivered")
    where = {"destinationResourceArn": arn("s3", "delivered")}
    root.put_delivery_destination(name="app", deliveryDestinationConfiguration=where)
    logged = "arn:aws:cloudfront::123456789012:distribution/E1"
    source = {"name": "app", "resourceArn": logged, "logType": "ACCESS_LOGS"}
    putting = allow("logs:PutDeliverySource", arn("logs", "delivery-source:app"))
    half = lab.someone("logs", putting)
    lab.case("a source whose logs one may not deliver", "deny", lambda: half.put_delivery_source(**source))
    may = lab.someone("logs", putting, allow("cloudfront:AllowVendedLogDeliveryForResource", logged))
    lab.case("a source whose logs one may", "allow", lambda: may.put_delivery_source(**source))
    delivery = {"deliverySourceName": "app", "deliveryDestinationArn": arn("logs", "delivery-destination:app")}
    ends = [arn("logs", f"{kind}:*") for kind in ("delivery", "delivery-source", "delivery-destination")]
    lame = lab.someone("logs", allow("logs:CreateDelivery", ends[:2]))
    lab.case("a delivery without its destination", "deny", lambda: lame.create_delivery(**delivery))
    able = lab.someone("logs", allow("logs:CreateDelivery", ends))
    lab.case("a delivery with both ends", "allow", lambda: able.create_delivery(**delivery))


def repositories(lab: Lab) -> None:
    """ECR: by name, and each of a list."""
    for name in ("app/api", "x/api"):
        lab.client("ecr").create_repository(repositoryName=name)
    may = lab.someone("ecr", allow("ecr:DescribeRepositories", arn("ecr", "repository/app/*")))
    lab.case("a repository", "allow", lambda: may.describe_repositories(repositoryNames=["app/api"]))
    both = ["app/api", "x/api"]
    lab.case("several, of which one is another's", "deny", lambda: may.describe_repositories(repositoryNames=both))
    lab.case("all of them", "deny", may.describe_repositories)


def identities(lab: Lab) -> None:
    """IAM: tags at creation; a session is its role where policies say aws:PrincipalArn."""
    create = allow("iam:CreateRole", arn("iam", "role/app/*"))
    role = {"RoleName": "r", "Path": "/app/", "AssumeRolePolicyDocument": TRUST, "Tags": TAGS}
    half = lab.someone("iam", create)
    lab.case("a role with tags that may not be set", "deny", lambda: half.create_role(**role))
    may = lab.someone("iam", create, allow("iam:TagRole", arn("iam", "role/app/*")))
    lab.case("a role with tags", "allow", lambda: may.create_role(**role))
    own = {"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Action": "sts:AssumeRole"}
    made = lab.client("iam").create_role(RoleName="deep", Path="/app/", AssumeRolePolicyDocument=document(own))
    mine = made["Role"]["Arn"]
    policy = document(allow("iam:ListRoles", StringEquals={"aws:PrincipalArn": mine}))
    lab.client("iam").put_role_policy(RoleName="deep", PolicyName="p", PolicyDocument=policy)
    session = lab.someone("sts", allow("sts:AssumeRole")).assume_role(RoleArn=mine, RoleSessionName="session")
    given = session["Credentials"]
    keys = (given["AccessKeyId"], given["SecretAccessKey"], given["SessionToken"])
    lab.case("a session under a condition on its role's ARN", "allow", lab.client("iam", keys).list_roles)


if __name__ == "__main__":
    main(cases)
