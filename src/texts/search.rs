//! Finding texts: what is asked for, what matches, and the job that goes through all texts in steps.

pub(in crate::texts) mod job;
pub(in crate::texts) mod live;
pub(in crate::texts) mod matcher;
pub(in crate::texts) mod query;
pub(in crate::texts) mod results;
pub(in crate::texts) mod url;
