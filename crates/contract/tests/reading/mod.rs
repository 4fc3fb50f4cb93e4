//! Reading answers as the front end does, with a parser that runs natively.

use letasyl_contract::{Answer, AnswerFault};

/// Reads an answer from the text of its body.
pub fn read<A: Answer>(body: &str) -> Result<A, AnswerFault> {
    let json: Option<serde_json::Value> = serde_json::from_str(body).ok();
    A::decode(json.as_ref().as_ref())
}
