"""What a decision sets, put together from the options of ``segun decide``."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import click

Body = dict[str, Any]
Given = Mapping[str, Any]

_CORRECTIONS = frozenset(
    {
        *("source", "source_at", "source_kind", "no_source", "factuality", "speech_act", "quotation"),
        *("spans", "times", "places"),
    }
)
OF_KIND: Mapping[str, frozenset[str]] = {
    "accept": frozenset(),
    "reject": frozenset(),
    "correct": _CORRECTIONS,
    "merge": frozenset(),
    "split": frozenset({"names"}),
    "rename": frozenset({"name"}),
    "note": frozenset({"note"}),
    "verdict": frozenset({"verdict", "evidence"}),
    "grade": frozenset(),
    "same": frozenset(),
    "different": frozenset(),
    "derived": frozenset({"how"}),
    "independent": frozenset(),
    "undo": frozenset(),
}
"""Every kind of decision with the options that say what it sets."""
KINDS = tuple(OF_KIND)
_PAIRS = {"same": "claims", "different": "claims", "derived": "reports", "independent": "reports"}
"""Kinds of decision on two of a kind."""
_PERIOD = re.compile(r"P(?=.)(?:[\dX.]+[YMWD])*(?:T(?:[\dX.]+[HMS])+)?")
_REFERENCES = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")


class Step(NamedTuple):
    """One decision to take."""

    target: str
    body: Body


def steps(kind: str, targets: Sequence[str], given: Given) -> list[Step]:
    """Return the decisions that a command line asks for.

    Args:
        kind: one of :data:`KINDS`.
        targets: the words after it.
        given: the values of the options, by parameter; ``None``, ``()`` or ``False`` where not given.

    Raises:
        click.UsageError: options that do not go together, or a value that cannot be read.
    """
    used = {name for name, value in given.items() if value not in (None, (), False)}
    body = _written(given["body"]) if given.get("body") is not None else None
    strange = used - OF_KIND[kind] - {"body"}
    if strange:
        option = _option(min(strange))
        fits = [each for each, names in OF_KIND.items() if min(strange) in names]
        raise click.UsageError(f"{option} is for '{', '.join(fits)}', not for '{kind}'.")
    if body is not None and used != {"body"}:
        raise click.UsageError("--body holds all that the decision sets. Leave out the other options.")
    if kind == "grade" and body is None:
        *targets, grade = targets
        _at_least(1, targets, "Give a source with A to F, or a claim with 1 to 6: segun decide LEDGER grade EFE B.")
        return [Step(target, {"grade": grade.upper()}) for target in targets]
    if kind == "merge" and body is None:
        _at_least(2, targets, "Give two sources; the second becomes the first: segun decide LEDGER merge A B.")
        return [Step(targets[0], {"source": other}) for other in targets[1:]]
    if kind in _PAIRS and body is None:
        _at_least(2, targets, f"Give two {_PAIRS[kind]}: segun decide LEDGER {kind} A B.")
        how = {"how": given["how"]} if given.get("how") else {}
        return [Step(targets[0], {"with": other, **how}) for other in targets[1:]]
    if kind in {"split", "rename"} and len(targets) > 1:
        raise click.UsageError(f"'{kind}' takes one source. Put a name of several words in quotation marks.")
    return [Step(target, dict(_body(kind, given) if body is None else body)) for target in targets]


def _body(kind: str, given: Given) -> Body:
    if kind == "correct":
        return _correction(given)
    made = {name: given[name] for name in OF_KIND[kind] if given[name]}
    if "names" in made:
        made["names"] = list(made["names"])
    return made


def _correction(given: Given) -> Body:
    body: Body = {name: given[name] for name in ("factuality", "speech_act", "quotation") if given[name]}
    if given["no_source"]:
        if given["source"] or given["source_kind"] or given["source_at"]:
            raise click.UsageError("--no-source and --source cannot both hold. Leave one out.")
        body["source"] = None
    elif given["source"]:
        body["source"] = {"name": given["source"]} | ({"kind": given["source_kind"]} if given["source_kind"] else {})
        if given["source_at"]:
            body["source"]["spans"] = _spans(given["source_at"], "--source-at")
    elif given["source_kind"]:
        raise click.UsageError("--kind says what --source is. Give --source NAME too.")
    elif given["source_at"]:
        raise click.UsageError("--source-at says where --source is named. Give --source NAME too.")
    if given["spans"]:
        body["spans"] = _spans(given["spans"], "--spans")
    if given["times"]:
        body["times"] = [_time(each) for each in given["times"]]
    if given["places"]:
        body["places"] = [_place(each) for each in given["places"]]
    return body


def _written(text: str) -> Body:
    if text == "-":
        text = sys.stdin.read()
    try:
        body = json.loads(text)
    except ValueError as error:
        raise click.UsageError(f"--body is no JSON: {error}.") from error
    if not isinstance(body, dict):
        raise click.UsageError('--body is no JSON object. Write {"field": value, …}.')
    return body


def _spans(words: str, option: str) -> list[list[int]]:
    return [list(_span(each, option)) for each in words.split(",")]


def _span(words: str, option: str) -> tuple[int, int]:
    start, dash, end = words.strip().partition("-")
    if not (dash and _whole(start) and _whole(end)):
        raise click.UsageError(f"{option}: '{words}' is no stretch. Give START-END in code points, such as 12-40.")
    return int(start), int(end)


def _whole(digits: str) -> bool:
    return digits.isascii() and digits.isdigit() and len(digits) < 12


def _time(words: str) -> Body:
    value, _, where = words.rpartition("@")
    return {"span": list(_span(where, "--time")), "type": _type(value), "value": value}


def _type(value: str) -> str:
    """Return the type of a TIMEX3 value; a SET can be given with --body only."""
    from segun.timex import VALUE

    if _PERIOD.fullmatch(value):
        return "DURATION"
    if value in _REFERENCES:
        return "DATE"
    ends = value.split("/")
    if len(ends) > 2 or not all(VALUE.fullmatch(end) or _decade(end) for end in ends):
        raise click.UsageError(
            f"--time: '{value}' is no date. Give VALUE@START-END, such as 2031-04@120-131; XXXX is an unknown year."
        )
    return "TIME" if any("T" in end for end in ends) else "DATE"


def _decade(value: str) -> bool:
    return _whole(value) and len(value) in {2, 3}


def _place(words: str) -> Body:
    named, _, where = words.rpartition("@")
    body: Body = {"span": list(_span(where, "--place"))}
    parts = [part.strip() for part in named.rsplit(",", 2)]
    numbers = [_number(part) for part in parts[1:]]
    if len(parts) == 3 and None not in numbers:
        body |= {"name": parts[0], "lat": numbers[0], "lon": numbers[1]}
    elif any(number is not None for number in numbers):
        raise click.UsageError(f"--place: '{words}' lacks a number. Give NAME,LAT,LON@START-END, or NAME@START-END.")
    else:
        body["name"] = named.strip()
    if not body["name"]:
        raise click.UsageError(f"--place: '{words}' lacks a name. Give NAME,LAT,LON@START-END.")
    return body


def _number(word: str) -> float | None:
    try:
        return float(word)
    except ValueError:
        return None


def _at_least(count: int, targets: Sequence[str], remedy: str) -> None:
    if len(targets) < count:
        raise click.UsageError(f"It lacks a target. {remedy}")


def _option(name: str) -> str:
    return {"source_kind": "--kind", "times": "--time", "places": "--place"}.get(name, "--" + name.replace("_", "-"))
