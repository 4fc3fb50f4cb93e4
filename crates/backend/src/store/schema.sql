-- Version 1.

-- One row. `texts_version` counts the changes to texts and groups: with `identity` it makes an ETag that costs one
-- look-up, whatever the number of texts.
CREATE TABLE state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    identity TEXT NOT NULL,
    texts_version INTEGER NOT NULL
) STRICT;

CREATE TABLE groups (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- `number` keeps the order in which texts were created.
CREATE TABLE texts (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL CHECK (text <> ''),
    display_text TEXT NOT NULL CHECK (display_text <> ''),
    group_id TEXT REFERENCES groups (id)
) STRICT;

CREATE INDEX texts_of_group ON texts (group_id, number);

-- One table for all four writes: an id is spent by whichever comes first.
CREATE TABLE request_ids (
    id TEXT PRIMARY KEY,
    operation TEXT NOT NULL,
    seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Only the token's hash: whoever reads the file cannot sign in with it. Times in milliseconds since 1970.
CREATE TABLE sessions (
    token_hash BLOB PRIMARY KEY,
    user_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The demo people. `fejlkode`: what the operator answers instead of data. `data`: the answer's JSON; absent where
-- there is none.
CREATE TABLE citizens (
    cpr TEXT PRIMARY KEY,
    job_centre TEXT NOT NULL,
    referred INTEGER NOT NULL,
    slow INTEGER NOT NULL,
    fejlkode INTEGER,
    data TEXT
) STRICT, WITHOUT ROWID;
