"""Where in a report's text a target lies."""

from __future__ import annotations

from typing import Any

from segun.errors import ReadError

_REMEDY = "Mend the selector so that its position and its quotation mean the same words."


def everything(value: Any) -> list[Any]:
    """Return what JSON-LD may write as one thing or as a list of them."""
    return value if isinstance(value, list) else [] if value is None else [value]


def types_of(data: Any) -> list[str]:
    """Return the types of a node, without prefixes."""
    found = everything(data.get("type", data.get("@type"))) if isinstance(data, dict) else []
    return [each.rsplit(":", 1)[-1] for each in found if isinstance(each, str)]


def name_of(data: Any) -> str | None:
    """Return the IRI of a node, or of what is nothing else."""
    found = data.get("id", data.get("@id")) if isinstance(data, dict) else data
    return found if isinstance(found, str) else None


def position(data: Any, where: str) -> list[int]:
    """Return the start and end of a selector of a position.

    Raises:
        ReadError: it is none.
    """
    if isinstance(data, dict) and "TextPositionSelector" in types_of(data):
        found = [data.get("start"), data.get("end")]
        if all(isinstance(each, int) and not isinstance(each, bool) for each in found):
            return [int(each) for each in found if each is not None]
    raise ReadError(where, "It says where words stand in no way that segun knows.", "Give a TextPositionSelector.")


def located(target: Any, text: str, where: str, *, by_position: bool) -> list[int] | None:
    """Return start and end of a target in code points, or ``None`` where it is the whole report.

    A position counts where it gives the quoted words, in code points or in UTF-16 code units, as programs in a browser
    count. Where it does not, the quoted words count if they stand in the text once and ``by_position`` is false.

    Args:
        target: of an annotation.
        text: of the report.
        where: the annotation's name, for messages.
        by_position: whether a position that does not give the quoted words is an error.

    Raises:
        ReadError: position and quotation disagree, or the quoted words are not there, or more than once.
    """
    selectors = list(_selectors(target.get("selector"))) if isinstance(target, dict) else []
    at = [position(each, where) for each in selectors if "TextPositionSelector" in types_of(each)]
    quotes = [each for each in selectors if "TextQuoteSelector" in types_of(each)]
    if not at and not quotes:
        if selectors:
            raise ReadError(where, "None of its selectors is a TextPositionSelector or TextQuoteSelector.", _REMEDY)
        return None
    if not quotes:
        return at[0]
    exact = quotes[0].get("exact")
    if not isinstance(exact, str):
        raise ReadError(where, "Its TextQuoteSelector has no exact words.", _REMEDY)
    for found in at:
        if text[found[0] : found[1]] == exact:
            return found
        units = _from_units(text, found)
        if units and text[units[0] : units[1]] == exact:
            return units
    if at and by_position:
        raise ReadError(where, f"Its position does not hold the words “{exact[:60]}” that it quotes.", _REMEDY)
    return _quoted(text, exact, str(quotes[0].get("prefix") or ""), str(quotes[0].get("suffix") or ""), where)


def _selectors(value: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for each in everything(value):
        if isinstance(each, dict):
            found += [each, *_selectors(each.get("refinedBy"))]
    return found


def _from_units(text: str, span: list[int]) -> list[int] | None:
    """Return a span of UTF-16 code units in code points; ``None`` where it splits a character."""
    units = text.encode("utf-16-le", "surrogatepass")
    try:
        start = len(units[: 2 * span[0]].decode("utf-16-le", "strict"))
        return [start, start + len(units[2 * span[0] : 2 * span[1]].decode("utf-16-le", "strict"))]
    except UnicodeDecodeError:
        return None


def _quoted(text: str, exact: str, prefix: str, suffix: str, where: str) -> list[int]:
    places: list[int] = []
    words = prefix + exact + suffix
    start = text.find(words)
    while start >= 0 and len(places) < 2:
        places.append(start + len(prefix))
        start = text.find(words, start + 1)
    if len(places) != 1:
        many = "more than once" if places else "nowhere"
        raise ReadError(where, f"The words “{exact[:60]}” stand {many} in the report.", _REMEDY)
    return [places[0], places[0] + len(exact)]
