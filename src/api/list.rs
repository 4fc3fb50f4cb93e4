//! Decodes a long list in time slices, because the browser's JSON parser cannot be interrupted.

use js_sys::JsString;
use letasyl_contract::{FromJson, IfReadable};

use super::client::ResponseBody;
use super::error::{ApiError, Failure};
use super::json::Parsed;
use crate::platform::time_slice::TimeSlice;

/// How much is parsed in one go, in characters: a millisecond or two of work.
const PART: u32 = 50_000;

/// What stands between two objects of a list as services write it. It also stands where a text ends in `},{`: a part cut
/// there ends within a string, which no JSON parser takes, so the next place is tried.
const BETWEEN: &str = "},{\"";

/// A list as the backend sent it.
pub(crate) struct List<T> {
    /// The elements that can be read.
    pub readable: Vec<T>,
    /// How many elements cannot be read.
    pub unread: usize,
    /// The version of the list, from the response's `ETag`.
    pub version: Option<String>,
}

impl<T: FromJson> List<T> {
    pub(super) async fn decode(body: ResponseBody) -> Result<Self, ApiError> {
        let version = body.version().map(str::to_owned);
        let all = decode_list::<IfReadable<T>>(body).await?;
        let count = all.len();
        let readable: Vec<T> = all.into_iter().filter_map(|element| element.0).collect();
        let unread = count - readable.len();
        Ok(Self { readable, unread, version })
    }
}

/// Decodes a JSON array of objects that contain no arrays.
pub(crate) async fn decode_list<T: FromJson>(body: ResponseBody) -> Result<Vec<T>, ApiError> {
    let mut slice = TimeSlice::new();
    let mut all = Vec::new();
    let text = body.text();
    let (mut start, mut from) = (0, PART);
    loop {
        // The place of the comma; 0 where there is none left.
        let comma = text.index_of(BETWEEN, i32::try_from(from).unwrap_or(i32::MAX)) + 1;
        let comma = u32::try_from(comma).unwrap_or(0);
        let end = if comma > 0 { comma } else { text.length() };
        let open = if start > 0 { "[" } else { "" };
        let close = if comma > 0 { "]" } else { "" };
        let part = JsString::from(open).concat(&text.substring(start, end)).concat(&close.into());
        match Parsed::parse(&part) {
            Some(json) => {
                let items = Vec::from_json(&json).map_err(|_| unreadable(&body))?;
                all.extend(items);
                start = comma + 1;
                from = start + PART;
            }
            None if comma > 0 => from = comma,
            None => return Err(unreadable(&body)),
        }
        if comma == 0 {
            return Ok(all);
        }
        slice.yield_if_over().await;
    }
}

fn unreadable(body: &ResponseBody) -> ApiError {
    body.failure(ApiError::of(Failure::Unreadable))
}
