//! Whose voice is heard? Prints how many words each kind of source gets.

fn main() -> Result<(), String> {
    let text = onrecord_examples::input()?;
    for (kind, words) in onrecord_examples::count_voices(&onrecord::parse(&text)) {
        println!("{words:6} words  {kind}");
    }
    Ok(())
}
