-- Texts, and the reports that carry them: a text at its place and time. Ten outlets with the same words are ten reports
-- and one text.

CREATE TABLE texts (
    id     INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,    -- of the text in UTF-8, in hex: the contract's text_id
    text   TEXT NOT NULL,
    bare   INTEGER NOT NULL         -- 1 where it is written without any accent, so that n may stand for ñ
) STRICT;

CREATE TABLE analyses (
    id            INTEGER PRIMARY KEY,
    text          INTEGER NOT NULL REFERENCES texts(id),
    circumstances TEXT NOT NULL,    -- what else of a report it depends on: language, day of publication, title
    program       TEXT NOT NULL,    -- version and settings of what made it
    made          TEXT NOT NULL,    -- ISO 8601, UTC
    language      TEXT,             -- given, or told from the text
    object        BLOB NOT NULL,    -- what the program found: the contract's JSON without its report, zlib
    UNIQUE (text, circumstances, program)
) STRICT;

CREATE TABLE reports (
    id            INTEGER PRIMARY KEY,
    report_id     TEXT NOT NULL UNIQUE,  -- the contract's id: differs where text, outlet, location or published differ
    key           TEXT NOT NULL UNIQUE,  -- what people call it
    text          INTEGER NOT NULL REFERENCES texts(id),
    analysis      INTEGER NOT NULL REFERENCES analyses(id),  -- the one in force
    place         TEXT,                  -- address or path where it was read
    version       INTEGER NOT NULL,      -- counted from 1 among the reports of one place
    outlet        TEXT,
    outlet_id     INTEGER REFERENCES outlets(id),
    published     TEXT,
    retrieved     TEXT,
    title         TEXT,
    byline        TEXT,
    language      TEXT,
    credits       TEXT NOT NULL,         -- JSON
    input         TEXT,                  -- JSON: how it was read
    added         TEXT NOT NULL          -- ISO 8601, UTC
) STRICT;
CREATE INDEX reports_by_place ON reports(place, version);
CREATE INDEX reports_by_text ON reports(text);
CREATE INDEX reports_by_analysis ON reports(analysis);
CREATE INDEX reports_by_published ON reports(published);
CREATE INDEX reports_by_added ON reports(added);

-- Runs of `add`, each time that a run met a report, and what it could not read.

CREATE TABLE runs (
    id      INTEGER PRIMARY KEY,
    command TEXT NOT NULL,
    program TEXT NOT NULL,
    started TEXT NOT NULL,
    ended   TEXT                         -- empty where it was cut off
) STRICT;

CREATE TABLE sightings (
    report INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
    run    INTEGER NOT NULL REFERENCES runs(id),
    at     TEXT NOT NULL
) STRICT;
CREATE INDEX sightings_by_report ON sightings(report);

CREATE TABLE failures (
    run     INTEGER NOT NULL REFERENCES runs(id),
    place   TEXT NOT NULL,
    problem TEXT NOT NULL,
    remedy  TEXT NOT NULL
) STRICT;

-- Sources: one entry each, and every name that reports give it. A merge moves names' reading, never the names.

CREATE TABLE outlets (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL UNIQUE,
    country TEXT,                        -- ISO 3166-1 alpha-2
    owner   TEXT,
    state   TEXT,
    given   INTEGER NOT NULL,            -- 1 where it is of the user's own list
    object  TEXT NOT NULL                -- JSON: all that is known of it
) STRICT;

CREATE TABLE sources (
    id     INTEGER PRIMARY KEY,
    key    TEXT NOT NULL UNIQUE,
    name   TEXT NOT NULL,                -- as a report gave it first, or the list of outlets
    shown  TEXT,                         -- what people call it, where they renamed it
    kind   TEXT NOT NULL,
    shared INTEGER NOT NULL              -- 1 where the same name in another text means the same source
) STRICT;

CREATE TABLE names (
    id     INTEGER PRIMARY KEY,
    form   TEXT NOT NULL UNIQUE,         -- the name folded; with the text's digest before it where it is not shared
    name   TEXT NOT NULL,
    home   INTEGER NOT NULL REFERENCES sources(id),  -- as the program has it
    source INTEGER NOT NULL REFERENCES sources(id)   -- after merges and splits by people
) STRICT;
CREATE INDEX names_by_source ON names(source);
CREATE INDEX names_by_home ON names(home);

-- The claims of the analyses in force, after what people decided: made anew from analyses and decisions at any time.

CREATE TABLE claims (
    id         INTEGER PRIMARY KEY,
    analysis   INTEGER NOT NULL REFERENCES analyses(id) ON DELETE CASCADE,
    key        TEXT NOT NULL,            -- the same in every analysis of this text that finds these words
    number     INTEGER NOT NULL,         -- in reading order, from 1
    name       TEXT NOT NULL,            -- the claim's id in its analysis
    content    TEXT NOT NULL,
    factuality TEXT NOT NULL,
    speech_act TEXT NOT NULL,
    quotation  TEXT NOT NULL,
    confidence REAL NOT NULL,
    depth      INTEGER NOT NULL,         -- how many relays; 0 where the report itself asserts it
    continued  INTEGER NOT NULL,
    headline   INTEGER NOT NULL,
    parent     TEXT,                     -- the key of the claim that it is nested in
    condition  TEXT,
    review     TEXT NOT NULL             -- unreviewed, accepted, corrected, rejected
) STRICT;
CREATE INDEX claims_by_analysis ON claims(analysis, number);
CREATE INDEX claims_by_key ON claims(key);

CREATE TABLE relays (
    claim     INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
    level     INTEGER NOT NULL,          -- from 1, the one nearest to the reader
    innermost INTEGER NOT NULL,
    name      INTEGER REFERENCES names(id),  -- empty where the wording names nobody
    cue       TEXT NOT NULL,
    how       TEXT NOT NULL,
    PRIMARY KEY (claim, level)
) STRICT, WITHOUT ROWID;
CREATE INDEX relays_by_name ON relays(name, innermost);

CREATE TABLE times (
    id         INTEGER PRIMARY KEY,
    claim      INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
    words      TEXT NOT NULL,
    type       TEXT NOT NULL,
    value      TEXT,                     -- TIMEX3; XXXX where the year is unknown
    first      TEXT,                     -- the first and last day that the value covers; empty where it is open
    last       TEXT,
    relates_to TEXT
) STRICT;
CREATE INDEX times_by_claim ON times(claim);
CREATE INDEX times_by_first ON times(first);

CREATE TABLE places (
    id           INTEGER PRIMARY KEY,
    claim        INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
    words        TEXT NOT NULL,
    name         TEXT,
    form         TEXT,                   -- the name folded
    kind         TEXT,
    country      TEXT,
    lat          REAL,
    lon          REAL,
    inside       TEXT,
    gazetteer_id TEXT,
    metonymy     INTEGER NOT NULL
) STRICT;
CREATE INDEX places_by_claim ON places(claim);
CREATE INDEX places_by_form ON places(form);

CREATE TABLE quantities (
    id          INTEGER PRIMARY KEY,
    claim       INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
    words       TEXT NOT NULL,
    value       REAL,
    value_max   REAL,
    unit        TEXT,
    approximate INTEGER NOT NULL
) STRICT;
CREATE INDEX quantities_by_claim ON quantities(claim);

CREATE VIRTUAL TABLE points USING rtree(id, south, north, west, east);  -- id of places, without areas

-- Words of claims, folded and stemmed by the program: `marked` keeps ñ, `bare` is of texts that have none.
CREATE VIRTUAL TABLE words USING fts5(marked, bare, tokenize = "unicode61 remove_diacritics 0", detail = full);

-- Decisions: a chain of hashes. Contents can be forgotten; the chain still holds, for it is over their digests.

CREATE TABLE decisions (
    number  INTEGER PRIMARY KEY,         -- 1, 2, 3 …
    id      TEXT NOT NULL UNIQUE,        -- SHA-256 over all other columns and the id before
    kind    TEXT NOT NULL,
    target  TEXT NOT NULL,
    "by"    TEXT NOT NULL,
    at      TEXT NOT NULL,
    content TEXT NOT NULL                -- digest of the salted content
) STRICT;
CREATE INDEX decisions_by_target ON decisions(target);

CREATE TABLE contents (
    decision INTEGER PRIMARY KEY REFERENCES decisions(number),
    salt     TEXT NOT NULL,
    body     TEXT NOT NULL,              -- JSON: what it sets, and why
    text     INTEGER                     -- of the claim or report that it is about
) STRICT;

CREATE TABLE tombstones (
    digest TEXT PRIMARY KEY,             -- of what was forgotten: a text's sha256, or a report's id
    kind   TEXT NOT NULL,
    why    TEXT NOT NULL,
    "by"   TEXT NOT NULL,
    at     TEXT NOT NULL
) STRICT;
