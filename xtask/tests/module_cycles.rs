//! Fails on circular imports between modules of one crate. Parents and their own children may refer to each other.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::Visit;
use syn::{Attribute, ItemMod, ItemUse, UseTree};

/// A module's path inside its crate, without the crate's name; empty for the crate's root.
type Module = Vec<String>;

/// The paths that a file refers to in its own crate, outside of tests.
struct References {
    module: Module,
    paths: Vec<Module>,
}

impl References {
    fn add(&mut self, path: &[String]) {
        let mut rest = path;
        let mut base = match rest.first().map(String::as_str) {
            Some("crate") => Vec::new(),
            Some("self" | "super") => self.module.clone(),
            _ => return,
        };
        while let Some(first) = rest.first().filter(|first| ["crate", "self", "super"].contains(&first.as_str())) {
            if first == "super" {
                base.pop();
            }
            rest = &rest[1..];
        }
        base.extend_from_slice(rest);
        self.paths.push(base);
    }

    fn add_tree(&mut self, before: &[String], tree: &UseTree) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            UseTree::Path(path) => self.add_tree(&with(&path.ident), &path.tree),
            UseTree::Name(name) => self.add(&with(&name.ident)),
            UseTree::Rename(name) => self.add(&with(&name.ident)),
            UseTree::Glob(_) => self.add(before),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.add_tree(before, tree)),
        }
    }
}

impl Visit<'_> for References {
    fn visit_item_mod(&mut self, item: &ItemMod) {
        // Test modules may use what they test.
        if !item.attrs.iter().any(is_test) {
            syn::visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &ItemUse) {
        self.add_tree(&[], &item.tree);
    }

    fn visit_path(&mut self, path: &syn::Path) {
        self.add(&path.segments.iter().map(|segment| segment.ident.to_string()).collect::<Vec<_>>());
        syn::visit::visit_path(self, path);
    }
}

fn is_test(attribute: &Attribute) -> bool {
    let mut found = false;
    if attribute.path().is_ident("cfg") {
        let _ = attribute.parse_nested_meta(|meta| {
            found |= meta.path.is_ident("test");
            Ok(())
        });
    }
    found
}

/// Every module of a crate with the modules that it refers to.
fn graph(source: &Path) -> BTreeMap<Module, BTreeSet<Module>> {
    let mut files = Vec::new();
    collect(source, &mut files);
    let module_of = |file: &Path| -> Module {
        let path = file.strip_prefix(source).unwrap().with_extension("");
        let mut names: Module = path.iter().map(|name| name.to_string_lossy().into_owned()).collect();
        names.pop_if(|last| ["lib", "main", "mod"].contains(&last.as_str()));
        names
    };
    let files: Vec<_> = files.iter().filter(|file| !file.ends_with("tests.rs")).collect();
    let modules: BTreeSet<Module> = files.iter().map(|file| module_of(file)).collect();
    let mut graph: BTreeMap<Module, BTreeSet<Module>> = BTreeMap::new();
    for file in files {
        let module = module_of(file);
        let mut references = References { module: module.clone(), paths: Vec::new() };
        references.visit_file(&syn::parse_file(&fs::read_to_string(file).unwrap()).unwrap());
        let targets = references.paths.iter().filter_map(|path| {
            (0..=path.len()).rev().map(|length| path[..length].to_vec()).find(|prefix| modules.contains(prefix))
        });
        let related = |other: &Module| other.starts_with(&module) || module.starts_with(other);
        graph.entry(module.clone()).or_default().extend(targets.filter(|target| !related(target)));
    }
    graph
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// The modules from which a way leads back to themselves.
fn in_cycles(graph: &BTreeMap<Module, BTreeSet<Module>>) -> Vec<&Module> {
    let leads_back = |start: &&Module| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![*start]);
        while let Some(module) = next.pop() {
            for target in graph.get(module).into_iter().flatten() {
                if target == *start {
                    return true;
                }
                if seen.insert(target) {
                    next.push(target);
                }
            }
        }
        false
    };
    graph.keys().filter(leads_back).collect()
}

#[test]
fn no_module_is_in_a_cycle() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut crates: Vec<_> = fs::read_dir(root.join("crates")).unwrap().map(|entry| entry.unwrap().path()).collect();
    crates.push(root.join("xtask"));
    let mut found = Vec::new();
    for (name, source) in crates
        .iter()
        .map(|folder| (folder.file_name().unwrap().to_string_lossy().into_owned(), folder.join("src")))
        .chain([("web".to_owned(), root.join("src"))])
    {
        let graph = graph(&source);
        found.extend(in_cycles(&graph).into_iter().map(|module| format!("{name}::{}", module.join("::"))));
    }
    assert!(found.is_empty(), "these modules import each other in a circle: {found:#?}");
}

#[test]
fn finds_a_cycle_and_nothing_else() {
    let module = |name: &str| vec![name.to_owned()];
    let graph = |edges: &[(&str, &str)]| {
        let mut graph: BTreeMap<Module, BTreeSet<Module>> = BTreeMap::new();
        for (from, to) in edges {
            graph.entry(module(from)).or_default().insert(module(to));
        }
        graph
    };
    assert!(in_cycles(&graph(&[("a", "b"), ("b", "c"), ("a", "c")])).is_empty());
    assert_eq!(in_cycles(&graph(&[("a", "b"), ("b", "c"), ("c", "b")])), [&module("b"), &module("c")]);
}

#[test]
fn references_are_read_from_uses_and_paths_but_not_from_tests() {
    let code = "use super::x::{Y, z::W}; use std::fmt; fn f() { crate::deep::er::g() }
                #[cfg(test)] mod tests { use super::hidden; }";
    let mut references = References { module: vec!["a".to_owned(), "b".to_owned()], paths: Vec::new() };
    references.visit_file(&syn::parse_str(code).unwrap());
    let paths: Vec<_> = references.paths.iter().map(|path| path.join("::")).collect();
    assert_eq!(paths, ["a::x::Y", "a::x::z::W", "deep::er::g"]);
}
