//! Captions, told by the photo credit that ends them: "REUTERS/Ada Holm", "(AP Photo/Tom Ruiz)", "Getty Images".

use super::lines::Look;
use crate::data::outlets;

/// Longer lines are no captions.
const LONGEST: usize = 900;

/// Longer words at the end of a line are no credit.
const LONGEST_CREDIT: usize = 120;

/// Is `line` the words under a picture, or a photo credit alone?
pub(super) fn is_caption(line: &str, look: Look) -> bool {
    line.len() <= LONGEST && (opens_as_caption(line) || ends_with_credit(line, look))
}

/// "FILE PHOTO: …", "Caption: …", "Pictured: …"
fn opens_as_caption(line: &str) -> bool {
    const OPENERS: [&str; 12] = [
        "file photo:",
        "file photo -",
        "file -",
        "file –",
        "file —",
        "caption:",
        "image:",
        "photo:",
        "photo by ",
        "photos by ",
        "photograph by ",
        "pictured:",
    ];
    let starts = |opener: &str| line.get(..opener.len()).is_some_and(|head| head.eq_ignore_ascii_case(opener));
    OPENERS.iter().any(|opener| starts(opener))
}

fn ends_with_credit(line: &str, look: Look) -> bool {
    let body = line.trim_end_matches([')', ']', '.', ' ', '”', '"']);
    let closed = line.ends_with(')');
    slashed(body, look) || closed && bracketed(body) || labelled(end_of(body)) || by_outlet(end_of(body))
}

/// "REUTERS/Ada Holm", "Tom Ruiz/Getty Images", "AFP/Jo Marsh", with at most four words on either side.
fn slashed(body: &str, look: Look) -> bool {
    let Some(at) = body.rfind('/') else { return false };
    let (before, after) = body.split_at(at);
    let after = after.trim_start_matches('/').trim();
    let address = body.rsplit(' ').next().is_some_and(|word| word.contains("://") || word.contains("www."));
    if after.split(' ').count() > 4 || address || after.is_empty() {
        return false;
    }
    let outlet_before = tail_words(before).any(outlets::is_agency) || before.ends_with("Photo");
    let outlet_after = outlets::is_agency(after) || after.split(" via ").any(outlets::is_agency);
    let named = after.starts_with(|c: char| c.is_uppercase()) && !look.stop;
    outlet_after && !look.stop || outlet_before && (named || body.ends_with(after) && after.split(' ').all(is_capital))
}

/// The end of a line, where a credit stands.
fn end_of(body: &str) -> &str {
    let from = body.len().saturating_sub(LONGEST_CREDIT);
    (from..body.len()).find_map(|at| body.get(at..)).unwrap_or_default()
}

fn is_capital_or_via(word: &str) -> bool {
    is_capital(word) || matches!(word, "via" | "for" | "of" | "the" | "and")
}

fn is_capital(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase())
}

/// The last one, two, … five words of `before`, after a stop or bracket where there is one.
fn tail_words(before: &str) -> impl Iterator<Item = &str> {
    let before = before.trim_end();
    let starts = before.rmatch_indices([' ', '(', '[', '/', '.', '|', ')']).map(|(i, joint)| i + joint.len()).take(5);
    starts.chain(std::iter::once(0)).filter_map(move |at| before.get(at..))
}

/// "(AP Photo by Ada Holm)", "(Ada Holm, The Brill Gazette)", "(Credit: Ada Holm)", "(Courtesy of Ada Holm)"
fn bracketed(body: &str) -> bool {
    let Some(inner) = body.rfind('(').and_then(|at| body.get(at + 1..)) else { return false };
    let short = inner.split(' ').count() <= 9;
    let opens = |word: &str| inner.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    let shown = ["photo", "credit:", "courtesy", "image", "ap photo", "picture", "file photo", "handout", "screenshot"]
        .iter()
        .any(|word| opens(word));
    let by_paper = inner.rsplit_once(", ").is_some_and(|(name, outlet)| {
        outlets::is_affiliation(outlet) && (2..5).contains(&name.split(' ').count()) && name.split(' ').all(is_capital)
    });
    let by_outlet = outlets::is_affiliation(inner) || inner.rsplit_once([' ', '/']).is_some_and(|(_, outlet)| outlets::is_agency(outlet));
    short && (shown || by_paper || by_outlet && inner.split([' ', '/']).all(is_capital_or_via) || inner.contains(" Photo"))
}

/// "… on Friday. Photo: Ada Holm", "… on Friday. Credit: Tom Ruiz/AP"
fn labelled(body: &str) -> bool {
    const LABELS: [&str; 8] = ["Photo:", "Credit:", "Photograph:", "Photo by", "Photograph by", "Picture:", "Photo credit:", "Image:"];
    // All labels begin with one of three letters, which are looked for faster than eight labels.
    let starts = memchr::memrchr3_iter(b'P', b'C', b'I', body.as_bytes()).filter_map(|at| body.get(at..));
    let tail = |start: &'_ str| LABELS.iter().find_map(|label| start.strip_prefix(label)).map(str::len);
    starts.filter_map(tail).filter_map(|len| body.get(body.len() - len..)).any(|name| {
        let words = name.trim().split(' ').count();
        words <= 6 && !name.trim().is_empty() && name.trim().starts_with(is_name_start)
    })
}

fn is_name_start(c: char) -> bool {
    c.is_uppercase() || c == '@'
}

/// What stands on the two sides of the last "via".
fn via(body: &str) -> Option<(&str, &str)> {
    let at = memchr::memmem::rfind(body.as_bytes(), b" via ")?;
    Some((body.get(..at)?, body.get(at + " via ".len()..)?))
}

/// "… on Friday. Getty Images", "Getty Images", "… on Friday. Ada Holm via AP"
fn by_outlet(body: &str) -> bool {
    const PHOTO: [&str; 9] =
        ["Getty Images", "Getty", "AP Photo", "Shutterstock", "Alamy", "AP Images", "iStock", "EPA-EFE", "Wikimedia Commons"];
    let Some(before) = PHOTO.iter().find_map(|outlet| body.strip_suffix(outlet)) else {
        return via(body).is_some_and(|(before, outlet)| outlets::is_agency(outlet) && before.len() > 3 && ends_in_name(before));
    };
    let before = before.trim_end();
    before.is_empty() || before.ends_with(['.', '/', '|', '—', '–', '-', ')', '©', '”', '"', ',', ':', '(']) || before.ends_with(" via")
}

fn ends_in_name(before: &str) -> bool {
    before.split(' ').next_back().is_some_and(is_capital)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caption(line: &str) -> bool {
        is_caption(line, Look::of(line))
    }

    #[test]
    fn credits_end_captions() {
        for line in [
            "The mayor speaks in Brill, June 3, 2021. REUTERS/Ada Holm",
            "The mayor speaks in Brill on Friday. (AP Photo/Tom Ruiz)",
            "The mayor in Brill. Getty Images",
            "Tom Ruiz/Getty Images",
            "A boat on the river.Ada Holm for WIRED/AFP",
            "The mayor speaks. (Ada Holm, The Brill Gazette)",
            "A boat on the river. (Credit: Ada Holm)",
            "Photo by Ada Holm",
            "FILE PHOTO: The mayor speaks in Brill.",
            "The mayor with her award. Credit Monica: Photo: Ada Holm",
        ] {
            assert!(caption(line), "{line}");
        }
    }

    #[test]
    fn sentences_are_none() {
        for line in [
            "She sued Getty Images.",
            "The poll by Reuters/Ipsos found that most people do not care about the bridge.",
            "He and/or she will come.",
            "Read it at https://example.com/reuters",
            "“It held,” she said (and smiled).",
            "She told Reuters via AP.com that it held.",
        ] {
            assert!(!caption(line), "{line}");
        }
    }
}
