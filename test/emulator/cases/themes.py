"""A case at least for each theme of the gate that no other file has: roles passed, ARNs and keys of single services."""

import io
import zipfile
from typing import Any

from kit import Lab, allow, arn, document, main

TRUST = document({"Effect": "Allow", "Principal": {"Service": "x.amazonaws.com"}, "Action": "sts:AssumeRole"})
FLOW = {"StringEquals": {"iam:PassedToService": "vpc-flow-logs.amazonaws.com"}}


def cases(lab: Lab) -> None:
    """Everything in turn."""
    lab.client("iam").create_role(RoleName="r", AssumeRolePolicyDocument=TRUST)
    passed(lab)
    databases(lab)
    parameters(lab)
    streams(lab)
    metrics(lab)
    balancers(lab)
    identities(lab)
    tags(lab)


def passed(lab: Lab) -> None:
    """Roles for flow logs, events, schedules, functions, instances."""
    role = arn("iam", "role/r")
    vpc = lab.client("ec2").create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    flow = {
        "ResourceIds": [vpc],
        "ResourceType": "VPC",
        "TrafficType": "ALL",
        "LogGroupName": "flows",
        "DeliverLogsPermissionArn": role,
    }
    may = lab.client("ec2", lab.user("flow", allow("ec2:CreateFlowLogs"), allow("iam:PassRole", role, **FLOW)))
    lab.case("a role passed to flow logs", "allow", lambda: may.create_flow_logs(**flow))
    tasks = {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}
    not_so = lab.client("ec2", lab.user("task", allow("ec2:CreateFlowLogs"), allow("iam:PassRole", role, **tasks)))
    lab.case("a role that may go to tasks only", "deny", lambda: not_so.create_flow_logs(**flow))
    services(lab, role)


def services(lab: Lab, role: str) -> None:
    """Each service that takes a role: nobody's, another service's, its own."""
    lab.client("events").put_rule(Name="rule", ScheduleExpression="rate(1 day)")
    lab.client("iam").create_instance_profile(InstanceProfileName="prof")
    lab.client("iam").add_role_to_instance_profile(InstanceProfileName="prof", RoleName="r")
    schedule = {"ScheduleExpression": "rate(1 day)", "FlexibleTimeWindow": {"Mode": "OFF"}}
    schedule |= {"Name": "s", "Target": {"Arn": arn("sqs", "q"), "RoleArn": role}}
    image = lab.client("ec2").describe_images()["Images"][0]["ImageId"]
    database = {"DBInstanceIdentifier": "d", "DBInstanceClass": "db.t3.micro", "Engine": "postgres"}
    database |= {"MonitoringRoleArn": role, "MonitoringInterval": 60, "AllocatedStorage": 20}
    database |= {"MasterUsername": "a", "MasterUserPassword": "abcdefgh1"}
    target = {"Id": "1", "Arn": arn("sqs", "q"), "RoleArn": role}
    function = {"FunctionName": "f", "Role": role, "Code": {"ZipFile": zipped()}}
    function |= {"Runtime": "python3.12", "Handler": "h.h"}
    run = {"ImageId": image, "MinCount": 1, "MaxCount": 1, "IamInstanceProfile": {"Name": "prof"}}
    taking: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
        ("events", "events", "put_targets", {"Rule": "rule", "Targets": [target]}),
        ("scheduler", "scheduler", "create_schedule", schedule),
        ("lambda", "lambda", "create_function", function),
        ("ec2", "ec2", "run_instances", run),
        ("rds", "monitoring.rds", "create_db_instance", database),
    )
    for service, principal, method, arguments in taking:
        use = allow([f"{service}:*", "iam:CreateServiceLinkedRole"])
        for given, want in ((None, "deny"), ("x", "deny"), (principal, "allow")):
            only = {"StringEquals": {"iam:PassedToService": f"{given}.amazonaws.com"}}
            may = lab.someone(service, use, *([allow("iam:PassRole", role, **only)] if given else []))
            name = f"a role passed to {service}: {given or 'no'} permission"
            lab.case(name, want, lambda may=may, method=method, arguments=arguments: getattr(may, method)(**arguments))


def zipped() -> bytes:
    """A function's code."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("h.py", "")
    return file.getvalue()


def databases(lab: Lab) -> None:
    """DocumentDB is authorized as RDS; parameter groups have ARNs of their own."""
    may = lab.client(
        "docdb", lab.user("docdb", allow("rds:CreateDBClusterParameterGroup", arn("rds", "cluster-pg:app-*")))
    )

    def group(name: str) -> Any:
        return may.create_db_cluster_parameter_group(
            DBClusterParameterGroupName=name, DBParameterGroupFamily="docdb5.0", Description="d"
        )

    lab.case("a parameter group of DocumentDB", "allow", lambda: group("app-1"))
    lab.case("one of another name", "deny", lambda: group("x-1"))


def parameters(lab: Lab) -> None:
    """Paths, and each name of a list."""
    for name in ("/app/a", "/app/b", "/oth/c"):
        lab.client("ssm").put_parameter(Name=name, Value="v", Type="String")
    read = allow(["ssm:GetParameters", "ssm:GetParametersByPath"], arn("ssm", "parameter/app*"))
    may = lab.client("ssm", lab.user("ssm", read))
    lab.case("parameters by path", "allow", lambda: may.get_parameters_by_path(Path="/app"))
    lab.case("another path", "deny", lambda: may.get_parameters_by_path(Path="/oth"))
    lab.case("several parameters", "allow", lambda: may.get_parameters(Names=["/app/a", "/app/b"]))
    lab.case("one of which is another's", "deny", lambda: may.get_parameters(Names=["/app/a", "/oth/c"]))


def streams(lab: Lab) -> None:
    """A stream's ARN; a group without `:*` covers no stream."""
    lab.client("logs").create_log_group(logGroupName="/g")
    lab.client("logs").create_log_stream(logGroupName="/g", logStreamName="s")
    event = {"logGroupName": "/g", "logStreamName": "s", "logEvents": [{"timestamp": 1, "message": "m"}]}
    stream = lab.client(
        "logs", lab.user("stream", allow("logs:PutLogEvents", arn("logs", "log-group:/g:log-stream:s")))
    )
    bare = lab.client("logs", lab.user("group", allow("logs:PutLogEvents", arn("logs", "log-group:/g"))))
    lab.case("writing to the stream", "allow", lambda: stream.put_log_events(**event))
    lab.case("a group's ARN without :*", "deny", lambda: bare.put_log_events(**event))


def metrics(lab: Lab) -> None:
    """The namespace of a metric."""
    only = {"StringEquals": {"cloudwatch:namespace": "App"}}
    may = lab.client("cloudwatch", lab.user("metric", allow("cloudwatch:PutMetricData", **only)))
    data = [{"MetricName": "m", "Value": 1}]
    lab.case("a metric of the namespace", "allow", lambda: may.put_metric_data(Namespace="App", MetricData=data))
    lab.case("one of another", "deny", lambda: may.put_metric_data(Namespace="Other", MetricData=data))


def balancers(lab: Lab) -> None:
    """Target groups by name before they exist."""
    may = lab.client(
        "elbv2",
        lab.user("elb", allow("elasticloadbalancing:Create*", arn("elasticloadbalancing", "targetgroup/app-*"))),
    )
    lab.case("a target group", "allow", lambda: may.create_target_group(Name="app-1", TargetType="lambda"))
    lab.case("one of another name", "deny", lambda: may.create_target_group(Name="x-1", TargetType="lambda"))


def identities(lab: Lab) -> None:
    """Paths are part of a role's ARN, and which policy is attached is a condition key."""
    lab.client("iam").create_role(RoleName="deep", Path="/team/", AssumeRolePolicyDocument=TRUST)
    may = lab.client("iam", lab.user("path", allow("iam:GetRole", arn("iam", "role/team/*"))))
    lab.case("a role under the path", "allow", lambda: may.get_role(RoleName="deep"))
    lab.case("a role elsewhere", "deny", lambda: may.get_role(RoleName="r"))
    reading = "arn:aws:iam::aws:policy/ReadOnlyAccess"
    only = {"ArnEquals": {"iam:PolicyARN": reading}}
    giver = lab.client("iam", lab.user("giver", allow("iam:AttachRolePolicy", **only)))
    lab.case("attaching the policy", "allow", lambda: giver.attach_role_policy(RoleName="r", PolicyArn=reading))
    other = "arn:aws:iam::aws:policy/AdministratorAccess"
    lab.case("attaching another", "deny", lambda: giver.attach_role_policy(RoleName="r", PolicyArn=other))


def tags(lab: Lab) -> None:
    """aws:TagKeys lists every key of a request."""
    only = {"ForAllValues:StringEquals": {"aws:TagKeys": ["env"]}, "Null": {"aws:TagKeys": "false"}}
    may = lab.client("logs", lab.user("tags", allow(["logs:CreateLogGroup", "logs:TagResource"], **only)))
    lab.case("allowed tag keys", "allow", lambda: may.create_log_group(logGroupName="/t1", tags={"env": "x"}))
    lab.case("a further key", "deny", lambda: may.create_log_group(logGroupName="/t2", tags={"env": "x", "y": "z"}))
    lab.case("no tags", "deny", lambda: may.create_log_group(logGroupName="/t3"))


if __name__ == "__main__":
    main(cases)
