//! Every word that a user reads, in Danish and in English, from one place.
//!
//! Plain structs of strings: a key that has no translation does not compile. The page, the PDF and the backend's
//! faults all take their words here. This crate knows the contract's types and nothing of pages or servers.

#[macro_use]
mod macros;

mod act;
mod citizen;
mod dates;
mod errors;
mod exchange;
mod faults;
mod fields;
mod frame;
mod idle;
mod language;
mod lists;
mod numbers;
mod server;
mod sheet;
mod texts;
mod timeline;
mod values;

pub use act::{ActWords, another_citizen, same_citizen, transfer_of, transferred, transferred_at, under_way};
pub use citizen::{CitizenWords, changes, completeness, copy_of, fetched, nothing_fetched, only_pdf_of, still_shown};
pub use dates::{date, date_time, moment, month_of, time_of_day};
pub use errors::{ErrorWords, FejlkodeWords, Whose, fejlkode, refusal};
pub use exchange::{
    ExchangeWords, carries_out, deletes, deletes_missing, deletes_of, export_as, failed_as_csv, first_names, moves,
    of_all, range, row_number, rows_of, some_failed, time_left, titled, twin, type_number, unclosed,
};
pub use faults::{cpr, fault, pdf_data};
pub use fields::{LanguageColumn, column, field, help, help_for, section};
pub use frame::{FrameWords, end_session_of, organisation, permissions, who_may};
pub use idle::{IDLE_LIMIT_MINUTES, IDLE_WARNING_MINUTES};
pub use language::{Language, Words, server_words, sheet_words, words};
pub use numbers::grouped;
pub use server::ServerWords;
pub use sheet::SheetWords;
pub use texts::{
    NameWords, TextsWords, all_found, chosen_count, count, counting, filter_and_sort, not_read, of_them_hidden,
    order_of, show_texts, sorted_by, unseen,
};
pub use timeline::{Course, Remark, Stage, course, remark, show_all, stage, stretch};
pub use values::{code, not_given, unread, value, yes_no};
