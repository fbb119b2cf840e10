"""Options that select claims of a ledger, the same for every command that asks, and what is said of them on stderr."""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from segun.cli.terminal import counted
from segun.model import Factuality, SpeechAct
from segun.view.visible import one_line

if TYPE_CHECKING:
    from segun.ledger.ledger import Ledger
    from segun.ledger.selection import Near, Selection

REVIEWS = ("unreviewed", "accepted", "corrected", "added", "rejected")
SORTS = ("newest", "oldest", "relevance", "confidence", "added", "report")
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_NAMED = 6
"""Sources that a note names; the others are counted."""

Codes = tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """What a command was asked for, as the options give it."""

    words: tuple[str, ...]
    source: Codes
    via: Codes
    place: str
    near: Near | None
    published_from: str
    published_to: str
    event_from: str
    event_to: str
    factuality: Codes
    speech_act: Codes
    language: str
    outlet: str
    report: str
    review: Codes
    min_confidence: float
    added_since: str
    sort: str

    def selection(self, ledger: Ledger) -> Selection:
        """Return the selection, after telling on stderr which sources the names were taken for.

        Raises:
            NotInLedgerError: no source of this name, or no report of this key.
        """
        from segun.ledger.selection import Selection

        for first, last, option in (
            (self.published_from, self.published_to, "--from"),
            (self.event_from, self.event_to, "--event-from"),
        ):
            if first and last and first > last + "~":
                raise click.UsageError(f"{option} {first} is later than {last}.")
        words = " ".join(self.words)
        if self.sort == "relevance" and not words.strip():
            note("Without WORDS there is no relevance to sort by; the newest come first.")
        return Selection(
            words=words,
            sources=_rows(ledger, self.source, "--source"),
            via=_rows(ledger, self.via, "--via"),
            place=self.place,
            near=self.near,
            published_from=self.published_from,
            published_to=self.published_to,
            event_from=self.event_from,
            event_to=self.event_to,
            factuality=self.factuality,
            speech_act=self.speech_act,
            language=self.language,
            outlet=self.outlet,
            report=ledger.report(self.report).key if self.report else "",
            review=self.review,
            min_confidence=self.min_confidence,
            added_since=self.added_since,
            sort=self.sort,  # type: ignore[arg-type] # click checked it
        )


def note(message: str) -> None:
    """Say something about the data on stderr, after what went to stdout."""
    sys.stdout.flush()
    click.echo(f"segun: {message}", err=True)


def tell_left_out(path: Path, wanted: Selection) -> None:
    """Say on stderr what a selection leaves out because it is not known, or because somebody rejected it."""
    from segun.ledger.questions import asking, knows_place, left_out, outlets, places

    with asking(path) as connection:
        left = left_out(connection, wanted)
        if wanted.place.strip() and not knows_place(connection, wanted.place):
            note(f"No claim names a place '{one_line(wanted.place)}'.{_similar(wanted.place, places(connection))}")
        if wanted.outlet:
            known = outlets(connection)
            if wanted.outlet.casefold() not in map(str.casefold, known):
                note(f"No report is of an outlet '{one_line(wanted.outlet)}'.{_similar(wanted.outlet, known)}")
    for count, what, why in (
        (left.reports_undated, "report", "whose date of publication is not known"),
        (left.reports_outletless, "report", "whose outlet is not known"),
        (left.reports_unknown_language, "report", "whose language is not known"),
    ):
        if count:
            note(f"Left out: {counted(count, what)} {why}.")
    for count, why in (
        (left.claims_open, "whose dates are open"),
        (left.claims_undated, "that date nothing"),
        (left.claims_pointless, "whose places have no known point"),
        (left.claims_rejected, "that somebody rejected (--review rejected shows them)"),
    ):
        if count:
            note(f"Left out: {counted(count, 'claim')} {why}.")


def _similar(name: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(name, known, n=3)
    return f" Did you mean {', '.join(map(one_line, near))}?" if near else ""


def _rows(ledger: Ledger, names: Codes, option: str) -> tuple[int, ...] | None:
    """Return the rows of the sources that any of the names means."""
    if not names:
        return None
    from segun.ledger.words import fold

    found: list[int] = []
    for name in names:
        rows = ledger.named(name)
        found += rows
        sources = list(ledger.sources(rows))
        if len(sources) > 1 or fold(name.strip()) not in map(fold, (sources[0].key, *sources[0].names)):
            shown = [f"{one_line(each.name)} ({each.key})" for each in sources[:_NAMED]]
            more = f" and {len(sources) - _NAMED} more" if len(sources) > _NAMED else ""
            note(f"{option} '{one_line(name)}' means {', '.join(shown)}{more}.")
    return tuple(dict.fromkeys(found))


def _day(_: click.Context, __: click.Parameter, value: str | None) -> str:
    if not value:
        return ""
    if _DAY.fullmatch(value):
        try:
            date.fromisoformat(value + "0000-01-01"[len(value) :])
        except ValueError:
            pass
        else:
            return value
    raise click.BadParameter(f"'{value}' is no date. Give it as 2024, 2024-05 or 2024-05-31.")


def _moment(context: click.Context, parameter: click.Parameter, value: str | None) -> str:
    """Return a date as it is, and a date-time with zone in UTC, as the ledger writes it."""
    if not value or _DAY.fullmatch(value):
        return _day(context, parameter, value)
    from segun.read.dates import strict_iso

    moment = strict_iso(value)
    if moment is None:
        raise click.BadParameter(f"'{value}' is no date. Give it as 2024-05-31 or 2024-05-31T18:00:00+02:00.")
    return datetime.fromisoformat(moment).astimezone(UTC).isoformat(timespec="milliseconds")


def _near(_: click.Context, __: click.Parameter, value: str | None) -> Near | None:
    if value is None:
        return None
    from segun.ledger.selection import Near

    try:
        lat, lon, km = (float(part) for part in value.split(","))
    except ValueError:
        lat = lon = km = float("nan")
    if not (-90 <= lat <= 90 and -180 <= lon <= 180 and 0 < km < float("inf")):
        raise click.BadParameter(
            f"'{value}' is no point with a distance. Give degrees north and east and kilometres: 51.3,35.2,50."
        )
    return Near(lat, lon, km)


def _codes(choices: Sequence[str]) -> Callable[[click.Context, click.Parameter, Sequence[str]], Codes]:
    by_name = {choice.casefold(): choice for choice in choices}

    def read(_: click.Context, __: click.Parameter, values: Sequence[str]) -> Codes:
        found = []
        for code in (part for value in values for part in re.split(r"[,\s]+", value) if part):
            if code.casefold() not in by_name:
                raise click.BadParameter(f"'{code}' is none of {', '.join(choices)}.")
            found.append(by_name[code.casefold()])
        return tuple(dict.fromkeys(found))

    return read


def _choice(name: str, to: str, choices: Sequence[str], help: str) -> Callable[[Any], Any]:
    metavar, text = "CODE[,CODE…]", f"{help}: {', '.join(choices)}."
    return click.option(name, to, multiple=True, metavar=metavar, callback=_codes(choices), help=text)


def _date(name: str, to: str, help: str) -> Callable[[Any], Any]:
    return click.option(name, to, metavar="DATE", callback=_day, help=help)


_OPTIONS = (
    click.option("--source", multiple=True, metavar="NAME", help="Who asserts it: a name, words of it, or a key."),
    click.option("--via", multiple=True, metavar="NAME", help="Who relays it, likewise."),
    click.option("--place", default="", metavar="NAME", help="A place that it names, as the gazetteer calls it."),
    click.option("--near", metavar="LAT,LON,KM", callback=_near, help="A place within so many kilometres of a point."),
    _date("--from", "published_from", "Published on this day, month or year, or later."),
    _date("--to", "published_to", "Published on it or before."),
    _date("--event-from", "event_from", "What the claim itself dates: on this day, month or year, or later."),
    _date("--event-to", "event_to", "On it or before."),
    _choice("--factuality", "factuality", get_args(Factuality), "How firmly the source holds it"),
    _choice("--speech-act", "speech_act", get_args(SpeechAct), "What the source does"),
    click.option("--language", default="", metavar="CODE", help="The report's language, such as es."),
    click.option("--outlet", default="", metavar="NAME", help="Who published the report."),
    click.option("--report", default="", metavar="KEY", help="One report only: its key, id or place."),
    _choice("--review", "review", REVIEWS, "What reviewers made of it; without this all but rejected ones"),
    click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        default=0.0,
        metavar="0..1",
        help="Leave out what segun is less sure of than this.",
    ),
    click.option(
        "--added-since",
        metavar="DATE",
        default="",
        callback=_moment,
        help="In the ledger since this day, or moment with zone.",
    ),
    click.option("--sort", type=click.Choice(SORTS), default="newest", show_default=True, help="What comes first."),
)


def with_selection(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command LEDGER, WORDS and the options that select claims, passed on as ``ledger`` and ``asked``."""

    @wraps(command)
    def gathered(**given: Any) -> int:
        asked = Asked(**{each.name: given.pop(each.name) for each in fields(Asked)})
        return command(asked=asked, **given)

    for option in reversed(_OPTIONS):
        option(gathered)
    click.argument("words", nargs=-1)(gathered)
    with_ledger(gathered)
    return gathered


def with_ledger(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the argument LEDGER, passed on as ``ledger``."""
    return click.argument("ledger", type=click.Path(path_type=Path))(command)
