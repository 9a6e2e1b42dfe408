"""What Secrets Manager does with versions, stages, replicas and deletions."""

import uuid
from typing import Any

from kit import Lab, main

ELSEWHERE = "us-west-2"


def cases(lab: Lab) -> None:
    """One secret's life, then the secrets of databases."""
    client = lab.client("secretsmanager")
    first, second, name = str(uuid.uuid4()), str(uuid.uuid4()), "life"
    made = client.create_secret(
        Name=name, SecretString="v1", ClientRequestToken=first, AddReplicaRegions=[{"Region": ELSEWHERE}]
    )
    lab.expect("the token is the version's id", lambda: made["VersionId"] == first)
    creation(lab, client, (name, first))
    replicas(lab, client, name)
    versions(lab, client, (name, first, second))
    deletion(lab, client, name)
    others(lab, client, name)
    databases(lab)
    managed(lab)


def value(client: Any, name: str, **more: Any) -> str:
    """A secret's text."""
    return str(client.get_secret_value(SecretId=name, **more)["SecretString"])


def creation(lab: Lab, client: Any, secret: tuple[str, str]) -> None:
    """Creating again."""
    name, token = secret
    again = {"Name": name, "SecretString": "v1"}
    repeated = lambda: client.create_secret(**again, ClientRequestToken=token)["VersionId"] == token  # noqa: E731
    lab.expect("creating again with token and value is a repetition", repeated)
    lab.case("… with another token is refused", "ResourceExistsException", lambda: client.create_secret(**again))


def replicas(lab: Lab, client: Any, name: str) -> None:
    """Copies in another region."""
    there = lab.client("secretsmanager", region=ELSEWHERE)
    status = client.describe_secret(SecretId=name)["ReplicationStatus"]
    lab.expect("the replica is listed", lambda: status[0]["Region"] == ELSEWHERE)
    lab.expect("it is readable there", lambda: value(there, name) == "v1")
    write = lambda: there.put_secret_value(SecretId=name, SecretString="x")  # noqa: E731
    lab.case("it cannot be written there", "InvalidParameterException", write)


def versions(lab: Lab, client: Any, secret: tuple[str, str, str]) -> None:
    """Stages move; values never change."""
    name, first, second = secret
    pending = {"SecretId": name, "ClientRequestToken": second, "VersionStages": ["AWSPENDING"]}
    put = client.put_secret_value(**pending, SecretString="v2")
    lab.expect("a pending version", lambda: put["VersionStages"] == ["AWSPENDING"])
    lab.expect("the current one stays", lambda: value(client, name) == "v1")
    lab.expect("the pending one can be read", lambda: value(client, name, VersionStage="AWSPENDING") == "v2")
    again = client.put_secret_value(**pending, SecretString="v2")
    lab.expect("putting again is a repetition", lambda: again["VersionId"] == second)
    other = lambda: client.put_secret_value(SecretId=name, SecretString="z", ClientRequestToken=second)  # noqa: E731
    lab.case("a used token with another value", "ResourceExistsException", other)
    move = {"SecretId": name, "VersionStage": "AWSCURRENT", "MoveToVersionId": second}
    lonely = lambda: client.update_secret_version_stage(**move)  # noqa: E731
    lab.case("moving AWSCURRENT without saying from where", "InvalidParameterException", lonely)
    client.update_secret_version_stage(**move, RemoveFromVersionId=first)
    lab.expect("after the move the new value is current", lambda: value(client, name) == "v2")
    previous = lambda: value(client, name, VersionStage="AWSPREVIOUS") == "v1"  # noqa: E731
    lab.expect("and the old one previous", previous)
    stages = client.describe_secret(SecretId=name)["VersionIdsToStages"]
    lab.expect("stages by version", lambda: "AWSCURRENT" in stages[second] and stages[first] == ["AWSPREVIOUS"])
    there = lab.client("secretsmanager", region=ELSEWHERE)
    lab.expect("the replica follows", lambda: value(there, name) == "v2")


def deletion(lab: Lab, client: Any, name: str) -> None:
    """A window in which nothing works but restoring."""
    schedule = lambda: client.delete_secret(SecretId=name, RecoveryWindowInDays=7)  # noqa: E731
    lab.case("deleting with a replica", "InvalidParameterException", schedule)
    left = client.remove_regions_from_replication(SecretId=name, RemoveReplicaRegions=[ELSEWHERE])
    lab.expect("without its replica", lambda: left["ReplicationStatus"] == [])
    lab.expect("deletion has a date", lambda: "DeletionDate" in schedule())
    lab.case("reading what is leaving", "InvalidRequestException", lambda: value(client, name))
    create = lambda: client.create_secret(Name=name, SecretString="q")  # noqa: E731
    lab.case("taking its name", "InvalidRequestException", create)
    names = [secret["Name"] for secret in client.list_secrets()["SecretList"]]
    lab.expect("it is not listed", lambda: name not in names)
    client.restore_secret(SecretId=name)
    lab.expect("restored it reads as before", lambda: value(client, name) == "v2")


def others(lab: Lab, client: Any, name: str) -> None:
    """Rotation, policies, batches, passwords."""
    lab.expect("rotation off", lambda: client.cancel_rotate_secret(SecretId=name)["Name"] == name)
    check = client.validate_resource_policy
    closed, opened = "{}", '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}'
    lab.expect("a policy that passes", lambda: check(ResourcePolicy=closed)["PolicyValidationPassed"])
    lab.expect("a public one does not", lambda: not check(ResourcePolicy=opened)["PolicyValidationPassed"])
    batch = client.batch_get_secret_value(SecretIdList=[name])["SecretValues"]
    lab.expect("several at once", lambda: [one["SecretString"] for one in batch] == ["v2"])
    password = client.get_random_password(PasswordLength=24, ExcludePunctuation=True)["RandomPassword"]
    lab.expect("a random password", lambda: len(password) == 24 and password.isalnum())


def databases(lab: Lab) -> None:
    """The secret that RDS manages: the master user's name, and a password of its own."""
    passwords = []
    user = {"MasterUsername": "app", "ManageMasterUserPassword": True}
    for service, engine in (("rds", "aurora-postgresql"), ("docdb", "docdb")):
        made = lab.client(service).create_db_cluster(DBClusterIdentifier=f"m-{service}", Engine=engine, **user)
        passwords.append(value(lab.client("secretsmanager"), made["DBCluster"]["MasterUserSecret"]["SecretArn"]))
    size = {"DBInstanceClass": "db.t3.micro", "AllocatedStorage": 20}
    instance = lab.client("rds").create_db_instance(DBInstanceIdentifier="i", Engine="postgres", **size, **user)
    passwords.append(value(lab.client("secretsmanager"), instance["DBInstance"]["MasterUserSecret"]["SecretArn"]))
    for kind, text in zip(("an Aurora cluster", "a DocumentDB cluster", "an instance"), passwords, strict=True):
        lab.expect(f"the secret of {kind}", lambda text=text: '"username": "app"' in text)
    lab.expect("no two passwords are alike", lambda: len(set(passwords)) == len(passwords))


def hours_between(described: Any) -> float:
    """From the last rotation to the next one."""
    seconds: float = (described["NextRotationDate"] - described["LastRotatedDate"]).total_seconds()
    return seconds / 3600


def managed(lab: Lab) -> None:
    """A database's own secret: rotated every seven days, rescheduled by anybody who may, changed by nobody else."""
    client = lab.client("secretsmanager")
    user = {"MasterUsername": "app", "ManageMasterUserPassword": True}
    made = lab.client("docdb").create_db_cluster(DBClusterIdentifier="kept", Engine="docdb", **user)
    arn = made["DBCluster"]["MasterUserSecret"]["SecretArn"]

    def described() -> Any:
        return client.describe_secret(SecretId=arn)

    begun = described()
    lab.expect("its service is told", lambda: begun["OwningService"] == "rds")
    lab.expect("its rotation is on", lambda: begun["RotationEnabled"] and "RotationLambdaARN" not in begun)
    lab.expect("every seven days", lambda: begun["RotationRules"] == {"AutomaticallyAfterDays": 7})
    first, later = value(client, arn), {"SecretId": arn, "RotateImmediately": False}
    client.rotate_secret(**later, RotationRules={"AutomaticallyAfterDays": 30})
    lab.expect("another schedule", lambda: described()["RotationRules"] == {"AutomaticallyAfterDays": 30})
    rate = {"ScheduleExpression": "rate(14 days)", "Duration": "2h"}
    client.rotate_secret(**later, RotationRules=rate)
    lab.expect("a rate", lambda: described()["RotationRules"] == {**rate, "AutomaticallyAfterDays": 14})
    lab.expect("which changes no password", lambda: value(client, arn) == first)
    lab.expect(
        "and leaves nothing pending", lambda: list(described()["VersionIdsToStages"].values()) == [["AWSCURRENT"]]
    )
    both = {"ScheduleExpression": "rate(14 days)", "AutomaticallyAfterDays": 14}
    refused = "InvalidRequestException"
    lab.case("both at once", "InvalidParameterException", lambda: client.rotate_secret(**later, RotationRules=both))
    function = "arn:aws:lambda:us-east-1:123456789012:function:f"
    lab.case("a function", refused, lambda: client.rotate_secret(SecretId=arn, RotationLambdaARN=function))
    client.rotate_secret(SecretId=arn)
    lab.expect("rotated at once, it is another password", lambda: value(client, arn) != first)
    lab.expect("of the same user", lambda: '"username": "app"' in value(client, arn))
    lab.expect("the old one is previous", lambda: value(client, arn, VersionStage="AWSPREVIOUS") == first)
    lab.expect("the next one counts from it", lambda: described()["NextRotationDate"] > described()["LastRotatedDate"])
    again = {"SecretId": arn, "ClientRequestToken": "11111111-2222-4333-8444-555555555555"}
    client.rotate_secret(**again)
    second = value(client, arn)
    client.rotate_secret(**again)
    lab.expect("the same rotation twice is one", lambda: value(client, arn) == second)
    client.rotate_secret(**later, RotationRules={"ScheduleExpression": "rate(4 hours)"})
    lab.expect("every four hours", lambda: hours_between(described()) < 5)
    lab.case("writing it", refused, lambda: client.put_secret_value(SecretId=arn, SecretString="x"))
    lab.case("changing it", refused, lambda: client.update_secret(SecretId=arn, Description="x"))
    lab.case("deleting it", refused, lambda: client.delete_secret(SecretId=arn))
    client.cancel_rotate_secret(SecretId=arn)
    lab.expect("rotation can be turned off", lambda: not described()["RotationEnabled"])
    client.create_secret(Name="plain", SecretString="x")
    lab.case("rotating another secret without a function", refused, lambda: client.rotate_secret(SecretId="plain"))
    lab.client("docdb").delete_db_cluster(DBClusterIdentifier="kept", SkipFinalSnapshot=True)
    lab.case("it goes with its database", "ResourceNotFoundException", described)


if __name__ == "__main__":
    main(cases)
