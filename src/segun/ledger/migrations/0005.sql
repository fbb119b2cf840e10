-- The people of the desk: who may do what, what they did, and what the desk keeps for them.

CREATE TABLE users (
    id       INTEGER PRIMARY KEY,
    folded   TEXT NOT NULL UNIQUE,       -- the name with its cases folded: two that differ in case only are one
    name     TEXT NOT NULL,
    password TEXT NOT NULL,              -- argon2id, with its salt and parameters
    role     TEXT NOT NULL CHECK (role IN ('reader', 'reviewer', 'admin')),
    made     TEXT NOT NULL,              -- ISO 8601, UTC
    disabled TEXT,                       -- since when; empty where the account can be used
    epoch    INTEGER NOT NULL DEFAULT 0  -- a session of another epoch holds no more
) STRICT;

CREATE TABLE ended (
    session TEXT PRIMARY KEY,            -- a session that somebody left before its time
    until   TEXT NOT NULL                -- when it would have ended by itself; then the row may go
) STRICT, WITHOUT ROWID;

CREATE TABLE tokens (
    id      INTEGER PRIMARY KEY,
    user    INTEGER NOT NULL REFERENCES users(id),
    name    TEXT NOT NULL,
    digest  TEXT NOT NULL UNIQUE,        -- SHA-256 of the secret, in hex; the secret itself is kept nowhere
    made    TEXT NOT NULL,
    used    TEXT,                        -- the last time, to ten minutes
    revoked TEXT
) STRICT;
CREATE UNIQUE INDEX tokens_in_force ON tokens(user, name) WHERE revoked IS NULL;

-- Keys and names of people, never words of a report: what was forgotten must not stay here.
CREATE TABLE audit (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      TEXT NOT NULL,
    who     TEXT NOT NULL,               -- empty where nobody is known
    role    TEXT NOT NULL,
    what    TEXT NOT NULL,
    target  TEXT NOT NULL,
    address TEXT NOT NULL,               -- of the network; empty on the command line
    outcome TEXT NOT NULL                -- done, or why it was refused
) STRICT;
CREATE INDEX audit_by_who ON audit(who, id);

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT raise(ABORT, 'the audit is only appended to');
END;

CREATE TRIGGER audit_is_not_removed BEFORE DELETE ON audit
BEGIN
    SELECT raise(ABORT, 'the audit is only appended to');
END;

CREATE TABLE searches (
    id    INTEGER PRIMARY KEY,
    owner INTEGER REFERENCES users(id),  -- empty where it is everybody's
    name  TEXT NOT NULL,
    query TEXT NOT NULL,                 -- as in an address, after the question mark
    made  TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX searches_by_owner ON searches(coalesce(owner, 0), name);

CREATE TABLE keys (
    name   TEXT PRIMARY KEY,
    secret TEXT NOT NULL                 -- hex; what the desk signs with
) STRICT, WITHOUT ROWID;
