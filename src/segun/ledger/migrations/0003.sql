-- A trace by stories: sets of reports that have something to do with each other, each traced by itself. What was traced
-- before is made anew.

DROP TABLE headlines;
DROP TABLE links;
DROP TABLE derivations;
DROP TABLE members;
DROP TABLE groups;
DROP TABLE traces;

CREATE TABLE traces (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    made    TEXT NOT NULL,               -- ISO 8601, UTC
    program TEXT NOT NULL,
    reports INTEGER NOT NULL             -- how many it covers
) STRICT;

CREATE TABLE traced (
    report TEXT PRIMARY KEY,             -- a report's key
    state  TEXT NOT NULL,                -- digest of what its part in the trace depends on
    story  TEXT NOT NULL,                -- the key of the story's first report
    time   REAL NOT NULL,                -- publication in seconds since 1970, infinite where it is not dated
    keys   BLOB NOT NULL                 -- what it is found by: int64, little-endian
) STRICT, WITHOUT ROWID;
CREATE INDEX traced_by_story ON traced(story);

CREATE TABLE groups (
    id          TEXT PRIMARY KEY,
    story       TEXT NOT NULL,
    number      INTEGER NOT NULL,        -- its place in the story
    independent INTEGER NOT NULL,        -- how many independent origins
    carrying    INTEGER NOT NULL,        -- how many reports
    object      TEXT NOT NULL            -- the contract's JSON
) STRICT, WITHOUT ROWID;
CREATE INDEX groups_by_story ON groups(story, number);
CREATE INDEX groups_by_carrying ON groups(carrying, independent, id);

CREATE TABLE members (
    "group" TEXT NOT NULL REFERENCES groups(id) ON DELETE CASCADE,
    claim   TEXT NOT NULL,               -- a claim's key
    report  TEXT NOT NULL                -- a report's key
) STRICT;
CREATE INDEX members_by_group ON members("group");
CREATE INDEX members_by_claim ON members(claim);
CREATE INDEX members_by_report ON members(report);

CREATE TABLE derivations (
    report   TEXT NOT NULL,
    parent   TEXT NOT NULL,
    story    TEXT NOT NULL,
    lost     INTEGER NOT NULL,           -- statements whose attribution got lost
    circular INTEGER NOT NULL,
    object   TEXT NOT NULL,              -- the contract's JSON
    PRIMARY KEY (report, parent)
) STRICT, WITHOUT ROWID;
CREATE INDEX derivations_by_parent ON derivations(parent);
CREATE INDEX derivations_by_story ON derivations(story);
CREATE INDEX derivations_lost ON derivations(report, parent) WHERE lost;
CREATE INDEX derivations_circular ON derivations(report, parent) WHERE circular;

CREATE TABLE links (
    a      TEXT NOT NULL,                -- ids of groups
    b      TEXT NOT NULL,
    kind   TEXT NOT NULL,
    story  TEXT NOT NULL,
    object TEXT NOT NULL                 -- the contract's JSON
) STRICT;
CREATE INDEX links_by_a ON links(a);
CREATE INDEX links_by_b ON links(b);
CREATE INDEX links_by_story ON links(story);
CREATE INDEX links_by_kind ON links(kind, a, b);

CREATE TABLE headlines (
    report TEXT NOT NULL,
    story  TEXT NOT NULL,
    object TEXT NOT NULL                 -- JSON: what the body attributes, what the headline asserts
) STRICT;
CREATE INDEX headlines_by_report ON headlines(report);
CREATE INDEX headlines_by_story ON headlines(story);
