-- Version 2: the audit log.

-- Every use of the service, one entry each. `hash` covers the entry and the hash of the one before it. Times in
-- milliseconds since 1970. What is not known of a use, or cannot be, is absent.
CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    event TEXT NOT NULL,
    user_id TEXT,
    user_name TEXT,
    organisation_type TEXT,
    organisation_code TEXT,
    organisation_name TEXT,
    cpr TEXT,
    criterion TEXT,
    request_id TEXT,
    status INTEGER,
    problem TEXT,
    fejlkode INTEGER,
    trace TEXT,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE INDEX audit_of_cpr ON audit (cpr, number) WHERE cpr IS NOT NULL;

-- One row: up to which entry the log was pruned, with that entry's hash, and its newest entry.
CREATE TABLE audit_ends (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    pruned_to INTEGER NOT NULL,
    pruned_hash BLOB NOT NULL,
    head INTEGER NOT NULL,
    head_hash BLOB NOT NULL
) STRICT;

INSERT INTO audit_ends (one, pruned_to, pruned_hash, head, head_hash) VALUES (1, 0, zeroblob(32), 0, zeroblob(32));

-- Append only. Whoever can write the file can take these away; that, the chain shows.
CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is append only'); END;

CREATE TRIGGER audit_keeps_what_is_not_pruned BEFORE DELETE ON audit
WHEN OLD.number > (SELECT pruned_to FROM audit_ends)
BEGIN SELECT RAISE(ABORT, 'the audit log is append only'); END;

CREATE TRIGGER audit_leaves_no_gap BEFORE INSERT ON audit
WHEN NEW.number IS NOT (SELECT head + 1 FROM audit_ends)
BEGIN SELECT RAISE(ABORT, 'an audit entry follows the newest one'); END;

CREATE TRIGGER audit_knows_its_head AFTER INSERT ON audit
BEGIN UPDATE audit_ends SET head = NEW.number, head_hash = NEW.hash; END;

CREATE TRIGGER audit_ends_only_grow BEFORE UPDATE ON audit_ends
WHEN NEW.head < OLD.head OR NEW.pruned_to < OLD.pruned_to OR NEW.pruned_to > NEW.head
    OR (NEW.pruned_to <> OLD.pruned_to AND NEW.pruned_hash IS NOT (SELECT hash FROM audit WHERE number = NEW.pruned_to))
BEGIN SELECT RAISE(ABORT, 'the audit log is append only'); END;

CREATE TRIGGER audit_ends_stay BEFORE DELETE ON audit_ends
BEGIN SELECT RAISE(ABORT, 'the audit log is append only'); END;

CREATE TRIGGER audit_ends_are_one BEFORE INSERT ON audit_ends
BEGIN SELECT RAISE(ABORT, 'the audit log is append only'); END;
