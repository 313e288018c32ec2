//! Beside the article: who speaks, what it is about, what was repaired.

use super::super::Lines;
use super::super::facts::{self, plain};
use super::super::pieces::colours;
use super::escape::content;
use crate::article::{Article, Facet, Quote, Speaker};

/// So many repairs are listed one by one.
const REPAIRS: usize = 100;

/// The column beside the article.
pub fn write(out: &mut String, article: &Article, text: &str, all_attitudes: bool) {
    out.push_str("<aside>");
    speakers(out, article, all_attitudes);
    for (head, facet) in [("Topics", Facet::Issue), ("Places", Facet::Place)] {
        list(out, head, &facts::topics(article, facet));
    }
    repairs(out, article, text);
    out.push_str("</aside>");
}

fn speakers(out: &mut String, article: &Article, all_attitudes: bool) {
    let voices = facts::voices(article, all_attitudes);
    if voices.is_empty() {
        out.push_str("<p class=\"or-none\">Nobody is quoted.</p>");
        return;
    }
    let colours = colours(article);
    out.push_str("<h4>Speakers</h4><ul class=\"or-speakers\">");
    for (speaker, quotes) in &voices {
        let colour = speaker.and_then(|speaker| colours.get(speaker.id.0).copied().flatten());
        voice(out, *speaker, quotes, colour);
    }
    out.push_str("</ul>");
}

fn voice(out: &mut String, speaker: Option<&Speaker>, quotes: &[&Quote], colour: Option<usize>) {
    let class = colour.map_or("or-unknown".to_owned(), |colour| format!("or-c{colour}"));
    out.extend(["<li><b class=\"", &class, "\">"]);
    content(out, speaker.map_or("Speaker unknown", |speaker| &speaker.name));
    let count = quotes.len();
    let plural = if count == 1 { "" } else { "s" };
    out.extend(["</b> <span class=\"or-count\">", &count.to_string(), " quote", plural, "</span>"]);
    if let Some(speaker) = speaker {
        out.push_str("<br><small>");
        content(out, &facts::of_speaker(speaker).join(" · "));
        out.push_str("</small>");
    }
    out.push_str("</li>");
}

fn repairs(out: &mut String, article: &Article, text: &str) {
    let lines = Lines::of(text);
    let told =
        |repair: &crate::article::Repair| format!("{}, line {}: {}", plain(repair.kind.name()), lines.at(repair.span.start), repair.note);
    let mut items: Vec<String> = article.repairs.iter().take(REPAIRS).map(told).collect();
    if article.repairs.len() > REPAIRS {
        items.push(format!("and {} more", article.repairs.len() - REPAIRS));
    }
    list(out, "Repairs", &items);
}

fn list(out: &mut String, head: &str, items: &[String]) {
    if items.is_empty() {
        return;
    }
    out.extend(["<h4>", head, "</h4><ul>"]);
    for item in items {
        out.push_str("<li>");
        content(out, item);
        out.push_str("</li>");
    }
    out.push_str("</ul>");
}
