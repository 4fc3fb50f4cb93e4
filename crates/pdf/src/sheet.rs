//! What is written and in which order: the title, whose data it is, and the nine sections with all their fields.
//!
//! Knows nothing of pages. The order and the fields are the contract's, the words are the locale's; no field is
//! named here, so none can be forgotten.

use std::num::NonZeroU16;
use std::rc::Rc;

use letasyl_contract::{Field, IntegrationslovsdataDto, Section, Value};
use letasyl_locale::{field, not_given, section, sheet_words, value};

use crate::composer::{Composer, LANGUAGE};
use crate::entries::Entry;
use crate::flow::{Row, Rule};
use crate::fonts::Fonts;
use crate::style::{CONTINUED, HEADING, LEFT, RULE_GREY, Style, TITLE, VALUE, WIDTH};
use crate::table;
use crate::tags::{Node, Part, Tags};

/// What is to be drawn.
pub(crate) struct Sheet {
    pub rows: Vec<Row>,
    pub tags: Tags,
    pub margins: Margins,
}

/// What stands above and below every page.
pub(crate) struct Margins {
    pub cpr: String,
    pub fetched: String,
    pub version: String,
}

/// Says what is written about a citizen.
pub(crate) fn compose(fonts: &Fonts, data: &IntegrationslovsdataDto, fetched_at: &str) -> Sheet {
    let words = sheet_words(LANGUAGE);
    let mut composer = Composer { fonts, words, tags: Tags::default(), rows: Vec::new() };
    let cpr = data.personnummer.formatted();
    let version = data.integrationslovsdata_identifier.map(|id| id.to_string());
    composer.title(&cpr, fetched_at, version.as_deref());
    for section in Section::ALL {
        composer.section(section, data);
    }
    let version = version.unwrap_or_else(|| not_given(LANGUAGE).to_owned());
    Sheet {
        rows: composer.rows,
        tags: composer.tags,
        margins: Margins {
            cpr: format!("{} {cpr}", words.cpr),
            fetched: format!("{} {fetched_at}", words.fetched),
            version: format!("{} {version}", words.version),
        },
    }
}

impl Composer<'_> {
    fn title(&mut self, cpr: &str, fetched_at: &str, version: Option<&str>) {
        self.heading(None, 1, self.words.title, TITLE, None);
        let list = self.tags.add(None, Part::List);
        let words = self.words;
        for (label, value) in [(words.cpr, Some(cpr)), (words.fetched, Some(fetched_at)), (words.version, version)] {
            self.entry(list, Entry { label, value: value.map(str::to_owned), heads: false, overhead: None });
        }
    }

    fn section(&mut self, which: Section, data: &IntegrationslovsdataDto) {
        let node = self.tags.add(None, Part::Section);
        let name = section(LANGUAGE, which);
        self.heading(Some(node), 2, name, HEADING, Some(Rule { grey: RULE_GREY, gap: 9.0 }));
        if which.is_absent(data) {
            self.absent(node);
            return;
        }
        let list = self.tags.add(Some(node), Part::List);
        let cells = vec![self.repeated(LEFT, WIDTH, CONTINUED, name)];
        let overhead = Rc::new(Row { cells, leading: CONTINUED.leading, ..Row::default() });
        for of in which.fields() {
            self.field((node, list), of, data, &overhead);
        }
    }

    fn field(&mut self, within: (Node, Node), of: Field, data: &IntegrationslovsdataDto, overhead: &Rc<Row>) {
        let (section, list) = within;
        let found = of.value(data);
        // A code may be an empty string: present, but saying nothing.
        let shown = found.map(|found| value(LANGUAGE, found)).filter(|shown| !shown.trim().is_empty());
        let languages = match found {
            Some(Value::Languages(languages)) => languages,
            _ => &[],
        };
        let label = field(LANGUAGE, of);
        let overhead = Some(Rc::clone(overhead));
        self.entry(list, Entry { label, value: shown, heads: !languages.is_empty(), overhead });
        table::languages(self, section, languages);
    }

    fn absent(&mut self, section: Node) {
        let owner = self.tags.add(Some(section), Part::Paragraph);
        let style = VALUE.muted();
        let cell = self.cell(LEFT, WIDTH, style, owner, not_given(LANGUAGE));
        self.rows.push(Row { cells: vec![cell], leading: style.leading, before: 5.0, ..Row::default() });
    }

    fn heading(&mut self, parent: Option<Node>, level: u8, text: &str, style: Style, rule: Option<Rule>) {
        let rank = NonZeroU16::new(u16::from(level)).unwrap_or(NonZeroU16::MIN);
        let owner = self.tags.add(parent, Part::Heading(rank, text.to_owned()));
        let cell = self.cell(LEFT, WIDTH, style, owner, text);
        let before = if level == 1 { 0.0 } else { 18.0 };
        let outline = Some((level, text.to_owned()));
        self.rows.push(Row {
            cells: vec![cell],
            leading: style.leading,
            before,
            rule,
            heads: true,
            outline,
            ..Row::default()
        });
    }
}
