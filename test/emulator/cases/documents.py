"""Policies that are refused when they are written, and calls that are refused for what they leave out."""

from hashlib import sha256
from typing import Any

from kit import Lab, allow, arn, deny, document, main
from wire import ask

MALFORMED = "MalformedPolicyDocument"
TASKS = {"Effect": "Allow", "Principal": {"Service": "ecs-tasks.amazonaws.com"}, "Action": "sts:AssumeRole"}


def cases(lab: Lab) -> None:
    """Everything in turn."""
    identities(lab)
    trust(lab)
    buckets(lab)
    keys(lab)
    resources(lab)
    forms(lab)
    contradictions(lab)


def identities(lab: Lab) -> None:
    """Identity policies name nobody."""
    iam = lab.client("iam")
    create = lambda text: iam.create_policy(PolicyName="p", PolicyDocument=text)  # noqa: E731
    lab.case("no JSON", MALFORMED, lambda: create("{nope"))
    lab.case("a principal", MALFORMED, lambda: create(document({**allow("s3:*"), "Principal": "*"})))
    lab.case("a policy", "allow", lambda: create(document(allow("s3:*"))))


def trust(lab: Lab) -> None:
    """Trust policies are about the role itself, and trust who is there."""
    iam = lab.client("iam")

    def create(**change: Any) -> Any:
        name = f"role-{len(lab.results)}"
        return iam.create_role(RoleName=name, AssumeRolePolicyDocument=document({**TASKS, **change}))

    lab.case("a trust policy", "allow", create)
    lab.case("a resource", MALFORMED, lambda: create(Resource="*"))
    nobody = {"AWS": arn("iam", "role/nobody")}
    lab.case("a role that does not exist", MALFORMED, lambda: create(Principal=nobody))
    somebody = {"AWS": [arn("iam", "role/role-4"), "arn:aws:iam::999999999999:role/stranger"]}
    iam.create_role(RoleName="role-4", AssumeRolePolicyDocument=document(TASKS))
    lab.case("one that does, and a stranger", "allow", lambda: create(Principal=somebody))
    update = {"RoleName": "role-4", "PolicyDocument": document({**TASKS, "Principal": nobody})}
    lab.case("changing it to nobody", MALFORMED, lambda: iam.update_assume_role_policy(**update))


def buckets(lab: Lab) -> None:
    """A bucket's policy: JSON, for somebody, about the bucket."""
    s3 = lab.client("s3")
    s3.create_bucket(Bucket="documents")
    put = lambda text: s3.put_bucket_policy(Bucket="documents", Policy=text)  # noqa: E731
    own = allow("s3:GetObject", arn("s3", "documents/*"))
    lab.case("a bucket's: no JSON", "MalformedPolicy", lambda: put('{"nope'))
    lab.case("for nobody", "MalformedPolicy", lambda: put(document(own)))
    other = {**deny("s3:GetObject", arn("s3", "documents-2/*")), "Principal": "*"}
    lab.case("about another bucket", "MalformedPolicy", lambda: put(document(other)))
    ghost = {**own, "Principal": {"AWS": arn("iam", "user/ghost")}}
    lab.case("for somebody who is not there", "MalformedPolicy", lambda: put(document(ghost)))
    lab.case("for everybody", "allow", lambda: put(document({**own, "Principal": "*"})))


def keys(lab: Lab) -> None:
    """A key's policy must leave somebody in."""
    kms = lab.client("kms")
    malformed = "MalformedPolicyDocumentException"
    lab.case("a key's: no JSON", malformed, lambda: kms.create_key(Policy="{nope"))
    closed = document({**allow("kms:Encrypt"), "Principal": {"AWS": "arn:aws:iam::123456789012:root"}})
    lab.case("one that locks its writer out", malformed, lambda: kms.create_key(Policy=closed))
    bypass = {"Policy": closed, "BypassPolicyLockoutSafetyCheck": True}
    lab.case("on purpose", "allow", lambda: kms.create_key(**bypass))
    opened = document({**allow("kms:*"), "Principal": {"AWS": "arn:aws:iam::123456789012:root"}})
    number = kms.create_key(Policy=opened)["KeyMetadata"]["KeyId"]
    change = {"KeyId": number, "PolicyName": "default", "Policy": closed}
    lab.case("changing to one that does", malformed, lambda: kms.put_key_policy(**change))


def resources(lab: Lab) -> None:
    """Policies of queues, topics, secrets and repositories: JSON, and for somebody who is there."""
    everybody = {**allow("sqs:SendMessage"), "Principal": "*"}
    sqs, sns = lab.client("sqs"), lab.client("sns")
    queue = lambda text: sqs.create_queue(QueueName="q", Attributes={"Policy": text})  # noqa: E731
    lab.case("a queue's: no JSON", "InvalidAttributeValue", lambda: queue("{nope"))
    ghost = {**everybody, "Principal": {"AWS": arn("iam", "user/ghost")}}
    lab.case("a queue's for a ghost", "InvalidAttributeValue", lambda: queue(document(ghost)))
    lab.case("a queue's for everybody", "allow", lambda: queue(document(everybody)))
    topic = sns.create_topic(Name="t")["TopicArn"]
    change = {"TopicArn": topic, "AttributeName": "Policy", "AttributeValue": "{nope"}
    lab.case("a topic's: no JSON", "InvalidParameter", lambda: sns.set_topic_attributes(**change))
    made = {"Name": "u", "Attributes": {"Policy": "{nope"}}
    lab.case("a new topic's: no JSON", "InvalidParameter", lambda: sns.create_topic(**made))
    secrets = lab.client("secretsmanager")
    secrets.create_secret(Name="s")
    put = {"SecretId": "s", "ResourcePolicy": "{nope"}
    lab.case("a secret's: no JSON", "MalformedPolicyDocumentException", lambda: secrets.put_resource_policy(**put))
    ecr = lab.client("ecr")
    ecr.create_repository(repositoryName="policed")
    write = {"repositoryName": "policed", "policyText": "{nope"}
    lab.case("a repository's: no JSON", "InvalidParameterException", lambda: ecr.set_repository_policy(**write))


def forms(lab: Lab) -> None:
    """What an operation must have, and of which kind."""

    def target(service: str, name: str, body: bytes) -> str:
        headers = {"content-type": "application/x-amz-json-1.1", "x-amz-target": name}
        return ask(lab, service, {"body": body, "headers": headers})

    ecs, secrets = "AmazonEC2ContainerServiceV20141113.DescribeServices", "secretsmanager.GetSecretValue"
    lab.expect("half a body", lambda: target("ecs", ecs, b'{"cluster":') == "400 SerializationException")
    lab.expect("a list for a text", lambda: target("ecs", ecs, b'{"services":"a"}') == "400 SerializationException")
    lab.expect("a secret without a name", lambda: target("secretsmanager", secrets, b"{}") == "400 ValidationException")
    form = {"content-type": "application/x-www-form-urlencoded"}
    role = {"body": b"Action=CreateRole&RoleName=r&Version=2010-05-08", "headers": form}
    lab.expect("a role that trusts nobody", lambda: ask(lab, "iam", role) == "400 ValidationError")
    group = {"body": b"Action=CreateDBSubnetGroup&DBSubnetGroupName=g&Version=2014-10-31", "headers": form}
    lab.expect("a group without subnets", lambda: ask(lab, "rds", group) == "400 ValidationError")
    zone = {"path": "/2013-04-01/hostedzone", "body": b"<CreateHostedZone"}
    lab.expect("half a zone", lambda: ask(lab, "route53", zone) == "400 InvalidInput")
    empty = {"x-amz-content-sha256": sha256(b"<Ver").hexdigest()}
    versions = {"method": "PUT", "path": "/documents?versioning", "body": b"<Ver", "headers": empty}
    lab.expect("half a setting of a bucket", lambda: ask(lab, "s3", versions) == "400 MalformedXML")


def contradictions(lab: Lab) -> None:
    """What a request says twice must agree: a service's ARN with its cluster, and a group is named in one way."""
    ecs, logs = lab.client("ecs"), lab.client("logs")
    for name in ("one", "two"):
        ecs.create_cluster(clusterName=name)
    service, task, wrong = arn("ecs", "service/two/api"), arn("ecs", "task/two/0"), "InvalidParameterException"
    for name, call in (
        ("updating", lambda cluster: ecs.update_service(cluster=cluster, service=service)),
        ("describing", lambda cluster: ecs.describe_services(cluster=cluster, services=["api", service])),
        ("the history of", lambda cluster: ecs.list_service_deployments(cluster=cluster, service=service)),
        ("deleting", lambda cluster: ecs.delete_service(cluster=cluster, service=service)),
        ("the tasks of", lambda cluster: ecs.list_tasks(cluster=cluster, serviceName=service)),
        ("describing a task of", lambda cluster: ecs.describe_tasks(cluster=cluster, tasks=[task])),
    ):
        lab.case(f"{name} a service of another cluster", wrong, lambda call=call: call("one"))
    lab.case("without a cluster it is default", wrong, lambda: ecs.describe_services(services=[service]))
    there = "ServiceNotFoundException"
    lab.case("its own cluster", there, lambda: ecs.update_service(cluster=arn("ecs", "cluster/two"), service=service))
    both = {"logGroupName": "g", "logGroupIdentifier": "g"}
    lab.case("a group by name and by ARN", wrong, lambda: logs.filter_log_events(**both))


if __name__ == "__main__":
    main(cases)
