//! A label with its value. Knows nothing of which field it is.

use std::rc::Rc;

use letasyl_locale::not_given;

use crate::composer::{Composer, LANGUAGE};
use crate::flow::{LONGEST_WHOLE, Row};
use crate::style::{LABEL, LABEL_WIDTH, LEFT, VALUE, VALUE_LEFT, VALUE_WIDTH};
use crate::tags::{Node, Part};

/// A label with its value.
pub(crate) struct Entry {
    pub label: &'static str,
    /// `None` where the answer does not hold the element.
    pub value: Option<String>,
    /// Whether what follows must not be parted from it.
    pub heads: bool,
    /// What is repeated above it on a new page.
    pub overhead: Option<Rc<Row>>,
}

impl Composer<'_> {
    /// Writes a label with its value to its right.
    pub fn entry(&mut self, list: Node, entry: Entry) {
        let item = self.tags.add(Some(list), Part::Item);
        let label_node = self.tags.add(Some(item), Part::Label);
        let body = self.tags.add(Some(item), Part::Body);
        let label = self.cell(LEFT, LABEL_WIDTH, LABEL, label_node, entry.label);
        let value = match &entry.value {
            Some(value) => self.prose(VALUE_LEFT, VALUE_WIDTH, VALUE, body, value),
            None => self.prose(VALUE_LEFT, VALUE_WIDTH, VALUE.muted(), body, not_given(LANGUAGE)),
        };
        let may_be_cut = value.lines.len() > LONGEST_WHOLE;
        let repeated = may_be_cut.then(|| self.repeated(LEFT, LABEL_WIDTH, LABEL, entry.label));
        self.rows.push(Row {
            cells: vec![label, value],
            leading: VALUE.leading,
            before: 5.0,
            heads: entry.heads,
            repeated,
            overhead: entry.overhead,
            ..Row::default()
        });
    }
}
