//! The service behind the front end, in its embedded role: it answers the nine operations itself from SQLite, with
//! demo people and texts, keeps the front end's sessions, and serves the built site.
//!
//! The way of a request: [`router`] → log, headers, origin → pipeline (session, right, media type, size, faults) → an
//! operation → store or operator → the audit log → the contract's answer, or a [`Failure`], which becomes a body in one
//! place.
//!
//! What an operation is stands in `letasyl-contract`, and every word of Danish in `letasyl-locale`: this crate knows
//! neither a path, a header nor a right by heart.

mod app;
mod audit;
mod cli;
mod clock;
mod connections;
pub mod demo;
mod failure;
mod http;
mod limits;
pub mod log;
mod openapi;
mod operations;
mod operator;
mod pdf;
mod router;
mod server;
mod session;
mod settings;
mod site;
mod store;

pub use app::App;
pub use cli::{AuditCommand, AuditError, Command, Flags, run_audit};
pub use clock::Clock;
pub use failure::Failure;
pub use openapi::document as openapi_document;
pub use router::router;
pub use server::{StartError, serve};
pub use settings::Settings;
pub use site::{Site, SiteError};
pub use store::{AuditBroken, AuditEntry, AuditFilter, AuditHead, AuditRow, OpenError, Pruned, Store, StoreError};
