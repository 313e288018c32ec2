//! Prints what was broken in an article and how it was read.

fn main() -> Result<(), String> {
    let text = onrecord_examples::input()?;
    print!("{}", onrecord_examples::repairs(&onrecord::parse(&text), &text));
    Ok(())
}
