"""Names, certificates, distributions, and keys that services use in the caller's name."""

from typing import Any

from kit import Lab, allow, arn, main

CONFIG = {
    "CallerReference": "1",
    "Comment": "",
    "Enabled": False,
    "Origins": {
        "Quantity": 1,
        "Items": [{"Id": "o", "DomainName": "b.s3.amazonaws.com", "S3OriginConfig": {"OriginAccessIdentity": ""}}],
    },
    "DefaultCacheBehavior": {
        "TargetOriginId": "o",
        "ViewerProtocolPolicy": "https-only",
        "CachePolicyId": "658327ea-f89d-4fab-a63d-7e88639e58f6",
    },
}
TAGS = {"Items": [{"Key": "Env", "Value": "stg"}]}


def cases(lab: Lab) -> None:
    """Everything in turn."""
    records(lab)
    certificates(lab)
    distributions(lab)
    aliases(lab)
    objects(lab)
    secrets(lab)
    told(lab)


def global_arn(service: str, resource: str) -> str:
    """ARN of something without a region."""
    return f"arn:aws:{service}::123456789012:{resource}"


def records(lab: Lab) -> None:
    """Route 53: the zone, and names, types and actions of a change."""
    root = lab.client("route53")
    ids = [
        root.create_hosted_zone(Name=name, CallerReference=name)["HostedZone"]["Id"].rpartition("/")[2]
        for name in ("acme.test", "other.test")
    ]
    zone = f"arn:aws:route53:::hostedzone/{ids[0]}"
    key = "route53:ChangeResourceRecordSets"
    names = {
        f"ForAllValues:{operator}": {f"{key}{about}": values}
        for operator, about, values in (
            ("StringLike", "NormalizedRecordNames", ["*.app.acme.test", "app.acme.test"]),
            ("StringEquals", "RecordTypes", ["A", "CNAME"]),
        )
    }
    may = lab.someone("route53", allow("route53:ChangeResourceRecordSets", zone, **names))

    def change(number: int, name: str, kind: str, value: str) -> Any:
        record = {"Name": name, "Type": kind, "TTL": 60, "ResourceRecords": [{"Value": value}]}
        batch = {"Changes": [{"Action": "UPSERT", "ResourceRecordSet": record}]}
        return may.change_resource_record_sets(HostedZoneId=ids[number], ChangeBatch=batch)

    lab.case("a record of the zone", "allow", lambda: change(0, "App.acme.test.", "A", "10.0.0.1"))
    lab.case("another name", "deny", lambda: change(0, "www.acme.test", "A", "10.0.0.1"))
    lab.case("another type", "deny", lambda: change(0, "app.acme.test", "TXT", '"x"'))
    lab.case("another zone", "deny", lambda: change(1, "app.other.test", "A", "10.0.0.1"))


def certificates(lab: Lab) -> None:
    """ACM: the names that are asked for; a certificate by its ARN and tags."""
    only = {"ForAllValues:StringLike": {"acm:DomainNames": "*.acme.test"}}
    may = lab.someone("acm", allow("acm:RequestCertificate", **only))
    lab.case("a certificate", "allow", lambda: may.request_certificate(DomainName="a.acme.test"))
    lab.case("for another name", "deny", lambda: may.request_certificate(DomainName="a.other.test"))
    tags = [{"Key": "Env", "Value": "stg"}]
    lab.case("with tags", "deny", lambda: may.request_certificate(DomainName="a.acme.test", Tags=tags))
    root = lab.client("acm")
    made = [
        root.request_certificate(DomainName="one.acme.test", Tags=tags)["CertificateArn"],
        root.request_certificate(DomainName="two.acme.test")["CertificateArn"],
    ]
    tagged = lab.someone("acm", allow("acm:DeleteCertificate", StringEquals={"aws:ResourceTag/Env": "stg"}))
    lab.case("deleting one with the tag", "allow", lambda: tagged.delete_certificate(CertificateArn=made[0]))
    lab.case("deleting one without", "deny", lambda: tagged.delete_certificate(CertificateArn=made[1]))


def distributions(lab: Lab) -> None:
    """CloudFront: no permission is called CreateDistributionWithTags; functions go by name."""
    whole = {"DistributionConfig": CONFIG, "Tags": TAGS}
    create = allow("cloudfront:CreateDistribution")
    half = lab.someone("cloudfront", create)
    lab.case(
        "a distribution whose tags may not be set",
        "deny",
        lambda: half.create_distribution_with_tags(DistributionConfigWithTags=whole),
    )
    may = lab.someone("cloudfront", create, allow("cloudfront:TagResource", global_arn("cloudfront", "distribution/*")))
    asked = allow(
        ["cloudfront:CreateDistribution", "cloudfront:TagResource"], StringEquals={"aws:RequestTag/Env": "prod"}
    )
    other = lab.someone("cloudfront", asked)
    lab.case(
        "a distribution with another tag than the policy's",
        "deny",
        lambda: other.create_distribution_with_tags(DistributionConfigWithTags=whole),
    )
    lab.case(
        "a distribution with tags",
        "allow",
        lambda: may.create_distribution_with_tags(DistributionConfigWithTags=whole),
    )
    config = {"FunctionConfig": {"Comment": "", "Runtime": "cloudfront-js-2.0"}, "FunctionCode": b"x"}
    for name in ("app-1", "x-1"):
        lab.client("cloudfront").create_function(Name=name, **config)
    client = lab.someone("cloudfront", allow("cloudfront:*Function", global_arn("cloudfront", "function/app-*")))
    lab.case("a function", "allow", lambda: client.describe_function(Name="app-1"))
    lab.case("one of another name", "deny", lambda: client.describe_function(Name="x-1"))
    lab.case("creating one takes no resource", "deny", lambda: client.create_function(Name="app-2", **config))
    policy = global_arn("cloudfront", "cache-policy/658327ea-f89d-4fab-a63d-7e88639e58f6")
    reader = lab.someone("cloudfront", allow("cloudfront:GetCachePolicy", policy))
    lab.case("a policy", "allow", lambda: reader.get_cache_policy(Id=policy.rpartition("/")[2]))
    second = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
    lab.case("another", "deny", lambda: reader.get_cache_policy(Id=second))


def aliases(lab: Lab) -> None:
    """KMS: an alias is changed by those who may change the alias and use the key."""
    key = lab.client("kms").create_key(Tags=[{"TagKey": "Env", "TagValue": "stg"}])["KeyMetadata"]["Arn"]
    alias = arn("kms", "alias/app/*")
    wanted = {"AliasName": "alias/app/a", "TargetKeyId": key}
    half = lab.someone("kms", allow("kms:CreateAlias", alias))
    lab.case("an alias for a key that one may not point to", "deny", lambda: half.create_alias(**wanted))
    may = lab.someone("kms", allow("kms:*Alias", [alias, key]))
    lab.case("an alias", "allow", lambda: may.create_alias(**wanted))
    lab.case("of another name", "deny", lambda: may.create_alias(AliasName="alias/x", TargetKeyId=key))
    lab.case("deleting it", "allow", lambda: may.delete_alias(AliasName="alias/app/a"))
    lab.client("kms").create_alias(AliasName="alias/app/b", TargetKeyId=key)
    named = {"ForAnyValue:StringEquals": {"kms:ResourceAliases": "alias/app/b"}}
    by_alias = lab.someone("kms", allow("kms:DescribeKey", **named))
    lab.case("a key under a condition on its alias", "allow", lambda: by_alias.describe_key(KeyId=key))
    other = lab.client("kms").create_key()["KeyMetadata"]["Arn"]
    lab.case("a key without it", "deny", lambda: by_alias.describe_key(KeyId=other))
    tagged = lab.someone("kms", allow("kms:DescribeKey", StringEquals={"aws:ResourceTag/Env": "stg"}))
    lab.case("a key with the tag", "allow", lambda: tagged.describe_key(KeyId=key))


def objects(lab: Lab) -> None:
    """S3 asks for the bucket's key in the caller's name; AWS's own key is open to all."""
    s3, key = lab.client("s3"), lab.client("kms").create_key()["KeyMetadata"]["Arn"]
    for name, default in (("closed", {"KMSMasterKeyID": key}), ("usual", {})):
        s3.create_bucket(Bucket=name)
        rule = {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", **default}, "BucketKeyEnabled": True}
        s3.put_bucket_encryption(Bucket=name, ServerSideEncryptionConfiguration={"Rules": [rule]})
    reading = allow(["s3:GetObject", "s3:PutObject"])
    without = lab.someone("s3", reading)
    lab.case("writing under a key of AWS", "allow", lambda: without.put_object(Bucket="usual", Key="a", Body=b""))
    lab.case(
        "writing under a key that one may not use",
        "deny",
        lambda: without.put_object(Bucket="closed", Key="a", Body=b""),
    )
    via = {"kms:ViaService": "s3.us-east-1.amazonaws.com", "kms:EncryptionContext:aws:s3:arn": arn("s3", "closed")}
    writer = lab.someone("s3", reading, allow("kms:GenerateDataKey", key, StringEquals=via))
    lab.case("writing under one that one may", "allow", lambda: writer.put_object(Bucket="closed", Key="a", Body=b""))
    lab.case("reading needs Decrypt", "deny", lambda: writer.get_object(Bucket="closed", Key="a"))
    reader = lab.someone("s3", reading, allow("kms:Decrypt", key, StringEquals=via))
    lab.case("reading with it", "allow", lambda: reader.get_object(Bucket="closed", Key="a"))
    copy = {"Bucket": "usual", "Key": "b", "CopySource": {"Bucket": "closed", "Key": "a"}}
    lab.case("copying out needs Decrypt", "deny", lambda: writer.copy_object(**copy))
    lab.case("copying out with it", "allow", lambda: reader.copy_object(**copy))
    keys = lab.user("only-via", allow("kms:*", key, StringEquals=via))
    lab.case(
        "the key itself is for S3 only", "deny", lambda: lab.client("kms", keys).encrypt(KeyId=key, Plaintext=b"x")
    )


def secrets(lab: Lab) -> None:
    """Secrets Manager tries a key when it is chosen, and decrypts in the reader's name."""
    key = lab.client("kms").create_key()["KeyMetadata"]["Arn"]
    half = lab.someone("secretsmanager", allow("secretsmanager:*"))
    chosen = {"Name": "app", "KmsKeyId": key}
    lab.case("a key that one may not use", "deny", lambda: half.create_secret(**chosen))
    via = {"kms:ViaService": "secretsmanager.us-east-1.amazonaws.com"}
    using = allow(["kms:GenerateDataKey", "kms:Decrypt"], key, StringEquals=via)
    may = lab.someone("secretsmanager", allow("secretsmanager:*"), using)
    lab.case("one that one may", "allow", lambda: may.create_secret(**chosen))
    lab.case("a value", "allow", lambda: may.put_secret_value(SecretId="app", SecretString="s"))
    lab.case("reading needs the key", "deny", lambda: half.get_secret_value(SecretId="app"))
    lab.case("describing does not", "allow", lambda: half.describe_secret(SecretId="app"))
    lab.client("secretsmanager").create_secret(Name="own", SecretString="s")
    one = allow("secretsmanager:GetSecretValue", arn("secretsmanager", "secret:own-*"))
    batch = lab.someone("secretsmanager", allow("secretsmanager:BatchGetSecretValue"), one)
    lab.case("a batch of what one may read", "allow", lambda: batch.batch_get_secret_value(SecretIdList=["own"]))
    lab.case("of more", "deny", lambda: batch.batch_get_secret_value(SecretIdList=["own", "app"]))
    later = {"Bool": {"secretsmanager:RotateImmediately": "false"}}
    made = lab.client("docdb").create_db_cluster(
        DBClusterIdentifier="d", Engine="docdb", MasterUsername="app", ManageMasterUserPassword=True
    )
    own = made["DBCluster"]["MasterUserSecret"]["SecretArn"]
    scheduler = lab.someone("secretsmanager", allow("secretsmanager:RotateSecret", own, **later))
    rules = {"SecretId": own, "RotationRules": {"AutomaticallyAfterDays": 30}}
    lab.case("a schedule", "allow", lambda: scheduler.rotate_secret(**rules, RotateImmediately=False))
    lab.case("a rotation at once", "deny", lambda: scheduler.rotate_secret(**rules))


def told(lab: Lab) -> None:
    """The journal names every permission that a call asked for."""
    calls: list[dict[str, Any]] = lab.control("journal")
    put = [one for one in calls if (one["path"], one["action"], one["status"]) == ("/closed/a", "PutObject", 200)][-1]
    asked = [(one["iamAction"], one["decision"]) for one in put["permissions"]]
    lab.expect(
        "every permission is told", lambda: asked == [("s3:PutObject", "allowed"), ("kms:GenerateDataKey", "allowed")]
    )
    refused = next(one for one in calls if one["action"] == "CreateSecret" and one["status"] >= 400)
    missing = [(one["iamAction"], one["decision"]) for one in refused["permissions"]]
    lab.expect("and the one that was missing", lambda: missing == [("kms:GenerateDataKey", "implicit-deny")])


if __name__ == "__main__":
    main(cases)
