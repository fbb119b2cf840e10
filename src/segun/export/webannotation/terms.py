"""The words of the annotations: the JSON-LD context that every file carries, and the names of things.

The context names W3C's terms as W3C's own context does, so that whoever knows the one can read the other; it stands in
the file, so that nobody has to fetch it. What it does not name is a word of segun's.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import metadata
from typing import Any, Literal
from urllib.parse import quote, unquote

VOCABULARY = "urn:segun:ns:"

Thing = Literal["report", "analysis", "claim", "source", "key", "decision", "time", "place", "quantity", "sequence"]


def _version() -> str:
    try:
        return metadata.version("segun")
    except metadata.PackageNotFoundError:  # run from its sources
        return "unknown"


VERSION = _version()
PROGRAM = f"urn:segun:program:{quote(VERSION, safe='')}"

_IRI = {"@type": "@id"}
_LIST = {"@container": "@list"}
_MOTIVATIONS = (
    *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting"),
    *("identifying", "linking", "moderating", "questioning", "replying", "tagging"),
)

CONTEXT: dict[str, Any] = {
    "@version": 1.1,
    "@vocab": VOCABULARY,
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    **{
        term: f"oa:{term}"
        for term in ("Annotation", "SpecificResource", "TextPositionSelector", "TextQuoteSelector", "TextualBody")
    },
    **{motivation: f"oa:{motivation}" for motivation in _MOTIVATIONS},
    "TimeState": "oa:TimeState",
    "body": {"@id": "oa:hasBody", **_IRI},
    "target": {"@id": "oa:hasTarget", **_IRI},
    "source": {"@id": "oa:hasSource", **_IRI},
    "selector": {"@id": "oa:hasSelector", **_IRI},
    "state": {"@id": "oa:hasState", **_IRI},
    "refinedBy": {"@id": "oa:refinedBy", **_IRI},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "sourceDate": {"@id": "oa:sourceDate", "@type": "xsd:dateTime"},
    "value": "rdf:value",
    "format": "dc:format",
    "language": "dc:language",
    "creator": {"@id": "dcterms:creator", **_IRI},
    "created": {"@id": "dcterms:created", "@type": "xsd:dateTime"},
    "generator": {"@id": "as:generator", **_IRI},
    "title": "dcterms:title",
    "published": "dcterms:issued",
    "outlet": "dcterms:publisher",
    "name": "foaf:name",
    "aliases": {"@id": "skos:altLabel", **_LIST},
    "label": "rdfs:label",
    "Person": "foaf:Person",
    "Software": "as:Application",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "first": {"@id": "as:first", **_IRI},
    "items": {"@id": "as:items", **_IRI, **_LIST},
    "startIndex": {"@id": "as:startIndex", "@type": "xsd:nonNegativeInteger"},
    "total": {"@id": "as:totalItems", "@type": "xsd:nonNegativeInteger"},
    "Entity": "prov:Entity",
    "Agent": "prov:Agent",
    "Activity": "prov:Activity",
    "SoftwareAgent": "prov:SoftwareAgent",
    "Attribution": "prov:Attribution",
    "Derivation": "prov:Derivation",
    "entity": {"@id": "prov:entity", **_IRI},
    "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", **_IRI},
    "qualifiedDerivation": {"@id": "prov:qualifiedDerivation", **_IRI},
    "agent": {"@id": "prov:agent", **_IRI},
    "relays": {"@id": "prov:qualifiedAttribution", **_IRI},
    "wasAttributedTo": {"@id": "prov:wasAttributedTo", **_IRI},
    "wasQuotedFrom": {"@id": "prov:wasQuotedFrom", **_IRI},
    "wasGeneratedBy": {"@id": "prov:wasGeneratedBy", **_IRI},
    "wasAssociatedWith": {"@id": "prov:wasAssociatedWith", **_IRI},
    "specializationOf": {"@id": "prov:specializationOf", **_IRI},
    "used": {"@id": "prov:used", **_IRI},
    "endedAtTime": {"@id": "prov:endedAtTime", "@type": "xsd:dateTime"},
    "lat": "geo:lat",
    "lon": "geo:long",
    **{term: {"@id": VOCABULARY + term, **_IRI} for term in ("report", "parent", "attributed_by", "before", "after")},
    **{term: {"@id": VOCABULARY + term, **_IRI} for term in ("claim", "claims", "condition")},
    **{
        term: {"@id": VOCABULARY + term, **_LIST}
        for term in ("source_spans", "cue_spans", "quoted_wording", "spans", "propositions", "arguments", "debtor")
    },
    **{term: {"@id": VOCABULARY + term, **_LIST} for term in ("creditor", "candidates", "alternatives")},
}

TYPES: Mapping[str, str] = {
    "Claim": "claims",
    "Source": "sources",
    "Time": "times",
    "Place": "places",
    "Quantity": "quantities",
    "Sequence": "sequences",
    "Order": "orders",
    "Obligation": "obligations",
    "Credit": "credits",
}
"""The contract's list of each type of body."""
WHERE: Mapping[str, str] = {
    "Claim": "spans",
    "Source": "mentions",
    "Sequence": "steps",
    "Order": "cue",
    "Obligation": "duty",
}
"""The field that the targets hold, where it is not ``span``."""
SEVERAL = frozenset({"Claim", "Source", "Sequence"})
"""Types whose targets may be several, or none."""

REFERENCES: Mapping[str, Thing] = {
    "parent": "claim",
    "attributed_by": "claim",
    "before": "claim",
    "after": "claim",
    "claim": "claim",
    "claims": "claim",
}
"""Fields that hold ids, and of what."""
POSITIONS = frozenset(
    {"quoted_wording", "condition", "source_spans", "cue_spans", "spans", "span", "debtor", "creditor"}
)
"""Fields that hold spans inside a body."""


def iri(thing: str, report_id: str, id: str = "") -> str:
    """Return the name of something that segun knows, within one report where it has an ``id``."""
    return f"urn:segun:{thing}:{report_id}" + (f":{quote(id, safe='')}" if id else "")


def id_in(name: str, thing: str, report_id: str) -> str | None:
    """Return the id that :func:`iri` made into a name; ``None`` where it is none of this report's."""
    head = f"urn:segun:{thing}:{report_id}:"
    return unquote(name.removeprefix(head)) if name.startswith(head) else None
