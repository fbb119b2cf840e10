"""The sentence about a group's origins that a person can quote."""

from __future__ import annotations

from collections.abc import Sequence

from segun.match.records import Origin

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def sentence(carrying: int, origins: Sequence[Origin], unknown: Sequence[str], independent: int) -> str:
    """Return the sentence.

    Args:
        carrying: how many reports carry the claim.
        origins: its ultimate sources, those of most reports first.
        unknown: reports whose lineage cannot be told.
        independent: how many of the origins are independent.
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
    if independent >= 2:
        parts.append(f"{_number(independent)} independent origins")
    else:
        parts.append("no independent confirmation")
    return "; ".join(parts) + "."


def _number(count: int) -> str:
    return _WORDS[count] if count < len(_WORDS) else f"{count:,}"
