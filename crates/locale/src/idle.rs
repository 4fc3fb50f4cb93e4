//! How long a citizen's data stay on a page that nobody uses. The words are made of the same numbers.

macro_rules! idle_warning_minutes {
    () => {
        "10"
    };
}
macro_rules! idle_limit_minutes {
    () => {
        "15"
    };
}
pub(crate) use {idle_limit_minutes, idle_warning_minutes};

/// After how many minutes without use the page warns.
pub const IDLE_WARNING_MINUTES: u32 = number(idle_warning_minutes!());
/// After how many minutes without use the page is cleared.
pub const IDLE_LIMIT_MINUTES: u32 = number(idle_limit_minutes!());

const fn number(digits: &str) -> u32 {
    match u32::from_str_radix(digits, 10) {
        Ok(number) => number,
        Err(_) => 0,
    }
}

// The warning comes first, and both are numbers.
const _: () = assert!(0 < IDLE_WARNING_MINUTES && IDLE_WARNING_MINUTES < IDLE_LIMIT_MINUTES);
