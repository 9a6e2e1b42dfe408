"""What the tenants' databases know: which migrations are applied, and whom they let in.

A database is told apart by where the container's environment says that it is. The password must be the one that the
database's managed secret holds at this moment: a copy that a rotation has left behind is refused, as it would be.
"""

import json
from typing import Any
from urllib.parse import unquote, urlsplit

from moto.ecs.models import ecs_backends
from moto.rds.models import rds_backends
from moto.secretsmanager.models import secretsmanager_backends

from ..patching import extras
from ..requests_seen import ACCOUNT_ID

PLACES = ("DATABASE_URL", "POSTGRES_ENDPOINT", "POSTGRES_HOST", "DB_HOST")
NOWHERE = "default"
POSTGRES_REFUSED = (
    'django.db.utils.OperationalError: connection to server at "{host}", port {port} failed: '
    'FATAL:  password authentication failed for user "{user}"'
)
MONGO_REFUSED = (
    "pymongo.errors.OperationFailure: Authentication failed., full error: "
    "{'ok': 0.0, 'errmsg': 'Authentication failed.', 'code': 18, 'codeName': 'AuthenticationFailed'}"
)


def name_of(environment: dict[str, str]) -> str:
    """Host, port and path of the relational database, without credentials."""
    place = next((environment[name] for name in PLACES if environment.get(name)), NOWHERE)
    return place.rpartition("@")[2].partition("?")[0].partition("://")[2] or place.rpartition("@")[2]


def migrations(region: str, database: str) -> dict[str, str]:
    """Migrations of a database, `app.name` → `applied`, or the task that is at it."""
    kept: dict[str, str] = extras(ecs_backends[ACCOUNT_ID][region], "migrations").setdefault(database, {})
    return kept


def applied(region: str, database: str) -> list[str]:
    """Those that are through, in their order."""
    return [name for name, state in migrations(region, database).items() if state == "applied"]


def every() -> dict[str, list[str]]:
    """Applied migrations by database, of every region."""
    found: dict[str, list[str]] = {}
    for region, backend in list(ecs_backends[ACCOUNT_ID].items()):
        found |= {name: applied(region, name) for name in extras(backend, "migrations")}
    return found


def begin(region: str, database: str, migration: str, task: str) -> str | None:
    """Two at once get in each other's way: the second finds what the first has made. None: nothing is in the way."""
    known = migrations(region, database)
    if known.get(migration, task) == task:
        known[migration] = task
        return None
    return f'django.db.utils.ProgrammingError: relation "{migration.replace(".", "_")}" already exists'


def finish(region: str, database: str, migration: str) -> None:
    """A migration is through."""
    known = migrations(region, database)
    known.pop(migration, None)
    known[migration] = "applied"


def release(region: str, database: str, task: str) -> None:
    """A task has ended: the transaction that it was in is rolled back."""
    known = migrations(region, database)
    for name in [name for name, state in known.items() if state == task]:
        del known[name]


def refusal(environment: dict[str, str]) -> str | None:
    """Why a database does not let a container in; None when every one that is named does, or nobody knows it."""
    return refusal_of_postgres(environment) or refusal_of_documentdb(environment)


def refusal_of_postgres(environment: dict[str, str]) -> str | None:
    """PostgreSQL, by endpoint, user and password, or by URL."""
    place = next((environment[name] for name in PLACES if environment.get(name)), "")
    parts = urlsplit(place if "://" in place else f"postgresql://{place}")
    user = environment.get("POSTGRES_USER") or unquote(parts.username or "")
    password = environment.get("POSTGRES_PASSWORD") or unquote(parts.password or "")
    host = parts.hostname or ""
    if is_right(host, user, password):
        return None
    return POSTGRES_REFUSED.format(host=host, port=parts.port or 5432, user=user)


def refusal_of_documentdb(environment: dict[str, str]) -> str | None:
    """DocumentDB, by URI."""
    uri = next((environment[name] for name in ("DOCDB_URI", "MONGODB_URI") if environment.get(name)), "")
    parts = urlsplit(uri)
    host = (parts.hostname or "").partition(",")[0]
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return None if is_right(host, user, password) else MONGO_REFUSED


def is_right(host: str, user: str, password: str) -> bool:
    """Whether user and password are those of the managed secret of the database at a host, if it has one."""
    secret = secret_at(host)
    if secret is None:
        return True
    return (secret.get("username"), secret.get("password")) == (user, password)


def secret_at(host: str) -> dict[str, Any] | None:
    """The managed secret of the cluster or instance that is reached at a host."""
    for region, backend in list(rds_backends[ACCOUNT_ID].items()) if host else []:
        for one in [*backend.clusters.values(), *backend.databases.values()]:
            if host in (getattr(one, "address", ""), one.endpoint, getattr(one, "reader_endpoint", "")):
                held = getattr(one, "master_user_secret", None)
                return read(region, held.secret_arn) if held is not None else None
    return None


def read(region: str, arn: str) -> dict[str, Any] | None:
    """The value that is current."""
    stored = secretsmanager_backends[ACCOUNT_ID][region].secrets
    secret = stored.get(arn) or next((one for one in stored.values() if one.arn == arn), None)
    version = secret.versions.get(secret.default_version_id) if secret is not None else None
    try:
        value = json.loads((version or {}).get("secret_string") or "")
    except ValueError:
        return None
    return value if isinstance(value, dict) else None
