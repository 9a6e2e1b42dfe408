"""Cache, origin request and response headers policies, AWS's managed ones among them; moto has none."""

import json
import uuid
from dataclasses import dataclass
from typing import Any

import moto.cloudfront.models as cloudfront
from moto.cloudfront import urls
from moto.cloudfront.responses import CloudFrontResponse
from moto.core.responses import ActionResult, EmptyResult
from moto.core.utils import utcnow

from ...patching import adds, extras
from .errors import refuse

MANAGED = {
    "CachePolicy": {
        "Managed-CachingOptimized": "658327ea-f89d-4fab-a63d-7e88639e58f6",
        "Managed-CachingDisabled": "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
        "Managed-CachingOptimizedForUncompressedObjects": "b2884449-e4de-46a7-ac36-70bc7f1ddd6d",
    },
    "OriginRequestPolicy": {
        "Managed-AllViewer": "216adef6-5c7f-47e4-b989-5492eafa07d3",
        "Managed-AllViewerExceptHostHeader": "b689b0a8-53d0-40ab-baf2-68738e2966ac",
        "Managed-CORS-S3Origin": "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf",
    },
    "ResponseHeadersPolicy": {
        "Managed-SecurityHeadersPolicy": "67f7725c-6f97-4210-82d7-5512b31e9d03",
        "Managed-CORS-and-SecurityHeadersPolicy": "e61eb60c-9c35-4d20-a928-2b84e02af89c",
        "Managed-SimpleCORS": "60669652-455b-4ae9-85a4-c4c02393f86c",
    },
}
MANAGED_CONFIG = {"Comment": "AWS managed", "MinTTL": 1, "DefaultTTL": 86400, "MaxTTL": 31536000}
API = "2020-05-31"


@dataclass(frozen=True)
class Kind:
    """One kind of policy and its operations: `CachePolicy`, at `cache-policy`, listed as `cache_policies`."""

    name: str
    path: str
    plural: str
    singular: str

    def rows(self, response: Any) -> dict[str, dict[str, Any]]:
        """Policies by id; filled with the managed ones at first."""
        rows = extras(response.backend, self.singular)
        if not rows:
            for name, number in MANAGED[self.name].items():
                rows[number] = self.row(number, {"Name": name, **MANAGED_CONFIG}) | {"managed": True}
        return rows

    def row(self, number: str, config: dict[str, Any]) -> dict[str, Any]:
        """A policy as it is kept."""
        return {
            "Id": number,
            "etag": cloudfront.random_id(),
            "LastModifiedTime": utcnow(),
            f"{self.name}Config": config,
        }

    def missing(self) -> Any:
        """AWS's answer for an unknown id."""
        return refuse(f"NoSuch{self.name}", "The specified policy does not exist.")

    def create(self, response: Any) -> Any:
        """Create…Policy; names are unique."""
        config, rows = response._get_param(f"{self.name}Config"), self.rows(response)
        if any(row[f"{self.name}Config"]["Name"] == config["Name"] for row in rows.values()):
            return refuse(f"{self.name}AlreadyExists", "A policy with this name already exists.", 409)
        row = self.row(str(uuid.uuid4()), config)
        rows[row["Id"]] = row
        location = f"https://cloudfront.amazonaws.com/{API}/{self.path}/{row['Id']}"
        return ActionResult({self.name: row, "ETag": row["etag"], "Location": location})

    def read(self, response: Any) -> Any:
        """Get…Policy."""
        row = self.rows(response).get(response._get_param("Id"))
        return ActionResult({self.name: row, "ETag": row["etag"]}) if row else self.missing()

    def read_config(self, response: Any) -> Any:
        """Get…PolicyConfig."""
        row = self.rows(response).get(response._get_param("Id"))
        key = f"{self.name}Config"
        return ActionResult({key: row[key], "ETag": row["etag"]}) if row else self.missing()

    def update(self, response: Any) -> Any:
        """Update…Policy."""
        rows, number = self.rows(response), response._get_param("Id")
        if number not in rows:
            return self.missing()
        rows[number].update(self.row(number, response._get_param(f"{self.name}Config")))
        return ActionResult({self.name: rows[number], "ETag": rows[number]["etag"]})

    def delete(self, response: Any) -> Any:
        """Delete…Policy; refused while a distribution uses it."""
        rows, number = self.rows(response), response._get_param("Id")
        if number not in rows:
            return self.missing()
        for distribution in response.backend.distributions.values():
            if number in json.dumps(distribution.distribution_config, default=str):
                return refuse(f"{self.name}InUse", f"The policy is in use by {distribution.distribution_id}.", 409)
        del rows[number]
        return EmptyResult()

    def list(self, response: Any) -> Any:
        """List…Policies, of one type or all."""
        wanted = response._get_param("Type")
        rows = [
            {"Type": "managed" if row.get("managed") else "custom", self.name: row}
            for row in self.rows(response).values()
        ]
        found = [row for row in rows if not wanted or row["Type"] == wanted]
        return ActionResult({f"{self.name}List": {"MaxItems": 100, "Quantity": len(found), "Items": found}})


def publish(kind: Kind) -> None:
    """Make a kind's operations methods of moto's response class, and route its paths."""
    operations = {
        f"create_{kind.singular}": kind.create,
        f"get_{kind.singular}": kind.read,
        f"get_{kind.singular}_config": kind.read_config,
        f"update_{kind.singular}": kind.update,
        f"delete_{kind.singular}": kind.delete,
        f"list_{kind.plural}": kind.list,
    }
    for name, operation in operations.items():
        adds(CloudFrontResponse, name)(lambda self, operation=operation: operation(self))
    for end in ("", "/(?P<policy_id>[^/]+)", "/(?P<policy_id>[^/]+)/config"):
        urls.url_paths[f"{{0}}/{API}/{kind.path}{end}$"] = CloudFrontResponse.dispatch


publish(Kind("CachePolicy", "cache-policy", "cache_policies", "cache_policy"))
publish(Kind("OriginRequestPolicy", "origin-request-policy", "origin_request_policies", "origin_request_policy"))
publish(
    Kind("ResponseHeadersPolicy", "response-headers-policy", "response_headers_policies", "response_headers_policy")
)
