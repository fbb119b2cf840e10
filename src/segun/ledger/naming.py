"""Sources across reports: which entry a name that a report gives a source belongs to.

A proper name means the same source in every report, as do an outlet's names in the list of outlets and the acronyms
that a report gives an organisation. A name without one (*un portavoz*, *the ministry*) means a source of its text
only. What goes beyond that is proposed, and people decide.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator

from segun.ledger import chain
from segun.model import Source
from segun.outlets import Outlets
from segun.outlets.names import key as form_of

_NAMED = frozenset({"person", "organisation", "document", "place"})
_ACRONYM_FROM = frozenset({"organisation", "document"})


def is_shared(name: str, kind: str) -> bool:
    """Whether a source's name says who it is beyond its text: it holds a proper name.

    Args:
        name: the fullest name that the report gives.
        kind: the source's kind.
    """
    if kind not in _NAMED:
        return False
    kept = set(form_of(name).split())
    return any(_stands_out(word[:1]) and form_of(word) in kept for word in name.replace("-", " ").split())


def resolve(connection: sqlite3.Connection, source: Source, text_id: str, outlets: Outlets) -> int:
    """Return the row of a source's name, made now where the ledger never met it; the caller holds the write lock."""
    if not is_shared(source.name, source.kind):
        form = f"{text_id[:16]} {source.id} {form_of(source.name)}"
        return _known(connection, form) or _new(connection, form, source.name, source.kind, shared=False)
    form = form_of(source.name)
    row = _known(connection, form)
    if row is None:
        home = _home(connection, source, outlets)
        if home is None:
            row = _new(connection, form, source.name, source.kind, shared=True)
        else:  # an outlet's own name came in with its entry
            row = _known(connection, form) or _joined(connection, form, source.name, home)
    for alias in _speaking(source):
        if _known(connection, form_of(alias)) is None:
            home = connection.execute("SELECT home FROM names WHERE id = ?", (row,)).fetchone()[0]
            _joined(connection, form_of(alias), alias, home)
    return row


def newest(connection: sqlite3.Connection) -> int:
    """Return the row of the name that came last, 0 where there is none."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM names").fetchone()[0])


def settle(connection: sqlite3.Connection) -> None:
    """Give every name the source that the program gave it, then what people decided; the caller holds the lock."""
    connection.execute("UPDATE names SET source = home WHERE source <> home")
    connection.execute("UPDATE sources SET shown = NULL WHERE shown IS NOT NULL")
    for decision in chain.in_force(chain.on_sources(connection)):
        body = decision.body or {}
        target = row_of(connection, decision.target)
        if target is None:
            continue
        if decision.kind == "merge":
            other = row_of(connection, str(body.get("source")))
            if other is not None:
                connection.execute("UPDATE names SET source = ? WHERE source = ?", (target, other))
        elif decision.kind == "split":
            into = row_of(connection, str(body.get("into")))
            for form in body.get("names", ()) if into is not None else ():
                connection.execute("UPDATE names SET source = ? WHERE form = ?", (into, form))
        elif decision.kind == "rename":
            connection.execute("UPDATE sources SET shown = ? WHERE id = ?", (str(body.get("name")), target))


def row_of(connection: sqlite3.Connection, key: str) -> int | None:
    """Return the row of the source with this key."""
    row = connection.execute("SELECT id FROM sources WHERE key = ?", (key,)).fetchone()
    return int(row[0]) if row else None


def apart(connection: sqlite3.Connection, form: str, name: str, kind: str) -> str:
    """Return the key of the source that a name gets where people split it off; the caller holds the lock."""
    key = _key(f"apart {form}")
    connection.execute("INSERT OR IGNORE INTO sources (key, name, kind, shared) VALUES (?, ?, ?, 1)", (key, name, kind))
    return key


def _stands_out(letter: str) -> bool:
    """Whether a letter may begin a proper name: it is a capital, or of a script that has none."""
    return letter.isalpha() and not letter.islower()


def _home(connection: sqlite3.Connection, source: Source, outlets: Outlets) -> int | None:
    """Return the source that a new name belongs to: an outlet by its list, an organisation by its acronym."""
    for name in (source.name, *_speaking(source)):
        outlet = outlets.of_name(name)
        if outlet is not None:
            form = form_of(outlet.name)
            row = _known(connection, form) or _new(connection, form, outlet.name, "organisation", shared=True)
            return _home_of(connection, row)
    for alias in _speaking(source):
        found = _known(connection, form_of(alias))
        if found is not None:
            return _home_of(connection, found)
    return None


def _home_of(connection: sqlite3.Connection, name: int) -> int:
    return int(connection.execute("SELECT home FROM names WHERE id = ?", (name,)).fetchone()[0])


def _speaking(source: Source) -> Iterator[str]:
    """Yield the aliases that mean the source in other reports too; a surname or *the agency* does not."""
    if source.kind in _ACRONYM_FROM:
        yield from (each for each in source.aliases if each.isupper() and 2 <= len(each) <= 10 and each.isalpha())


def _known(connection: sqlite3.Connection, form: str) -> int | None:
    row = connection.execute("SELECT id FROM names WHERE form = ?", (form,)).fetchone()
    return int(row[0]) if row else None


def _new(connection: sqlite3.Connection, form: str, name: str, kind: str, *, shared: bool) -> int:
    made = connection.execute(
        "INSERT INTO sources (key, name, kind, shared) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (key) DO UPDATE SET name = excluded.name RETURNING id",
        (_key(form), name, kind, int(shared)),
    ).fetchone()[0]
    return _joined(connection, form, name, made)


def _joined(connection: sqlite3.Connection, form: str, name: str, home: int) -> int:
    """Add a name to a source; :func:`settle` moves it where people merged or split."""
    made = connection.execute(
        "INSERT INTO names (form, name, home, source) VALUES (?, ?, ?, ?) RETURNING id", (form, name, home, home)
    )
    return int(made.fetchone()[0])


def _key(form: str) -> str:
    return hashlib.sha256(form.encode("utf-8", "surrogatepass")).hexdigest()[:10]
