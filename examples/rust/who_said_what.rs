//! Prints each quote of an article with its speaker.

fn main() {
    let text = include_str!("../articles/wire.txt");
    let article = onrecord::parse(text);
    for quote in &article.quotes {
        let who = quote.speaker.map_or("unknown", |id| article.speakers[id.0].name.as_str());
        println!("{who}: {}", quote.text);
    }
}
