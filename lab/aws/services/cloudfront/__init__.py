"""CloudFront: whole distribution configurations, policies with AWS's managed ones, functions, invalidations."""

from . import distributions, functions, policies

__all__ = ["distributions", "functions", "policies"]
