"""The accounts of the people who use a ledger, their tokens, and the keys that their sessions are signed with.

Every function works on a connection that :meth:`Ledger.reading` or :meth:`Ledger.writing` lends.
"""

from __future__ import annotations

import secrets
import sqlite3
import unicodedata
from dataclasses import dataclass
from typing import Literal, get_args

from segun.ledger.errors import LedgerError, NotInLedgerError

Role = Literal["reader", "reviewer", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
"""Each may do what those before it may."""
LONGEST_NAME = 100
"""Characters."""
_USER = "SELECT u.id, u.name, u.role, u.made, u.disabled, u.epoch FROM users u"
_TOKEN = "SELECT t.id, u.name, t.name, t.made, t.used, t.revoked FROM tokens t JOIN users u ON u.id = t.user"  # noqa: S105 – a query


class AccountError(LedgerError):
    """An account that cannot be made or changed so."""


@dataclass(frozen=True, slots=True)
class User:
    """One account."""

    row: int
    name: str
    role: Role
    made: str
    disabled: str | None
    """Since when, in ISO 8601; ``None`` where it can be used."""
    epoch: int
    """A session of another epoch holds no more."""


@dataclass(frozen=True, slots=True)
class Token:
    """What a script uses in place of a password."""

    row: int
    user: str
    name: str
    made: str
    used: str | None
    """The last time, to ten minutes."""
    revoked: str | None


def folded(name: str) -> str:
    """Return what two names that differ in case only have in common."""
    return unicodedata.normalize("NFKC", " ".join(name.split())).casefold()


def users(connection: sqlite3.Connection) -> list[User]:
    """Return all accounts by name."""
    return [User(*row) for row in connection.execute(f"{_USER} ORDER BY u.folded")]


def find(connection: sqlite3.Connection, name: str) -> User | None:
    """Return the account of this name, whatever its case; ``None`` where there is none."""
    row = connection.execute(f"{_USER} WHERE u.folded = ?", (folded(name),)).fetchone()
    return User(*row) if row else None


def user(connection: sqlite3.Connection, name: str) -> User:
    """Return the account of this name.

    Raises:
        NotInLedgerError: there is none.
    """
    found = find(connection, name)
    if found is None:
        raise NotInLedgerError(f"There is no user {name!r}.", "`segun users LEDGER` lists them.")
    return found


def of_row(connection: sqlite3.Connection, row: int) -> User | None:
    """Return the account of a row."""
    found = connection.execute(f"{_USER} WHERE u.id = ?", (row,)).fetchone()
    return User(*found) if found else None


def password(connection: sqlite3.Connection, row: int) -> str:
    """Return the argon2 hash of an account's password."""
    return str(connection.execute("SELECT password FROM users WHERE id = ?", (row,)).fetchone()[0])


def add(connection: sqlite3.Connection, name: str, password: str, role: Role, *, at: str) -> User:
    """Make an account.

    Args:
        connection: in a transaction.
        name: as it will stand beside decisions.
        password: its argon2 hash.
        role: what it may do.
        at: ISO 8601 in UTC.

    Raises:
        AccountError: the name cannot be, or is taken.
    """
    name = _proper(name)
    if find(connection, name) is not None:
        raise AccountError(f"There is a user {name!r} already.", "Choose another name, or change that account.")
    connection.execute(
        "INSERT INTO users (folded, name, password, role, made) VALUES (?, ?, ?, ?, ?)",
        (folded(name), name, password, role, at),
    )
    return user(connection, name)


def set_password(connection: sqlite3.Connection, name: str, password: str) -> None:
    """Set an account's password, by its hash; every session of the account ends, its tokens hold on."""
    row = user(connection, name).row
    connection.execute("UPDATE users SET password = ?, epoch = epoch + 1 WHERE id = ?", (password, row))


def rehash(connection: sqlite3.Connection, row: int, before: str, after: str) -> None:
    """Put a new hash of the same password in place of an old one, unless the password was changed meanwhile."""
    connection.execute("UPDATE users SET password = ? WHERE id = ? AND password = ?", (after, row, before))


def set_role(connection: sqlite3.Connection, name: str, role: Role) -> None:
    """Set what an account may do; it holds from the next request on.

    Raises:
        AccountError: it is the last admin that can be used.
    """
    found = user(connection, name)
    if role != "admin":
        _keep_an_admin(connection, found)
    connection.execute("UPDATE users SET role = ? WHERE id = ?", (role, found.row))


def disable(connection: sqlite3.Connection, name: str, *, at: str) -> None:
    """Close an account; its sessions end at once, its tokens do not work until it is opened again.

    Raises:
        AccountError: it is the last admin that can be used.
    """
    found = user(connection, name)
    _keep_an_admin(connection, found)
    connection.execute(
        "UPDATE users SET disabled = coalesce(disabled, ?), epoch = epoch + 1 WHERE id = ?", (at, found.row)
    )


def enable(connection: sqlite3.Connection, name: str) -> None:
    """Open an account again; people have to log in anew."""
    connection.execute("UPDATE users SET disabled = NULL WHERE id = ?", (user(connection, name).row,))


def end(connection: sqlite3.Connection, session: str, *, until: str, now: str) -> None:
    """Write down that a session was left, until it would have ended by itself."""
    connection.execute("DELETE FROM ended WHERE until < ?", (now,))
    connection.execute("INSERT OR IGNORE INTO ended VALUES (?, ?)", (session, until))


def has_ended(connection: sqlite3.Connection, session: str) -> bool:
    """Whether somebody left a session before its time."""
    return connection.execute("SELECT 1 FROM ended WHERE session = ?", (session,)).fetchone() is not None


def tokens(connection: sqlite3.Connection, name: str | None = None) -> list[Token]:
    """Return the tokens, those of one account or of all, revoked ones too."""
    where, values = ("", ()) if name is None else (" WHERE u.id = ?", (user(connection, name).row,))
    return [Token(*row) for row in connection.execute(f"{_TOKEN}{where} ORDER BY t.id", values)]


def add_token(connection: sqlite3.Connection, user_name: str, name: str, digest: str, *, at: str) -> None:
    """Keep a token by the digest of its secret.

    Raises:
        AccountError: the account has one of this name, or is disabled.
    """
    name, owner = _proper(name), user(connection, user_name)
    if owner.disabled:
        raise AccountError(f"{owner.name} is disabled.", f"Enable it first: segun users LEDGER enable {owner.name!r}.")
    taken = connection.execute(
        "SELECT 1 FROM tokens WHERE user = ? AND name = ? AND revoked IS NULL", (owner.row, name)
    ).fetchone()
    if taken:
        raise AccountError(f"{owner.name} has a token {name!r} already.", "Revoke it first, or choose another name.")
    connection.execute(
        "INSERT INTO tokens (user, name, digest, made) VALUES (?, ?, ?, ?)", (owner.row, name, digest, at)
    )


def bearer(connection: sqlite3.Connection, digest: str) -> tuple[Token, User] | None:
    """Return the token with this digest and its account; ``None`` where either holds no more."""
    row = connection.execute(
        f"{_TOKEN} WHERE t.digest = ? AND t.revoked IS NULL AND u.disabled IS NULL", (digest,)
    ).fetchone()
    return (Token(*row), user(connection, row[1])) if row else None


def touch(connection: sqlite3.Connection, row: int, *, at: str) -> None:
    """Write down that a token was used."""
    connection.execute("UPDATE tokens SET used = ? WHERE id = ?", (at, row))


def revoke(connection: sqlite3.Connection, user_name: str, name: str, *, at: str) -> None:
    """Make a token invalid for good.

    Raises:
        NotInLedgerError: the account has none of this name in force.
    """
    changed = connection.execute(
        "UPDATE tokens SET revoked = ? WHERE user = ? AND name = ? AND revoked IS NULL",
        (at, user(connection, user_name).row, " ".join(name.split())),
    )
    if not changed.rowcount:
        raise NotInLedgerError(
            f"{user_name} has no token {name!r} in force.", "`segun users LEDGER tokens` lists the tokens."
        )


def key(connection: sqlite3.Connection, name: str) -> str:
    """Return a key to sign with, 32 random bytes in hex, made where there is none; the caller holds the write lock."""
    connection.execute("INSERT OR IGNORE INTO keys VALUES (?, ?)", (name, secrets.token_hex(32)))
    return str(connection.execute("SELECT secret FROM keys WHERE name = ?", (name,)).fetchone()[0])


def _proper(name: str) -> str:
    drawn = unicodedata.normalize("NFC", " ".join(name.split()))
    if not drawn or len(drawn) > LONGEST_NAME or any(unicodedata.category(sign)[0] == "C" for sign in drawn):
        raise AccountError(
            f"{name[: 2 * LONGEST_NAME]!r} cannot be a name.",
            f"Give 1 to {LONGEST_NAME} characters without control or direction characters.",
        )
    return drawn


def _keep_an_admin(connection: sqlite3.Connection, leaving: User) -> None:
    if leaving.role != "admin" or leaving.disabled:
        return
    others = connection.execute(
        "SELECT count(*) FROM users WHERE role = 'admin' AND disabled IS NULL AND id <> ?", (leaving.row,)
    ).fetchone()[0]
    if not others:
        raise AccountError(f"{leaving.name} is the only admin.", "Make somebody else admin first.")
