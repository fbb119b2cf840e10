"""What a page is asked for: the address's parameters, the selection of claims that they mean, and addresses near it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, get_args
from urllib.parse import urlencode

from segun.errors import SegunError
from segun.ledger.ledger import Ledger
from segun.ledger.selection import Box, Near, Origins, Review, Selection, Sort
from segun.model import Factuality, SpeechAct
from segun.tongue import gettext as _
from segun.tongue import marked

NAMES = (
    "q",
    "source",
    "via",
    "place",
    "near",
    "box",
    "from",
    "to",
    "event_from",
    "event_to",
    "factuality",
    "speech_act",
    "language",
    "outlet",
    "report",
    "review",
    "origins",
    "sure",
    "sort",
)
"""The parameters that select, in the order in which an address has them."""
SEVERAL = ("source", "via", "factuality", "speech_act", "review", "origins")
"""Those that may be given more than once: any of their values will do."""
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "factuality": get_args(Factuality),
    "speech_act": get_args(SpeechAct),
    "review": get_args(Review),
    "origins": get_args(Origins),
    "sort": get_args(Sort),
}

Pairs = tuple[tuple[str, str], ...]
T = TypeVar("T")


class AskedError(SegunError):
    """An address whose parameters cannot be understood."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The parameters of an address that select claims, in one order."""

    pairs: Pairs = ()

    @classmethod
    def of(cls, given: Iterable[tuple[str, str]]) -> Asked:
        """Return what an address asks for; empty, repeated and other parameters are passed over."""
        values: dict[str, list[str]] = {}
        for name, value in given:
            if name in NAMES and value.strip():
                values.setdefault(name, []).append(value.strip())
        pairs = [
            (name, value)
            for name in NAMES
            if name in values
            for value in dict.fromkeys(values[name] if name in SEVERAL else values[name][-1:])
        ]
        return cls(tuple(pairs))

    def __bool__(self) -> bool:
        return any(name != "sort" for name, _ in self.pairs)

    def all(self, name: str) -> tuple[str, ...]:
        """Return the values of a parameter."""
        return tuple(value for each, value in self.pairs if each == name)

    def one(self, name: str) -> str:
        """Return the value of a parameter, empty where it is not given."""
        return next(iter(self.all(name)), "")

    def having(self, name: str, value: str) -> bool:
        """Whether a parameter has this value."""
        return (name, value) in self.pairs

    def set(self, **values: str) -> Asked:
        """Return the same with parameters set; an empty value takes them out. ``from_`` stands for ``from``."""
        named = {name.rstrip("_"): value for name, value in values.items()}
        kept = [pair for pair in self.pairs if pair[0] not in named]
        return Asked.of([*kept, *named.items()])

    def toggled(self, name: str, value: str) -> Asked:
        """Return the same with a value taken out where it is in, and put in where it is not."""
        if self.having(name, value):
            return Asked(tuple(pair for pair in self.pairs if pair != (name, value)))
        kept = self.pairs if name in SEVERAL else tuple(pair for pair in self.pairs if pair[0] != name)
        return Asked.of([*kept, (name, value)])

    def address(self, path: str = "/", **more: str | int) -> str:
        """Return the address of a page for what is asked; ``more`` are further parameters."""
        query = urlencode([*self.pairs, *((name, value) for name, value in more.items() if value != "")])
        return f"{path}?{query}" if query else path

    def selection(self, ledger: Ledger) -> Selection:
        """Return the claims that are meant.

        Raises:
            AskedError: a parameter cannot be understood.
            NotInLedgerError: there is no such source or report.
        """
        chosen: dict[str, Any] = {name: self._chosen(name) for name in _CHOICES if name in SEVERAL}
        return Selection(
            words=self.one("q"),
            sources=_rows(ledger, self.all("source")),
            via=_rows(ledger, self.all("via")),
            place=self.one("place"),
            near=_numbers(self.one("near"), 3, Near, marked("Give a point with kilometres, 51.3,35.2,50.")),
            within=_numbers(self.one("box"), 4, Box, marked("Give a box south,west,north,east.")),
            published_from=self._date("from"),
            published_to=self._date("to"),
            event_from=self._date("event_from"),
            event_to=self._date("event_to"),
            language=self.one("language"),
            outlet=self.one("outlet"),
            report=ledger.report(self.one("report")).key if self.one("report") else "",
            min_confidence=self._share("sure"),
            sort=(self._chosen("sort") or ("newest",))[0],
            **chosen,
        )

    def _chosen(self, name: str) -> tuple[Any, ...]:
        values = self.all(name)
        for value in values:
            if value not in _CHOICES[name]:
                raise AskedError(
                    _("%(parameter)s cannot be '%(value)s'.", parameter=name, value=value),
                    _("Give one of %(choices)s.", choices=", ".join(_CHOICES[name])),
                )
        return values

    def _date(self, name: str) -> str:
        value = self.one(name)
        if value and not _DATE.fullmatch(value):
            raise AskedError(_("'%(date)s' is no date.", date=value), _("Give it as 2024, 2024-05 or 2024-05-31."))
        return value

    def _share(self, name: str) -> float:
        try:
            value = float(self.one(name) or 0)
        except ValueError:
            value = -1.0
        if not 0 <= value <= 1:
            raise AskedError(_("'%(value)s' is no confidence.", value=self.one(name)), _("Give a number from 0 to 1."))
        return value


def _rows(ledger: Ledger, names: tuple[str, ...]) -> tuple[int, ...] | None:
    if not names:
        return None
    return tuple(dict.fromkeys(row for name in names for row in ledger.named(name)))


def _numbers(written: str, count: int, make: Callable[..., T], remedy: str) -> T | None:
    if not written:
        return None
    try:
        values = [float(part) for part in written.split(",")]
    except ValueError:
        values = []
    if len(values) != count or not all(abs(value) < 1e6 for value in values):
        raise AskedError(_("'%(value)s' is not understood.", value=written), _(remedy))
    return make(*values)
