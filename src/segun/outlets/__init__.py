"""Outlets and agencies as data, and what tells that two names mean one of them, or one source."""

from __future__ import annotations

from segun.outlets.loading import Outlets, load, shipped
from segun.outlets.records import Outlet

__all__ = ["Outlet", "Outlets", "load", "shipped"]
