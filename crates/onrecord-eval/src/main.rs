//! Placeholder.

fn main() {
    println!("{:?}", onrecord::parse("Yes."));
}
