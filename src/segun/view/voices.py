"""Who speaks in a report: its sources in the order in which they are first relied on, numbered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from segun.model import Analysis, Claim, Relay, SourceKind
from segun.tongue import gettext as _
from segun.view.visible import excerpt

_SHORT, _SHORT_ENOUGH = 32, 24


@dataclass(frozen=True, slots=True)
class Voice:
    """A source as it is shown."""

    source: str | None
    """The source's id; ``None`` stands for all relays whose wording names nobody."""
    number: int
    """From 1, in the order of first appearance; 0 for nobody named."""
    name: str
    short: str
    """A name of at most 32 characters, for labels."""
    kind: SourceKind
    stands_for: str | None = None
    """The state that speaks where it is named so, ISO 3166-1 alpha-2."""


Chain = tuple[Voice, ...]
"""The voices between the reader and a content, the one nearest to the reader first."""


def nobody() -> str:
    """Return what a voice is called whom the wording does not name."""
    return _("nobody named")


def in_text_order(analysis: Analysis) -> list[Claim]:
    """Return the claims by where their content starts; of two that start together the longer comes first."""
    return sorted(analysis.claims, key=_place)


def voices(analysis: Analysis) -> Mapping[str | None, Voice]:
    """Return the voices by their source's id, in the order in which claims first rely on them."""
    found: dict[str | None, Voice] = {}
    for relay in _relays(analysis):
        if relay.source not in found:
            number = sum(1 for known in found if known is not None) + 1
            found[relay.source] = _voice(analysis, relay.source, number)
    return found


def chain(claim: Claim, known: Mapping[str | None, Voice]) -> Chain:
    """Return the claim's voices, outermost first; a source that relays itself stands once."""
    mouths: list[Voice] = []
    for relay in claim.relays:
        voice = known[relay.source]
        if not mouths or mouths[-1] != voice or voice.source is None:
            mouths.append(voice)
    return tuple(mouths)


def _place(claim: Claim) -> tuple[int, int]:
    spans = claim.spans or tuple(span for relay in claim.relays for span in relay.source_spans + relay.cue_spans)
    if not spans:
        return (0, 0)
    return (min(span.start for span in spans), -max(span.end for span in spans))


def _relays(analysis: Analysis) -> Iterator[Relay]:
    for claim in in_text_order(analysis):
        yield from claim.relays


def _voice(analysis: Analysis, source: str | None, number: int) -> Voice:
    if source is None:
        return Voice(None, 0, nobody(), nobody(), "unnamed")
    entry = analysis.source(source)
    return Voice(
        source, number, excerpt(entry.name, 200), _short(entry.name, entry.aliases), entry.kind, entry.stands_for
    )


def _short(name: str, aliases: tuple[str, ...]) -> str:
    if len(name) <= _SHORT_ENOUGH:
        return excerpt(name, _SHORT)
    fitting = [alias for alias in aliases if 1 < len(alias) <= _SHORT]
    if fitting:
        return excerpt(max(fitting, key=len), _SHORT)
    if len(name) <= _SHORT:
        return excerpt(name, _SHORT)
    cut = excerpt(name[: _SHORT - 1], _SHORT)
    at_word = cut.rfind(" ", _SHORT // 2)
    return f"{cut[:at_word] if at_word > 0 else cut}…"
