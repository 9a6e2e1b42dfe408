"""What bounds an identity policy: boundaries, session policies, trust, and the policies that resources carry."""

import json
from typing import Any

from kit import Keys, Lab, allow, arn, deny, document, main

TRUST = document(
    {
        "Effect": "Allow",
        "Principal": {"AWS": arn("iam", "user/uma")},
        "Action": "sts:AssumeRole",
        "Condition": {"StringEquals": {"sts:ExternalId": "e1"}},
    }
)


def cases(lab: Lab) -> None:
    """Everything in turn."""
    lab.client("iam").create_user(UserName="uma")  # whom TRUST names
    lab.client("s3").create_bucket(Bucket="bk1")
    for key in ("a/x", "z/x"):
        lab.client("s3").put_object(Bucket="bk1", Key=key, Body=b"x")
    boundaries(lab)
    sessions(lab)
    buckets(lab)
    states(lab)
    queues_and_topics(lab)
    keys(lab)
    secrets(lab)
    unjudged(lab)
    simulated(lab)


def boundaries(lab: Lab) -> None:
    """A boundary allows nothing by itself, and delegated administrators must set one."""
    text = document(allow("s3:GetObject"))
    boundary = lab.client("iam").create_policy(PolicyName="reading", PolicyDocument=text)["Policy"]["Arn"]
    uri = lab.user("uri", allow("*"), boundary=boundary)
    s3 = lab.client("s3", uri)
    lab.case("within the boundary", "allow", lambda: s3.get_object(Bucket="bk1", Key="z/x"))
    lab.case("an action outside of it", "deny", lambda: s3.put_object(Bucket="bk1", Key="z/y", Body=b""))
    lab.case("a service outside of it", "deny", lab.client("iam", uri).list_users)
    condition = {"StringEquals": {"iam:PermissionsBoundary": boundary}}
    may = allow(["iam:CreateRole", "iam:PutRolePolicy"], arn("iam", "role/app-*"), **condition)
    una = lab.client("iam", lab.user("una", may))

    def role(name: str, **more: Any) -> Any:
        return una.create_role(RoleName=name, AssumeRolePolicyDocument=TRUST, **more)

    lab.case("a role with the boundary", "allow", lambda: role("app-1", PermissionsBoundary=boundary))
    lab.case("a role without", "deny", lambda: role("app-2"))
    lab.case("a role of another name", "deny", lambda: role("x-2", PermissionsBoundary=boundary))
    lab.client("iam").create_role(RoleName="app-free", AssumeRolePolicyDocument=TRUST)
    put = {"PolicyName": "p", "PolicyDocument": text}
    lab.case("the policy of a bounded role", "allow", lambda: una.put_role_policy(RoleName="app-1", **put))
    lab.case("that of an unbounded one", "deny", lambda: una.put_role_policy(RoleName="app-free", **put))


def sessions(lab: Lab) -> None:
    """AssumeRole: trust, external id, token, session policies."""
    lab.client("iam").create_role(RoleName="dep", AssumeRolePolicyDocument=TRUST)
    policy = document(allow("s3:*", [arn("s3", "bk1"), arn("s3", "bk1/a/*")]))
    lab.client("iam").put_role_policy(RoleName="dep", PolicyName="p", PolicyDocument=policy)
    uma = lab.keys("uma", allow("sts:AssumeRole", arn("iam", "role/dep")))
    ugo = lab.user("ugo", allow("sts:AssumeRole"))

    def assume(who: Keys, **more: Any) -> Any:
        return lab.client("sts", who).assume_role(RoleArn=arn("iam", "role/dep"), RoleSessionName="session", **more)

    def session(**more: Any) -> Keys:
        made = assume(uma, ExternalId="e1", **more)["Credentials"]
        return made["AccessKeyId"], made["SecretAccessKey"], made["SessionToken"]

    lab.case("assuming with the external id", "allow", lambda: assume(uma, ExternalId="e1"))
    lab.case("without it", "deny", lambda: assume(uma))
    lab.case("by somebody whom the role does not trust", "deny", lambda: assume(ugo, ExternalId="e1"))
    made = session()
    s3 = lab.client("s3", made)
    lab.case("a session knows who it is", "allow", lab.client("sts", made).get_caller_identity)
    lab.case("what its role may", "allow", lambda: s3.put_object(Bucket="bk1", Key="a/1", Body=b""))
    lab.case("what its role may not", "deny", lambda: s3.put_object(Bucket="bk1", Key="z/1", Body=b""))
    bare = lab.client("s3", made[:2])
    lab.case("a session's key without its token", "deny", lambda: bare.put_object(Bucket="bk1", Key="a/1", Body=b""))
    reading = lab.client("s3", session(Policy=document(allow("s3:GetObject"))))
    lab.case("what the session policy leaves", "allow", lambda: reading.get_object(Bucket="bk1", Key="a/x"))
    lab.case("what it does not", "deny", lambda: reading.put_object(Bucket="bk1", Key="a/1", Body=b""))
    longer = {"ExternalId": "e1", "DurationSeconds": 7200}
    lab.case("for longer than the role allows", "ValidationError", lambda: assume(uma, **longer))
    tagged = {"ExternalId": "e1", "Tags": [{"Key": "a", "Value": "b"}]}
    lab.case("with tags that the trust policy does not allow", "deny", lambda: assume(uma, **tagged))
    by_arn = session(PolicyArns=[{"arn": "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"}])
    narrowed = lab.client("s3", by_arn)
    lab.case("a session policy by ARN", "allow", lambda: narrowed.get_object(Bucket="bk1", Key="a/x"))
    lab.case("beyond it", "deny", lambda: narrowed.put_object(Bucket="bk1", Key="a/1", Body=b""))


def buckets(lab: Lab) -> None:
    """A bucket's explicit denials hold for the owner too; plain http on loopback counts as secure transport."""
    s3 = lab.client("s3")
    everything = [arn("s3", "bk1"), arn("s3", "bk1/*")]
    insecure = {**deny("s3:*", everything, Bool={"aws:SecureTransport": "false"}), "Principal": "*"}
    s3.put_bucket_policy(Bucket="bk1", Policy=document(insecure))
    lab.case("transport over loopback is secure", "allow", lambda: s3.get_object(Bucket="bk1", Key="a/x"))
    closed = {**deny("s3:GetObject", arn("s3", "bk1/z/*")), "Principal": "*"}
    s3.put_bucket_policy(Bucket="bk1", Policy=document(closed))
    lab.case("a bucket policy denies the owner", "deny", lambda: s3.get_object(Bucket="bk1", Key="z/x"))
    lab.case("who can still remove it", "allow", lambda: s3.delete_bucket_policy(Bucket="bk1"))
    uwe = lab.user("uwe")
    opened = {**allow("s3:GetObject", arn("s3", "bk1/a/*")), "Principal": {"AWS": arn("iam", "user/uwe")}}
    s3.put_bucket_policy(Bucket="bk1", Policy=document(opened))
    lab.case("a bucket policy alone", "allow", lambda: lab.client("s3", uwe).get_object(Bucket="bk1", Key="a/x"))
    s3.delete_bucket_policy(Bucket="bk1")
    lab.case("nothing at all", "deny", lambda: lab.client("s3", uwe).get_object(Bucket="bk1", Key="a/x"))


def states(lab: Lab) -> None:
    """What a bucket of Terraform states denies: old TLS, another key than its own, the end of a version."""
    s3, key = lab.client("s3"), lab.client("kms").create_key()["KeyMetadata"]["Arn"]
    s3.create_bucket(Bucket="states")
    s3.put_bucket_versioning(Bucket="states", VersioningConfiguration={"Status": "Enabled"})
    objects = arn("s3", "states/*")
    sse = "s3:x-amz-server-side-encryption-aws-kms-key-id"
    denials = (
        deny("s3:*", objects, NumericLessThan={"s3:TlsVersion": "1.2"}),
        deny("s3:PutObject", objects, StringNotEquals={sse: key}),
        deny("s3:DeleteObjectVersion", objects),
    )
    s3.put_bucket_policy(Bucket="states", Policy=document(*({**one, "Principal": "*"} for one in denials)))
    may = lab.client("s3", lab.user("stan", allow(["s3:*", "kms:*"])))
    state = {"Bucket": "states", "Key": "a"}
    right = {"ServerSideEncryption": "aws:kms", "SSEKMSKeyId": key}
    lab.case("a state under the bucket's key", "allow", lambda: may.put_object(**state, **right, Body=b""))
    lab.case("a state under none that is named", "deny", lambda: may.put_object(**state, Body=b""))
    other = right | {"SSEKMSKeyId": lab.client("kms").create_key()["KeyMetadata"]["Arn"]}
    lab.case("a state under another", "deny", lambda: may.put_object(**state, **other, Body=b""))
    version = s3.head_object(**state)["VersionId"]
    lab.case("deleting a state leaves its versions", "allow", lambda: may.delete_object(**state))
    lab.case("deleting a version", "deny", lambda: may.delete_object(**state, VersionId=version))
    newer = {**deny("s3:*", objects, NumericLessThan={"s3:TlsVersion": "1.4"}), "Principal": "*"}
    s3.put_bucket_policy(Bucket="states", Policy=document(newer))
    lab.case("a TLS that is too old", "deny", lambda: may.get_object(**state, VersionId=version))


def queues_and_topics(lab: Lab) -> None:
    """Policies of queues and topics."""
    sqs, sns = lab.client("sqs"), lab.client("sns")
    closed = {**deny("sqs:SendMessage"), "Principal": "*"}
    url = sqs.create_queue(QueueName="q", Attributes={"Policy": document(closed)})["QueueUrl"]
    ula = lab.user("ula", allow(["sqs:*", "sns:*"]))
    lab.case(
        "a queue's policy denies", "deny", lambda: lab.client("sqs", ula).send_message(QueueUrl=url, MessageBody="m")
    )
    lab.case("reading from it", "allow", lambda: lab.client("sqs", ula).receive_message(QueueUrl=url))
    topic = sns.create_topic(Name="t")["TopicArn"]
    policy = document({**deny("sns:Publish", topic), "Principal": "*"})
    sns.set_topic_attributes(TopicArn=topic, AttributeName="Policy", AttributeValue=policy)
    lab.case("a topic's policy denies", "deny", lambda: lab.client("sns", ula).publish(TopicArn=topic, Message="m"))


def keys(lab: Lab) -> None:
    """A key policy must allow; the account's statement leaves it to identity policies."""
    kms = lab.client("kms")
    usual = kms.create_key()["KeyMetadata"]["KeyId"]
    kms.create_alias(AliasName="alias/usual", TargetKeyId=usual)
    root = {**allow("kms:*"), "Principal": {"AWS": arn("iam", "user/nobody")}}
    closed = kms.create_key(Policy=document(root), BypassPolicyLockoutSafetyCheck=True)["KeyMetadata"]["KeyId"]
    una = lab.client("kms", lab.user("kim", allow("kms:Encrypt", arn("kms", f"key/{usual}")), allow("kms:DescribeKey")))
    lab.case("a key by its alias", "allow", lambda: una.encrypt(KeyId="alias/usual", Plaintext=b"x"))
    other = kms.create_key()["KeyMetadata"]["Arn"]
    secret = kms.encrypt(KeyId=usual, Plaintext=b"x")["CiphertextBlob"]
    again = {"CiphertextBlob": secret, "DestinationKeyId": other}
    both = (allow("kms:ReEncryptFrom", arn("kms", f"key/{usual}")), allow("kms:ReEncryptTo", other))
    may = lab.client("kms", lab.user("re", *both))
    lab.case("from one key to another", "allow", lambda: may.re_encrypt(**again))
    half = lab.client("kms", lab.user("half", both[0]))
    lab.case("to one that one may not use", "deny", lambda: half.re_encrypt(**again))
    lab.case("a key whose policy names others", "deny", lambda: una.describe_key(KeyId=closed))


def secrets(lab: Lab) -> None:
    """A secret's own policy."""
    root = lab.client("secretsmanager")
    full = root.create_secret(Name="closed", SecretString="s")["ARN"]
    policy = document({**deny("secretsmanager:GetSecretValue"), "Principal": "*"})
    root.put_resource_policy(SecretId="closed", ResourcePolicy=policy)
    sue = lab.client("secretsmanager", lab.user("sue", allow("secretsmanager:*")))
    lab.case("a secret's policy denies", "deny", lambda: sue.get_secret_value(SecretId=full))
    lab.case("describing it", "allow", lambda: sue.describe_secret(SecretId=full))


def unjudged(lab: Lab) -> None:
    """What the evaluator does not know is refused by name, never passed over."""
    odd = deny("s3:*", StringSounds={"s3:prefix": "a"})
    put = lab.client("iam").put_user_policy
    lab.case(
        "an unknown condition operator in a user's policy",
        "MalformedPolicyDocument",
        lambda: put(UserName="uma", PolicyName="odd", PolicyDocument=document(odd)),
    )
    everybody = document({**odd, "Principal": "*", "Resource": arn("s3", "bk1")})
    lab.client("s3").put_bucket_policy(Bucket="bk1", Policy=everybody)
    unjudged = lab.client("s3", lab.user("odd", allow("s3:*")))
    lab.case("… and in a bucket's", "NotImplemented", lambda: unjudged.list_objects_v2(Bucket="bk1"))
    lab.client("s3").delete_bucket_policy(Bucket="bk1")
    own = lab.client("s3", lab.user("own", allow("s3:*", arn("s3", "bk1/${aws:username}/*"))))
    lab.case("a policy variable", "NotImplemented", lambda: own.get_object(Bucket="bk1", Key="own/x"))


def simulated(lab: Lab) -> None:
    """The policy simulator answers as the gate would."""
    lab.user("sim", allow("s3:GetObject", arn("s3", "bk1/*")))
    answer = lab.client("iam").simulate_principal_policy(
        PolicySourceArn=arn("iam", "user/sim"),
        ActionNames=["s3:GetObject", "s3:DeleteObject"],
        ResourceArns=[arn("s3", "bk1/a/x")],
    )
    got = [result["EvalDecision"] for result in answer["EvaluationResults"]]
    lab.results.append(
        {"name": "the simulator", "want": "allowed implicitDeny", "got": " ".join(got), "message": json.dumps(got)}
    )


if __name__ == "__main__":
    main(cases)
