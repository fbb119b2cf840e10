"""The sentence about a group's origins that a person can quote."""

from __future__ import annotations

from collections.abc import Sequence

from segun.match.records import Origin

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def sentence(
    carrying: int, origins: Sequence[Origin], unknown: Sequence[str], unestablished: Sequence[tuple[str, str]] = ()
) -> str:
    """Return the sentence.

    Args:
        carrying: how many reports carry the claim.
        origins: its ultimate sources, those of most reports first.
        unknown: reports whose lineage cannot be told.
        unestablished: pairs of origins of which it cannot be told whether they are independent.
    """
    parts = [f"{_number(carrying).capitalize()} {'report carries' if carrying == 1 else 'reports carry'} this"]
    if origins:
        first = origins[0]
        rest = carrying - len(first.reports)
        day = f", {first.first[:10]}" if first.first else ""
        if len(first.reports) == carrying:
            who = "it goes" if carrying == 1 else ("both go" if carrying == 2 else "all go")
        elif rest <= len(first.reports):
            who = f"all but {_number(rest)} go"
        else:
            who = f"{_number(len(first.reports))} {'goes' if len(first.reports) == 1 else 'go'}"
        parts.append(f"{who} back to {first.source}{day}")
        if len(origins) > 1:
            others = ", ".join(f"{each.source} ({len(each.reports)})" for each in origins[1:4])
            more = f" and {_number(len(origins) - 4)} more" if len(origins) > 4 else ""
            parts.append(f"the others to {others}{more}" if rest else f"also to {others}{more}")
    if unknown:
        parts.append(f"origin of {_number(len(unknown))} unknown")
    parts.append(_independence(len(origins), unestablished))
    return "; ".join(parts) + "."


def _independence(count: int, unestablished: Sequence[tuple[str, str]]) -> str:
    if count < 2:
        return "no independent confirmation"
    if not unestablished:
        return f"{_number(count)} independent origins"
    if len(unestablished) == count * (count - 1) // 2:
        return f"{_number(count)} origins, independence not established"
    one, other = unestablished[0]
    more = f" nor of {_number(len(unestablished) - 1)} more" if len(unestablished) > 1 else ""
    return f"{_number(count)} origins, independence of {one} and {other} not established{more}"


def _number(count: int) -> str:
    return _WORDS[count] if count < len(_WORDS) else f"{count:,}"
