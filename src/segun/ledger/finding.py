"""Claims, reports and sources out of a ledger, as records, lazily."""

from __future__ import annotations

import difflib
import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from segun.lang.states import states_called, states_of
from segun.ledger import chain
from segun.ledger.errors import NotInLedgerError
from segun.ledger.records import Change, Found, Link, Row, StoredReport, StoredSource
from segun.ledger.selection import FEWEST, Selection, sql
from segun.ledger.words import fold
from segun.tongue import gettext as _

_CHUNK = 500
_CLAIM = (
    "c.id, c.key, c.content, c.factuality, c.speech_act, c.quotation, c.confidence, c.review, c.condition, c.headline, "
    "r.key, r.outlet, r.published, r.language"
)
_REPORT = (
    "SELECT r.id, r.report_id, r.key, t.sha256, r.place, r.version, r.outlet, r.published, r.title, r.language, "
    "r.added, (SELECT count(*) FROM claims c WHERE c.analysis = r.analysis AND c.review <> 'rejected'), "
    "(SELECT count(*) FROM sightings s WHERE s.report = r.id) FROM reports r JOIN texts t ON t.id = r.text"
)
_TOKEN = re.compile(r"\w+|[^\w\s]|\s+")


def claims(
    connection: sqlite3.Connection, wanted: Selection, *, limit: int | None = None, skip: int = 0
) -> Iterator[Found]:
    """Yield the claims of a selection, a chunk at a time."""
    text, values = sql(wanted, _CLAIM, limit=limit, skip=skip)
    rows = connection.execute(text, values)
    while chunk := list(islice(rows, _CHUNK)):
        yield from _found(connection, chunk)


def reports(connection: sqlite3.Connection, where: str = "", values: tuple[object, ...] = ()) -> Iterator[StoredReport]:
    """Yield reports in the order in which they came."""
    for row in connection.execute(f"{_REPORT} {where} ORDER BY r.id", values):
        yield StoredReport(*row)


def report(connection: sqlite3.Connection, name: str) -> StoredReport:
    """Return the report with this key, id, or place (its newest version).

    Raises:
        NotInLedgerError: there is none.
    """
    newest = "r.place = ? AND r.version = (SELECT max(version) FROM reports WHERE place = r.place)"
    for where in ("r.key = ?", "r.report_id = ?", newest):
        found = next(reports(connection, f"WHERE {where}", (name,)), None)
        if found:
            return found
    raise NotInLedgerError(
        _("No report is called '%(name)s'.", name=name), _("`segun show LEDGER --reports` lists them.")
    )


def sources(connection: sqlite3.Connection, rows: Iterable[int] | None = None) -> Iterator[StoredSource]:
    """Yield sources with how much they assert, those that assert most first; with ``rows`` these, used or not."""
    only = list(rows) if rows is not None else None
    where = "" if only is None else f"AND s.id IN ({', '.join('?' * len(only))})"
    found = connection.execute(
        "SELECT s.id, s.key, coalesce(s.shown, s.name), s.kind, "
        "(SELECT json_group_array(n.name) FROM names n WHERE n.source = s.id), "
        "count(DISTINCT CASE WHEN l.innermost THEN c.id END) AS asserts, "
        "count(DISTINCT CASE WHEN NOT l.innermost THEN c.id END), count(DISTINCT c.analysis) "
        "FROM sources s JOIN names n ON n.source = s.id LEFT JOIN relays l ON l.name = n.id "
        "LEFT JOIN claims c ON c.id = l.claim AND c.review <> 'rejected' "
        f"WHERE 1 {where} GROUP BY s.id {'' if only else 'HAVING count(l.claim) > 0'} ORDER BY asserts DESC, s.id",
        only or (),
    )
    grades = chain.grades(connection)
    for row, key, name, kind, names, asserts, relayed, reports in found:
        yield StoredSource(
            row, key, name, kind, tuple(_list(names)), asserts, relayed, reports, grades.get(key), _state(name)
        )


def _state(name: str) -> str | None:
    """Return the state that a name stands for, where every language that knows one knows the same."""
    states = states_of(name)
    return next(iter(states)) if len(states) == 1 else None


def source_keys(connection: sqlite3.Connection, report: int) -> list[str]:
    """Return the keys of the sources that a report names, as the program has them and after merges and splits."""
    rows = connection.execute(
        "SELECT DISTINCT s.key FROM reports r JOIN claims c ON c.analysis = r.analysis JOIN relays l ON l.claim = c.id "
        "JOIN names n ON n.id = l.name JOIN sources s ON s.id IN (n.home, n.source) WHERE r.id = ?",
        (report,),
    )
    return [row[0] for row in rows]


def named(connection: sqlite3.Connection, term: str) -> tuple[int, ...]:
    """Return the rows of the sources that a term means: a key, a whole name, or else words of names.

    A state's own name means all that stand for the state too: *Rusia* finds *Moscú* and *el Kremlin*.

    Raises:
        NotInLedgerError: it means none; similar names are told.
    """
    by_key = connection.execute("SELECT id FROM sources WHERE key = ?", (term,)).fetchall()
    if by_key:
        return tuple(row[0] for row in by_key)
    wanted = fold(term.strip())
    exact: set[int] = set()
    parts: set[int] = set()
    words = wanted.split()
    states = states_called(term)
    names = []
    for name, source in connection.execute("SELECT name, source FROM names"):
        folded = fold(name)
        names.append(name)
        if folded == wanted or (states and states & states_of(name)):
            exact.add(source)
        elif words and all(re.search(rf"\b{re.escape(word)}\b", folded) for word in words):
            parts.add(source)
    if exact or parts:
        return tuple(sorted(exact or parts))
    near = difflib.get_close_matches(term, names, n=3)
    hint = _("Did you mean %(names)s?", names=", ".join(near)) if near else _("`segun sources LEDGER` lists them.")
    raise NotInLedgerError(_("No source is called '%(name)s'.", name=term), hint)


def difference(before: str, after: str) -> list[Change]:
    """Return what changed from one text to another, in words."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    found = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=len(old) > 20_000).get_opcodes():
        if tag == "equal":
            found.append(Change("same", "".join(old[a:b])))
            continue
        if b > a:
            found.append(Change("gone", "".join(old[a:b])))
        if d > c:
            found.append(Change("new", "".join(new[c:d])))
    return found


def _found(connection: sqlite3.Connection, rows: list[Row]) -> Iterator[Found]:
    ids = list(dict.fromkeys(row[0] for row in rows))
    relays, times, places = (
        _relays(connection, ids),
        _values(connection, _TIMES, ids),
        _values(connection, _PLACES, ids),
    )
    echoes = _echoes(connection, [row[1] for row in rows])
    for id, key, content, factuality, act, quotation, confidence, review, condition, headline, *where in rows:
        report, outlet, published, language = where
        yield Found(
            key=key,
            report=report,
            outlet=outlet,
            published=published,
            language=language,
            content=content,
            relays=tuple(relays[id]),
            factuality=factuality,
            speech_act=act,
            quotation=quotation,
            confidence=confidence,
            review=review,
            condition=condition,
            headline=bool(headline),
            times=tuple(times[id]),
            places=tuple(places[id]),
            row=id,
            carried=echoes.get(key, (None, None))[0],
            origins=echoes.get(key, (None, None))[1],
        )


_TIMES = "SELECT claim, coalesce(value, words) FROM times WHERE claim IN ({}) ORDER BY id"
_PLACES = "SELECT claim, coalesce(name, words) FROM places WHERE claim IN ({}) ORDER BY id"


def _echoes(connection: sqlite3.Connection, keys: list[str]) -> dict[str, tuple[int | None, int | None]]:
    """Return, by a claim's key, how many reports carry it and how many independent origins it has."""
    rows = connection.execute(
        f'SELECT m.claim, max(g.carrying), {FEWEST} FROM members m JOIN groups g ON g.id = m."group" '
        f"WHERE m.claim IN ({', '.join('?' * len(keys))}) GROUP BY m.claim",
        keys,
    )
    return {claim: (carrying, independent) for claim, carrying, independent in rows}


def _relays(connection: sqlite3.Connection, ids: list[int]) -> defaultdict[int, list[Link]]:
    found: defaultdict[int, list[Link]] = defaultdict(list)
    rows = connection.execute(
        "SELECT l.claim, s.key, coalesce(s.shown, CASE WHEN s.shared THEN s.name ELSE n.name END), l.cue, l.how "
        "FROM relays l LEFT JOIN names n ON n.id = l.name LEFT JOIN sources s ON s.id = n.source "
        f"WHERE l.claim IN ({', '.join('?' * len(ids))}) ORDER BY l.claim, l.level",
        ids,
    )
    for claim, *link in rows:
        found[claim].append(Link(*link))
    return found


def _values(connection: sqlite3.Connection, text: str, ids: list[int]) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for claim, value in connection.execute(text.format(", ".join("?" * len(ids))), ids):
        if value not in found[claim]:
            found[claim].append(value)
    return found


def _list(written: str) -> list[str]:
    return list(dict.fromkeys(json.loads(written)))
