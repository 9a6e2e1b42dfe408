"""IAM: boundaries of users, and the policy simulator; moto has neither."""

from typing import Any

from moto.core.responses import ActionResult, EmptyResult
from moto.iam.models import IAMBackend
from moto.iam.responses import IamResponse

from ..gate.decision import Check, decide
from ..gate.principals import Principal, attached, boundary, common, of_user
from ..gate.resource_policies import ResourcePolicy
from ..patching import Method, adds, extras, replaces


def boundaries(backend: Any) -> dict[str, str]:
    """ARNs of users' boundaries by user name; the gate reads them."""
    return extras(backend, "user_boundaries")


@replaces(IamResponse, "create_user")
def create_user(original: Method, self: Any) -> Any:
    """Keep the boundary that a user is created with."""
    answer = original(self)
    boundary = self._get_param("PermissionsBoundary")
    if boundary:
        boundaries(self.backend)[self._get_param("UserName")] = boundary
    return answer


@replaces(IAMBackend, "delete_user")
def delete_user(original: Method, self: Any, name: str) -> Any:
    """A user of the same name begins without a boundary."""
    answer = original(self, name)
    boundaries(self).pop(name, None)
    return answer


@adds(IamResponse)
def put_user_permissions_boundary(self: Any) -> ActionResult:
    """PutUserPermissionsBoundary."""
    self.backend.get_user(self._get_param("UserName"))
    boundaries(self.backend)[self._get_param("UserName")] = self._get_param("PermissionsBoundary")
    return EmptyResult()


@adds(IamResponse)
def delete_user_permissions_boundary(self: Any) -> ActionResult:
    """DeleteUserPermissionsBoundary."""
    boundaries(self.backend).pop(self._get_param("UserName"), None)
    return EmptyResult()


@adds(IamResponse)
def simulate_principal_policy(self: Any) -> ActionResult:
    """SimulatePrincipalPolicy, answered by the gate's own evaluator."""
    principal = find_principal(self, str(self._get_param("PolicySourceArn")))
    keys = {
        str(entry["ContextKeyName"]).lower(): one_or_many(entry.get("ContextKeyValues") or [])
        for entry in self._get_param("ContextEntries") or []
    }
    document = self._get_param("ResourcePolicy")
    policy = ResourcePolicy(document, "the given resource policy") if document else None
    results = []
    for action in self._get_param("ActionNames") or []:
        for resource in self._get_param("ResourceArns") or ["*"]:
            decision = decide(Check(action, resource, self.region, keys), principal, policy)
            word = {"allowed": "allowed", "explicit-deny": "explicitDeny"}.get(decision.outcome, "implicitDeny")
            result = {"EvalActionName": action, "EvalResourceName": resource, "EvalDecision": word}
            results.append({**result, "MatchedStatements": [], "MissingContextValues": []})
    return ActionResult({"EvaluationResults": results, "IsTruncated": False})


def find_principal(self: Any, arn: str) -> Principal:
    """The user or role of an ARN, as if it were calling."""
    if ":user/" in arn:
        return of_user(self.backend.get_user(arn.rpartition("/")[2]), self.backend)
    role = self.backend.get_role_by_arn(arn)
    limits = (boundary(role.permissions_boundary_arn, self.backend),) if role.permissions_boundary_arn else ()
    return Principal(arn, "AssumedRole", attached(role, f"role {role.name}"), limits, common({}))


def one_or_many(values: list[str]) -> Any:
    """A condition key's value: a list only when there are several."""
    return values[0] if len(values) == 1 else values
