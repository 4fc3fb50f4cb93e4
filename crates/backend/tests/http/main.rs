//! The service as its clients meet it: every row of the interface's description, through the router, on a database
//! file of the test's own. One program with a file for each operation, so that it is linked once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod arbitrary;
mod audit;
mod audit_chain;
mod create_text;
mod delete_text;
mod errors;
mod get_all_groups;
mod get_integrationslovsdata;
mod get_integrationslovsdata_pdf;
mod get_text;
mod get_texts;
mod headers;
mod limits;
mod openapi;
mod permissions;
mod reply;
mod same_instant;
mod session;
mod session_attacks;
mod site;
mod support;
mod transfer;
mod update_text;
