"""Fetching what lies at addresses that the user named, and at nothing else.

Only http and https; never a private address; robots.txt honoured; bounded in time, size and number.
"""

from __future__ import annotations

from segun.read.fetch.client import Fetcher
from segun.read.fetch.follow import fetching
from segun.read.fetch.guard import FetchError

__all__ = ["FetchError", "Fetcher", "fetching"]
