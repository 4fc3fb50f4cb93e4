//! Who and what there is to try the service with: invented people, invented texts.
//!
//! Every CPR is a 29 February of a year that had none, so that it can be nobody's. Values of code lists are
//! invented, too: the real ones are not known.

mod citizens;
mod hard;
mod phrases;
mod texts;
mod users;

pub use citizens::citizens_to_try;
pub use texts::{groups, texts};
pub use users::users;

use crate::store::{Store, StoreError};

/// Puts the demo people into the store, and the texts where it has none yet.
pub async fn seed(store: &Store, number_of_texts: u32) -> Result<(), StoreError> {
    let citizens = citizens::citizens().map_err(|_| StoreError::new("a demo citizen is not as documented"))?;
    store.seed_citizens(citizens).await?;
    store.seed_texts(groups(), texts(number_of_texts)).await
}
