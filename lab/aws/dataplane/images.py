"""Images: manifests in ECR, addressed by the real hash of their bytes, that carry how the image behaves.

An image of this account's registry runs as a process; one of any other registry is taken to exist, and to idle.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any

from moto.ecr.models import Image, ecr_backends

from ..patching import Method, replaces
from ..requests_seen import ACCOUNT_ID

BEHAVIOUR = "lab.behaviour"  # the annotation of a manifest
MANIFEST = "application/vnd.oci.image.manifest.v1+json"
CONFIG = "application/vnd.oci.image.config.v1+json"
URI = re.compile(
    rf"(?P<host>{ACCOUNT_ID}\.dkr\.ecr\.(?P<region>[a-z0-9-]+)\.amazonaws\.com)/"
    r"(?P<repository>[^:@]+)(?::(?P<tag>[^@]+))?(?:@(?P<digest>sha256:[0-9a-f]{64}))?"
)


@dataclass(frozen=True)
class Reference:
    """An image as a task definition names it."""

    host: str
    region: str
    repository: str
    tag: str | None
    digest: str | None

    @property
    def arn(self) -> str:
        """The repository's."""
        return f"arn:aws:ecr:{self.region}:{ACCOUNT_ID}:repository/{self.repository}"

    @property
    def name(self) -> str:
        """The tag or digest, as the registry's API takes it."""
        return self.digest or self.tag or "latest"


@replaces(Image, "_create_digest")
def create_digest(_original: Method, self: Any) -> None:
    """The digest of an image is the SHA-256 of its manifest's bytes; moto hashes something else, or a random number."""
    self._image_digest = f"sha256:{hashlib.sha256(self.image_manifest.encode()).hexdigest()}"


def parse(image: str) -> Reference | None:
    """None for an image that another registry holds."""
    match = URI.fullmatch(image or "")
    return Reference(**match.groupdict()) if match is not None else None


def find(reference: Reference) -> Any | None:
    """moto's image; None when the registry has none of that name."""
    repository = ecr_backends[ACCOUNT_ID][reference.region].repositories.get(reference.repository)
    images = repository.images if repository is not None else []
    if reference.digest:
        return next((one for one in images if one.get_image_digest() == reference.digest), None)
    return next((one for one in images if (reference.tag or "latest") in one.image_tags), None)


def digest_of(image: str) -> str | None:
    """The digest that a name stands for at this moment."""
    reference = parse(image)
    found = find(reference) if reference is not None else None
    return str(found.get_image_digest()) if found is not None else None


def behaviour_of(image: str) -> dict[str, Any]:
    """What the manifest says about the image; without it, a healthy application of the tag's version."""
    reference = parse(image)
    found = find(reference) if reference is not None else None
    if reference is None or found is None:
        return {}
    written = (json.loads(found.image_manifest).get("annotations") or {}).get(BEHAVIOUR)
    behaviour: dict[str, Any] = json.loads(written) if written else {}
    return {"version": reference.tag or (found.image_tags or [reference.name])[-1], **behaviour}


def manifest_of(behaviour: dict[str, Any]) -> str:
    """A manifest whose bytes depend on nothing but the behaviour: the same image is the same digest."""
    text = json.dumps(behaviour, sort_keys=True, separators=(",", ":"))
    config = {"mediaType": CONFIG, "size": len(text), "digest": sha256(text)}
    layer = {
        "mediaType": "application/vnd.oci.image.layer.v1.tar+gzip",
        "size": 48_000_000,
        "digest": sha256(f"layer {text}"),
    }
    manifest = {"schemaVersion": 2, "mediaType": MANIFEST, "config": config, "layers": [layer]}
    return json.dumps({**manifest, "annotations": {BEHAVIOUR: text}}, separators=(",", ":"))


def sha256(text: str) -> str:
    """The digest of a text."""
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def put(repository: str, tag: str, behaviour: dict[str, Any], region: str) -> dict[str, str]:
    """Push an image; the repository is made when there is none. A tag that named another image moves."""
    backend = ecr_backends[ACCOUNT_ID][region]
    if repository not in backend.repositories:
        backend.create_repository(repository, None, {"encryptionType": "AES256"}, None, "MUTABLE", [])
    manifest = manifest_of({"version": tag, **behaviour})
    images = backend.repositories[repository].images
    image = next((one for one in images if one.image_manifest == manifest), None)
    if image is None or tag not in image.image_tags:
        image = backend.put_image(repository, manifest, tag, MANIFEST)
    host = f"{ACCOUNT_ID}.dkr.ecr.{region}.amazonaws.com"
    return {"digest": str(image.get_image_digest()), "uri": f"{host}/{repository}"}
