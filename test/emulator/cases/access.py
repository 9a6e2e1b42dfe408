"""Identity policies: actions, resources and conditions of the services that the suite uses."""

from typing import Any

from kit import Lab, allow, arn, deny, document, main

TASKS = document({"Effect": "Allow", "Principal": {"Service": "ecs-tasks.amazonaws.com"}, "Action": "sts:AssumeRole"})
CLUSTER = arn("ecs", "cluster/c1")
CONTAINER = {"name": "a", "image": "x", "memory": 128}
UNPERMITTED = {
    "acm": "list_certificates",
    "apigatewayv2": "get_apis",
    "autoscaling": "describe_auto_scaling_groups",
    "backup": "list_backup_plans",
    "cloudfront": "list_distributions",
    "cloudtrail": "describe_trails",
    "cloudwatch": "describe_alarms",
    "dynamodb": "list_tables",
    "ecr": "describe_repositories",
    "elbv2": "describe_load_balancers",
    "events": "list_rules",
    "guardduty": "list_detectors",
    "iam": "list_roles",
    "kms": "list_keys",
    "lambda": "list_functions",
    "logs": "describe_log_groups",
    "resourcegroupstaggingapi": "get_resources",
    "route53": "list_hosted_zones",
    "scheduler": "list_schedules",
    "servicediscovery": "list_namespaces",
    "sns": "list_topics",
    "sqs": "list_queues",
    "synthetics": "describe_canaries",
}
UNPERMITTED_WITH: dict[str, tuple[str, dict[str, Any]]] = {
    "application-autoscaling": ("describe_scalable_targets", {"ServiceNamespace": "ecs"}),
    "budgets": ("describe_budgets", {"AccountId": "123456789012"}),
    "wafv2": ("list_web_acls", {"Scope": "REGIONAL"}),
}
STATEMENTS = (
    allow(["s3:GetObject", "s3:PutObject"], arn("s3", "bk1/a/*")),
    allow("s3:ListBucket", arn("s3", "bk1"), StringLike={"s3:prefix": ["a/*"]}),
    deny("s3:*", arn("s3", "bk1/a/secret*")),
    allow("secretsmanager:GetSecretValue", arn("secretsmanager", "secret:prod/*")),
    allow("iam:PassRole", arn("iam", "role/task1"), StringEquals={"iam:PassedToService": "ecs-tasks.amazonaws.com"}),
    allow("ecs:RegisterTaskDefinition"),
    allow(
        ["ecs:UpdateService", "ecs:DescribeServices"],
        arn("ecs", "service/c1/api"),
        ArnEquals={"ecs:cluster": CLUSTER},
    ),
    allow("ec2:CreateTags", StringEquals={"ec2:CreateAction": "CreateVolume"}),
    allow("ec2:CreateVolume", StringEquals={"aws:RequestTag/Env": "dev"}),
    allow("ec2:DeleteSecurityGroup", StringEquals={"aws:ResourceTag/Env": "dev"}),
    allow("ec2:Describe*"),
    allow("ssm:GetParameter", arn("ssm", "parameter/app/*")),
    allow("logs:CreateLogStream", arn("logs", "log-group:/app/x:*")),
    allow("rds:DescribeDBInstances"),
)


def cases(lab: Lab) -> None:
    """Everything in turn."""
    ada = lab.user("ada", *STATEMENTS)
    credentials(lab, ada)
    objects(lab, lab.client("s3", ada))
    secrets(lab, lab.client("secretsmanager", ada))
    tasks(lab, ada)
    tags(lab, lab.client("ec2", ada))
    others(lab, ada)
    for service, method in UNPERMITTED.items():
        lab.case(f"{service} without a permission", "deny", getattr(lab.client(service, ada), method))
    for service, (method, arguments) in UNPERMITTED_WITH.items():
        call = getattr(lab.client(service, ada), method)
        lab.case(f"{service} without a permission", "deny", lambda call=call, arguments=arguments: call(**arguments))


def credentials(lab: Lab, ada: tuple[str, ...]) -> None:
    """Who is who."""
    lab.case("asking who one is, always", "allow", lab.client("sts", ada).get_caller_identity)
    lab.case("a wrong secret", "deny", lab.client("s3", (ada[0], "wrong")).list_buckets)
    lab.case("the owner's key with a wrong secret", "deny", lab.client("s3", ("test", "wrong")).list_buckets)
    lab.case("an unknown key", "deny", lab.client("sts", ("AKIAZZZZZZZZZZZZZZZZ", "x")).get_caller_identity)
    lab.case("a token that nobody was given", "deny", lab.client("sts", (*ada, "invented")).get_caller_identity)


def objects(lab: Lab, ada: Any) -> None:
    """S3: prefixes, conditions on listings, explicit denials."""
    s3 = lab.client("s3")
    s3.create_bucket(Bucket="bk1")
    for key in ("a/x", "z/x"):
        s3.put_object(Bucket="bk1", Key=key, Body=b"x")
    lab.case("reading within the prefix", "allow", lambda: ada.get_object(Bucket="bk1", Key="a/x"))
    lab.case("reading elsewhere", "deny", lambda: ada.get_object(Bucket="bk1", Key="z/x"))
    lab.case("writing within the prefix", "allow", lambda: ada.put_object(Bucket="bk1", Key="a/n", Body=b""))
    lab.case("an explicit deny", "deny", lambda: ada.put_object(Bucket="bk1", Key="a/secret1", Body=b""))
    lab.case("deleting", "deny", lambda: ada.delete_object(Bucket="bk1", Key="a/x"))
    lab.case("listing with the prefix", "allow", lambda: ada.list_objects_v2(Bucket="bk1", Prefix="a/q"))
    lab.case("listing without a prefix", "deny", lambda: ada.list_objects_v2(Bucket="bk1"))
    source = {"Bucket": "bk1", "Key": "z/x"}
    lab.case("copying from elsewhere", "deny", lambda: ada.copy_object(Bucket="bk1", Key="a/c", CopySource=source))


def secrets(lab: Lab, ada: Any) -> None:
    """Secrets by name and by ARN."""
    root = lab.client("secretsmanager")
    full = root.create_secret(Name="prod/db", SecretString="s")["ARN"]
    root.create_secret(Name="dev/db", SecretString="s")
    lab.case("a secret by name", "allow", lambda: ada.get_secret_value(SecretId="prod/db"))
    lab.case("a secret by ARN", "allow", lambda: ada.get_secret_value(SecretId=full))
    lab.case("another secret", "deny", lambda: ada.get_secret_value(SecretId="dev/db"))


def tasks(lab: Lab, keys: tuple[str, ...]) -> None:
    """ECS: services by ARN, the cluster as a condition, and roles that are passed."""
    iam, root, ada = lab.client("iam"), lab.client("ecs"), lab.client("ecs", keys)
    for role in ("task1", "task2"):
        iam.create_role(RoleName=role, AssumeRolePolicyDocument=TASKS)
    vpc = lab.client("ec2").create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    subnet = lab.client("ec2").create_subnet(VpcId=vpc, CidrBlock="10.0.0.0/24")["Subnet"]["SubnetId"]
    place = {"launchType": "FARGATE", "networkConfiguration": {"awsvpcConfiguration": {"subnets": [subnet]}}}
    root.create_cluster(clusterName="c1")
    definition = root.register_task_definition(
        family="f",
        containerDefinitions=[CONTAINER],
        taskRoleArn=arn("iam", "role/task1"),
        requiresCompatibilities=["FARGATE"],
        networkMode="awsvpc",
        cpu="256",
        memory="512",
    )["taskDefinition"]["taskDefinitionArn"]
    for name in ("api", "web"):
        root.create_service(cluster="c1", serviceName=name, taskDefinition=definition, desiredCount=0, **place)

    def register(client: Any, role: str) -> Any:
        return client.register_task_definition(
            family="g", containerDefinitions=[CONTAINER], taskRoleArn=arn("iam", f"role/{role}")
        )

    lab.case("passing a role to tasks", "allow", lambda: register(ada, "task1"))
    lab.case("passing another role", "deny", lambda: register(ada, "task2"))
    to_lambda = {"StringEquals": {"iam:PassedToService": "lambda.amazonaws.com"}}
    bob = lab.user("bob", allow("ecs:RegisterTaskDefinition"), allow("iam:PassRole", **to_lambda))
    lab.case("passing to another service", "deny", lambda: register(lab.client("ecs", bob), "task1"))
    lab.case("the service of the policy", "allow", lambda: ada.update_service(cluster="c1", service="api"))
    lab.case("another service", "deny", lambda: ada.update_service(cluster="c1", service="web"))
    lab.case("deleting a service", "deny", lambda: ada.delete_service(cluster="c1", service="api"))
    family, here = arn("ecs", "task-definition/f:*"), {"ArnEquals": {"ecs:cluster": CLUSTER}}
    eve = lab.client("ecs", lab.user("eve", allow("ecs:RunTask", family, **here), allow("iam:PassRole")))
    run = {"taskDefinition": definition, **place}
    lab.case("a task on the cluster of the condition", "allow", lambda: eve.run_task(cluster="c1", **run))
    lab.case("a task on another cluster", "deny", lambda: eve.run_task(cluster="c2", **run))
    mallory = lab.client("ecs", lab.user("mallory", allow("ecs:RunTask")))
    lab.case("a task whose role one may not pass", "deny", lambda: mallory.run_task(cluster="c1", **run))


def tags(lab: Lab, ada: Any) -> None:
    """EC2: tags of the request and of the resource."""
    root = lab.client("ec2")

    def volume(*tags: dict[str, str]) -> Any:
        specification = {"TagSpecifications": [{"ResourceType": "volume", "Tags": list(tags)}]} if tags else {}
        return ada.create_volume(AvailabilityZone="us-east-1a", Size=1, **specification)

    lab.case("the tag that is asked for", "allow", lambda: volume({"Key": "Env", "Value": "dev"}))
    lab.case("another value of the tag", "deny", lambda: volume({"Key": "Env", "Value": "prod"}))
    lab.case("no tag", "deny", volume)
    untagging = lab.client("ec2", lab.user("untag", allow(["ec2:CreateVolume", "ec2:CreateSnapshot"])))
    tag = [{"ResourceType": "volume", "Tags": [{"Key": "Env", "Value": "dev"}]}]
    place = {"AvailabilityZone": "us-east-1a", "Size": 1}
    lab.case("without tags", "allow", lambda: untagging.create_volume(**place))
    lab.case("tags without CreateTags", "deny", lambda: untagging.create_volume(**place, TagSpecifications=tag))
    groups = {}
    for name in ("dev", "prod"):
        tag = {"ResourceType": "security-group", "Tags": [{"Key": "Env", "Value": name}]}
        group = root.create_security_group(GroupName=name, Description="d", TagSpecifications=[tag])
        groups[name] = group["GroupId"]
    lab.case("a resource with the tag", "allow", lambda: ada.delete_security_group(GroupId=groups["dev"]))
    lab.case("a resource with another", "deny", lambda: ada.delete_security_group(GroupId=groups["prod"]))
    lab.case("describing", "allow", ada.describe_vpcs)


def others(lab: Lab, ada: tuple[str, ...]) -> None:
    """Parameters, log streams, databases."""
    ssm, logs = lab.client("ssm", ada), lab.client("logs", ada)
    lab.case("a parameter that may be read", "ParameterNotFound", lambda: ssm.get_parameter(Name="/app/x"))
    lab.case("another parameter", "deny", lambda: ssm.get_parameter(Name="/oth/x"))
    stream = {"logStreamName": "s"}
    lab.case("a stream of the group", "ResourceNotFoundException", lambda: create(logs, "/app/x", stream))
    lab.case("a stream of another group", "deny", lambda: create(logs, "/oth", stream))
    lab.case("describing databases", "allow", lab.client("rds", ada).describe_db_instances)
    cluster = {"DBClusterIdentifier": "x", "Engine": "docdb", "MasterUsername": "a", "MasterUserPassword": "abcdefgh1"}
    lab.case("a DocumentDB cluster", "deny", lambda: lab.client("docdb", ada).create_db_cluster(**cluster))


def create(logs: Any, group: str, stream: dict[str, str]) -> Any:
    """A log stream."""
    return logs.create_log_stream(logGroupName=group, **stream)


if __name__ == "__main__":
    main(cases)
