//! The tree that tells a screen reader what is a heading, a label, a paragraph or a cell.
//!
//! It grows while the sheet is composed, before anything has its place on a page; the pieces of page content are
//! hung into it while the pages are drawn, in reading order. Knows nothing of how things look.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, ListNumbering, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

/// What a part of the document is.
#[derive(Debug, Clone)]
pub(crate) enum Part {
    /// A heading of this level; PDF/UA wants its text.
    Heading(NonZeroU16, String),
    Section,
    Paragraph,
    /// Labels with their values.
    List,
    Item,
    Label,
    Body,
    Table,
    TableHead,
    TableBody,
    TableRow,
    ColumnHeading,
    RowHeading,
    DataCell,
}

/// A part in its tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Node(usize);

struct Entry {
    part: Part,
    children: Vec<Node>,
    content: Vec<Identifier>,
}

/// The tree while it grows.
#[derive(Default)]
pub(crate) struct Tags {
    entries: Vec<Entry>,
    roots: Vec<Node>,
}

impl Tags {
    /// Adds a part at the end of `parent`, or of the document.
    pub fn add(&mut self, parent: Option<Node>, part: Part) -> Node {
        let node = Node(self.entries.len());
        self.entries.push(Entry { part, children: Vec::new(), content: Vec::new() });
        match parent.and_then(|parent| self.entries.get_mut(parent.0)) {
            Some(entry) => entry.children.push(node),
            None => self.roots.push(node),
        }
        node
    }

    /// Hangs a piece of page content into its part.
    pub fn hang(&mut self, node: Node, content: Identifier) {
        if let Some(entry) = self.entries.get_mut(node.0) {
            entry.content.push(content);
        }
    }

    /// The tree as krilla wants it.
    pub fn finish(self, language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        for root in &self.roots {
            if let Some(group) = self.group(*root) {
                tree.push(group);
            }
        }
        tree
    }

    fn group(&self, node: Node) -> Option<TagGroup> {
        let entry = self.entries.get(node.0)?;
        let mut group = TagGroup::new(entry.part.tag());
        for content in &entry.content {
            group.push(*content);
        }
        for child in &entry.children {
            if let Some(child) = self.group(*child) {
                group.push(child);
            }
        }
        Some(group)
    }
}

impl Part {
    fn tag(&self) -> TagKind {
        match self {
            Self::Heading(level, text) => Tag::Hn(*level, Some(text.clone())).into(),
            Self::Section => Tag::Section.into(),
            Self::Paragraph => Tag::P.into(),
            // No numbering: PDF 1.7 says so where labels are words.
            Self::List => Tag::L(ListNumbering::None).into(),
            Self::Item => Tag::LI.into(),
            Self::Label => Tag::Lbl.into(),
            Self::Body => Tag::LBody.into(),
            Self::Table => Tag::Table.into(),
            Self::TableHead => Tag::THead.into(),
            Self::TableBody => Tag::TBody.into(),
            Self::TableRow => Tag::TR.into(),
            Self::ColumnHeading => Tag::TH(TableHeaderScope::Column).into(),
            Self::RowHeading => Tag::TH(TableHeaderScope::Row).into(),
            Self::DataCell => Tag::TD.into(),
        }
    }
}
