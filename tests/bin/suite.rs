//! `suite [FILTER]` runs the cases and prints what fails; `suite grammar [FILTER]` does without the tagger; `suite dump` prints them as JSON lines for runners in other languages;
//! `suite show FILTER` prints what was found, as expectations; `suite pieces FILE` prints the text that an input of the fuzzer `news` stands for.

use onrecord::Options;
use onrecord_tests::case::{self, Case};
use onrecord_tests::{gaps, holds, home, quote};
use serde_json::json;

fn main() -> Result<(), String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let cases = case::read_all(&home().join("suite"))?;
    match arguments.first().map(String::as_str) {
        Some("dump") => cases.iter().for_each(dump),
        Some("show") => chosen(&cases, arguments.get(1)).for_each(show),
        Some("grammar") => run(chosen(&cases, arguments.get(1)), &Options::default().with_tagger(false))?,
        Some("pieces") => println!("{}", pieces(arguments.get(1))?),
        _ => run(chosen(&cases, arguments.first()), &Options::default())?,
    }
    Ok(())
}

fn pieces(file: Option<&String>) -> Result<String, String> {
    let file = file.ok_or("expected the file that a fuzzer left")?;
    let bytes = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
    Ok(onrecord_tests::pieces::text(&bytes))
}

fn chosen<'a>(cases: &'a [Case], filter: Option<&'a String>) -> impl Iterator<Item = &'a Case> {
    cases.iter().filter(move |case| filter.is_none_or(|filter| case.id.contains(filter.as_str())))
}

fn dump(case: &Case) {
    let expects: Vec<_> = case.expects.iter().map(onrecord_tests::expect::Expect::to_json).collect();
    println!("{}", json!({ "id": case.id, "text": case.text, "expect": expects }));
}

fn show(case: &Case) {
    let article = onrecord::parse(&case.text);
    println!("== {}\n{}\n--", case.id, case.text);
    article.quotes.iter().for_each(|found| println!("{}", quote::print(found, &article)));
    println!("{article:#?}");
}

fn run<'a>(cases: impl Iterator<Item = &'a Case>, options: &Options) -> Result<(), String> {
    let gaps = gaps::read(&home().join("suite"))?;
    let (mut held, mut all) = (0, 0);
    for case in cases {
        all += 1;
        let wrong = holds::failures(case, options);
        held += usize::from(wrong.is_empty());
        if !wrong.is_empty() {
            let gap = gaps.get(&case.id).map_or(String::new(), |reason| format!("  (known gap: {reason})"));
            println!("\n{}{gap}\n  {}", case.id, wrong.join("\n  "));
        }
    }
    println!("\n{held} of {all} cases hold");
    Ok(())
}
