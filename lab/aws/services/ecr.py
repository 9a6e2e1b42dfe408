"""ECR: how layers are pushed, which moto lacks. A layer is its digest here: what it holds is nobody's matter.

"Amazon ECR API Reference": BatchCheckLayerAvailability, InitiateLayerUpload, UploadLayerPart, CompleteLayerUpload.
"""

import uuid
from typing import Any

from moto.core.responses import ActionResult
from moto.ecr.exceptions import RepositoryNotFoundException
from moto.ecr.responses import ECRResponse

from ..patching import adds, extras
from ..requests_seen import ACCOUNT_ID

MEDIA_TYPE = "application/vnd.oci.image.layer.v1.tar+gzip"
PART_BYTES = 20_971_520  # what AWS proposes


def layers(self: Any) -> set[str]:
    """Digests of the layers that the request's repository has."""
    name = self._get_param("repositoryName")
    if name not in self.ecr_backend.repositories:
        raise RepositoryNotFoundException(name, self._get_param("registryId") or ACCOUNT_ID)
    found: set[str] = extras(self.ecr_backend, "layers").setdefault(name, set())
    return found


def named(self: Any) -> dict[str, str]:
    """What every answer about a repository begins with."""
    return {"registryId": ACCOUNT_ID, "repositoryName": self._get_param("repositoryName")}


@adds(ECRResponse)
def batch_check_layer_availability(self: Any) -> ActionResult:
    """Which layers need not be sent again."""
    known = layers(self)
    found = [
        {
            "layerDigest": digest,
            "layerAvailability": "AVAILABLE" if digest in known else "UNAVAILABLE",
            "mediaType": MEDIA_TYPE,
        }
        for digest in self._get_param("layerDigests")
    ]
    return ActionResult({"layers": found, "failures": []})


@adds(ECRResponse)
def initiate_layer_upload(self: Any) -> ActionResult:
    """The number that its parts are sent under."""
    layers(self)
    return ActionResult({"uploadId": str(uuid.uuid4()), "partSize": PART_BYTES})


@adds(ECRResponse)
def upload_layer_part(self: Any) -> ActionResult:
    """Taken and forgotten."""
    layers(self)
    last = self._get_param("partLastByte")
    return ActionResult({**named(self), "uploadId": self._get_param("uploadId"), "lastByteReceived": last})


@adds(ECRResponse)
def complete_layer_upload(self: Any) -> ActionResult:
    """From now on the repository has the layer."""
    digest = self._get_param("layerDigests")[0]
    layers(self).add(digest)
    upload = self._get_param("uploadId")
    return ActionResult({**named(self), "uploadId": upload, "layerDigest": digest})
