-- Version 3.

-- Reading the audit log relies on no index. One that was tampered with hid entries, and few ever ask for one
-- citizen's.

DROP INDEX audit_of_cpr;

-- One row, which changes whenever somebody asks whether the database can be written.
CREATE TABLE probe (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    count INTEGER NOT NULL
) STRICT;

INSERT INTO probe (one, count) VALUES (1, 0);
