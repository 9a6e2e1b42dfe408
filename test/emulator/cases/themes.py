"""A case at least for each theme of the gate that no other file has: roles passed, ARNs and keys of single services."""

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
    keys = lab.user("all-but-pass", allow(["events:*", "scheduler:*", "lambda:*", "ec2:*", "rds:*"]))
    target = {"Id": "1", "Arn": arn("sqs", "q"), "RoleArn": role}
    lab.client("events").put_rule(Name="rule", ScheduleExpression="rate(1 day)")
    lab.case("events", "deny", lambda: lab.client("events", keys).put_targets(Rule="rule", Targets=[target]))
    schedule = {
        "Name": "s",
        "ScheduleExpression": "rate(1 day)",
        "FlexibleTimeWindow": {"Mode": "OFF"},
        "Target": {"Arn": arn("sqs", "q"), "RoleArn": role},
    }
    lab.case("schedules", "deny", lambda: lab.client("scheduler", keys).create_schedule(**schedule))
    function = {"FunctionName": "f", "Role": role, "Code": {"ZipFile": b"x"}, "Runtime": "python3.12", "Handler": "h.h"}
    lab.case("functions", "deny", lambda: lab.client("lambda", keys).create_function(**function))
    lab.client("iam").create_instance_profile(InstanceProfileName="prof")
    lab.client("iam").add_role_to_instance_profile(InstanceProfileName="prof", RoleName="r")
    instance = {"ImageId": "ami-12345678", "MinCount": 1, "MaxCount": 1, "IamInstanceProfile": {"Name": "prof"}}
    lab.case("instances", "deny", lambda: lab.client("ec2", keys).run_instances(**instance))
    database = {
        "DBInstanceIdentifier": "d",
        "DBInstanceClass": "db.t3.micro",
        "Engine": "postgres",
        "MonitoringRoleArn": role,
    }
    lab.case("database monitoring", "deny", lambda: lab.client("rds", keys).create_db_instance(**database))


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
