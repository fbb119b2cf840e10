-- What `trace` found: groups of statements that assert the same, who has what from whom, and what contradicts what.
-- Made anew from the analyses and decisions at any time.

CREATE TABLE traces (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    made    TEXT NOT NULL,               -- ISO 8601, UTC
    program TEXT NOT NULL,
    reports INTEGER NOT NULL,            -- how many it covers
    state   TEXT NOT NULL                -- digest of the analyses and decisions that it was made from
) STRICT;

CREATE TABLE groups (
    id          TEXT PRIMARY KEY,
    independent INTEGER NOT NULL,        -- how many independent origins
    carrying    INTEGER NOT NULL,        -- how many reports
    object      TEXT NOT NULL            -- the contract's JSON
) STRICT, WITHOUT ROWID;

CREATE TABLE members (
    "group" TEXT NOT NULL REFERENCES groups(id) ON DELETE CASCADE,
    claim   TEXT NOT NULL,               -- a claim's key
    report  TEXT NOT NULL                -- a report's key
) STRICT;
CREATE INDEX members_by_group ON members("group");
CREATE INDEX members_by_claim ON members(claim);
CREATE INDEX members_by_report ON members(report);

CREATE TABLE derivations (
    report TEXT NOT NULL,
    parent TEXT NOT NULL,
    object TEXT NOT NULL,                -- the contract's JSON
    PRIMARY KEY (report, parent)
) STRICT, WITHOUT ROWID;
CREATE INDEX derivations_by_parent ON derivations(parent);

CREATE TABLE links (
    a      TEXT NOT NULL,                -- ids of groups
    b      TEXT NOT NULL,
    object TEXT NOT NULL                 -- the contract's JSON
) STRICT;
CREATE INDEX links_by_a ON links(a);
CREATE INDEX links_by_b ON links(b);

CREATE TABLE headlines (
    report TEXT NOT NULL,
    object TEXT NOT NULL                 -- JSON: what the body attributes, what the headline asserts
) STRICT;
CREATE INDEX headlines_by_report ON headlines(report);
