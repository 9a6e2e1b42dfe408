"""What AWS runs for its customers: containers as local processes, load balancers and distributions as listeners.

Nothing of it exists until a task of an image of this account's registry starts, or somebody asks where to reach a host.

    clock, engine        AWS's seconds, shortened; one thread that acts when they are over
    settings             what the lab's API may change of both
    processes, app/      one container, one process: a small Django-shaped API in Node
    images               what ECR holds, and how the image behaves
    databases            applied migrations, and who may log in
    log_delivery         lines on their late way to CloudWatch
    alb/                 target health, rules, listeners
    cdn/                 distributions in front of buckets
    certificates, edges  the lab's own CA; which host is reached where
"""

from .engine import engine

__all__ = ["engine"]
