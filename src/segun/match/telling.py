"""The sentence about a group's origins that a person can quote."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from segun.match.parted import OWNED, parted
from segun.match.records import Origin
from segun.tongue import gettext as _
from segun.tongue import marked, ngettext
from segun.tongue.dates import day_of, number
from segun.tongue.joining import joined

_WORDS = (
    marked("no"),
    marked("one"),
    marked("two"),
    marked("three"),
    marked("four"),
    marked("five"),
    marked("six"),
    marked("seven"),
    marked("eight"),
    marked("nine"),
    marked("ten"),
    marked("eleven"),
    marked("twelve"),
)


FEW = 6
"""Origins beside the first that are all named; of more the first ones are, and the others counted."""


def sentence(
    carrying: int,
    origins: Sequence[Origin],
    unknown: Sequence[str],
    unestablished: Sequence[tuple[str, str]] = (),
    circular: Sequence[str] = (),
) -> str:
    """Return the sentence.

    Args:
        carrying: how many reports carry the claim.
        origins: its ultimate sources, those of most reports first.
        unknown: reports whose lineage cannot be told.
        unestablished: pairs of origins of which it cannot be told whether they are independent.
        circular: those of the unknown ones that cite each other in a circle.
    """
    parts = [
        ngettext("%(count)s report carries this", "%(count)s reports carry this", carrying, count=_number(carrying))
    ]
    parts[0] = parts[0][:1].upper() + parts[0][1:]
    if origins:
        first = origins[0]
        parts.append(_back(first, carrying, carrying - len(first.reports)))
        rest = carrying - len(unknown) - len(first.reports)
        parts += _others(first, origins[1:], rest, len(unknown))
    if circular:
        parts.append(_circular(len(circular), carrying))
    if len(unknown) > len(circular):
        parts.append(_unknown(carrying, len(unknown) - len(circular)))
    parts.append(_independence(len(origins), unestablished))
    return joined("; ".join(parts) + ".")


def whom(origin: str) -> str:
    """Return an origin as it is shown; the ledger keeps in English whom only one outlet has spoken to.

    *a nurse, according to Outlet*, *documents, according to outlets of Owner*.
    """
    name, outlet = parted(origin)
    if outlet is None:
        return origin
    owner = outlet.removeprefix(OWNED)
    if owner != outlet:
        return joined(_("%(source)s, according to outlets of %(owner)s", source=name, owner=owner))
    return _("%(source)s, according to %(outlet)s", source=name, outlet=outlet)


def _others(first: Origin, others: Sequence[Origin], rest: int, unknown: int) -> list[str]:
    """Return who else reports go back to: of those that go back to the first origin, and the ``rest`` that do not.

    Args:
        first: the origin of most reports.
        others: all other ones.
        rest: how many of the reports whose origin is known do not go back to the first.
        unknown: of how many the origin is unknown.
    """
    within = [each for each in others if set(each.reports) <= set(first.reports)]
    apart = [each for each in others if each not in within]
    parts = []
    if within and len(first.reports) == 1:
        parts.append(_("also to %(names)s", names=_names(within, counted=False)))
    elif len(within) == 1 and len(within[0].reports) == 1:
        parts.append(_("one of these also to %(names)s", names=_names(within, counted=False)))
    elif within:
        parts.append(_("of these also to %(names)s", names=_names(within, counted=True)))
    if apart and rest == 1:
        names = _names(apart, counted=False)
        parts.append(_("one to %(names)s", names=names) if unknown else _("the other one to %(names)s", names=names))
    elif apart:
        names = _names(apart, counted=True)
        parts.append(_("others to %(names)s", names=names) if unknown else _("the others to %(names)s", names=names))
    return parts


def _names(origins: Sequence[Origin], *, counted: bool) -> str:
    """Return the names of origins, each with how many reports go back to it where that is not told."""
    shown = origins if len(origins) <= FEW else origins[: FEW - 1]
    names = [f"{whom(each.source)} ({len(each.reports)})" if counted else whom(each.source) for each in shown]
    if len(origins) > len(shown):
        return _("%(names)s and %(count)s more", names=", ".join(names), count=_number(len(origins) - len(shown)))
    if len(names) == 1:
        return names[0]
    return _("%(names)s and %(last)s", names=", ".join(names[:-1]), last=names[-1])


def _unknown(carrying: int, unknown: int) -> str:
    if carrying == unknown == 1:
        return _("its origin is unknown")
    if carrying == unknown:
        return _("the origin of all is unknown")
    return _("origin of %(count)s unknown", count=_number(unknown))


def _dated(first: Origin) -> str:
    """Return an origin with the day of its earliest report."""
    try:
        day = day_of(date.fromisoformat((first.first or "")[:10]))
    except ValueError:
        return whom(first.source)
    return f"{whom(first.source)}, {day}"


def _back(first: Origin, carrying: int, rest: int) -> str:
    """Return how many reports go back to the first origin, of how many, and ``rest`` do not."""
    source = _dated(first)
    if not rest:
        if carrying == 1:
            return _("it goes back to %(source)s", source=source)
        both = carrying == 2
        return _("both go back to %(source)s", source=source) if both else _("all go back to %(source)s", source=source)
    count = len(first.reports)
    if rest < count:
        return ngettext(
            "all but %(count)s go back to %(source)s",
            "all but %(count)s go back to %(source)s",
            rest,
            count=_number(rest),
            source=source,
        )
    return ngettext(
        "%(count)s goes back to %(source)s",
        "%(count)s go back to %(source)s",
        count,
        count=_number(count),
        source=source,
    )


def _circular(count: int, carrying: int) -> str:
    """Return how many reports cite each other in a circle; one does so where the others are told otherwise."""
    if count == carrying:
        return _("they cite each other in a circle")
    return ngettext(
        "%(count)s is in a circle of citations", "%(count)s are in a circle of citations", count, count=_number(count)
    )


def _independence(count: int, unestablished: Sequence[tuple[str, str]]) -> str:
    if count < 2:
        return _("no independent confirmation")
    said = _number(count)
    if not unestablished:
        return _("%(count)s independent origins", count=said)
    if len(unestablished) == count * (count - 1) // 2:
        return _("%(count)s origins, independence not established", count=said)
    one, other = map(whom, unestablished[0])
    if len(unestablished) == 1:
        return _(
            "%(count)s origins, independence of %(one)s and %(other)s not established",
            count=said,
            one=one,
            other=other,
        )
    return ngettext(
        "%(count)s origins, independence of %(one)s and %(other)s not established, nor of another pair",
        "%(count)s origins, independence of %(one)s and %(other)s not established, nor of %(more)s more pairs",
        len(unestablished) - 1,
        count=said,
        one=one,
        other=other,
        more=_number(len(unestablished) - 1),
    )


def _number(count: int) -> str:
    return _(_WORDS[count]) if count < len(_WORDS) else number(count)
