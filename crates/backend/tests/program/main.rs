//! The program itself: how it starts, refuses to start, logs and ends.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod audit;
mod crash;
mod ends;
mod faults;
mod load;
mod log;
mod proxy;
mod running;
mod starts;
