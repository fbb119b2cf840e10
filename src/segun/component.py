"""segun for spaCy users: ``nlp.add_pipe("segun_attribution")`` puts an analysis on every Doc.

``doc._.segun`` is the :class:`segun.Analysis` of the Doc's text; ``doc._.segun_claims`` its claims. The Doc's own parse
is used, cut at its line breaks; accents are restored only by :func:`segun.analyze`, for a Doc's tokens are fixed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from segun.annotate.parse import paragraphs_of
from segun.model import Report
from segun.pipeline import attribute
from segun.prepare.language import settle

if TYPE_CHECKING:
    from segun.attribute.continuation import CarryOn


class Attribution:
    """The pipeline component."""

    def __init__(self, language: str, carry_on: CarryOn) -> None:
        self.language = language
        self.carry_on = carry_on

    def __call__(self, doc: Doc) -> Doc:
        """Analyse a parsed Doc.

        Raises:
            UnsupportedLanguageError: segun has no data for the pipeline's language.
        """
        report = Report(key="doc", text=doc.text, language=settle(doc.text, self.language))
        analysis = attribute(report, paragraphs_of(doc), self.carry_on)
        doc._.segun = analysis
        doc._.segun_claims = analysis.claims
        return doc


@Language.factory(
    "segun_attribution",
    default_config={"carry_on": "cautious"},
    requires=["token.dep", "token.head", "token.pos", "token.lemma", "doc.sents"],
    assigns=["doc._.segun", "doc._.segun_claims"],
)
def make_attribution(nlp: Language, name: str, carry_on: CarryOn) -> Attribution:
    """Make the component.

    Args:
        nlp: the pipeline; its language decides the grammar.
        name: the component's name.
        carry_on: ``none``, ``cautious`` or ``eager``: how readily an account goes on over further sentences.
    """
    del name
    for extension in ("segun", "segun_claims"):
        if not Doc.has_extension(extension):
            Doc.set_extension(extension, default=None)
    return Attribution(nlp.lang or "", carry_on)
