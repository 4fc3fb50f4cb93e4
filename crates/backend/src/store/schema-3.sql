-- Version 3: reading the audit log relies on no index. One that was tampered with hid entries, and few ever ask for one
-- citizen's.

DROP INDEX audit_of_cpr;
