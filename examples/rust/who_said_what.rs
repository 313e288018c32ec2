//! Prints each quote of an article with its speaker.

fn main() -> Result<(), String> {
    let text = onrecord_examples::input()?;
    print!("{}", onrecord_examples::who_said_what(&onrecord::parse(&text)));
    Ok(())
}
