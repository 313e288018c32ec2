//! Sizes as people write them: "64M".

/// Reads "1000", "64K", "64M" or "1G" (powers of 1024; "MB" and "MiB" too).
pub fn parse(text: &str) -> Result<usize, String> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, unit) = text.split_at(digits);
    let shift = match unit.to_ascii_lowercase().trim_end_matches('b').trim_end_matches('i') {
        "" => 0,
        "k" => 10,
        "m" => 20,
        "g" => 30,
        _ => return Err(format!("expected a number with K, M or G after it, found “{text}”")),
    };
    let number: usize = number.parse().map_err(|_| format!("expected a number, found “{text}”"))?;
    number.checked_mul(1 << shift).ok_or_else(|| "too large".to_owned())
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn units_are_powers_of_1024() {
        assert_eq!(parse("17"), Ok(17));
        assert_eq!(parse("2k"), Ok(2048));
        assert_eq!(parse("64MB"), Ok(64 << 20));
        assert_eq!(parse("1GiB"), Ok(1 << 30));
        assert!(parse("many").is_err() && parse("").is_err() && parse("3T").is_err());
        assert!(parse("99999999999999999999G").is_err());
    }
}
