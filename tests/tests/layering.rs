//! The house rules that a compiler does not check: a step imports the vocabulary and earlier steps only, and only `pipeline` runs steps.

use onrecord_tests::{files, home};
use std::path::{Path, PathBuf};

/// The steps in the order in which they run; their names sort so too.
const STEPS: &[&str] = &["input", "layout", "lexer", "mentions", "quotes", "sources", "speakers", "topics"];

/// What every step may import.
const VOCABULARY: &[&str] = &["span", "order", "data", "options", "error", "article"];

/// Where a text goes from one step to the next.
const ENTRIES: &[(&str, &str)] = &[
    ("input", "read"),
    ("layout", "read"),
    ("lexer", "split"),
    ("mentions", "find"),
    ("quotes", "find"),
    ("sources", "attribute"),
    ("speakers", "resolve"),
    ("topics", "rank"),
];

fn core() -> PathBuf {
    home().join("../crates/onrecord/src")
}

/// The module of a file: "quotes" for `quotes/pair.rs`, "span" for `span.rs`.
fn module(path: &Path) -> String {
    let relative = path.strip_prefix(core()).expect("the file is in the core");
    relative.components().next().map(|part| part.as_os_str().to_string_lossy().replace(".rs", "")).unwrap_or_default()
}

/// The modules that a file names in `crate::…` paths, outside its tests, with the line.
fn imports(source: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (number, line) in body(source) {
        for (at, _) in line.match_indices("crate::") {
            let rest = &line[at + "crate::".len()..];
            let names = rest.strip_prefix('{').map_or(rest, |list| list.split('}').next().unwrap_or(list));
            let many = rest.starts_with('{');
            let names = names.split(',').take(if many { usize::MAX } else { 1 });
            found.extend(names.map(|name| (number, first_word(name))));
        }
    }
    found
}

fn first_word(path: &str) -> String {
    path.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// The lines of a file up to its tests, without comments.
fn body(source: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = source.lines().enumerate().take_while(|(_, line)| *line != "#[cfg(test)]");
    lines.filter(|(_, line)| !line.trim_start().starts_with("//")).map(|(i, line)| (i + 1, line))
}

fn rust_files() -> Vec<(PathBuf, String)> {
    let paths = files(&core(), ".rs").into_iter().filter(|path| !path.ends_with("tests.rs"));
    paths.map(|path| (path.clone(), std::fs::read_to_string(path).expect("a source file can be read"))).collect()
}

#[test]
fn steps_import_only_what_is_before_them() {
    let mut wrong = Vec::new();
    for (path, source) in rust_files() {
        let module = module(&path);
        let Some(own) = STEPS.iter().position(|step| *step == module) else { continue };
        for (line, name) in imports(&source) {
            let earlier = STEPS.iter().position(|step| *step == name).is_some_and(|step| step <= own);
            if !earlier && !VOCABULARY.contains(&name.as_str()) {
                wrong.push(format!("{}:{line}: {module} imports {name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Options hold what a caller chose; the topics that he chose are a step's own type.
const CHOICES: (&str, &str) = ("options", "topics");

#[test]
fn the_vocabulary_imports_no_step() {
    let mut wrong = Vec::new();
    for (path, source) in rust_files() {
        let module = module(&path);
        if VOCABULARY.contains(&module.as_str()) {
            let allowed = |name: &str| (module.as_str(), name) == CHOICES;
            let steps = imports(&source).into_iter().filter(|(_, name)| STEPS.contains(&name.as_str()) && !allowed(name));
            wrong.extend(steps.map(|(line, name)| format!("{}:{line}: {module} imports {name}", path.display())));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn only_the_pipeline_runs_steps() {
    let mut wrong = Vec::new();
    for (path, source) in rust_files().iter().filter(|(path, _)| module(path) != "pipeline") {
        let own = module(path);
        for (number, line) in body(source) {
            for (step, entry) in ENTRIES.iter().filter(|(step, _)| *step != own) {
                if line.contains(&format!("{step}::{entry}(")) {
                    wrong.push(format!("{}:{number}: calls {step}::{entry}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn steps_sort_in_the_order_of_the_pipeline() {
    assert!(STEPS.is_sorted());
    let pipeline = std::fs::read_to_string(core().join("pipeline.rs")).expect("the pipeline can be read");
    let calls: Vec<usize> = ENTRIES.iter().filter_map(|(step, entry)| pipeline.find(&format!("{step}::{entry}("))).collect();
    assert_eq!(calls.len(), STEPS.len(), "the pipeline runs every step");
    assert!(calls.is_sorted());
}

#[test]
fn the_core_keeps_to_values() {
    const BANNED: &[&str] = &[
        "std::fs",
        "std::env",
        "std::time",
        "std::thread",
        "std::net",
        "std::process",
        ".exp()",
        ".ln()",
        ".powf(",
        ".tanh()",
        ".powi(",
        ".sqrt()",
    ];
    let mut wrong = Vec::new();
    for (path, source) in rust_files() {
        for (number, line) in body(&source) {
            let found = BANNED.iter().filter(|banned| line.contains(**banned));
            wrong.extend(found.map(|banned| format!("{}:{number}: {banned}", path.display())));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
