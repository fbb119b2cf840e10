"""The JSON API: the calls that the pages make, for scripts, described by OpenAPI 3.1."""

from __future__ import annotations

from segun.serve.api.serving import routes

__all__ = ["routes"]
