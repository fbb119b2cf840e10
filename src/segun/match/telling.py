"""The sentence about a group's origins that a person can quote."""

from __future__ import annotations

from collections.abc import Sequence

from segun.match.records import Origin
from segun.match.unnamed import parted
from segun.tongue import gettext as _
from segun.tongue import marked, ngettext
from segun.tongue.dates import number

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
        rest = carrying - len(first.reports)
        parts.append(_back(first, carrying, rest))
        if len(origins) > 1:
            others = ", ".join(f"{whom(each.source)} ({len(each.reports)})" for each in origins[1:4])
            if len(origins) > 4:
                others = _("%(names)s and %(count)s more", names=others, count=_number(len(origins) - 4))
            parts.append(_("the others to %(names)s", names=others) if rest else _("also to %(names)s", names=others))
    if circular:
        parts.append(_circular(len(circular), carrying))
    if len(unknown) > len(circular):
        parts.append(_("origin of %(count)s unknown", count=_number(len(unknown) - len(circular))))
    parts.append(_independence(len(origins), unestablished))
    return "; ".join(parts) + "."


def whom(origin: str) -> str:
    """Return an origin as it is shown; the ledger keeps in English whom somebody spoke to: *a nurse, to Outlet*."""
    name, outlet = parted(origin)
    return origin if outlet is None else _("%(source)s, to %(outlet)s", source=name, outlet=outlet)


def _back(first: Origin, carrying: int, rest: int) -> str:
    """Return how many reports go back to the first origin, of how many, and ``rest`` do not."""
    source = f"{whom(first.source)}, {first.first[:10]}" if first.first else whom(first.source)
    if not rest:
        if carrying == 1:
            return _("it goes back to %(source)s", source=source)
        both = carrying == 2
        return _("both go back to %(source)s", source=source) if both else _("all go back to %(source)s", source=source)
    count = len(first.reports)
    if rest <= count:
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
    return _(
        "%(count)s origins, independence of %(one)s and %(other)s not established nor of %(more)s more",
        count=said,
        one=one,
        other=other,
        more=_number(len(unestablished) - 1),
    )


def _number(count: int) -> str:
    return _(_WORDS[count]) if count < len(_WORDS) else number(count)
