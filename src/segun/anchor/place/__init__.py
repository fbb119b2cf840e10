"""Places: names found, looked up, and settled by the whole report."""

from segun.anchor.place.places import places

__all__ = ["places"]
