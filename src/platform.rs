//! What the browser offers, and signals. Knows nothing of the product.

pub(crate) mod blob;
pub(crate) mod browser;
pub mod collation;
pub(crate) mod events;
pub(crate) mod signals;
pub(crate) mod tabs;
pub mod time_slice;
