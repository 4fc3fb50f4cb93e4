//! Limits on what users and requests take: calls, attempts, memory, log entries. They know nothing of HTTP.

mod fair_limit;
mod log_limit;
mod rate_limit;
mod refusal_limit;
mod sign_in_limiter;

pub use fair_limit::FairLimit;
pub use log_limit::LogLimit;
pub use rate_limit::RateLimit;
pub use refusal_limit::RefusalLimit;
pub use sign_in_limiter::SignInLimiter;
