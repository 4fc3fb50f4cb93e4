//! The language that an answer's words are in: the one that the request asks for, where there is it; else Danish.

use axum::extract::Request;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::middleware::Next;
use axum::response::Response;
use letasyl_locale::Language;

use super::weight::most_wanted;

tokio::task_local! {
    static LANGUAGE: Language;
}

/// The language of the request that is being answered.
pub fn language() -> Language {
    LANGUAGE.try_with(|language| *language).unwrap_or_default()
}

/// Answers in the language that the request asks for.
pub async fn in_language_of_request(request: Request, next: Next) -> Response {
    let wanted = preferred(request.headers());
    LANGUAGE.scope(wanted, next.run(request)).await
}

/// Danish, unless English is wanted and Danish is not wanted as much.
fn preferred(headers: &HeaderMap) -> Language {
    most_wanted(headers, ACCEPT_LANGUAGE, (Language::default(), Language::Danish), |range| {
        Language::from_tag(range.split('-').next().unwrap_or_default())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_that_is_wanted_most() {
        for (asked, expected) in [
            (None, Language::Danish),
            (Some(""), Language::Danish),
            (Some("*"), Language::Danish),
            (Some("de-DE, fr;q=0.9"), Language::Danish),
            (Some("en"), Language::English),
            (Some("EN-gb"), Language::English),
            (Some("da, en"), Language::Danish),
            (Some("en, da"), Language::Danish),
            (Some("da-DK;q=0.4, en-US;q=0.8"), Language::English),
            (Some("de, en;q=0.7, da;q=0.9"), Language::Danish),
            (Some("en;q=0"), Language::Danish),
            (Some("en;q=loud"), Language::Danish),
        ] {
            let mut headers = HeaderMap::new();
            headers.extend(asked.map(|asked| (ACCEPT_LANGUAGE, asked.parse().unwrap())));
            assert_eq!(preferred(&headers), expected, "{asked:?}");
        }
    }
}
