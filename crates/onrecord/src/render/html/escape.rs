//! Text of an article inside HTML.

/// Inside an element.
pub fn content(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\n' | '\t' => out.push(c),
            // A page may not hold these, and what parses it would guess.
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}

/// Inside an attribute between double quotation marks.
pub fn attribute(out: &mut String, text: &str) {
    let mut escaped = String::with_capacity(text.len());
    content(&mut escaped, text);
    // Marks that turn the direction of writing would reach past the attribute in a tool tip.
    let steers = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}');
    out.push_str(&escaped.replace(steers, "").replace('"', "&quot;").replace('\'', "&#39;"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_gets_out() {
        let mut out = String::new();
        content(&mut out, "<script>&amp;\0</script>");
        assert_eq!(out, "&lt;script&gt;&amp;amp;\u{fffd}&lt;/script&gt;");
        out.clear();
        attribute(&mut out, "\" onclick='x' \u{202e}");
        assert_eq!(out, "&quot; onclick=&#39;x&#39; ");
    }
}
