"""What can go wrong with the gazetteer."""

from __future__ import annotations

from segun.errors import SegunError


class GazetteerError(SegunError):
    """The gazetteer, or a file that was to be imported into it, cannot be used."""


class MissingGazetteerError(GazetteerError):
    """The gazetteer has not been built, or the packages that it is built from are not installed."""
