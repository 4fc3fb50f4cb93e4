//! What the backend says of faults.

word_group! {
    /// Fixed words of the backend's error bodies.
    pub struct ServerWords {
        unauthorised = "Du er ikke logget ind", "You are not signed in";
    }
}
