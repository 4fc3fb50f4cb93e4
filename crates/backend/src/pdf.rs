//! The PDF of a citizen's data: `letasyl-pdf` draws it, this sees to where and when.

use jiff::Timestamp;
use letasyl_contract::{DateTime, IntegrationslovsdataDto, PdfData};
use letasyl_locale::{Language, date_time};

use crate::failure::Failure;

/// Draws the sheet; `now` in milliseconds since 1970.
pub async fn sheet(data: IntegrationslovsdataDto, now: i64) -> Result<PdfData, Failure> {
    // Drawing is work for a processor, and a long sheet takes a while.
    let drawn = tokio::task::spawn_blocking(move || letasyl_pdf::render(&data, &fetched_at(now))).await;
    // What went wrong may quote the data: only that it went wrong is told.
    let fault = |why: &str| Failure::Internal(why.to_owned());
    let bytes = drawn.map_err(|_| fault("drawing the PDF panicked"))?.map_err(|_| fault("the PDF was not drawn"))?;
    PdfData::new(bytes).map_err(|_| fault("what was drawn is no PDF"))
}

/// "5. marts 2024 kl. 14.05", by the clocks of Denmark, wherever the server stands.
fn fetched_at(now: i64) -> String {
    let local = Timestamp::from_millisecond(now).ok().and_then(|time| time.in_tz("Europe/Copenhagen").ok());
    let written = local.map(|time| time.strftime("%Y-%m-%dT%H:%M:00").to_string());
    let read = written.and_then(|text| DateTime::parse(&text).ok());
    read.map(|time| date_time(Language::Danish, &time)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::fetched_at;

    #[test]
    fn winter_and_summer_time() {
        assert_eq!(fetched_at(1_709_643_900_000), "5. marts 2024 kl. 14.05");
        assert_eq!(fetched_at(1_720_180_800_000), "5. juli 2024 kl. 14.00");
    }
}
