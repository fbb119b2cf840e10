"""What the templates are given of one analysis: text, ledger and voices with their classes and fragment ids.

Only numbers of ours reach classes and ids, never a word of the report.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from segun.model import Analysis, Claim
from segun.tongue import gettext as _
from segun.tongue import marked, ngettext
from segun.view import words
from segun.view.graph import Graph, Node, graph
from segun.view.ladder import Ladder, ladder
from segun.view.ledger import Counts, Entry, counts, groups
from segun.view.map import AreaOf, Map, Towns, map_of
from segun.view.slices import Label, Slice, paragraphs
from segun.view.timeline import Timeline, timeline
from segun.view.voices import Chain, Voice, in_text_order, voices

HUES, LINES = 6, 3

_FORMS = {"direct": marked("word for word"), "mixed": marked("partly word for word"), "indirect": "", "none": ""}


@dataclass(frozen=True, slots=True)
class Tag:
    """A label in the text; where it is not shown, only the fragment that the ledger leads to."""

    shown: bool
    id: str
    row: str
    claim: str
    by: str
    chain: Chain
    near: bool
    sign: str
    continued: bool
    unsure: bool
    flag: bool
    classes: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A slice of the text with the element that it becomes."""

    text: str
    start: int
    """Where it begins, in code points of the report's text."""
    tags: tuple[Tag, ...]
    element: str
    classes: str
    claim: str
    by: str
    source: str
    cue: bool


@dataclass(frozen=True, slots=True)
class Lines:
    """A paragraph of the text."""

    headline: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A claim in the ledger."""

    entry: Entry
    id: str
    text: str
    claim: str
    by: str
    classes: str
    who: str
    act: str
    firm: str
    form: str
    unsure: bool
    confidence: str
    content: str
    body: str


@dataclass(frozen=True, slots=True)
class Rows:
    """Neighbouring rows of one chain."""

    chain: Chain
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A voice in the list of those who speak."""

    voice: Voice
    row: str
    what: str


@dataclass(frozen=True, slots=True)
class Section:
    """One report on the page."""

    n: int
    title: str
    outlet: str | None
    published: str | None
    date: str
    language: str
    lang: str
    byline: str | None
    credits: tuple[str, ...]
    location: str | None
    link: bool
    claims: int
    attributed: int
    summary: str
    voices: tuple[Speaker, ...]
    graph: Graph
    paragraphs: tuple[Lines, ...]
    groups: tuple[Rows, ...]
    row_of: Mapping[str, str]
    """The fragment of each claim's row in the ledger, by the claim's id."""
    timeline: Timeline | None
    map: Map | None
    ladder: Ladder | None


def section(
    n: int, analysis: Analysis, towns: Towns | None = None, area: AreaOf | None = None, *, below: bool = True
) -> Section:
    """Return the ``n``-th report of a page as its template wants it.

    Args:
        n: its number on the page, from 1.
        analysis: what was found in it.
        towns: gives the ground of its map.
        area: gives the extent of areas on its map.
        below: whether with its timeline, map and ladder, which stand below the text.
    """
    report = analysis.report
    known = voices(analysis)
    listed = groups(analysis)
    numbered = {claim.id: at for at, claim in enumerate(in_text_order(analysis), start=1)}
    entries = {entry.claim.id: entry for group in listed for entry in group.entries}
    counted = counts(analysis)
    laid_out = graph(analysis)
    return Section(
        n=n,
        title=report.title or report.key,
        outlet=report.outlet,
        published=report.published,
        date=words.date(report.published),
        language=words.language(report.language),
        lang=report.language or "",
        byline=report.byline,
        credits=tuple(dict.fromkeys(credit.name for credit in report.credits)),
        location=report.location,
        link=bool(report.location and report.location.startswith(("https://", "http://"))),
        claims=counted.claims,
        attributed=counted.attributed,
        summary=_summary(counted),
        voices=_speakers(n, laid_out, entries, numbered, known),
        graph=laid_out,
        paragraphs=tuple(
            Lines(part.headline, tuple(_piece(n, analysis, slice, entries, numbered, known) for slice in part.slices))
            for part in paragraphs(analysis)
        ),
        groups=tuple(Rows(group.chain, tuple(_row(n, entry, numbered) for entry in group.entries)) for group in listed),
        row_of={id: f"r{n}-l{at}" for id, at in numbered.items()},
        timeline=timeline(analysis) if below else None,
        map=map_of(analysis, towns, area) if below else None,
        ladder=ladder(analysis) if below else None,
    )


def hue(voice: Voice | None) -> str:
    """Return the classes of a voice's colour and line: by its number only, neutral for nobody named."""
    if voice is None or not voice.number:
        return "kn"
    return f"k{(voice.number - 1) % HUES} p{(voice.number - 1) // HUES % LINES}"


def tally(node: Node) -> str:
    """Return what a node of the graph does, in a few words."""
    parts = []
    if node.asserts and node.voice is None:
        parts.append(_("%(count)s of its own", count=node.asserts))
    elif node.asserts:
        parts.append(ngettext("%(num)s claim", "%(num)s claims", node.asserts))
    if node.relays:
        parts.append(_("relays %(count)s", count=node.relays))
    return ", ".join(parts)


def _summary(counted: Counts) -> str:
    if not counted.claims:
        return _("No claims were found.")
    if not counted.attributed:
        return ngettext(
            "Nothing is attributed to anyone: the report itself asserts %(num)s claim.",
            "Nothing is attributed to anyone: the report itself asserts %(num)s claims.",
            counted.claims,
        )
    claims = ngettext("%(num)s claim", "%(num)s claims", counted.claims)
    attributed = counted.attributed
    if counted.sources:
        first = ngettext(
            "%(attributed)s of %(claims)s attributed, to %(num)s source",
            "%(attributed)s of %(claims)s attributed, to %(num)s sources",
            counted.sources,
            attributed=attributed,
            claims=claims,
        )
    else:
        first = _("%(attributed)s of %(claims)s attributed, to nobody by name", attributed=attributed, claims=claims)
    parts = [first]
    if counted.nested:
        parts.append(_("%(count)s through more than one voice", count=counted.nested))
    if counted.continued:
        parts.append(_("%(count)s carried on from an earlier sentence", count=counted.continued))
    if counted.own:
        parts.append(_("%(count)s in the report’s own voice", count=counted.own))
    return "; ".join(parts) + "."


def _by(chain: Chain) -> str:
    return " ".join(str(voice.number) for voice in chain)


def _speakers(
    n: int,
    laid_out: Graph,
    entries: Mapping[str, Entry],
    numbered: Mapping[str, int],
    known: Mapping[str | None, Voice],
) -> tuple[Speaker, ...]:
    first: dict[Voice, int] = {}
    for id, entry in entries.items():
        for voice in entry.chain:
            first.setdefault(voice, numbered[id])
    nodes = {node.voice: node for node in laid_out.nodes}
    return tuple(
        Speaker(
            voice,
            f"r{n}-l{first[voice]}",
            ", ".join(part for part in (_kind(voice), tally(nodes[voice])) if part),
        )
        for voice in sorted(known.values(), key=lambda voice: voice.number or len(known) + 1)
    )


def _kind(voice: Voice) -> str:
    if voice.source is None:
        return ""
    kind = words.kind(voice.kind)
    return _("%(kind)s, for %(state)s", kind=kind, state=voice.stands_for) if voice.stands_for else kind


def _row(n: int, entry: Entry, numbered: Mapping[str, int]) -> Row:
    claim = entry.claim
    at = numbered[claim.id]
    kinds = [f"c{at}"]
    kinds.append(hue(entry.chain[-1]) if entry.chain else "own kn")
    if claim.quotation == "direct":
        kinds.append("direct")
    return Row(
        entry=entry,
        id=f"r{n}-l{at}",
        text=f"r{n}-t{at}",
        claim=f"c{at}",
        by=_by(entry.chain),
        classes=" ".join(kinds),
        who=_who(entry.chain),
        act=words.speech_act(claim) if entry.chain or claim.speech_act != "assert" else "",
        firm=words.firmly(claim),
        form=_(_FORMS[claim.quotation]) if _FORMS[claim.quotation] else "",
        unsure=words.unsure(claim),
        confidence=f"{round(claim.confidence * 100)} %",
        content=_quoted(entry),
        body=f"r{n}-l{numbered[claim.attributed_by]}" if entry.attributed is not None and claim.attributed_by else "",
    )


def _who(chain: Chain) -> str:
    if not chain:
        return f"{_('The report itself')}: "
    told = chain[-1].name
    for voice in reversed(chain[:-1]):
        told = _("%(speaker)s, via %(relay)s", speaker=told, relay=voice.name)
    return f"{told}: "


def _quoted(entry: Entry) -> str:
    return f"“{entry.content}”" if entry.claim.quotation == "direct" else entry.content


def _piece(
    n: int,
    analysis: Analysis,
    slice: Slice,
    entries: Mapping[str, Entry],
    numbered: Mapping[str, int],
    known: Mapping[str | None, Voice],
) -> Piece:
    inner = entries[slice.claims[-1]] if slice.claims else None
    return Piece(
        text=slice.span.of(analysis.report.text),
        start=slice.span.start,
        tags=tuple(_tag(n, label, entries[label.claim], numbered) for label in slice.labels),
        element="mark" if inner and inner.chain else "span",
        classes=_mark(slice, inner, numbered) if inner else "",
        claim=f"c{numbered[inner.claim.id]}" if inner else "",
        by=_by(inner.chain) if inner else "",
        source=hue(known[slice.sources[-1]]) if slice.sources else "",
        cue=slice.cue,
    )


def _mark(slice: Slice, inner: Entry, numbered: Mapping[str, int]) -> str:
    kinds = [f"c{numbered[id]}" for id in slice.claims]
    if not inner.chain:
        return " ".join([*kinds, "own"])
    kinds.append(hue(inner.chain[-1]))
    if len(inner.chain) > 1:
        outer = inner.chain[-2]
        kinds.append("nested " + (f"o{(outer.number - 1) % HUES}" if outer.number else "ox"))
    if len(inner.chain) > 2:
        kinds.append("deep")
    if slice.quoted:
        kinds.append("q")
    return " ".join(kinds)


def _tag(n: int, label: Label, entry: Entry, numbered: Mapping[str, int]) -> Tag:
    claim: Claim = entry.claim
    at = numbered[claim.id]
    flag = label.first and bool(entry.attributed)
    return Tag(
        shown=label.shown or flag,
        id=f"r{n}-t{at}" if label.first else "",
        row=f"r{n}-l{at}",
        claim=f"c{at}",
        by=_by(entry.chain),
        chain=(entry.attributed or ()) if flag else entry.chain,
        near=label.near,
        sign="↳" if claim.continued or not label.first else "“" if claim.quotation == "direct" else "",
        continued=claim.continued and label.first,
        unsure=bool(entry.chain) and words.unsure(claim),
        flag=flag,
        classes=" ".join([f"c{at}", "flag" if flag else hue(entry.chain[-1]) if entry.chain else ""]),
    )
