"""The layers of a CAS: which annotation holds which record, and which feature holds which of its fields.

Layers keep to what INCEpTION takes for a span layer when it imports a type system: subtypes of Annotation whose
features are primitive, string arrays, or slots of links with a role and a target.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any, Literal

from segun.errors import SegunError

METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
REPORT, PART, DECISION = "segun.Report", "segun.Part", "segun.Decision"
LINKED = "LinkedTo"
"""Only names of link types hold it."""

Kind = Literal["text", "number", "real", "count", "flag", "json", "names", "claims", "parts", "part", "inner", "cast"]


@dataclass(frozen=True, slots=True)
class Field:
    """A feature and the field of the record that it holds.

    ``number`` is written in digits as a string, because Java's floats would round it. ``claims`` are links to claims,
    ``parts`` to spans and ``part`` to one span or none; ``inner`` are links to records of another layer, and ``cast``
    to spans by their role.
    """

    feature: str
    field: str
    kind: Kind = "text"
    says: str = ""
    of: str = ""
    """The layer that ``inner`` links to."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Annotations of one type, one for each record.

    The annotation stands on the record's span, or on the first of its spans; the others are linked to as ``parts``.
    """

    name: str
    records: str
    """The contract's list; empty where other records hold these."""
    where: str
    """The field with the span or spans."""
    fields: tuple[Field, ...]
    many: bool = False
    """Whether ``where`` is a list of spans."""
    says: str = ""


_CLAIMS = Field("claims", "claims", "claims", "The claims that it belongs to.")

LAYERS = (
    Layer(
        "segun.Claim",
        "claims",
        "spans",
        (
            Field("identifier", "id", says="Left empty, a new one is given."),
            Field("factuality", "factuality", says="CT+ CT- PR+ PR- PS+ PS- CTu Uu; empty is Uu."),
            Field("speechAct", "speech_act", says="assert deny promise order request threaten stipulate …"),
            Field("quotation", "quotation", says="direct indirect mixed none"),
            Field("confidence", "confidence", "real", "0 to 1; empty is 1."),
            Field("headline", "headline", "flag"),
            Field("parent", "parent", says="The identifier of the claim within which this one is nested."),
            Field("attributedBy", "attributed_by", says="Of a headline: the claim of the body that attributes it."),
            Field("rule", "rule"),
            Field(
                "relays", "relays", "inner", "From the one nearest to the reader to the one who asserts it.", "Relay"
            ),
            Field("propositions", "propositions", "inner", of="Proposition"),
            Field("quoted", "quoted_wording", "parts"),
            Field("condition", "condition", "part"),
        ),
        many=True,
        says="What is asserted.",
    ),
    Layer(
        "segun.Relay",
        "",
        "cue_spans",
        (
            Field("source", "source", says="The identifier of a source; empty where nobody is named."),
            Field("how", "how", says="said adjunct continued document; empty is said."),
            Field("named", "source_spans", "parts", "The words that name the source."),
        ),
        many=True,
        says="A cue: the words that say so.",
    ),
    Layer(
        "segun.Proposition",
        "",
        "spans",
        (
            Field("predicate", "predicate"),
            Field("polarity", "polarity", says="+ or -; empty is +."),
            Field("arguments", "arguments", "cast"),
        ),
        many=True,
    ),
    Layer(
        "segun.Source",
        "sources",
        "mentions",
        (
            Field("identifier", "id", says="Mentions with one identifier are one source. Left empty, it is a new one."),
            Field("name", "name", says="Its fullest name; empty is the words themselves."),
            Field("kind", "kind", says="person organisation document group place unnamed"),
            Field("aliases", "aliases", "names"),
            Field("standsFor", "stands_for", says="The state that speaks where it is named so, ISO 3166-1 alpha-2."),
            Field(
                "mention", "", "count", "The place of this mention among the source's; the first one's features hold."
            ),
        ),
        many=True,
        says="Words that mention who asserts something.",
    ),
    Layer(
        "segun.Time",
        "times",
        "span",
        (
            Field("timexType", "type", says="DATE TIME DURATION SET"),
            Field("value", "value", says="TIMEX3"),
            Field("relatesTo", "relates_to", says="event saying"),
            Field("candidates", "candidates", "json"),
            _CLAIMS,
        ),
    ),
    Layer(
        "segun.Place",
        "places",
        "span",
        (
            Field("name", "name"),
            Field("country", "country", says="ISO 3166-1 alpha-2"),
            Field("lat", "lat", "number", "Degrees north."),
            Field("lon", "lon", "number", "Degrees east."),
            Field("kind", "kind", says="continent region country adm1 adm2 town site"),
            Field("gazetteerId", "gazetteer_id"),
            Field("metonymy", "metonymy", "flag", "Whether it stands for those who sit there."),
            Field("disputed", "disputed"),
            Field("inside", "inside", "json", "The smallest area known to contain it."),
            Field("alternatives", "alternatives", "json"),
            Field("confidence", "confidence", "real", "0 to 1; empty is 1."),
            Field("why", "why"),
            _CLAIMS,
        ),
    ),
    Layer(
        "segun.Quantity",
        "quantities",
        "span",
        (
            Field("value", "value", "number"),
            Field("valueMax", "value_max", "number", "Of a range."),
            Field("unit", "unit"),
            Field("approximate", "approximate", "flag"),
            _CLAIMS,
        ),
    ),
    Layer("segun.Sequence", "sequences", "steps", (_CLAIMS,), many=True, says="Stages in their order: its parts."),
    Layer(
        "segun.Order",
        "orders",
        "cue",
        (
            Field("before", "before", says="The identifier of a claim."),
            Field("after", "after", says="The identifier of a claim."),
        ),
    ),
    Layer(
        "segun.Obligation",
        "obligations",
        "duty",
        (
            Field("claim", "claim", says="The identifier of a claim."),
            Field("debtor", "debtor", "parts"),
            Field("creditor", "creditor", "parts"),
            Field("condition", "condition", "part"),
        ),
    ),
    Layer("segun.Credit", "credits", "span", (Field("name", "name"),), says="An agency or outlet that is credited."),
)
BY_NAME = {layer.name: layer for layer in LAYERS}

REPORT_FIELDS = (
    *(
        Field(name, name)
        for name in ("key", "title", "language", "published", "retrieved", "outlet", "byline", "location")
    ),
    Field("input", "input", "json"),
    Field("replaced", "replaced", "json", "Characters that this format cannot hold: where, and their code points."),
)
DECISION_FIELDS = (
    Field("number", "number", "count"),
    Field("identifier", "id"),
    Field("kind", "kind"),
    Field("on", "target", says="The key of a claim or source, the id of a report, or the number of a decision."),
    Field("sets", "body", "json"),
    Field("by", "by"),
    Field("at", "at"),
    Field("why", "why"),
    Field("undone", "undone", "flag"),
)

_RANGES = {"real": "Float", "count": "Integer", "flag": "Boolean", "names": "StringArray"}
SLOTS = frozenset({"claims", "parts", "part", "inner", "cast"})


@cache
def cassis() -> Any:
    """Return the package that reads and writes CAS.

    Raises:
        SegunError: it is not installed.
    """
    try:
        return import_module("cassis")
    except ModuleNotFoundError as missing:
        raise SegunError(
            "UIMA CAS needs the package dkpro-cassis, which is not installed.",
            "Install it with: pip install 'segun[cas]'",
        ) from missing


def link(layer: str, feature: str) -> str:
    """Return the name of the type of a slot's links; INCEpTION gives every slot one of its own."""
    return f"{layer}{LINKED}{feature[0].upper()}{feature[1:]}"


@cache
def typesystem() -> Any:
    """Return the type system of all CAS that segun writes."""
    types = cassis().TypeSystem()
    annotation = "uima.tcas.Annotation"
    meta = types.create_type(METADATA, supertypeName="uima.tcas.DocumentAnnotation")
    for name in ("documentTitle", "documentId", "documentUri", "collectionId", "documentBaseUri"):
        types.create_feature(meta, name, "uima.cas.String")
    types.create_feature(meta, "isLastSegment", "uima.cas.Boolean")
    part = types.create_type(PART, annotation, "A further stretch of words that something else links to.")
    types.create_feature(part, "label", "uima.cas.String", description="What it is a part of.")
    for layer in LAYERS:
        types.create_type(layer.name, annotation, layer.says or None)
    for layer in LAYERS:
        made = types.get_type(layer.name)
        for field in _features(layer):
            _feature(types, made, field)
    for name, fields in ((REPORT, REPORT_FIELDS), (DECISION, DECISION_FIELDS)):
        made = types.create_type(name, annotation)
        for field in fields:
            _feature(types, made, field)
    return types


def _features(layer: Layer) -> Iterator[Field]:
    yield from layer.fields
    if layer.many:
        yield Field("absent", "", "flag", "Whether no words say it; the annotation then stands near where it belongs.")
        if layer.name != "segun.Source":
            yield Field("parts", "", "parts", "Its further stretches of words, in their order.")
    if layer.records:
        yield Field("nth", "", "count", "Its place among its kin; empty is after all that have one.")


def _feature(types: Any, owner: Any, field: Field) -> None:
    if field.kind not in SLOTS:
        range_type = f"uima.cas.{_RANGES.get(field.kind, 'String')}"
        types.create_feature(owner, field.feature, range_type, description=field.says or None)
        return
    target = {"claims": "segun.Claim", "inner": f"segun.{field.of}"}.get(field.kind, PART)
    if field.feature == "named":
        target = "uima.tcas.Annotation"  # a source's mention does as well as a part
    made = types.create_type(link(owner.name, field.feature), "uima.cas.TOP")
    types.create_feature(made, "role", "uima.cas.String")
    types.create_feature(made, "target", target)
    types.create_feature(
        owner, field.feature, "uima.cas.FSArray", elementType=made.name, description=field.says or None
    )
