//! The page `/stil`: every component in every state, for tests, pictures and authors of views.
//!
//! In development only (feature `stil`, built by `cargo xtask stil`), so its words stand here and are Danish alone.

use leptos::prelude::*;
use letasyl_contract::{Date, Fejlkode};

use crate::api::{ApiError, Failure};
use crate::citizen::{Dates, time_line};
use crate::shell::failure_alert::failure_alert;
use crate::ui::dialog::dialog;
use crate::ui::error_summary::error_summary;
use crate::ui::field::{Field, text_area, text_field};
use crate::ui::notices::use_notices;
use crate::ui::view::on_click;

/// The page.
pub(crate) fn stil_page() -> AnyView {
    view! {
        <h1 tabindex="-1">"Stil"</h1>
        {part("Tekst", text())}
        {part("Knapper", buttons())}
        {part("Felter", fields())}
        {part("Fejloversigt", summary())}
        {part("Beskeder", alerts())}
        {part("Fejl fra kald", failures())}
        {part("Mærkater", badges())}
        {part("Data", data())}
        {part("Tidslinje", time_lines())}
        {part("Tabel", table())}
        {part("Forskelle", differences())}
        {part("Ventetid", waiting())}
        {part("Dialog og meddelelser", over())}
    }
    .into_any()
}

fn part(name: &'static str, content: AnyView) -> AnyView {
    view! {
        <section>
            <h2>{name}</h2>
            {content}
        </section>
    }
    .into_any()
}

fn text() -> AnyView {
    view! {
        <p class="font-lead">"En indledning, som fortæller, hvad siden er til."</p>
        <p>"Brødtekst med " <a href="/stil">"et link"</a> " og " <strong>"noget vigtigt"</strong> "."</p>
        <h3>"Overskrift på tredje niveau"</h3>
        <ul>
            <li>"Et punkt"</li>
            <li>"Et punkt mere"</li>
        </ul>
        <p><kbd>"Ctrl"</kbd> " + " <kbd>"S"</kbd></p>
        <details class="details">
            <summary class="details-summary">"Mere om det"</summary>
            <div class="details-text"><p>"Det, der er foldet væk."</p></div>
        </details>
    }
    .into_any()
}

fn buttons() -> AnyView {
    let button = |class: &'static str, name: &'static str| {
        view! { <button type="button" class=class>{name}</button> }
    };
    view! {
        <div class="button-group">
            {button("button button-primary", "Primær")}
            {button("button button-secondary", "Sekundær")}
            {button("button button-tertiary", "Tertiær")}
            {button("button button-warning", "Advarsel")}
            {button("function-link", "Funktionslink")}
        </div>
    }
    .into_any()
}

fn field(id: &'static str, error: Option<&'static str>, value: &'static str) -> Field {
    Field {
        id,
        label: Signal::stored("Felt"),
        hint: Signal::stored("Sådan udfyldes det"),
        error: Signal::stored(error.map(str::to_owned)),
        value: RwSignal::new(value.to_owned()),
    }
}

fn fields() -> AnyView {
    view! {
        {text_field(field("tomt", None, ""), false)}
        {text_field(field("cifre", None, "290201-1234"), true)}
        {text_field(field("forkert", Some("Indtast noget andet"), "forkert"), false)}
        {text_area(field("langt", None, "Flere\nlinjer"), 3)}
        <div class="form-group">
            <label class="form-label" for="valg">"Valg"</label>
            <select id="valg" class="form-select"><option>"Det ene"</option><option>"Det andet"</option></select>
        </div>
        <div class="form-group-checkbox">
            <input type="checkbox" class="form-checkbox" id="kryds" checked />
            <label for="kryds">"Afkrydset"</label>
        </div>
    }
    .into_any()
}

fn summary() -> AnyView {
    let errors = Signal::stored(vec![("forkert", "Indtast noget andet".to_owned())]);
    error_summary(Signal::stored("Der er en fejl på siden"), errors)
}

fn alerts() -> AnyView {
    let alert = |kind: &'static str, name: &'static str| {
        view! {
            <div class=format!("alert alert-{kind}")>
                <p class="alert-heading">{name}</p>
                <p class="alert-text">"Hvad der er sket, og hvad man kan gøre."</p>
            </div>
        }
    };
    view! {
        {alert("info", "Til orientering")}
        {alert("success", "Det lykkedes")}
        {alert("warning", "Pas på")}
        {alert("error", "Det gik galt")}
    }
    .into_any()
}

fn failures() -> AnyView {
    let again = Callback::new(|()| ());
    let of = |failure| failure_alert(ApiError::of(failure), Some(again), None);
    view! {
        {of(Failure::Fejlkode(Fejlkode::OperatorUnreachable))}
        {of(Failure::Offline)}
        {of(Failure::ServerFailed(500))}
        {of(Failure::Unreadable)}
    }
    .into_any()
}

fn badges() -> AnyView {
    let badge = |class: &'static str, name: &'static str| view! { <span class=class>{name}</span> " " };
    view! {
        <p>
            {badge("badge", "Neutral")}
            {badge("badge badge-info", "Oplysning")}
            {badge("badge badge-success", "Udført")}
            {badge("badge badge-warning", "Advarsel")}
            {badge("badge badge-error", "Fejl")}
            {badge("badge badge-changed", "Ændret")}
        </p>
    }
    .into_any()
}

fn data() -> AnyView {
    view! {
        <dl class="fields">
            <div>
                <dt>"Et felt" <span class="form-hint">"Hvad det betyder"</span></dt>
                <dd>"En værdi"</dd>
            </div>
            <div class="changed">
                <dt>"Et ændret felt"</dt>
                <dd>"Ny værdi " <strong class="badge badge-changed">"Ændret"</strong></dd>
            </div>
            <div>
                <dt>"Et tomt felt"</dt>
                <dd><span class="absent">"Ikke oplyst"</span></dd>
            </div>
            <div>
                <dt>"En lang tekst"</dt>
                <dd class="prewrap">"Første linje\n\n  Tredje linje, indrykket. Ordmedenlængdesomikkeharpladsnogenstederogderforbrydes"</dd>
            </div>
        </dl>
    }
    .into_any()
}

fn time_lines() -> AnyView {
    let day = |year, month, day| Some(Date { year, month, day });
    let today = Date { year: 2024, month: 9, day: 5 };
    let of = |name: &'static str, signed, starts, ends, expires| {
        view! {
            <h3>{name}</h3>
            {time_line(Dates { signed, starts, ends, expires }, today, None)}
        }
    };
    let (signed, starts, ends, expires) = (day(2024, 3, 5), day(2024, 3, 11), day(2025, 3, 10), day(2029, 3, 4));
    view! {
        {of("Undervejs", signed, starts, ends, expires)}
        {of("Ikke begyndt", day(2024, 12, 31), day(2025, 1, 6), day(2026, 1, 5), day(2029, 12, 30))}
        {of("Uden ender", signed, None, ends, None)}
        {of("I uorden", signed, day(2024, 2, 1), day(2023, 12, 1), day(2024, 6, 30))}
        {of("Samme dag", day(2024, 9, 5), day(2024, 9, 5), day(2024, 9, 5), day(2024, 9, 5))}
        {of("Ingen datoer", None, None, None, None)}
    }
    .into_any()
}

fn table() -> AnyView {
    view! {
        <div class="table--responsive-scroll" tabindex="0" role="region" aria-label="Tabel">
            <table class="table">
                <caption class="sr-only">"Tabel"</caption>
                <thead>
                    <tr>
                        <th scope="col" aria-sort="ascending"><button type="button" class="sort-button">"Tekst"</button></th>
                        <th scope="col"><button type="button" class="sort-button">"Gruppe"</button></th>
                    </tr>
                </thead>
                <tbody>
                    <tr><td>"Abe"</td><td>"Dyr"</td></tr>
                    <tr aria-selected="true"><td>"Ål"</td><td>"Dyr"</td></tr>
                </tbody>
            </table>
        </div>
    }
    .into_any()
}

fn differences() -> AnyView {
    view! {
        <p class="diff">"Teksten er " <del>"gammel"</del> <ins>"ny"</ins> "."</p>
        <div class="compare">
            <div class="card-box"><h3>"Som den var"</h3><p>"Gammel tekst"</p></div>
            <div class="card-box"><h3>"Som den bliver"</h3><p>"Ny" <span class="blank">" "</span> "tekst"</p></div>
        </div>
    }
    .into_any()
}

fn waiting() -> AnyView {
    view! {
        <p><span class="spinner" aria-hidden="true"></span> "Henter …"</p>
        <label for="fremgang">"Fremgang"</label>
        <progress id="fremgang" class="progress" max="100" value="40">"40 %"</progress>
    }
    .into_any()
}

fn over() -> AnyView {
    let open = RwSignal::new(false);
    let notices = use_notices();
    let content = view! {
        <p>"Hvad der sker, hvis man svarer ja."</p>
        <div class="button-group">
            <button type="button" class="button button-primary" on:click=on_click(move || open.set(false))>"Ja"</button>
            <button type="button" class="button button-secondary" on:click=on_click(move || open.set(false))>"Nej"</button>
        </div>
    };
    view! {
        <div class="button-group">
            <button type="button" class="button button-secondary" on:click=on_click(move || open.set(true))>"Åbn dialog"</button>
            <button type="button" class="button button-secondary" on:click=on_click(move || notices.inform(|w| w.texts().saved))>
                "Vis meddelelse"
            </button>
            <button type="button" class="button button-secondary" on:click=on_click(move || notices.warn(|w| w.texts().not_deleted))>
                "Vis advarsel"
            </button>
        </div>
        {dialog(open, Signal::stored("Er du sikker?"), content.into_any())}
    }
    .into_any()
}
