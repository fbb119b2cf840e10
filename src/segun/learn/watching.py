"""What a gold says of the candidates that the grammar finds in its text: the examples that weights are fitted on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from segun.attribute.draft import Draft
from segun.attribute.judging import Judge, Weights
from segun.gold.comparing import compare
from segun.gold.records import GoldClaim, GoldText
from segun.learn.following import Following
from segun.learn.logistic import Example
from segun.model import Claim, Report, Span, Spans
from segun.pipeline import analyze_and_parse, attribute

_SURE = 30.0
PRESS = 0.25
"""How much a sentence counts of ordinary reports, where an account seldom carries on."""
_ASTRAY = 0.25
"""How much a sentence counts that is only asked about where an account was wrongly carried on before it."""


@dataclass(slots=True)
class Examples:
    """What was seen in some texts."""

    continuation: list[Following] = field(default_factory=list)
    right: list[Example] = field(default_factory=list)
    gold: int = 0
    """Attributed claims that the gold asks for."""

    def add(self, other: Examples) -> None:
        """Add another's."""
        self.continuation += other.continuation
        self.right += other.right
        self.gold += other.gold


class Watching(Judge):
    """A judge that keeps everything, follows the gold's accounts, and writes down what it was asked.

    It follows the gold so that one wrong decision does not spoil the next.

    Args:
        text: the gold.
        astray: whether it carries accounts on past their ends instead, and so is asked about sentences there.
    """

    def __init__(self, text: GoldText, *, astray: bool = False) -> None:
        super().__init__(Weights({}, {}))
        self.text = text
        self.astray = astray
        self.asked: list[tuple[Draft, tuple[str, ...]]] = []
        self.carried: list[tuple[Span, Following]] = []

    def carries_on(self, sentences: Sequence[tuple[Span, Sequence[str]]]) -> float:
        """Return what the gold says of the first sentence, as log-odds, and note it unless readers may disagree."""
        claim = _claim_over(self.text.claims, sentences[0][0])
        if claim is not None and not claim.neutral:
            traits = tuple(tuple(dict.fromkeys(each)) for _, each in sentences)
            self.carried.append((sentences[0][0], Following(self.text.key, traits, bool(claim.relays))))
        return _SURE if self.astray or (claim is not None and claim.relays) else -_SURE

    def right(self, traits: Iterable[str], draft: Draft) -> float:
        """Write down an attribution; what becomes of it is seen later."""
        self.asked.append((draft, tuple(traits)))
        return 1.0


def watched(
    texts: Iterable[GoldText], models: Mapping[str, str] | None = None, kind: str = "", share: float = 1.0
) -> Examples:
    """Return the examples of some texts.

    Args:
        texts: the gold.
        models: spaCy models to use instead of the usual ones, by language code.
        kind: what set they are of.
        share: how much each sentence after an attribution counts.

    Raises:
        SegunError: a text cannot be analysed.
    """
    found = Examples()
    for text in texts:
        watching = Watching(text)
        report = Report(text.key, text.text, language=text.language, published=text.published)
        analysis, parsed = analyze_and_parse(report, judge=watching, models=models)
        compared = compare(text, analysis)
        found.gold += sum(not claim.neutral for claim in compared.gold)
        found.continuation.extend(replace(each, share=share) for _, each in watching.carried)
        astray = Watching(text, astray=True)
        attribute(report, parsed, "cautious", judge=astray)
        asked = {span for span, _ in watching.carried}
        past = (each for span, each in astray.carried if span not in asked and not each.right)
        found.continuation.extend(replace(each, share=share * _ASTRAY) for each in past)
        judged = {_place(claim): right for claim, right in compared.right()}
        for draft, traits in watching.asked:
            place = tuple(sorted(draft.content)), tuple(draft.cue)
            if place in judged:
                found.right.append(Example(text.key, traits, judged[place], f"{kind} {text.language}"))
    return found


def _place(claim: Claim) -> tuple[Spans, Spans]:
    return claim.spans, claim.relays[-1].cue_spans


def _claim_over(claims: Iterable[GoldClaim], sentence: Span) -> GoldClaim | None:
    """Return the claim without a cue of its own that holds most of a sentence."""
    for claim in claims:
        if any(relay.how != "continued" for relay in claim.relays):
            continue
        shared = sum(max(0, min(sentence.end, s.end) - max(sentence.start, s.start)) for s in claim.spans)
        if shared > (sentence.end - sentence.start) / 2:
            return claim
    return None
