"""Calls that name several things: each of them must be allowed, and one that is not refuses the call or its part."""

from hashlib import sha256
from typing import Any

from kit import Lab, allow, arn, deny, document, main
from wire import ask

EMPTY = {"x-amz-content-sha256": sha256(b"").hexdigest()}
STG = {"StringEquals": {"aws:ResourceTag/Env": "stg"}}
TAGS = [{"Key": "Env", "Value": "stg"}]


def cases(lab: Lab) -> None:
    """Everything in turn."""
    containers(lab)
    machines(lab)
    endpoints(lab)
    balancers(lab)
    secrets(lab)
    objects(lab)
    regions(lab)
    written(lab)
    made(lab)


def containers(lab: Lab) -> None:
    """ECS: services, clusters, tasks."""
    root = lab.client("ecs")
    for name in ("one", "two"):
        root.create_cluster(clusterName=name)
    may = lab.someone(
        "ecs",
        allow("ecs:DescribeClusters", arn("ecs", "cluster/one")),
        allow("ecs:DescribeServices", arn("ecs", "service/one/api")),
        allow("ecs:DescribeTasks", arn("ecs", "task/one/a")),
    )
    both = ["one", "two"]
    lab.case("the cluster that is allowed", "allow", lambda: may.describe_clusters(clusters=both[:1]))
    lab.case("and another", "deny", lambda: may.describe_clusters(clusters=both))
    lab.case("the service", "allow", lambda: may.describe_services(cluster="one", services=["api"]))
    lab.case("and another of it", "deny", lambda: may.describe_services(cluster="one", services=["api", "web"]))
    lab.case("the task", "allow", lambda: may.describe_tasks(cluster="one", tasks=["a"]))
    lab.case("and another task", "deny", lambda: may.describe_tasks(cluster="one", tasks=["a", "b"]))


def machines(lab: Lab) -> None:
    """EC2: each by its own tags."""
    root = lab.client("ec2")
    image = root.describe_images()["Images"][0]["ImageId"]
    tags = [{"ResourceType": "instance", "Tags": TAGS}]

    def run(**more: Any) -> str:
        made = root.run_instances(ImageId=image, MinCount=1, MaxCount=1, **more)
        return str(made["Instances"][0]["InstanceId"])

    tagged, bare = run(TagSpecifications=tags), run()
    may = lab.someone("ec2", allow(["ec2:StopInstances", "ec2:TerminateInstances"], arn("ec2", "instance/*"), **STG))
    lab.case("a machine with the tag", "allow", lambda: may.stop_instances(InstanceIds=[tagged]))
    lab.case("and one without", "deny", lambda: may.terminate_instances(InstanceIds=[tagged, bare]))
    states = root.describe_instances(InstanceIds=[tagged, bare])["Reservations"]
    names = sorted(one["State"]["Name"] for place in states for one in place["Instances"])
    lab.expect("which ended none", lambda: names == ["running", "stopped"])


def endpoints(lab: Lab) -> None:
    """EC2: what a change brings in, with what it changes."""
    root = lab.client("ec2")
    vpc = root.create_vpc(CidrBlock="10.9.0.0/16")["Vpc"]["VpcId"]
    table = root.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"]
    made = [
        root.create_vpc_endpoint(VpcId=vpc, VpcEndpointType="Gateway", ServiceName=name)["VpcEndpoint"]
        for name in ("com.amazonaws.us-east-1.s3", "com.amazonaws.us-east-1.dynamodb")
    ]
    ids = [str(one["VpcEndpointId"]) for one in made]
    first = arn("ec2", f"vpc-endpoint/{ids[0]}")
    may = lab.someone("ec2", allow(["ec2:DeleteVpcEndpoints", "ec2:ModifyVpcEndpoint"], first))
    change = {"VpcEndpointId": ids[0], "AddRouteTableIds": [table]}
    lab.case("an endpoint with a table of others", "deny", lambda: may.modify_vpc_endpoint(**change))
    lab.case("two endpoints", "deny", lambda: may.delete_vpc_endpoints(VpcEndpointIds=ids))
    lab.case("the one that is allowed", "allow", lambda: may.delete_vpc_endpoints(VpcEndpointIds=ids[:1]))


def balancers(lab: Lab) -> None:
    """Load balancing: tags are set on each."""
    root = lab.client("elbv2")
    made = [root.create_target_group(Name=name, TargetType="lambda")["TargetGroups"][0] for name in ("a", "b")]
    arns = [str(one["TargetGroupArn"]) for one in made]
    may = lab.someone("elbv2", allow("elasticloadbalancing:AddTags", arns[0]))
    lab.case("a target group's tags", "allow", lambda: may.add_tags(ResourceArns=arns[:1], Tags=TAGS))
    lab.case("two target groups' tags", "deny", lambda: may.add_tags(ResourceArns=arns, Tags=TAGS))


def secrets(lab: Lab) -> None:
    """Secrets Manager: a batch reads each secret, and says by name which it may not (BatchGetSecretValue)."""
    for name in ("mine", "other"):
        lab.client("secretsmanager").create_secret(Name=name, SecretString=name)
    batch = allow("secretsmanager:BatchGetSecretValue")
    mine = allow("secretsmanager:GetSecretValue", arn("secretsmanager", "secret:mine-*"))
    got = lab.someone("secretsmanager", batch, mine).batch_get_secret_value(SecretIdList=["mine", "other"])
    lab.expect("a batch reads what may be read", lambda: [one["Name"] for one in got["SecretValues"]] == ["mine"])
    told = [(one["SecretId"], one["ErrorCode"]) for one in got["Errors"]]
    lab.expect("and says what may not", lambda: told == [("other", "AccessDeniedException")])
    lab.case(
        "but a batch by itself",
        "deny",
        lambda: lab.someone("secretsmanager").batch_get_secret_value(SecretIdList=["mine"]),
    )


def objects(lab: Lab) -> None:
    """S3: of a list of objects those go that may (DeleteObjects: an Error for each that may not, and status 200)."""
    root = lab.client("s3")
    root.create_bucket(Bucket="several")
    root.put_bucket_versioning(Bucket="several", VersioningConfiguration={"Status": "Enabled"})
    keys = ["a/1", "b/1", "a/2"]
    versions = {key: root.put_object(Bucket="several", Key=key, Body=b"")["VersionId"] for key in keys}
    may = lab.someone("s3", allow("s3:DeleteObject", arn("s3", "several/a/*")))

    def delete(client: Any, *objects: dict[str, str]) -> tuple[list[str], list[str]]:
        got = client.delete_objects(Bucket="several", Delete={"Objects": list(objects)})
        deleted = [one["Key"] for one in got.get("Deleted", [])]
        return deleted, [f"{one['Key']} {one['Code']}" for one in got.get("Errors", [])]

    named = [{"Key": key} for key in keys]
    lab.expect("what may go goes", lambda: delete(may, *named) == (["a/1", "a/2"], ["b/1 AccessDenied"]))
    left = [one["Key"] for one in root.list_objects_v2(Bucket="several")["Contents"]]
    lab.expect("and nothing else", lambda: left == ["b/1"])
    lab.expect("nothing that may", lambda: delete(may, named[1]) == ([], ["b/1 AccessDenied"]))
    version = {"Key": "a/1", "VersionId": versions["a/1"]}
    lab.expect("a version is no object", lambda: delete(may, version) == ([], ["a/1 AccessDenied"]))
    closed = {**deny("s3:DeleteObject", arn("s3", "several/b/*")), "Principal": "*"}
    root.put_bucket_policy(Bucket="several", Policy=document(closed))
    outcome = (["a/2"], ["b/1 AccessDenied"])
    lab.expect("a bucket's policy holds for the owner", lambda: delete(root, named[2], named[1]) == outcome)


def regions(lab: Lab) -> None:
    """S3: a bucket is where it was made; a request signed for another region is told where ("Error responses")."""
    place = {"CreateBucketConfiguration": {"LocationConstraint": "eu-central-1"}}
    there = lab.client("s3", region="eu-central-1")
    there.create_bucket(Bucket="europe", **place)
    there.put_object(Bucket="europe", Key="a", Body=b"x")
    # The SDK follows the way that an answer shows; what goes over the wire does not.
    for region, want in (
        ("us-east-1", "400 AuthorizationHeaderMalformed"),
        ("eu-west-1", "301 PermanentRedirect"),
        ("eu-central-1", "200"),
    ):
        sent = {"method": "GET", "path": "/europe/a", "region": region, "headers": EMPTY}
        lab.expect(f"signed for {region}", lambda sent=sent, want=want: ask(lab, "s3", sent) == want)
    where = lab.client("s3").get_bucket_location(Bucket="europe")["LocationConstraint"]
    lab.expect("where it is can be asked in us-east-1", lambda: where == "eu-central-1")
    lab.expect(
        "the SDK finds the way", lambda: lab.client("s3").get_object(Bucket="europe", Key="a")["Body"].read() == b"x"
    )


def written(lab: Lab) -> None:
    """Tags and an ACL that come with an object need the permissions to set them, too (S3 User Guide)."""
    lab.client("s3").create_bucket(Bucket="headers")
    about = arn("s3", "headers/*")
    bare = lab.someone("s3", allow("s3:PutObject", about))
    may = lab.someone("s3", allow(["s3:PutObject", "s3:PutObjectTagging", "s3:PutObjectAcl"], about))
    for name, more in (
        ("tags", {"Tagging": "a=b"}),
        ("an ACL", {"ACL": "bucket-owner-full-control"}),
        ("a grant", {"GrantRead": "uri=http://acs.amazonaws.com/groups/global/AllUsers"}),
    ):
        sent = {"Bucket": "headers", "Key": "a", **more}
        lab.case(f"an object with {name} that one may only write", "deny", lambda sent=sent: bare.put_object(**sent))
        lab.case(f"an object with {name}", "allow", lambda sent=sent: may.put_object(**sent))
    parts = {"Bucket": "headers", "Key": "b", "Tagging": "a=b"}
    lab.case("an upload in parts with tags", "deny", lambda: bare.create_multipart_upload(**parts))
    lab.case("an object with neither", "allow", lambda: bare.put_object(Bucket="headers", Key="a"))


def made(lab: Lab) -> None:
    """What a bucket or secret is from the start needs the permissions to make it so (CreateBucket, CreateSecret)."""
    create = allow("s3:CreateBucket")
    bare = lab.someone("s3", create)
    lock = ["s3:PutBucketObjectLockConfiguration", "s3:PutBucketVersioning"]
    for number, (name, more, actions) in enumerate(
        (
            ("an ACL", {"ACL": "public-read"}, ["s3:PutBucketAcl"]),
            ("object lock", {"ObjectLockEnabledForBucket": True}, lock),
            ("an owner of its objects", {"ObjectOwnership": "ObjectWriter"}, ["s3:PutBucketOwnershipControls"]),
        )
    ):
        sent = {"Bucket": f"made-{number}", **more}
        lab.case(f"a bucket with {name} that one may not set", "deny", lambda sent=sent: bare.create_bucket(**sent))
        may = lab.someone("s3", create, allow(actions, arn("s3", f"made-{number}")))
        lab.case(f"a bucket with {name}", "allow", lambda may=may, sent=sent: may.create_bucket(**sent))
    half = lab.someone("s3", create, allow(lock[:1]))
    locked = {"Bucket": "made-3", "ObjectLockEnabledForBucket": True}
    lab.case("object lock without versions", "deny", lambda: half.create_bucket(**locked))
    lab.case("a private bucket", "allow", lambda: bare.create_bucket(Bucket="made-4", ACL="private"))
    first = allow("secretsmanager:CreateSecret")
    sent = {"Name": "far", "SecretString": "s", "AddReplicaRegions": [{"Region": "eu-west-1"}]}
    lab.case("a secret elsewhere, too", "deny", lambda: lab.someone("secretsmanager", first).create_secret(**sent))
    there = {"ForAllValues:StringEquals": {"secretsmanager:AddReplicaRegions": "eu-west-1"}}
    both = allow(["secretsmanager:CreateSecret", "secretsmanager:ReplicateSecretToRegions"], **there)
    may = lab.someone("secretsmanager", both)
    away = {**sent, "AddReplicaRegions": [{"Region": "eu-west-2"}]}
    lab.case("… in another region than one may", "deny", lambda: may.create_secret(**away))
    lab.case("… with the permission to replicate", "allow", lambda: may.create_secret(**sent))


if __name__ == "__main__":
    main(cases)
