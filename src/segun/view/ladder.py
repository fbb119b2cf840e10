"""In what order, and who owes what: processes as ladders of stages, and obligations with their conditions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from segun.model import Analysis, Claim, Obligation, Order, Span, Spans, wording
from segun.model import Sequence as Stages
from segun.view.visible import excerpt
from segun.view.voices import Chain, Voice, chain, in_text_order, voices

_CONTENT, _STEP, _CUE = 180, 140, 60


@dataclass(frozen=True, slots=True)
class Step:
    """A stage within a rung, in the report's words."""

    words: str
    claim: str | None
    """The claim that tells it, if one does."""
    chain: Chain


@dataclass(frozen=True, slots=True)
class After:
    """What a rung comes after: a rung's number in its ladder, from 1, and the words that say so."""

    number: int
    cue: str


@dataclass(frozen=True, slots=True)
class Rung:
    """A claim in its place, with the stages that it tells itself."""

    number: int
    claim: str
    content: str
    chain: Chain
    after: tuple[After, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Process:
    """One ladder: claims in order, or the stages of one sequence where nothing orders its claims."""

    rungs: tuple[Rung, ...]
    steps: tuple[Step, ...]

    @property
    def numbered(self) -> bool:
        """Whether a rung comes after another than the one above it, so that the numbers are needed."""
        return any(after.number != rung.number - 1 for rung in self.rungs for after in rung.after)


@dataclass(frozen=True, slots=True)
class Duty:
    """Who owes what to whom, and on which condition; each part in the report's words."""

    claim: str
    chain: Chain
    duty: str
    debtor: str | None
    creditor: str | None
    condition: str | None


@dataclass(frozen=True, slots=True)
class Ladder:
    """All processes and duties of a report."""

    processes: tuple[Process, ...]
    duties: tuple[Duty, ...]

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.processes or self.duties)


def ladder(analysis: Analysis) -> Ladder:
    """Lay out what the report tells as a process.

    Claims that orders tie together, directly or through others, make one ladder; a claim stands above whatever comes
    after it. Where orders contradict each other the order of the text decides, and every order is named all the same.
    The stages of a sequence stand in the rung that tells them; those of a sequence whose claims no order names make
    a ladder of their own.
    """
    known = voices(analysis)
    claims = {claim.id: claim for claim in in_text_order(analysis)}
    orders = [order for order in dict.fromkeys(analysis.orders) if {order.before, order.after} <= claims.keys()]
    told = {id(sequence): _tellers(sequence, claims) for sequence in analysis.sequences}
    ordered = {name for order in orders for name in (order.before, order.after)}
    loose = [each for each in analysis.sequences if each.steps and not ordered & set(told[id(each)])]
    held = [each for each in analysis.sequences if each.steps and ordered & set(told[id(each)])]
    processes = [_process(analysis, group, claims, held, known) for group in _tied(orders)]
    processes += [Process((), _steps(analysis, each, claims, known)) for each in loose]
    duties = tuple(
        _duty(analysis, duty, claims[duty.claim], known) for duty in analysis.obligations if duty.claim in claims
    )
    return Ladder(tuple(processes), duties)


def _tellers(sequence: Stages, claims: Mapping[str, Claim]) -> tuple[str, ...]:
    return tuple(id for id in sequence.claims if id in claims)


def _tied(orders: Sequence[Order]) -> list[list[Order]]:
    """Part orders into those that share no claim, in the order in which they come."""
    groups: list[tuple[set[str], list[Order]]] = []
    for order in orders:
        names, tied = {order.before, order.after}, [order]
        apart = []
        for others, members in groups:
            if others & names:
                names |= others
                tied = members + tied
            else:
                apart.append((others, members))
        groups = [*apart, (names, tied)]
    return [members for _, members in groups]


def _process(
    analysis: Analysis,
    orders: Sequence[Order],
    claims: Mapping[str, Claim],
    sequences: Iterable[Stages],
    known: Mapping[str | None, Voice],
) -> Process:
    names = [id for id in claims if any(id in (order.before, order.after) for order in orders)]
    numbers = {id: at for at, id in enumerate(_sorted(names, orders), start=1)}
    held: dict[str, list[Step]] = {}
    for sequence in sequences:
        teller = next((id for id in sequence.claims if id in numbers), None)
        if teller is not None:
            held.setdefault(teller, []).extend(_steps(analysis, sequence, claims, known))
    return Process(
        rungs=tuple(
            Rung(
                number=number,
                claim=id,
                content=excerpt(wording(analysis.report.text, claims[id].spans), _CONTENT),
                chain=chain(claims[id], known),
                after=tuple(
                    After(numbers[order.before], _words(analysis, (order.cue,), _CUE) or "")
                    for order in orders
                    if order.after == id
                ),
                steps=tuple(held.get(id, ())),
            )
            for id, number in numbers.items()
        ),
        steps=(),
    )


def _sorted(names: Sequence[str], orders: Sequence[Order]) -> list[str]:
    """Return the claims with each after those that it follows; what is free to choose stays in the text's order."""
    found: list[str] = []
    waiting = list(names)
    while waiting:
        ready = [
            id
            for id in waiting
            if not any(order.after == id and order.before in waiting and order.before != id for order in orders)
        ]
        found.append(ready[0] if ready else waiting[0])
        waiting.remove(found[-1])
    return found


def _steps(
    analysis: Analysis, sequence: Stages, claims: Mapping[str, Claim], known: Mapping[str | None, Voice]
) -> tuple[Step, ...]:
    steps = []
    for span in sequence.steps:
        teller = _teller(span, [claims[id] for id in sequence.claims if id in claims])
        words = _words(analysis, (span,), _STEP) or ""
        steps.append(Step(words, teller.id if teller else None, chain(teller, known) if teller else ()))
    return tuple(steps)


def _teller(step: Span, claims: Sequence[Claim]) -> Claim | None:
    """Return the claim that tells a step: of those whose content holds it the one that came through most voices."""
    holding = [claim for claim in claims if any(span.holds(step) for span in claim.spans)]
    # Where none holds it whole, the claims that the sequence names tell it together.
    return max(holding or claims, key=lambda claim: len(claim.relays), default=None)


def _duty(analysis: Analysis, duty: Obligation, claim: Claim, known: Mapping[str | None, Voice]) -> Duty:
    return Duty(
        claim=claim.id,
        chain=chain(claim, known),
        duty=_words(analysis, (duty.duty,), _CONTENT) or "",
        debtor=_words(analysis, duty.debtor, _STEP),
        creditor=_words(analysis, duty.creditor, _STEP),
        condition=_words(analysis, (duty.condition,), _CONTENT) if duty.condition else None,
    )


def _words(analysis: Analysis, spans: Spans, most: int) -> str | None:
    return excerpt(wording(analysis.report.text, spans), most) if spans else None
